"""What was published stays: a deletion, a new name and a move are noticed; a move is mended."""

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from markdown import markdown

from scripts.guide.reader import read_guide, split_front_matter
from scripts.pages import redirects
from scripts.pages.prepared import prepare
from scripts.paths import DOCS, ROOT
from scripts.site import published_urls
from tests.scripts.little_guide import FRONT, read

WHEN, WAITING = "/when/#their-day", "/waiting/#be-kind"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "addresses.txt"
    path.write_text(f"# 2026-11-22\n/\n/when/\n{WHEN}\n/waiting/\n{WAITING}\n")
    return path


def site(tmp_path: Path, published: Path | None = None, /, **pages: tuple[str, ...]) -> Path:
    """Build a little site from pages with these sections, as any generator would."""
    docs, prepared, built = (tmp_path / name for name in ("docs", "prepared", "site"))
    docs.mkdir(exist_ok=True)
    texts = {
        name: "".join(f"## About {one} {{ #{one} }}\n\nText.\n\n" for one in ids)
        for name, ids in pages.items()
    }
    for name, text in texts.items():
        (docs / f"{name}.md").write_text(FRONT + text)
    if published:
        (docs / redirects.LEDGER.name).write_bytes(published.read_bytes())
    little = read(texts)
    both = replace(read_guide(DOCS), pages=little.pages, blocks=little.blocks, ids=little.ids)
    prepare(both, docs, prepared)
    for name in texts:
        file = built / ("" if name == "index" else name) / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        _, text = split_front_matter((prepared / f"{name}.md").read_text(), name)
        html = markdown(text, extensions=["attr_list", "md_in_html"])
        html = re.sub(r'href="(\w+)\.md', r'href="../\1/', html)
        file.write_text(f'<meta charset="utf-8"><article>{html}</article>')
    shutil.copytree(prepared, built, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.md"))
    return built


def test_as_published_nothing_is_wrong(tmp_path: Path, ledger: Path) -> None:
    built = site(tmp_path, index=(), when=("their-day",), waiting=("be-kind",))
    assert published_urls.findings(built, ledger) == []


@pytest.mark.parametrize("ids", [(), ("their-date",)], ids=["deleted", "renamed"])
def test_a_deleted_or_renamed_section_is_named(
    tmp_path: Path, ledger: Path, ids: tuple[str, ...]
) -> None:
    pages = {"index": (), "when": ids, "waiting": ("be-kind",)}
    built = site(tmp_path, ledger, **pages)
    (fault,) = published_urls.findings(built, ledger)
    assert fault.startswith("addresses.txt:4: /when/#their-day ")


def test_a_moved_section_is_named_and_a_stub_mends_it(tmp_path: Path, ledger: Path) -> None:
    pages = {"index": (), "when": (), "waiting": ("be-kind", "their-day")}
    (fault,) = published_urls.findings(site(tmp_path, **pages), ledger)
    assert WHEN in fault
    built = site(tmp_path, ledger, **pages)
    assert published_urls.findings(built, ledger) == []
    text = (built / "when" / "index.html").read_text()
    assert re.search(r'<a class="fu-moved" href="../waiting/#their-day" id="their-day">About', text)


def test_a_moved_page_leaves_a_page_of_stubs(tmp_path: Path, ledger: Path) -> None:
    pages = {"index": (), "day": ("their-day",), "waiting": ("be-kind",)}
    assert len(published_urls.findings(site(tmp_path, **pages), ledger)) == 2
    built = site(tmp_path, ledger, **pages)
    assert published_urls.findings(built, ledger) == []
    assert "url=../day/" in (built / "when" / "index.html").read_text()


def test_a_deleted_page_is_named(tmp_path: Path, ledger: Path) -> None:
    pages: dict[str, tuple[str, ...]] = {"index": (), "waiting": ("be-kind",)}
    built = site(tmp_path, ledger, **pages)
    assert len(published_urls.findings(built, ledger)) == 2  # the page, and the place on it


def test_new_addresses_are_added_at_the_end_and_once(tmp_path: Path, ledger: Path) -> None:
    before = ledger.read_text()
    built = site(tmp_path, index=(), when=("their-day", "new"), waiting=("be-kind",))
    new = set(published_urls.standing(built)) - set(redirects.read(ledger))
    published_urls.add(new, date(2027, 1, 5), ledger)
    assert ledger.read_text().startswith(f"{before}# 2027-01-05\n")
    assert redirects.read(ledger)[-1] == "/when/#new"
    assert set(published_urls.standing(built)) == set(redirects.read(ledger))


def test_no_line_was_ever_taken_out() -> None:
    log = ["git", "log", "--format=", "--patch", "--unified=0", "--", "docs/addresses.txt"]
    changes = subprocess.run(log, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert [line for line in changes.splitlines() if line.startswith("-/")] == []


def test_what_is_gone_from_the_guide_is_gone_from_the_prepared_pages(tmp_path: Path) -> None:
    site(tmp_path, index=(), old=())
    (tmp_path / "docs" / "old.md").unlink()
    made = tmp_path / "prepared" / "about" / "rules.md"
    made.parent.mkdir()
    made.touch()
    site(tmp_path, index=())
    assert not (tmp_path / "prepared" / "old.md").exists()
    assert made.exists()
