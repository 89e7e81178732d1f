"""Whatever is asked is answered or refused by name, and nothing that was right is lost.

``make fuzz`` tries fifty times as much as an ordinary run. That each request is answered soon is
seen by the days that are looked at for it, not by a clock.
"""

import io
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from typing import Any

import pytest

from followup import __main__ as terminal
from followup import bridge
from followup.address import read_fragment
from followup.errors import AnswerError
from followup.guide import Guide
from followup.questions import BY_ID, UNSURE, Kind
from followup.workdays import Calendar
from scripts.guide.reader import read_guide, to_json
from scripts.paths import DOCS
from scripts.pyodide import ask
from scripts.pyodide.library import ARCHIVE
from tests.followup import fuzzing

TRIES = int(os.environ.get("FUZZ", "2000"))
REQUESTS, LINKS, COMMANDS = TRIES * 60 // 100, TRIES * 30 // 100, TRIES * 10 // 100
DAYS_AT_MOST = 40_000  # looked at for one request: what an endless wait would go beyond
TODAY = "2027-02-09"
GOOD = {"heard": "nothing", "interviewed-on": "2027-02-02", "thanked": "yes"}


days_looked_at = [0]


@pytest.fixture(autouse=True, scope="module")
def _the_guide_is_open_and_days_are_counted() -> Iterator[None]:
    bridge.start(to_json(read_guide(DOCS)))
    is_business_day = Calendar.is_business_day

    def counted(calendar: Calendar, day: date) -> bool:
        days_looked_at[0] += 1
        return is_business_day(calendar, day)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Calendar, "is_business_day", counted)
        yield


def view(request: str) -> dict[str, Any] | AnswerError:
    """Return the document for a request, or how it was refused."""
    days_looked_at[0] = 0
    try:
        text = bridge.view(request)
    except AnswerError as refusal:
        return refusal
    finally:
        assert days_looked_at[0] <= DAYS_AT_MOST, request[:200]
    document: dict[str, Any] = json.loads(text)
    return document


def assert_nothing_is_lost(given: dict[str, Any], document: dict[str, Any]) -> None:
    """Check that each answer is kept as it was, or named among the problems."""
    refused = {problem["question"] for problem in document["problems"]}
    assert {*document["answers"], *refused} >= set(given)
    for one, value in given.items():
        kept = document["answers"].get(one, str(value))
        # Where a day that is not known counts as today, it is written down.
        is_day = one in BY_ID and BY_ID[one].kind is Kind.DATE
        assumed = is_day and (value == UNSURE or one in refused)
        assert kept == str(value) or assumed
    assert all(problem["text"] for problem in document["problems"])


def test_every_request_is_answered_or_refused_by_name() -> None:
    kinds: Counter[str] = Counter()
    for request in fuzzing.requests(REQUESTS, seed=1):
        document = view(request)
        if isinstance(document, AnswerError):
            assert document.question in {"request", "today"}, request[:200]
            kinds[document.code] += 1
        else:
            assert_nothing_is_lost(json.loads(request).get("answers", {}), document)
            kinds[document["kind"]] += 1
    assert min(kinds["question"], kinds["advice"], kinds["not-json"]) > REQUESTS // 50


def test_every_link_is_answered() -> None:
    refused = 0
    for link in fuzzing.links(LINKS, seed=2):
        answers = read_fragment(link)
        document = view(json.dumps({"answers": answers, "today": fuzzing.TODAY}))
        assert isinstance(document, dict), link
        assert_nothing_is_lost(answers, document)
        refused += bool(document["problems"])
    assert refused > LINKS // 3


