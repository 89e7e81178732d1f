"""The only door that JavaScript uses: text in, text out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from followup import opened
from followup.answers import read_today
from followup.documents import Document, advice_document, canonical, question_document
from followup.errors import AnswerError
from followup.inquiry import Inquiry
from followup.kept import Deed, next_steps
from followup.questions import BESIDE, BY_ID, Screen, is_ended, is_visible

UNREADABLE = "…"
OPENING, BRACKETS_AT_MOST = "[{", 100
STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)


def start(guide: str) -> None:
    """Take the guide data as JSON text; without it, the built-in guide is used."""
    opened.open_guide(guide)


def open_holidays(text: str) -> None:
    """Take the public holidays of all countries as JSON text; until then a country has none."""
    opened.open_holidays(text)


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: answers, a day, and which screen or whether the advice at once."""

    answers: dict[str, str]
    today: date
    screen: int | None
    submitted: int | None
    advise: bool
    each: tuple[str, ...] | None
    employers: tuple[str, ...]
    deed: Deed


def view(request: str) -> str:
    """Return the question or the advice for ``{"answers": {...}, "today": "..."}``.

    ``screen`` shows a screen again, ``submitted`` says on which screen the
    reader pressed Continue, ``advise`` asks for the advice at once. ``each``
    asks for the next step of several applications instead, each with its
    answers as the fragment of a link; ``employers`` names them by anything, so
    that what is asked at one keeps its distance; ``done_on`` and ``by_phone`` say
    how the step was done for which the answers afterwards are returned. Refused
    answers come back as ``problems``, never as an exception. Raises
    ``AnswerError`` only for ``today``, if it is not a date, and for ``request``,
    if the text is no such object.
    """
    asked = read_request(request)
    if asked.each is not None:
        return canonical(next_steps(asked.each, asked.today, asked.deed, asked.employers))
    inquiry = Inquiry(asked.answers, asked.today, opened.guide())
    return canonical(answer(inquiry, asked))


def read_request(text: str) -> Request:
    """Return what a text asks. Raises ``AnswerError`` if it cannot be understood."""
    if is_deep(text):
        raise AnswerError("request", "too-deep")
    try:
        asked = json.loads(text)
    except ValueError:
        raise AnswerError("request", "not-json") from None
    if not isinstance(asked, dict):
        raise AnswerError("request", "not-an-object")
    answers = asked.get("answers", {})
    if not isinstance(answers, dict):
        raise AnswerError("request", "answers-are-no-object")
    return Request(
        answers={question: as_text(value) for question, value in answers.items()},
        today=read_today(as_text(asked.get("today", ""))),
        screen=number(asked, "screen"),
        submitted=number(asked, "submitted"),
        advise=bool(asked.get("advise")),
        each=texts(asked, "each"),
        employers=texts(asked, "employers") or (),
        deed=deed(asked),
    )


def texts(asked: Mapping[str, object], key: str) -> tuple[str, ...] | None:
    """Return a list of texts, None if there is none."""
    each = asked.get(key)
    if each is None:
        return None
    if not isinstance(each, list):
        raise AnswerError("request", f"{key}-is-no-list")
    return tuple(as_text(one) for one in each)


def deed(asked: Mapping[str, object]) -> Deed:
    """Return how a step was done."""
    on, by_phone = asked.get("done_on"), asked.get("by_phone")
    return Deed(
        on=None if on is None else read_today(as_text(on)),
        by_phone=by_phone if isinstance(by_phone, bool) else None,
    )


def is_deep(text: str) -> bool:
    """Tell whether there are so many brackets that reading them could end the browser's Python.

    There, unlike elsewhere, nothing can be caught once the stack is full.
    """
    if sum(map(text.count, OPENING)) <= BRACKETS_AT_MOST:
        return False
    return sum(map(STRING.sub("", text).count, OPENING)) > BRACKETS_AT_MOST


def as_text(value: object) -> str:
    """Return an answer as text; what is neither text nor number is no answer that we know."""
    return str(value) if isinstance(value, (str, int, float)) else UNREADABLE


def number(asked: Mapping[str, object], key: str) -> int | None:
    """Return the number of a screen, None if there is none."""
    value = asked.get(key)
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise AnswerError("request", f"{key}-is-no-number")


def answer(inquiry: Inquiry, asked: Request) -> Document:
    """Return the document for a request that has been read."""
    if asked.advise:
        if "interviewed-on" in inquiry.answers or is_ended(inquiry.answers):
            return advice_document(inquiry)
        return question_document(inquiry, Screen.INTERVIEW, missing(inquiry, ["interviewed-on"]))
    if asked.screen is not None and inquiry.questions_of(asked.screen):
        return question_document(inquiry, asked.screen)
    following = inquiry.next_question
    if asked.submitted == BESIDE and beside_was_refused(inquiry):
        return question_document(inquiry, BESIDE)
    if following is None:
        return advice_document(inquiry)
    unanswered = unanswered_on(asked.submitted, inquiry) if asked.submitted else []
    return question_document(inquiry, following.screen, missing(inquiry, unanswered))


def beside_was_refused(inquiry: Inquiry) -> bool:
    """Tell whether an answer given beside the result was refused."""
    names = {problem.question for problem in inquiry.problems}
    return any(BY_ID[name].screen == BESIDE for name in names if name in BY_ID)


def unanswered_on(screen: int, inquiry: Inquiry) -> list[str]:
    """Return the questions of a screen that were shown and left without an answer."""
    here = (one for one in inquiry.open_questions if one.screen == screen)
    return [one.id for one in here if is_visible(one, inquiry.guarded)]


def missing(inquiry: Inquiry, questions: list[str]) -> tuple[AnswerError, ...]:
    """Return a problem for each question without an answer, unless it already has one."""
    named = {problem.question for problem in inquiry.problems}
    return tuple(AnswerError(one, "missing") for one in questions if one not in named)
