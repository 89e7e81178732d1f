"""The quiz is published under a name that follows its content."""

from pathlib import Path

import pytest

from scripts import publish
from scripts.runtime import CORE


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a place to publish to, and tiny things to publish."""
    pyodide, web, target = tmp_path / "pyodide", tmp_path / "web", tmp_path / "quiz"
    for folder in (pyodide, web, target):
        folder.mkdir()
    for name in CORE:
        (pyodide / name).write_text(name)
    (web / "quiz.js").write_text('const PARTS = "./parts/";')
    (web / "quiz.css").write_text("")
    (web / "worker.js").write_text("const TOTAL = 0;\n")
    (tmp_path / "guide.json").write_text("{}")
    (tmp_path / "archive").write_bytes(b"12")
    monkeypatch.setattr(publish, "PYODIDE", pyodide)
    monkeypatch.setattr(publish, "WEB", web)
    monkeypatch.setattr(publish, "PUBLISHED", target)
    monkeypatch.setattr(publish, "GUIDE_JSON", tmp_path / "guide.json")
    return target


def run(published: Path, opening: str = "{}") -> Path:
    archive = published.parent / "archive"
    return publish.publish(archive, archive, opening)


def test_the_entry_names_the_folder(published: Path) -> None:
    folder = run(published)
    assert (published / "quiz.js").read_text() == f'const PARTS = "./{folder.name}/";'


def test_the_worker_knows_how_much_there_is_to_load(published: Path) -> None:
    total = len("pyodide.asm.wasm") + 2 + 2 + 2
    assert (run(published) / "worker.js").read_text() == f"const TOTAL = {total};\n"


def test_the_same_content_is_not_written_twice(published: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in run(published).iterdir()}
    assert {file: file.stat().st_mtime_ns for file in run(published).iterdir()} == before


def test_new_content_has_a_new_folder_and_the_old_one_goes(published: Path) -> None:
    old, new = run(published), run(published, '{"another": 1}')
    assert new != old
    assert [path for path in published.iterdir() if path.is_dir()] == [new]
