"""The first screens are what Python would show: on every path, and on every way back.

``make parity`` looks at each path; else it is one in eleven.
"""

import hashlib
import json
import os
import re
import subprocess
import zlib
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, islice
from pathlib import Path
from typing import Any

import pytest

from followup import bridge
from followup.answers import understand
from followup.documents import canonical
from followup.guide import Guide, guide_from_json
from followup.inquiry import Inquiry
from followup.questions import (
    BESIDE,
    NONE,
    QUESTIONS,
    UNSURE,
    Condition,
    Kind,
    Question,
    Screen,
    guarded,
    holds,
)
from scripts.guide.reader import read_guide, to_json
from scripts.paths import DOCS, ROOT, WEB
from scripts.proof.samples import random_answers
from scripts.quiz.first_screens import as_text, board_words, screens_of

pytestmark = pytest.mark.slow
READER = ROOT / "tests" / "web" / "read-first-screens.mjs"
TODAY = date(2027, 2, 9)
SCREENS = range(1, BESIDE)
NO_PAGE = "-"
EVERY = 1 if "PARITY" in os.environ else 11
ASKED = re.compile(r'\b(?:t|count)\(\s*(?:[^"()]*\?\s*)?"([a-z0-9-]+)"(?:\s*:\s*"([a-z0-9-]+)")?')
PACKED_AT_MOST = 12_450  # bytes, of what comes with the first question
DAYS = {
    "interviewed-on": (-7, 0, 3),
    "decision-date": (10,),
    "call-on": (0, 4),
    "deadline-on": (20,),
}
Answers = dict[str, str]
Request = dict[str, Any]


@pytest.fixture(scope="module", autouse=True)
def _python_has_the_guide() -> None:
    bridge.start(to_json(read_guide(DOCS)))


