"""While somebody edits: what fails is said, the rest goes on."""

import json
import logging
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from scripts import serve, steps
from scripts.paths import DOCS, PACKAGE
from scripts.site.search_index import WORDS

HOME = "http://127.0.0.1:8000/small/"


def recording(path: Path) -> steps.Step:
    return steps.Step("recorded", path, (), (path.touch,))


def test_a_fault_is_said_and_the_page_is_shown_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails() -> None:
        raise steps.BuildError("docs/timing.md:3: no such place")

    shown, never = tmp_path / "shown", tmp_path / "never"
    monkeypatch.setattr(steps, "ROOT", tmp_path)
    faulty = replace(recording(never), work=(fails,))
    monkeypatch.setattr(serve, "SHOWN", [faulty, recording(never)])
    monkeypatch.setattr(serve, "READABLE", recording(shown))
    serve.update(serve.code(serve.state()))
    assert "docs/timing.md:3: no such place" in capsys.readouterr().err
    assert shown.exists()
    assert not never.exists()


def test_code_that_has_changed_since_the_start_runs_in_a_process_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere, here = tmp_path / "elsewhere", tmp_path / "here"
    touch = f"import pathlib; pathlib.Path({str(elsewhere)!r}).touch()"
    monkeypatch.setattr(serve, "ELSEWHERE", [sys.executable, "-c", touch])
    monkeypatch.setattr(serve, "SHOWN", [recording(here)])
    begun = serve.code(serve.state())
    serve.update(dict.fromkeys(begun, 0))
    assert elsewhere.exists()
    assert not here.exists()


def test_what_people_edit_is_watched_and_what_is_made_is_not() -> None:
    assert {DOCS / "timing.md", PACKAGE / "engine.py"} <= serve.state().keys()
    assert not steps.IN_PACKAGE & serve.state().keys()


def test_a_warning_names_the_file_that_people_edit() -> None:
    record = logging.makeLogRecord({"msg": "Doc file 'timing.md' contains a link 'nowhere.md'"})
    assert serve.named(record)
    assert "'docs/timing.md'" in record.getMessage()


PAGE = "---\ntitle: {title}\n---\n\n# {title}\n\n## A section\n\n{words}\n"


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings = f"site_name: Small\nsite_url: {HOME}\ntheme:\n  name: material\nplugins: [search]\n"
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    docs = tmp_path / "docs"
    docs.mkdir()
    for name, title in (("index", "Home"), ("calling", "Should I call?")):
        (docs / f"{name}.md").write_text(PAGE.format(title=title, words="Old words."), "utf-8")
    monkeypatch.setattr(serve, "ROOT", tmp_path)
    monkeypatch.setattr(serve, "PREPARED", docs)
    monkeypatch.setattr(serve, "PLACES", [docs, tmp_path / "mkdocs.yml"])
    monkeypatch.setattr(serve, "SHOWN_SITE", tmp_path / "shown")
    return tmp_path


def test_a_page_whose_words_have_changed_is_made_alone(guide: Path) -> None:
    shown = serve.Shown(HOME)
    shown.make()
    home, calling = guide / "shown/index.html", guide / "shown/calling/index.html"
    before = home.stat().st_mtime_ns
    page = guide / "docs/calling.md"
    page.write_text(PAGE.format(title="Should I call?", words="New words."), encoding="utf-8")
    shown.make()
    assert home.stat().st_mtime_ns == before
    assert "New words." in calling.read_text(encoding="utf-8")
    assert ">Home<" in re.sub(r"\s+", "", calling.read_text(encoding="utf-8")), "in its menu"
    words = json.loads((guide / "shown" / WORDS).read_text(encoding="utf-8"))
    assert {one["location"]: one["answer"] for one in words} == {
        "": "",
        "#a-section": "Old words.",
        "calling/": "",
        "calling/#a-section": "New words.",
    }


def test_where_no_page_has_changed_none_is_made(guide: Path) -> None:
    style = guide / "docs/style.css"
    style.write_text("a { color: blue }", encoding="utf-8")
    shown = serve.Shown(HOME)
    shown.make()
    words = (guide / "shown" / WORDS).read_text(encoding="utf-8")
    style.write_text("a { color: green }", encoding="utf-8")
    shown.make()
    assert "green" in (guide / "shown/style.css").read_text(encoding="utf-8")
    assert (guide / "shown" / WORDS).read_text(encoding="utf-8") == words


def test_a_new_title_reaches_the_menus_of_all_pages(guide: Path) -> None:
    shown = serve.Shown(HOME)
    shown.make()
    page = guide / "docs/calling.md"
    page.write_text(PAGE.format(title="When to call", words="Old words."), encoding="utf-8")
    shown.make()
    assert "When to call" in (guide / "shown/index.html").read_text(encoding="utf-8")
