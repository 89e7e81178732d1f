"""A copy is compared with what was built: file by file, in a folder and on the web."""

import hashlib
from pathlib import Path

import pytest

from scripts import verify
from scripts.site import hashes
from scripts.site.server import SiteServer


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Write a small site."""
    folder = tmp_path / "site"
    for place in ("index.html", "timing/index.html", "assets/quiz/a b.js"):
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_text(place)
    (folder / "index.html.br").write_text("a twin")
    (folder / "_headers").write_text("/*\n  X-Test: 1\n")
    hashes.write(folder)
    return folder


def test_every_file_of_readers_is_listed_as_sha256sum_reads_it(site: Path) -> None:
    text = (site / hashes.NAME).read_text()
    code = hashlib.sha256(b"index.html").hexdigest()
    assert f"{code}  index.html\n" in text
    listed = ["assets/quiz/a b.js", "index.html", "timing/index.html"]
    assert list(hashes.read(text)) == listed
    hashes.write(site)
    assert (site / hashes.NAME).read_text() == text  # the list does not list itself


def test_a_folder_that_is_the_same_has_no_faults(site: Path) -> None:
    assert verify.faults(verify.from_folder(site), hashes.listed(site)) == []


def test_what_is_changed_or_missing_is_named(site: Path) -> None:
    listed = hashes.listed(site)
    (site / "index.html").write_text("Index.html")
    (site / "timing/index.html").unlink()
    changed, missing = verify.faults(verify.from_folder(site), listed)
    assert changed == "index.html: not as it was built"
    assert missing.startswith("timing/index.html: ")


def test_a_copy_on_the_web_is_asked_as_a_browser_asks(site: Path) -> None:
    listed = hashes.listed(site)
    server = SiteServer(site, "/here/")
    with server.running() as url:
        (site / "index.html.br").unlink()
        assert verify.faults(verify.from_web(url), listed) == []
        (site / "assets/quiz/a b.js").write_text("")
        assert verify.faults(verify.from_web(url), listed) == [
            "assets/quiz/a b.js: not as it was built"
        ]
    assert "timing/" in server.asked