@pytest.fixture(scope="module")
def data(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the first screens as a file."""
    path = tmp_path_factory.mktemp("data") / "first-screens.json"
    path.write_text(as_text(screens_of(guide)), encoding="utf-8")
    return path


def read(data: Path, requests: list[Request]) -> list[str]:
    """Return what the page makes of each request."""
    lines = "\n".join(json.dumps(request) for request in requests)
    done = subprocess.run(
        ["node", READER, data], input=lines, capture_output=True, text=True, check=True
    )
    return done.stdout.split()


def agreed(data: Path, requests: list[Request], guide: Guide) -> list[str]:
    """Return what the page makes of the data; Python says the same of each request."""
    pages = read(data, requests)
    asked = zip(requests, pages, strict=True)
    assert [request for request, page in asked if page != expected(request, guide)] == []
    return pages


def expected(request: Request, guide: Guide) -> str:
    """Return the same from Python; nothing where it takes the rules to say what comes next."""
    if "screen" not in request:
        today = date.fromisoformat(request["today"])
        following = Inquiry(request["answers"], today, guide).next_question
        if following is None or following.screen not in SCREENS:
            return NO_PAGE
    document = json.loads(bridge.view(json.dumps(request)))
    if document["kind"] != "question" or document["screen"] not in SCREENS:
        return NO_PAGE
    for question in document["questions"]:
        for option in question["options"]:
            option.pop("on", None)  # the days that words come to are Python's to say
    for line in document["told"]:
        if line["question"] == "region":  # its name is Python's to say
            line["text"] = request["answers"]["region"]
    return hashlib.sha256(canonical(document).encode()).hexdigest()


# ---- every path ---------------------------------------------------------------------


def values(question: Question) -> Iterator[str]:
    """Yield every answer that could make a difference, and one not sure."""
    if question.kind is Kind.DATE:
        for offset in DAYS.get(question.id, (0,)):
            yield (TODAY + timedelta(days=offset)).isoformat()
    elif question.kind is Kind.SET:
        members = [one for one in question.values if one != NONE]
        yield from question.values
        yield from map("+".join, combinations(members, 2))
    else:
        yield from question.values
    if question.accepts_unsure:
        yield UNSURE


def conditions() -> list[Condition]:
    """List all that guards look at."""
    return [one for question in QUESTIONS for line in question.guard for one in line]


def as_guards_see(answers: Answers) -> tuple[bool, ...]:
    """Return what guards can tell about answers; where it is equal, the way on is."""
    read = guarded(answers, TODAY)
    return tuple(condition.holds(read) for condition in conditions())


def completed(answers: Answers, screen: int) -> Iterator[Answers]:
    """Yield the answers with every combination of values for the questions on a screen.

    Of a list to tick, each value is tried beside the plain answers.
    """
    if screen == Screen.TRUE:
        yield from (one for one in listed(answers) if not understand(one, TODAY).problems)
        return
    read = guarded(answers, TODAY)
    for question in QUESTIONS:
        here = question.screen == screen and question.id not in answers
        if here and holds(question.guard, read):
            for value in values(question):
                yield from completed(answers | {question.id: value}, screen)
            return
    if not understand(answers, TODAY).problems:
        yield answers


def listed(answers: Answers) -> Iterator[Answers]:
    """Yield the answers with each value on the list, and the plain answers besides."""
    read = guarded(answers, TODAY)
    asked = [one for one in QUESTIONS if one.screen == Screen.TRUE and holds(one.guard, read)]
    plain = answers | {one.id: one.plain for one in asked if one.plain}
    for question in QUESTIONS:
        if question.screen == Screen.TRUE:
            for value in values(question):
                yield plain | {question.id: value}
                yield answers | {question.id: value}


def paths(guide: Guide) -> Iterator[Answers]:
    """Yield the answers on every path, screen by screen.

    Every combination of values on a screen is tried once for each kind of
    answers that can lead there.
    """
    tried, waiting = set[tuple[int, tuple[bool, ...]]](), [Answers()]
    while waiting:
        answers = waiting.pop()
        yield answers
        following = Inquiry(answers, TODAY, guide).next_question
        if following is None or following.screen not in SCREENS:
            continue
        way = following.screen, as_guards_see(answers)
        if way not in tried:
            tried.add(way)
            waiting += completed(answers, following.screen)


def test_it_says_the_same_on_every_path(guide: Guide, data: Path) -> None:
    today = TODAY.isoformat()
    some = islice(paths(guide), None, None, EVERY)
    requests: list[Request] = [{"answers": one, "today": today} for one in some]
    pages = agreed(data, requests, guide)
    assert len(pages) > len(set(pages)) > 1000
    assert NO_PAGE in pages


def test_it_says_the_same_on_every_way_back(guide: Guide, data: Path) -> None:
    requests: list[Request] = []
    for (answers, today), screen in zip(random_answers(0, 300), (0, *SCREENS) * 60, strict=True):
        known = understand(answers, today).answers
        shown = {"screen": screen} if screen else {}
        requests.append({"answers": known, "today": today.isoformat()} | shown)
    earlier = {"heard": "cancelled", "replied": "yes", "heard-on": "2027-02-01"}
    earlier |= {"reminded": "1", "reminded-on": "2027-01-20"}
    requests += [
        {"answers": earlier, "today": TODAY.isoformat()} | one for one in ({}, {"screen": 1})
    ]
    assert agreed(data, requests, guide).count(NO_PAGE) < len(requests)


def test_my_applications_has_every_word_that_it_says() -> None:
    """Its modules, and those of the quiz that it uses, ask for no phrase that is not with it."""
    there = [*(WEB / "kept").glob("*.js"), WEB / "result/calendar-file.js", WEB / "answers/days.js"]
    asked = [ASKED.findall(file.read_text(encoding="utf-8")) for file in there]
    said = {one for calls in asked for call in calls for one in call if one}
    assert len(said) > len(there)
    assert said - {*board_words()["phrases"]} == set()


def test_it_is_small_enough_to_come_with_the_page(data: Path) -> None:
    assert len(zlib.compress(data.read_bytes(), 9)) < PACKED_AT_MOST


def test_every_question_has_its_words_and_on_the_way_its_guard(guide: Guide) -> None:
    questions = screens_of(guide)["questions"]
    assert [one["id"] for one in questions] == [one.id for one in QUESTIONS]
    for one in questions:
        assert one["title"]
        assert (one["guard"] is None) == (one["screen"] not in SCREENS)


def test_what_makes_no_sense_is_kept_and_counts_as_no_answer(data: Path) -> None:
    nonsense = {"heard": "nonsense", "interviewed-on": "2027-13-40", "no-such": "1"}
    pages = read(data, [{"answers": nonsense, "today": TODAY.isoformat()}])
    assert pages != [NO_PAGE]


@pytest.fixture
def reworded() -> Iterator[Guide]:
    """Give Python a guide that says days in other words, for one test."""
    own = to_json(read_guide(DOCS))
    changed = json.loads(own)
    changed["phrases"] |= {
        "date": "{weekday}, {month} {day}",
        "date-with-year": "{weekday}, {month} {day}, {year}",
        "weekdays": "Mo Tu We Th Fr Sa Su",
    }
    text = json.dumps(changed)
    bridge.start(text)
    yield guide_from_json(text)
    bridge.start(own)


def test_a_day_is_said_by_both_in_the_guide_s_words(reworded: Guide, tmp_path: Path) -> None:
    data = tmp_path / "first-screens.json"
    data.write_text(as_text(screens_of(reworded)), encoding="utf-8")
    days = ["2027-02-02", "2026-12-31"]
    requests: list[Request] = [
        {"answers": {"heard": "nothing", "interviewed-on": day}, "today": TODAY.isoformat()}
        for day in days
    ]
    assert NO_PAGE not in agreed(data, requests, reworded)
    said = [
        json.loads(bridge.view(json.dumps(request)))["told"][-1]["text"] for request in requests
    ]
    assert said == ["Tu, February\u00a02", "Th, December\u00a031, 2026"]


def test_every_field_for_a_day_has_its_quick_choices(guide: Guide) -> None:
    data = screens_of(guide)
    fields = {one["id"] for one in data["questions"] if one["type"] == "date"}
    assert fields == set(data["days"])
    assert [one for one in fields if not data["days"][one]["unsure"]] == ["interviewed-on"]
    away = {name: days for field in data["days"].values() for name, days in field["quick"]}
    assert all(guide.phrase(name) for name in away)
    assert all(
        days <= 0 for field in data["days"].values() if field["over"] for _, days in field["quick"]
    )
