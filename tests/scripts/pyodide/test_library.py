"""The browser's Python, started under Node, says what the ordinary one says."""

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from scripts.pyodide import ask, library
from scripts.pyodide.compile import read_zip
from scripts.pyodide.library import ARCHIVE

pytestmark = pytest.mark.built


@pytest.fixture(scope="module")
def replies() -> ask.Replies:
    """Ask the built runtime, which also imports every module of the package."""
    return ask.whole(ARCHIVE)


def test_it_says_what_the_ordinary_python_says(replies: ask.Replies) -> None:
    assert replies.views == ask.ordinary(ask.REQUESTS)
    assert replies.views[-1] is None
    assert [request for request, _ in replies.errors] == [ask.REQUESTS[-1]]


def test_the_library_is_trimmed(replies: ask.Replies) -> None:
    kept = read_zip(ARCHIVE).keys()
    assert {*replies.modules} <= kept
    assert not {name for name in kept if name.startswith(("asyncio/", "pathlib/"))}
    assert "json/decoder.pyc" in kept
    assert "unittest/mock.pyc" not in kept


def test_the_library_as_it_came_says_the_same(replies: ask.Replies) -> None:
    assert ask.whole(library.build_plain()).views == replies.views


def test_a_module_that_cannot_be_imported_is_told(tmp_path: Path) -> None:
    broken = shutil.copy(ARCHIVE, tmp_path)
    with zipfile.ZipFile(broken, "a") as archive:
        archive.writestr("followup/", b"")  # a folder is no module
        archive.writestr("followup/late.py", b"import asyncio.queues")
    with pytest.raises(subprocess.CalledProcessError) as error:
        ask.whole(Path(broken), [])
    assert "asyncio.queues" in error.value.stderr
