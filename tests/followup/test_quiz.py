"""The quiz in the terminal, fed line by line: nothing that was said is ever lost."""

import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date

import pytest

from followup import __main__ as terminal
from followup.address import read_fragment
from followup.guide import Guide
from followup.questions import BY_ID, QUESTIONS
from followup.quiz import Quiz, wrapped
from followup.wording import Words
from scripts.paths import ROOT

TODAY = date(2027, 2, 9)
COMMAND = ["quiz", "--today", TODAY.isoformat()]
# Nothing heard; a week ago; no date; of the list: I have thanked them.
PLAIN = ["1", "2027-02-02", "1", "1"]
UP_TO_THE_LIST = PLAIN[:-1]

Run = Callable[..., tuple[int, list[str]]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], guide: Guide) -> Run:
    """Give a function that feeds lines and returns the exit status and what was printed."""
    monkeypatch.setattr(terminal, "load_guide", lambda: guide)

    def fed(*lines: str, end: type[BaseException] = EOFError) -> tuple[int, list[str]]:
        monkeypatch.setattr("builtins.input", feeding(lines, end))
        status = terminal.main(COMMAND)
        return status, capsys.readouterr().out.splitlines()

    return fed


def feeding(lines: Iterable[str], end: type[BaseException]) -> Callable[[str], str]:
    """Return a stand-in for ``input`` that gives these lines and then ends."""
    given = iter(lines)

    def ask(prompt: str) -> str:
        assert prompt
        line = next(given, None)
        if line is None:
            raise end
        return line

    return ask


def quiz(guide: Guide, *lines: str) -> tuple[Quiz, list[str]]:
    """Run the questions until the lines end; return the quiz and what it said."""
    said: list[str] = []
    asked = Quiz(guide, TODAY, feeding(lines, EOFError), said.append)
    with suppress(EOFError):
        asked.run()
    return asked, said


def link(printed: list[str]) -> dict[str, str]:
    """Return the answers of the last link that was printed."""
    return read_fragment(next(line for line in reversed(printed) if line.startswith("#")))


def phrase(guide: Guide, identifier: str, **slots: str) -> str:
    return wrapped(guide.phrase(identifier, **slots), 78)[-1]


def test_it_ends_with_the_advice_in_words_and_a_link(run: Run, guide: Guide) -> None:
    status, printed = run(*PLAIN, "")
    assert status == 0
    answers = link(printed)
    pairs = [f"{question}={value}" for question, value in answers.items()]
    assert answers["interviewed-on"] == "2027-02-02"
    advice = terminal.advice(guide, TODAY, pairs, as_json=False).split("\n")
    start = printed.index(advice[0])
    assert printed[start : start + len(advice)] == advice
    assert "Tuesday, February\u00a09" in advice[0]


@pytest.mark.parametrize("end", [KeyboardInterrupt, EOFError])
def test_breaking_off_keeps_what_was_said(run: Run, end: type[BaseException]) -> None:
    status, printed = run("1", "3 days ago", "6", end=end)
    assert status == 130
    assert link(printed) == {
        "heard": "nothing",
        "interviewed-on": "2027-02-06",
        "timeline": "next-week",
    }


def test_breaking_off_at_once_says_so(run: Run, guide: Guide) -> None:
    status, printed = run(end=KeyboardInterrupt)
    assert status == 130
    assert phrase(guide, "terminal-nothing-said") in printed


def test_breaking_off_after_the_result_is_the_end(run: Run) -> None:
    assert run(*PLAIN)[0] == 0
    status, printed = run(*PLAIN, "c", end=KeyboardInterrupt)
    assert status == 130
    assert link(printed)["channels"] == "email"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2027-02-05", "2027-02-05"),
        ("today", "2027-02-09"),
        ("Yesterday", "2027-02-08"),
        ("3 days ago", "2027-02-06"),
        ("in 2 days", "2027-02-11"),
        ("tomorrow", "2027-02-10"),
        ("about two weeks ago", "2027-01-26"),
        ("About a month ago", "2027-01-09"),
        ("3", "2027-02-02"),
        ("5", "2027-01-09"),
    ],
)
def test_a_day_may_be_said_in_many_ways(guide: Guide, line: str, day: str) -> None:
    asked, _ = quiz(guide, "1", line)
    assert asked.answers["interviewed-on"] == day


def test_a_day_is_said_back_with_its_distance(guide: Guide) -> None:
    _, said = quiz(guide, "1", "3 days ago")
    assert "    Saturday, February\u00a06, 3 days ago" in said
    _, said = quiz(guide, "1", "today", "2", "2027-02-12")
    assert "    Friday, February\u00a012, in 3 days" in said
    _, said = quiz(guide, "1", "today")
    assert "    Tuesday, February\u00a09, today" in said


def test_the_day_that_their_words_mean_is_said_back(guide: Guide) -> None:
    _, said = quiz(guide, "1", "2027-02-02", "6")
    assert "    Friday, February\u00a012, in 3 days" in said


