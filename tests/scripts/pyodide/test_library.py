"""The browser's Python, started under Node, says what the ordinary one says."""

import json
import shutil
import tomllib
import zipfile
from pathlib import Path

import pytest

from followup import bridge
from scripts.paths import GUIDE_JSON, ROOT
from scripts.pyodide import library
from scripts.pyodide.core import CORE
from scripts.pyodide.library import ARCHIVE, REPORT
from scripts.pyodide.run_requests import REQUESTS, Replies, ask

pytestmark = pytest.mark.built


@pytest.fixture(scope="module")
def requests() -> tuple[str, ...]:
    """Give the requests of the build, and each of the named situations."""
    cases = tomllib.loads((ROOT / "tests/cases/situations.toml").read_text(encoding="utf-8"))
    asked = (
        {"answers": case["answers"], "today": str(case["today"]), "advise": True}
        for case in cases["case"]
    )
    return (*REQUESTS, *(json.dumps(one) for one in asked))


@pytest.fixture(scope="module")
def replies(requests: tuple[str, ...]) -> Replies:
    """Ask the built runtime."""
    return ask(ARCHIVE, requests, CORE)


def test_every_module_of_the_package_can_be_imported(replies: Replies) -> None:
    assert replies.broken == ()


def test_it_says_what_the_ordinary_python_says(requests: tuple[str, ...], replies: Replies) -> None:
    bridge.start(GUIDE_JSON.read_text(encoding="utf-8"))
    told = dict(zip(requests, replies.views, strict=True))
    broken = told.pop(REQUESTS[-1])
    assert told == {request: bridge.view(request) for request in told}
    assert broken.startswith("PythonError: Traceback")


def test_the_library_is_trimmed(replies: Replies) -> None:
    report = json.loads(REPORT.read_text(encoding="utf-8"))
    assert set(replies.modules) <= set(report["kept"])
    assert not {name for name in report["kept"] if name.startswith(("asyncio/", "pathlib/"))}
    assert "json/decoder.pyc" in report["kept"]
    assert "unittest/mock.pyc" in report["dropped"]


def test_nothing_that_could_be_ready_is_compiled_at_the_start(replies: Replies) -> None:
    assert replies.late == ""


def test_the_library_as_it_came_says_the_same(replies: Replies) -> None:
    *plain, _ = ask(library.build_plain()).views
    assert plain == list(replies.views[: len(plain)])


def test_a_folder_in_the_zip_is_no_module(tmp_path: Path) -> None:
    listed = shutil.copy(ARCHIVE, tmp_path)
    with zipfile.ZipFile(listed, "a") as archive:
        archive.writestr("followup/", b"")
    assert ask(Path(listed), (), CORE).broken == ()
