"""The browser's Python, started under Node, says what the ordinary one says."""

import shutil
import zipfile
from pathlib import Path

import pytest

from followup import bridge
from scripts.paths import GUIDE_JSON
from scripts.pyodide import library
from scripts.pyodide.compile import read_zip
from scripts.pyodide.library import ARCHIVE
from scripts.pyodide.run_requests import REQUESTS, Replies, ask

pytestmark = pytest.mark.built


@pytest.fixture(scope="module")
def replies() -> Replies:
    """Ask the built runtime."""
    return ask(ARCHIVE)


def test_every_module_of_the_package_can_be_imported(replies: Replies) -> None:
    assert replies.broken == []


def test_it_says_what_the_ordinary_python_says(replies: Replies) -> None:
    bridge.start(GUIDE_JSON.read_text(encoding="utf-8"))
    *told, broken = replies.views
    assert told == [bridge.view(request) for request in REQUESTS[:-1]]
    assert broken.startswith("PythonError: Traceback")


def test_the_library_is_trimmed(replies: Replies) -> None:
    kept = read_zip(ARCHIVE).keys()
    assert {*replies.modules} <= kept
    assert not {name for name in kept if name.startswith(("asyncio/", "pathlib/"))}
    assert "json/decoder.pyc" in kept
    assert "unittest/mock.pyc" not in kept


def test_the_library_as_it_came_says_the_same(replies: Replies) -> None:
    assert ask(library.build_plain()).views[:-1] == replies.views[:-1]  # but an error's own words


def test_a_folder_in_the_zip_is_no_module(tmp_path: Path) -> None:
    listed = shutil.copy(ARCHIVE, tmp_path)
    with zipfile.ZipFile(listed, "a") as archive:
        archive.writestr("followup/", b"")
    assert ask(Path(listed), []).broken == []
