"""The quiz is published under a name that follows its content."""

import re
from pathlib import Path

import pytest

from scripts import publish
from scripts.runtime import CORE


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a place to publish to, and a tiny Python to publish."""
    pyodide, target = tmp_path / "pyodide", tmp_path / "quiz"
    for folder in (pyodide, target):
        folder.mkdir()
    for name in CORE:
        (pyodide / name).write_text(name)
    (tmp_path / "guide.json").write_text("{}")
    (tmp_path / "archive").write_bytes(b"12")
    monkeypatch.setattr(publish, "PYODIDE", pyodide)
    monkeypatch.setattr(publish, "PUBLISHED", target)
    monkeypatch.setattr(publish, "GUIDE_JSON", tmp_path / "guide.json")
    return target


def run(published: Path, opening: str = "{}") -> Path:
    archive = published.parent / "archive"
    return publish.publish(archive, opening)


def test_the_entry_names_the_folder(published: Path) -> None:
    folder = run(published)
    assert f"./{folder.name}/" in (published / "quiz.js").read_text()


def test_the_worker_knows_how_much_there_is_to_load(published: Path) -> None:
    total = len("pyodide.asm.wasm") + 2 + 2
    assert re.search(rf"\b{total}\b", (run(published) / "worker.js").read_text())


def test_the_same_content_is_not_written_twice(published: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in run(published).iterdir()}
    assert {file: file.stat().st_mtime_ns for file in run(published).iterdir()} == before


def test_new_content_has_a_new_folder_and_the_old_one_goes(published: Path) -> None:
    old, new = run(published), run(published, '{"another": 1}')
    assert new != old
    assert [path for path in published.iterdir() if path.is_dir()] == [new]