def test_a_month_ago_is_a_day_that_exists(guide: Guide) -> None:
    asked = Quiz(guide, date(2027, 3, 31), input, print)
    assert asked.quick_day("a-month-ago") == date(2027, 2, 28)


@pytest.mark.parametrize("line", ["soon", "2027-02-30", "9999 days ago", "u", "1e3 days ago"])
def test_a_day_that_is_none_is_refused_in_the_guides_words(guide: Guide, line: str) -> None:
    asked, said = quiz(guide, "1", line, "yesterday")
    assert any("“When was the interview?”" in text for text in said)
    assert asked.answers == {"heard": "nothing", "interviewed-on": "2027-02-08"}


def test_a_day_that_cannot_be_is_refused_and_asked_again(guide: Guide) -> None:
    asked, said = quiz(guide, "2", "tomorrow", "yesterday")
    assert any("which has not come yet" in text for text in said)
    assert asked.answers == {"heard": "still-deciding", "heard-on": "2027-02-08"}


def test_an_answer_that_no_longer_can_be_is_asked_again(guide: Guide) -> None:
    moved = ["c 2", "2027-02-08"]  # the day they said it, now after the day they named
    asked, said = quiz(guide, "3", "2027-02-05", "2027-02-02", "2", "2027-02-06", *moved)
    assert "which is before the day they said it" in " ".join(" ".join(said).split())
    assert asked.answers == {
        "heard": "new-date",
        "heard-on": "2027-02-08",
        "interviewed-on": "2027-02-02",
        "timeline": "date",
    }
    following = asked.next()
    assert following is not None
    assert following.id == "decision-date"


def test_an_answer_that_no_longer_counts_is_named(guide: Guide) -> None:
    asked, said = quiz(guide, "4", "1", "2027-02-05", "c 1", "1")
    assert asked.answers == {"heard": "nothing"}
    assert "no longer count." in " ".join(said)
    asked, said = quiz(guide, "1", "2027-02-02", "c 1", "8")
    assert asked.answers == {"heard": "offer"}
    assert "no longer counts." in " ".join(said)


@pytest.mark.parametrize("line", ["1,2", "1 2", "2, 1", "email+phone", "Phone email"])
def test_a_set_takes_several(guide: Guide, line: str) -> None:
    asked, _ = quiz(guide, *UP_TO_THE_LIST, "10", line)
    assert asked.answers["channels"] == "email+phone"


@pytest.mark.parametrize("line", ["1,7", "1,u", "9", "carrier-pigeon"])
def test_a_set_that_cannot_be_is_refused(guide: Guide, line: str) -> None:
    asked, said = quiz(guide, *UP_TO_THE_LIST, "10", line)
    assert "channels" not in asked.answers
    assert any("“How can you reach them?”" in text for text in said)


def test_lines_say_what_they_say_and_open_the_rest(guide: Guide) -> None:
    asked, _ = quiz(guide, *UP_TO_THE_LIST, "1, 4,5 11", "no-calls")
    assert asked.answers["thanked"] == "yes"
    assert asked.answers["instructions"] == "no-calls+call-any"
    assert asked.answers["culture"] == "formal"


@pytest.mark.parametrize("line", ["12", "0", "thanks", "1 x"])
def test_a_line_that_is_not_on_the_list_is_asked_again(guide: Guide, line: str) -> None:
    asked, said = quiz(guide, *UP_TO_THE_LIST, line, "1")
    assert "is none of these" in " ".join(said)
    assert asked.answers["thanked"] == "yes"


def test_a_phone_brings_more_lines(guide: Guide) -> None:
    asked, said = quiz(guide, *UP_TO_THE_LIST, "10", "1,2", "2")
    assert any(text.endswith(guide.lines["manner-friendly"]) for text in said)
    assert asked.answers["manner"] == "friendly"
    assert asked.answers["calls-normal"] == "no"
    assert asked.next() is None


def test_back_from_the_list_goes_to_the_question_before(guide: Guide) -> None:
    asked, _ = quiz(guide, *UP_TO_THE_LIST, "b", "6", "")
    assert asked.answers["timeline"] == "next-week"
    assert asked.answers["thanked"] == "no"


def test_back_from_the_question_of_a_line_unticks_it(guide: Guide) -> None:
    asked, said = quiz(guide, *UP_TO_THE_LIST, "1, 2", "b", "")
    assert sum(text.endswith(guide.lines["thanked-yes"]) for text in said) == 2
    assert asked.answers["check-ins"] == "0"
    assert asked.answers["thanked"] == "no"
    assert asked.next() is None


def test_counts_are_typed_as_they_are(guide: Guide) -> None:
    asked, _ = quiz(guide, *UP_TO_THE_LIST, "2", "2", "yesterday", "0")
    assert (asked.answers["check-ins"], asked.answers["calls"]) == ("2", "0")


