"""The WebKit of the system: only a quiz that fails in it is a failure."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

import pytest

from followup import bridge
from scripts.browsers import webkit
from scripts.browsers.webdriver import CannotStartError, WebKit, free_port
from scripts.browsers.webkit import Places, main_journey


class Browser:
    """A browser whose quiz comes to this headline."""

    def __init__(self, headline: str) -> None:
        self.headline = headline

    def go(self, address: str) -> None:
        """Open an address."""
        assert address == "http://here/quiz/"

    def run(self, script: str, argument: list[object]) -> str:
        """Say where the walk led."""
        assert f"async {argument[0]}(" in script
        return self.headline


def tried(monkeypatch: pytest.MonkeyPatch, browser: Browser | Exception) -> bool:
    @contextmanager
    def started() -> Iterator[WebKit]:
        if isinstance(browser, Exception):
            raise browser
        yield cast("WebKit", browser)

    monkeypatch.setattr(webkit, "started", started)
    monkeypatch.setattr(webkit, "WALKS", (main_journey,))
    monkeypatch.setattr(bridge, "view", lambda _: '{"headline": {"text": "Wait."}}')
    return webkit.tried(Places("http://here/", "http://lame/", "http://host/"))


def test_the_right_advice_is_well(monkeypatch: pytest.MonkeyPatch) -> None:
    assert tried(monkeypatch, Browser("Wait."))


def test_another_advice_is_a_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not tried(monkeypatch, Browser("Call them."))
    assert "Call them." in capsys.readouterr().out


def test_a_browser_that_does_not_start_is_left_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tried(monkeypatch, CannotStartError("no driver"))
    assert "left out, no driver" in capsys.readouterr().out


def test_nobody_on_the_wire_is_an_error() -> None:
    with pytest.raises(OSError, match="refused"):
        WebKit(free_port())
