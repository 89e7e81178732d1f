"""The only door that JavaScript uses: text in, text out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from followup.answers import Reading, almanac_has_come, read_today, understand
from followup.documents import (
    Document,
    advice_document,
    canonical,
    question_document,
    questions_of,
)
from followup.errors import AnswerError
from followup.flow import next_question, questions_on_the_way
from followup.guide import Guide, guide_from_json, load_guide
from followup.questions import BESIDE, BY_ID, is_ended

_guides: list[Guide] = []  # the one guide of this room, read once


def start(guide: str) -> None:
    """Take the guide data as JSON text; without it, the built-in guide is used."""
    _guides[:] = [guide_from_json(guide)]


def open_almanac(text: str) -> None:
    """Take the public holidays of all countries as JSON text; until then a country has none."""
    almanac_has_come(text)


def view(request: str) -> str:
    """Return the question or the advice for ``{"answers": {...}, "today": "..."}``.

    ``screen`` shows a screen again, ``submitted`` says on which screen the
    reader pressed Continue, ``advise`` asks for the advice at once. Refused
    answers come back as ``problems``, never as an exception. Raises
    ``AnswerError`` only if ``today`` is not a date.
    """
    asked: dict[str, Any] = json.loads(request)
    given = {str(key): str(value) for key, value in asked.get("answers", {}).items()}
    today = read_today(str(asked.get("today", "")))
    if not _guides:
        _guides.append(load_guide())
    document = answer(_guides[0], given, today, asked)
    return canonical(document)


def answer(
    guide: Guide,
    given: Mapping[str, str],
    today: date,
    asked: Mapping[str, Any],
) -> Document:
    """Return the document for a request that has been read."""
    reading = understand(given, today)
    if asked.get("advise"):
        if "interviewed-on" in reading.answers or is_ended(reading.answers):
            return advice_document(guide, reading, given)
        return question_document(guide, reading, given, 2, missing(reading, ["interviewed-on"]))
    wanted, submitted = asked.get("screen"), asked.get("submitted")
    if wanted is not None and questions_of(int(wanted), reading, guide):
        return question_document(guide, reading, given, int(wanted))
    following = next_question(reading.answers, today, guide.timings)
    if submitted == BESIDE and beside_was_refused(reading):
        return question_document(guide, reading, given, BESIDE)
    if following is None:
        return advice_document(guide, reading, given)
    unanswered = unanswered_on(submitted, reading, guide) if submitted else []
    return question_document(guide, reading, given, following.screen, missing(reading, unanswered))


def beside_was_refused(reading: Reading) -> bool:
    """Tell whether an answer given beside the result was refused."""
    names = {problem.question for problem in reading.problems}
    return any(BY_ID[name].screen == BESIDE for name in names if name in BY_ID)


def unanswered_on(screen: int, reading: Reading, guide: Guide) -> list[str]:
    """Return the questions of a screen that were shown and left without an answer."""
    way = questions_on_the_way(reading.answers, reading.situation.today, guide.timings)
    return [one.id for one in way if one.screen == screen and one.id not in reading.answers]


def missing(reading: Reading, questions: list[str]) -> tuple[AnswerError, ...]:
    """Return a problem for each question without an answer, unless it already has one."""
    named = {problem.question for problem in reading.problems}
    return tuple(AnswerError(one, "missing") for one in questions if one not in named)