@pytest.mark.parametrize("line", ["15", "0", "maybe", "1,2", "x" * 500])
def test_a_line_that_is_no_option_is_asked_again(guide: Guide, line: str) -> None:
    asked, said = quiz(guide, line, "1")
    assert asked.answers == {"heard": "nothing"}
    assert "is none of these" in " ".join(said)
    assert all(len(text) < 160 for text in said)


def test_enter_takes_the_usual_answer_or_what_was_said(guide: Guide) -> None:
    asked, _ = quiz(guide, "", "2027-02-02", "", "")
    assert asked.answers == {
        "heard": "nothing",
        "interviewed-on": "2027-02-02",
        "timeline": "none",
        "thanked": "no",
        "check-ins": "0",
        "instructions": "none",
        "other-deadline": "none",
        "contact": "unsure",
        "channels": "email",
        "culture": "unsure",
    }
    asked, said = quiz(guide, "5", "b", "", "yesterday")
    assert asked.answers["heard"] == "on-hold"
    label = guide.questions["heard"].options["on-hold"].label
    assert any(guide.phrase("terminal-enter", label=label) in text for text in said)


def test_enter_is_no_answer_where_a_day_is_needed(guide: Guide) -> None:
    asked, said = quiz(guide, "1", "")
    assert "interviewed-on" not in asked.answers
    assert phrase(guide, "missing-day") in said


def test_not_sure_is_an_answer(guide: Guide) -> None:
    asked, said = quiz(guide, "2", "u")
    assert asked.answers == {"heard": "still-deciding", "heard-on": "unsure"}
    assert not any(text.startswith("    Tuesday, February\u00a09") for text in said)


def test_a_question_mark_says_why(guide: Guide) -> None:
    _, said = quiz(guide, "?")
    assert said[-2].startswith(guide.phrase("why"))


def test_back_goes_back_and_stops_at_the_first(guide: Guide) -> None:
    asked, said = quiz(guide, "b", "2", "yesterday", "B", "b", "1")
    assert phrase(guide, "terminal-first") in said
    assert asked.answers == {"heard": "nothing"}


def test_change_lists_what_was_said(guide: Guide) -> None:
    asked, said = quiz(guide, "c", "1", "yesterday", "c", "2", "today")
    assert phrase(guide, "terminal-nothing-to-change") in said
    assert any("When was the interview? Monday, February\u00a08" in text for text in said)
    assert asked.answers["interviewed-on"] == "2027-02-09"


@pytest.mark.parametrize("line", ["", "99", "x"])
def test_change_can_be_left(guide: Guide, line: str) -> None:
    asked, _ = quiz(guide, "1", "c", line, "yesterday")
    assert asked.answers == {"heard": "nothing", "interviewed-on": "2027-02-08"}


def test_after_the_result_any_answer_can_be_changed(run: Run) -> None:
    beside = [
        "c",
        "13",
        "de",
        "c",
        "14",
        "bavaria",
        "c",
        "15",
        "2027-02-03, 2027-02-04..2027-02-05",
        "",
    ]
    status, printed = run(*PLAIN, "c", "", "c 2", "2027-02-03", *beside)
    assert status == 0
    answers = link(printed)
    assert answers["interviewed-on"] == "2027-02-03"
    assert answers["country"] == "DE"
    assert answers["closed"] == "2027-02-03+2027-02-04..2027-02-05"
    assert sum(line.startswith("#") for line in printed) == 5


@pytest.mark.parametrize("typed", ["Catalonia", "catalonia", "Cataluña", "cataluna", "es-ct"])
def test_a_region_is_known_by_what_people_type(guide: Guide, typed: str) -> None:
    asked = Quiz(guide, TODAY, input, print, {"country": "ES"})
    assert asked.read(BY_ID["region"], typed) == "ES-CT"


def test_it_asks_what_the_page_asks(guide: Guide) -> None:
    asked, _ = quiz(guide, "8", "1", "yesterday", "3")  # an offer, declined: nothing more
    assert asked.next() is None
    assert list(asked.answers) == ["heard", "replied", "heard-on", "offer-state"]


def test_a_reminder_has_a_day_and_none_has_none(guide: Guide) -> None:
    asked, _ = quiz(guide, "8", "1", "2027-02-02", "1", "0")  # said yes, asked for no paper
    assert asked.next() is None
    asked, _ = quiz(guide, "8", "1", "2027-02-02", "1", "1", "yesterday")
    assert asked.next() is None
    assert asked.answers["reminded-on"] == "2027-02-08"


def test_every_question_can_be_shown(guide: Guide) -> None:
    said: list[str] = []
    asked = Quiz(guide, TODAY, input, said.append)
    for question in QUESTIONS:
        asked.show(question)
        assert guide.questions[question.id].title in " ".join(said)
    assert all(len(text) <= 160 for text in said)


def test_words_come_from_the_guide_alone(guide: Guide) -> None:
    assert isinstance(Quiz(guide, TODAY, input, print).words, Words)


def test_the_page_never_loads_it() -> None:
    check = "import followup.bridge, sys; sys.exit('followup.quiz' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], cwd=ROOT, check=False).returncode == 0
