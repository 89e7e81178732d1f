"""Browsers that Playwright cannot drive: only a quiz that fails in one of them is a failure."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from followup import bridge
from followup.questions import QUESTIONS
from scripts.browsers import other_browsers, webdriver
from scripts.browsers.other_browsers import Places, Reader, main_journey, plainest
from scripts.browsers.webdriver import Browser, Firefox


class Page:
    """A browser whose quiz comes to this headline."""

    def __init__(self, headline: str) -> None:
        self.headline = headline

    def go(self, address: str) -> None:
        """Open an address."""
        assert address.startswith("http://here/quiz/")

    def reload(self) -> None:
        """Load the page again."""

    def enter_frame(self) -> None:
        """Go on in the first frame of the page."""

    def run(self, script: str, argument: object) -> object:
        """Say where the walk led."""
        assert isinstance(argument, list)
        assert f"async {argument[0]}(" in script
        assert argument[1]
        return self.headline


def tried(monkeypatch: pytest.MonkeyPatch, page: Browser | Exception, program: str = "sh") -> bool:
    @contextmanager
    def opened() -> Iterator[Browser]:
        if isinstance(page, Exception):
            raise page
        yield page

    monkeypatch.setattr(other_browsers, "install_from_system", lambda _: False)
    monkeypatch.setattr(other_browsers, "WALKS", (main_journey,))
    monkeypatch.setitem(other_browsers.BROWSERS, "any", (opened, program, ()))
    monkeypatch.setattr(bridge, "view", lambda _: '{"headline": {"text": "Wait."}}')
    return other_browsers.tried("any", Places("http://here/", "http://lame/", "http://host/"))


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
        Firefox(webdriver.free_port())


def test_a_walk_that_comes_elsewhere_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bridge, "view", lambda _: '{"headline": {"text": "Wait."}}')
    reader = Reader(Page("Call."), Places("http://here/", "", ""))
    with pytest.raises(AssertionError, match="Call"):
        main_journey(reader)


def test_the_plainest_answers_stand_in_the_order_of_the_questions() -> None:
    order = [question.id for question in QUESTIONS]
    answers = plainest("2027-02-02")
    assert sorted(answers, key=order.index) == list(answers)
