"""The browser that is asked for is found, or its lack is said; then the others are tried."""

from pathlib import Path

import pytest

from scripts.browsers import __main__ as tool
from scripts.browsers import engines
from scripts.browsers.chromium import NoBrowserError


@pytest.fixture
def nothing_own(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(engines, "is_own", lambda _: False)
    return monkeypatch


@pytest.fixture
def nothing_found(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr("shutil.which", lambda _: None)
    return monkeypatch


def test_what_playwright_brought_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "is_own", lambda _: True)
    assert engines.find("webkit").options == {}


def test_a_firefox_of_the_system_is_driven_as_it_is(nothing_own: pytest.MonkeyPatch) -> None:
    nothing_own.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    found = engines.find("firefox").options
    assert found.pop("firefox_user_prefs") == engines.FORGETFUL
    assert found == {"channel": "moz-firefox", "executable_path": "/usr/bin/firefox-esr"}


def test_a_webkit_of_the_system_cannot_be_driven(nothing_own: pytest.MonkeyPatch) -> None:
    nothing_own.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(NoBrowserError, match="No webkit"):
        engines.find("webkit")


@pytest.mark.parametrize(
    ("here", "fine", "result"), [(True, True, 0), (True, False, 1), (False, False, 0)]
)
def test_only_what_runs_can_fail(
    nothing_found: pytest.MonkeyPatch, *, here: bool, fine: bool, result: int
) -> None:
    nothing_found.setattr(tool, "is_here", lambda _: here)
    nothing_found.setattr(tool, "runs", lambda _: fine)
    assert tool.main() == result


def test_a_browser_that_cannot_be_had_is_left_out_in_one_line(
    nothing_found: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    nothing_found.setattr(tool, "is_here", lambda _: False)
    assert tool.passes("webkit")
    assert capsys.readouterr().out.startswith("webkit: left out")


def test_the_webkit_of_the_system_is_walked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(tool, "is_here", lambda _: False)
    asked: list[object] = []
    monkeypatch.setattr(tool, "runs", lambda *given: asked.append(given))
    tool.passes("webkit")
    assert asked == [("webkit", tool.WALKS, tool.SCREEN)]


def test_the_tests_that_other_browsers_run_are_there() -> None:
    for name in (*tool.TESTS, *tool.WALKS):
        assert Path("tests/site", name).exists()