def test_every_command_line_gets_advice_or_one_line(
    monkeypatch: pytest.MonkeyPatch, guide: Guide
) -> None:
    monkeypatch.setattr(terminal, "load_guide", lambda: guide)
    statuses: Counter[int] = Counter()
    for arguments in fuzzing.command_lines(COMMANDS, seed=3):
        status, printed, refusal = typed(arguments)
        assert bool(printed) is (status == 0), arguments
        assert bool(refusal) is (status == 2), arguments
        assert refusal.startswith("usage: ") or len(refusal.splitlines()) <= 1
        statuses[status] += 1
    assert set(statuses) == {0, 2}


def typed(arguments: list[str]) -> tuple[int, str, str]:
    """Return status, output and errors of a command."""
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as errors:
        try:
            status = terminal.main(arguments)
        except SystemExit as stopped:  # an option that does not exist
            status = int(stopped.code or 0)
    return status, out.getvalue(), errors.getvalue()


# ---- what was found, each by itself ---------------------------------------------------

NO_REQUESTS = {
    "nothing": ("", "not-json"),
    "words": ("not a request", "not-json"),
    "a list": ("[]", "not-an-object"),
    "null": ("null", "not-an-object"),
    "a well without a floor": ("[" * 100_000, "too-deep"),
    "a well with a floor": ("[" * 101 + "]" * 101, "too-deep"),
    "a well behind a word": ('{"a": "\\"", "b": ' + "[" * 101, "too-deep"),
    "brackets that are no well": ("[" * 100 + "]" * 100, "not-an-object"),
    "brackets without an end": ('"' + "[" * 101, "too-deep"),
    "a number without an end": ('{"screen": ' + "1" * 10_000 + "}", "not-json"),
    "answers in a list": ('{"answers": [], "today": "2027-02-09"}', "answers-are-no-object"),
    "no answers at all": ('{"answers": null, "today": "2027-02-09"}', "answers-are-no-object"),
    "a screen in words": ('{"today": "2027-02-09", "screen": "3"}', "screen-is-no-number"),
    "half a screen": ('{"today": "2027-02-09", "screen": 1.5}', "screen-is-no-number"),
    "a true screen": ('{"today": "2027-02-09", "submitted": true}', "submitted-is-no-number"),
}


@pytest.mark.parametrize("name", NO_REQUESTS)
def test_what_is_no_request_is_refused_as_one(name: str) -> None:
    text, code = NO_REQUESTS[name]
    refusal = view(text)
    assert isinstance(refusal, AnswerError)
    assert (refusal.question, refusal.code) == ("request", code)


@pytest.mark.parametrize("value", [None, [], {"a": 1}, True, 1.5, [[[]]]], ids=str)
def test_an_answer_that_is_no_text_is_refused_and_the_others_are_kept(value: object) -> None:
    document = view(json.dumps({"answers": {**GOOD, "culture": value}, "today": TODAY}))
    assert isinstance(document, dict)
    assert document["answers"] == GOOD
    assert [one["question"] for one in document["problems"]] == ["culture"]


def test_a_day_of_an_earlier_interview_is_not_written_over() -> None:
    answers = {
        "heard": "on-hold",
        "heard-on": "2027-01-21",
        "interviewed-on": "2027-01-24",
        "check-ins": "unsure",
        "last-check-in": "2027-01-21",
        "thanked": "unsure",
        "instructions": "call-on",
        "call-on": "2027-01-24",
        "called": "no-answer",
        "other-deadline": "offer",
        "deadline-on": "2027-01-24",
        "deadline-told": "yes",
        "timeline": "three-weeks",
    }
    document = view(json.dumps({"answers": answers, "today": TODAY}))
    assert isinstance(document, dict)
    assert_nothing_is_lost(answers, document)


def test_a_number_is_read_as_its_text() -> None:
    document = view(json.dumps({"answers": {**GOOD, "check-ins": 1}, "today": TODAY}))
    assert isinstance(document, dict)
    assert document["answers"]["check-ins"] == "1"


