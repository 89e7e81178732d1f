"""The quiz is published under a name that follows its content."""

import json
import re
from pathlib import Path

import pytest

from scripts.pyodide.distribution import LOADER, LOCK, WASM
from scripts.quiz import publish

GLUE = "pyodide.asm.mjs"  # no version has this name, so it is read and not known
INFO = {"abi_version": "2050_0", "python": "3.99.1"}


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a place to publish to, and a tiny Python to publish."""
    pyodide, target = tmp_path / "pyodide", tmp_path / "quiz"
    for folder in (pyodide, target):
        folder.mkdir()
    for name in (LOADER, GLUE, WASM):
        (pyodide / name).write_text(name)
    (pyodide / LOCK).write_text(json.dumps({"info": INFO, "packages": {"micropip": {}}}))
    (tmp_path / "words.json").write_text("{}")
    monkeypatch.setattr(publish, "PUBLISHED", target)
    monkeypatch.setattr(publish, "GUIDE_JSON", tmp_path / "words.json")
    monkeypatch.setattr(publish, "ALMANAC_JSON", tmp_path / "words.json")
    monkeypatch.setattr(publish, "board_words", dict)
    return target


def run(published: Path, first_screens: str = "{}", python: bytes = b"12") -> tuple[Path, Path]:
    """Publish, and return the folder of the face and that of Python."""
    archive = published.parent / "archive"
    archive.write_bytes(python)
    publish.publish(published.parent / "pyodide", archive, first_screens)
    face, home = sorted(path for path in published.iterdir() if path.is_dir())
    return face, home


def test_the_entry_names_the_folder_and_the_worker_that_of_python(published: Path) -> None:
    face, python = run(published)
    assert f"./{face.name}/" in (published / "quiz.js").read_text()
    assert f"../{python.name}/" in (face / "worker.js").read_text()


def test_the_worker_knows_how_much_there_is_to_load(published: Path) -> None:
    face, _ = run(published)
    total = len("pyodide.asm.wasm") + 2 + 2
    assert re.search(rf"\b{total}\b", (face / "worker.js").read_text())


def test_the_worker_knows_what_pyodides_own_files_say(published: Path) -> None:
    face, python = run(published)
    worker = (face / "worker.js").read_text()
    for said in (GLUE, *INFO.values()):
        assert f'"{said}"' in worker
    assert (python / GLUE).read_text() == GLUE


def test_the_worker_knows_the_python_that_is_awake_if_there_is_one(published: Path) -> None:
    face, _ = run(published)
    assert publish.FROZEN not in (face / "worker.js").read_text()
    publish.publish(published.parent / "pyodide", published.parent / "archive", "{}", b"awake")
    (first,) = published.glob(f"{publish.FIRST}*/{publish.FROZEN}")
    (worker,) = published.glob("*/worker.js")
    assert f"../{first.parent.name}/{publish.FROZEN}" in worker.read_text()
    run(published)
    assert not first.exists()


def test_whoever_fetches_a_file_knows_its_hash(published: Path) -> None:
    run(published)
    publish.publish(published.parent / "pyodide", published.parent / "archive", "{}", b"awake")
    made = {file.name: file for file in published.glob("*/*")}
    python = [file.name for file in published.glob("python-*/*")]
    fetched = {
        "quiz.js": ["controller.js", "board.js", "embedded.js", "first-screens.json"],
        "controller.js": ["worker.js", "ical.js", "endings.json"],
        "board.js": ["worker.js", "ical.js"],
        "worker.js": ["guide.json", "almanac.json", *python],
    }
    assert publish.FROZEN in python
    for door, names in fetched.items():
        for name in names:
            assert publish.integrity(made[name].read_bytes()) in made[door].read_text(), name


def test_the_same_content_is_not_written_twice(published: Path) -> None:
    before = [{file: file.stat().st_mtime_ns for file in f.iterdir()} for f in run(published)]
    assert before == [
        {file: file.stat().st_mtime_ns for file in f.iterdir()} for f in run(published)
    ]


def test_new_words_leave_python_where_it_is(published: Path) -> None:
    (old, python), (new, still) = run(published), run(published, '{"another": 1}')
    assert new != old
    assert not old.exists()
    assert still == python


def test_another_python_has_another_folder(published: Path) -> None:
    (_, old), (_, new) = run(published), run(published, python=b"21")
    assert new != old
    assert not old.exists()
