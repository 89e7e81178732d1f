"""Browsers that Playwright cannot drive: only a quiz that fails in one of them is a failure."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from followup import bridge
from scripts import browsers
from scripts.browsers import Browser, Firefox


class Page:
    """A browser whose quiz comes to this headline."""

    def __init__(self, headline: str) -> None:
        self.headline = headline

    def go(self, address: str) -> None:
        """Open an address."""
        assert address.startswith("http://here/quiz/")

    def run(self, script: str, argument: object) -> object:
        """Say where the journey led."""
        assert "async function journey" in script
        assert argument
        return {"passed": ["1", "advice"], "headline": self.headline}


def tried(monkeypatch: pytest.MonkeyPatch, page: Browser | Exception, program: str = "sh") -> bool:
    @contextmanager
    def opened() -> Iterator[Browser]:
        if isinstance(page, Exception):
            raise page
        yield page

    monkeypatch.setattr(browsers, "install_from_system", lambda _: False)
    monkeypatch.setitem(browsers.BROWSERS, "any", (opened, program, ()))
    monkeypatch.setattr(bridge, "view", lambda _: '{"headline": {"text": "Wait."}}')
    return browsers.tried("any", "http://here/")


def test_the_right_advice_is_well(monkeypatch: pytest.MonkeyPatch) -> None:
    assert tried(monkeypatch, Page("Wait."))


def test_another_advice_is_a_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not tried(monkeypatch, Page("Call them."))
    assert "Call them." in capsys.readouterr().out


def test_a_browser_that_cannot_be_had_is_left_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tried(monkeypatch, Page("Wait."), program="no-such-browser")
    assert "has none" in capsys.readouterr().out


def test_a_browser_that_does_not_start_is_left_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tried(monkeypatch, TimeoutError())
    assert "left out" in capsys.readouterr().out


def test_nobody_on_the_wire_is_an_error() -> None:
    with pytest.raises(OSError, match="refused"):
        Firefox(browsers.free_port())