YEARS = "+".join(f"{year}-01-01..{year}-12-31" for year in range(2027, 2090))
ENDLESS = {
    "closed for sixty years": ("closed", YEARS, "range-too-long"),
    "closed on one day a thousand times": (
        "closed",
        "+".join(["2027-03-01"] * 1_000),
        "range-too-long",
    ),
    "the same channel a thousand times": (
        "channels",
        "+".join(["email"] * 1_000),
        "unknown-option",
    ),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_an_endless_answer_is_refused_at_once(name: str) -> None:
    question, value, code = ENDLESS[name]
    answers = {**GOOD, question: value}
    document = view(json.dumps({"answers": answers, "today": TODAY, "advise": True}))
    assert isinstance(document, dict)
    assert [(one["question"], one["code"]) for one in document["problems"]] == [(question, code)]


def test_a_year_may_be_closed_in_parts_and_no_day_more() -> None:
    for last, refused in (("2027-12-31", False), ("2028-01-02", False), ("2028-01-03", True)):
        closed = f"2027-07-01..{last}+2027-01-01..2027-06-30"
        answers = {**GOOD, "closed": closed}
        document = view(json.dumps({"answers": answers, "today": TODAY, "advise": True}))
        assert isinstance(document, dict)
        assert bool(document["problems"]) is refused


def test_every_member_of_a_set_may_be_chosen_at_once() -> None:
    for question in ("instructions", "channels"):
        members = [value for value in BY_ID[question].values if value != "none"]
        answers = {**GOOD, question: "+".join(members)}
        document = view(json.dumps({"answers": answers, "today": TODAY}))
        assert isinstance(document, dict)
        assert document["problems"] == []


# ---- the real terminal ----------------------------------------------------------------


def run(*arguments: str | bytes, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a process of its own, in a locale that knows only ASCII."""
    command = [sys.executable, "-m", "followup", "advise", "--today", TODAY, *arguments]
    env = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    return subprocess.run(command, input=given, env=env, check=False, capture_output=True)


@pytest.mark.built
def test_bytes_that_are_no_text_are_refused_like_other_answers() -> None:
    done = run("interviewed-on=2027-02-02", b"heard=\xff")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"heard: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.built
def test_a_line_of_a_batch_that_is_no_text_leaves_the_others_alone() -> None:
    good = b"interviewed-on=2027-02-02 thanked=yes\n"
    done = run("--batch", given=b"heard=\xff\xfe\n" + good + b"\xed\xa0\x80\n" + good)
    documents = [json.loads(line) for line in done.stdout.decode().rstrip("\n").split("\n")]
    assert [one["kind"] for one in documents] == ["refused", "advice", "refused", "advice"]
    assert (done.returncode, done.stderr) == (2, b"")


@pytest.mark.built
def test_whoever_stops_reading_gets_no_traceback() -> None:
    command = [sys.executable, "-m", "followup", "advise", "--today", TODAY, "--batch"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        process.stdin.write(b"interviewed-on=2027-02-02\n" * 20)
        process.stdin.close()
        assert process.stderr.read() == b""


@pytest.mark.built
def test_the_browsers_python_outlives_what_is_no_request() -> None:
    good = json.dumps({"answers": GOOD, "today": TODAY})
    bad = [text for text, _ in NO_REQUESTS.values()]
    replies = ask.whole(ARCHIVE, (*bad, *fuzzing.ODD_REQUESTS, good))
    whys = [why for _, why in replies.errors]
    for (_, code), why in zip(NO_REQUESTS.values(), whys, strict=False):
        assert f"followup.errors.AnswerError: request: {code}\n" in why
    assert json.loads(replies.views[-1] or "")["answers"] == GOOD


def test_brackets_in_an_answer_are_only_text() -> None:
    answers = {**GOOD, "culture": '[{"' * 500 + "\\" * 3}
    document = view(json.dumps({"answers": answers, "today": TODAY}))
    assert isinstance(document, dict)
    assert [one["question"] for one in document["problems"]] == ["culture"]
    assert document["answers"] == GOOD
