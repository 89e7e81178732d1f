"""What was published stays: a deletion, a new name and a move are noticed; a move is mended."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from scripts.site import published_urls
from scripts.guide.reader import GuideSource, read_pages
from scripts.site.redirects import write_stubs
from scripts.paths import ROOT

FRONT = "---\ntitle: T\ndescription: D\nreviewed: 2026-11-22\n---\n\n# T\n\n"
WHEN, WAITING = "/when/#their-day", "/waiting/#be-kind"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "addresses.txt"
    path.write_text(f"# 2026-11-22\n/\n/when/\n{WHEN}\n/waiting/\n{WAITING}\n")
    return path


def site(tmp_path: Path, **pages: tuple[str, ...]) -> Path:
    """Build a little site: pages with the ids of their headings."""
    folder = tmp_path / "site"
    for name, ids in pages.items():
        file = folder / ("" if name == "index" else name) / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        headings = "".join(f'<h2 id="{one}">{one}</h2>' for one in ids)
        file.write_text(f'<meta charset="utf-8"><article>{headings}</article>')
    return folder


def source(**pages: tuple[str, ...]) -> GuideSource:
    """Write the guide of that site."""
    texts = {
        name: FRONT + "".join(f"## About {one} {{ #{one} }}\n\nText.\n\n" for one in ids)
        for name, ids in pages.items()
    }
    return read_pages(texts)


def test_as_published_nothing_is_wrong(tmp_path: Path, ledger: Path) -> None:
    built = site(tmp_path, index=(), when=("their-day",), waiting=("be-kind",))
    assert published_urls.findings(built, ledger) == []


@pytest.mark.parametrize("ids", [(), ("their-date",)], ids=["deleted", "renamed"])
def test_a_deleted_or_renamed_section_is_named(
    tmp_path: Path, ledger: Path, ids: tuple[str, ...]
) -> None:
    pages = {"index": (), "when": ids, "waiting": ("be-kind",)}
    built = site(tmp_path, **pages)
    write_stubs(source(**pages), built, ledger)
    (fault,) = published_urls.findings(built, ledger)
    assert fault.startswith("addresses.txt:4: /when/#their-day ")


def test_a_moved_section_is_named_and_a_stub_mends_it(tmp_path: Path, ledger: Path) -> None:
    pages = {"index": (), "when": (), "waiting": ("be-kind", "their-day")}
    built = site(tmp_path, **pages)
    (fault,) = published_urls.findings(built, ledger)
    assert WHEN in fault
    write_stubs(source(**pages), built, ledger)
    assert published_urls.findings(built, ledger) == []
    text = (built / "when" / "index.html").read_text()
    assert 'id="their-day" href="../waiting/#their-day">About their-day</a>' in text


def test_a_moved_page_leaves_a_page_of_stubs(tmp_path: Path, ledger: Path) -> None:
    pages = {"index": (), "day": ("their-day",), "waiting": ("be-kind",)}
    built = site(tmp_path, **pages)
    assert len(published_urls.findings(built, ledger)) == 2
    write_stubs(source(**pages), built, ledger)
    assert published_urls.findings(built, ledger) == []
    assert "url=../day/" in (built / "when" / "index.html").read_text()


def test_a_deleted_page_is_named(tmp_path: Path, ledger: Path) -> None:
    pages: dict[str, tuple[str, ...]] = {"index": (), "waiting": ("be-kind",)}
    built = site(tmp_path, **pages)
    write_stubs(source(**pages), built, ledger)
    assert len(published_urls.findings(built, ledger)) == 2  # the page, and the place on it


def test_new_addresses_are_added_at_the_end_and_once(tmp_path: Path, ledger: Path) -> None:
    before = ledger.read_text()
    built = site(tmp_path, index=(), when=("their-day", "new"), waiting=("be-kind",))
    new = set(published_urls.standing(built)) - set(published_urls.read(ledger))
    published_urls.add(new, date(2027, 1, 5), ledger)
    assert ledger.read_text().startswith(f"{before}# 2027-01-05\n")
    assert published_urls.read(ledger)[-1] == "/when/#new"
    assert set(published_urls.standing(built)) == set(published_urls.read(ledger))


def test_no_line_was_ever_taken_out() -> None:
    log = ["git", "log", "--format=", "--patch", "--unified=0", "--", "docs/addresses.txt"]
    changes = subprocess.run(log, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert [line for line in changes.splitlines() if line.startswith("-/")] == []
