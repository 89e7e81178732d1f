"""The documents that the worker, the command line and the tests exchange.

Their keys and the order of the keys are a contract with other sites.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from followup.answers import Reading, promises
from followup.changes import changes
from followup.engine import advise
from followup.errors import AnswerError
from followup.flips import in_words
from followup.flow import questions_on_the_way, screens_left
from followup.guide import Guide
from followup.model import Confidence, ConflictId, Part, Plan, Step
from followup.questions import (
    BESIDE,
    QUESTIONS,
    UNSURE,
    Question,
    no_longer_asked,
    shown_if,
)
from followup.timeline import timeline
from followup.wording import Words

Document = dict[str, Any]


def canonical(document: Document) -> str:
    """Return a document as text, always in the same bytes."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


# ---- a question -------------------------------------------------------------------


def question_document(
    guide: Guide,
    reading: Reading,
    given: Mapping[str, str],
    screen: int,
    missing: tuple[AnswerError, ...] = (),
) -> Document:
    """Return the screen to show next, filled with what was given for it."""
    today = reading.situation.today
    words = Words(guide, today)
    problems = (*reading.problems, *missing)
    return {
        "kind": "question",
        "screen": screen,
        "title": guide.screens[screen],
        "questions": [
            question_part(guide, question, reading, given)
            for question in questions_of(screen, reading, guide)
        ],
        "answers": reading.answers,
        "dropped": list(no_longer_asked(reading.answers, today)),
        "problems": [words.problem(error, given) for error in problems],
        "left": screens_left(reading.answers, screen, today, guide.timings),
        "told": told(guide, reading, words),
    }


def questions_of(screen: int, reading: Reading, guide: Guide) -> list[Question]:
    """Return the questions of a screen, with those that another answer there would bring."""
    today = reading.situation.today
    if screen == BESIDE:
        return [question for question in QUESTIONS if question.screen == BESIDE]
    on_the_way = questions_on_the_way(reading.answers, today, guide.timings)
    return [
        question
        for question in QUESTIONS
        if question.screen == screen
        and (question in on_the_way or may_come_here(question, reading.answers, today))
    ]


def may_come_here(question: Question, answers: Mapping[str, str], today: date) -> bool:
    """Tell whether another answer on the same screen would bring this question."""
    return not question.rules_guard and shown_if(question, answers, today) != ()


def question_part(
    guide: Guide,
    question: Question,
    reading: Reading,
    given: Mapping[str, str],
) -> Document:
    """Return one question with its words, its options and what was given."""
    guard = shown_if(question, reading.answers, reading.situation.today)
    asks_when = question.id == "timeline"
    days = promises(reading.answers, reading.situation.today) if asks_when else {}
    return {
        **question_words(guide, question, days),
        "value": given.get(question.id),
        "dates": list(question.dates),
        "shown_if": guard
        and [[[one.question, list(one.values)] for one in line] for line in guard],
    }


def question_words(
    guide: Guide,
    question: Question,
    days: Mapping[str, date] = MappingProxyType({}),
) -> Document:
    """Return what a question says; ``days`` are those that some of its options come to."""
    text = guide.questions[question.id]
    return {
        "id": question.id,
        "title": text.title,
        "why": text.why,
        "hint": text.hint,
        "type": question.kind.value,
        "options": [
            {"value": value, "label": one.label, "hint": one.hint, "section": one.section}
            | ({"on": days[value].isoformat()} if value in days else {})
            for value, one in text.options.items()
        ],
    }


def told(guide: Guide, reading: Reading, words: Words) -> list[Document]:
    """Return what was answered, in words and in order, where it still applies."""
    answers = reading.answers
    dropped = no_longer_asked(answers, reading.situation.today)
    return [
        {
            "question": question.id,
            "screen": question.screen,
            "label": guide.questions[question.id].title,
            "text": words.told(question.id, answers[question.id]),
        }
        for question in QUESTIONS
        if question.id in answers and question.id not in dropped
    ]


# ---- the advice -----------------------------------------------------------------------


def advice_document(guide: Guide, reading: Reading, given: Mapping[str, str]) -> Document:
    """Return the advice with its words, its plan and its reasons."""
    s = reading.situation
    plan = advise(s, guide.timings)
    words = Words(guide, s.today)
    touched = disagreements(plan, guide)
    sure = confidence(plan, touched, guide)
    step = plan.next
    described = describe(plan, guide, country=reading.answers.get("country", UNSURE))
    other = changes(reading.answers, s.today, guide.timings)
    return {
        "kind": "advice",
        "headline": described["headline"],
        "words": {**described["words"], "changes": in_words(other, reading.answers, words)},
        "answers": reading.answers,
        "dropped": list(no_longer_asked(reading.answers, s.today)),
        "problems": [words.problem(error, given) for error in reading.problems],
        **step_part(step),
        "plan": [plan_part(one) for one in plan.steps],
        "contacts": {"used": plan.contacts_used, "left": plan.contacts_left},
        "avoid": [rule.id for rule in plan.avoid],
        "because": [
            {
                "part": part.value,
                "rule": rule.id,
                "ref": rule.ref,
                "section": rule.section,
                "claims": list(rule.claims),
            }
            for part, rule in step.because
        ],
        "passed_over": [
            {"part": part.value, "rule": rule.id, "ref": rule.ref, "section": rule.section}
            for part, rule in step.passed_over
        ],
        "disagreements": [disagreement_part(one, guide) for one in touched],
        "changes": other,
        "confidence": sure.value,
        "told": told(guide, reading, words),
        "timeline": timeline(plan, reading.answers, words),
    }


def describe(plan: Plan, guide: Guide, *, country: str = UNSURE) -> Document:
    """Return a plan in the guide's words: the headline, and every sentence with its section.

    ``country`` is the employer's, as answered; it adds a note where its public
    holidays are not known. Raises ``GuideError`` if the guide lacks a word.
    """
    words = Words(guide, plan.situation.today)
    step, s = plan.next, plan.situation
    return {
        "headline": words.headline(plan),
        "words": {
            "lead": words.leads(plan),
            "facts": words.facts(plan, confidence(plan, disagreements(plan, guide), guide)),
            "message": words.message(step_with_words(plan), s),
            "also": words.call_script(step, s),
            "avoid": words.avoid(plan),
            "then": words.then(plan),
            "because": words.because(plan),
            "meanwhile": words.meanwhile(plan),
            "notes": words.notes(plan, country),
            "day": {"date": step.on.isoformat(), "text": words.in_words(step.on)},
        },
    }


def step_with_words(plan: Plan) -> Step | None:
    """Return the step whose words are shown: the next one that sends something."""
    return next((step for step in plan.steps if step.message), None)


def step_part(step: Step) -> Document:
    """Return the keys that a step has in common with the advice itself."""
    return {
        "action": step.action.value,
        "channel": step.channel.value,
        "to": step.to.value if step.to else None,
        "also_call": step.also_call,
        "on": step.on.isoformat(),
        "earliest": step.earliest.isoformat() if step.earliest else None,
        "latest": step.latest.isoformat() if step.latest else None,
        "thanks_inside": step.thanks_inside,
        "message": step.message,
    }


def plan_part(step: Step) -> Document:
    """Return a step of the plan."""
    part = step_part(step)
    keys = ("action", "channel", "to", "on", "earliest", "latest", "message", "thanks_inside")
    return {key: part[key] for key in keys}


def disagreements(plan: Plan, guide: Guide) -> list[ConflictId]:
    """Return the conflicts that touched this advice, in the guide's order."""
    named = {conflict for _, rule in plan.next.because for conflict in rule.conflicts}
    return sorted((one for one in guide.conflicts if one in named), key=lambda one: int(one[1:]))


def confidence(plan: Plan, touched: list[ConflictId], guide: Guide) -> Confidence:
    """Return the weakest mark among the conflicts touched and our own judgment."""
    marks = [guide.conflicts[one].sure for one in touched]
    parts = {part: rule for part, rule in plan.next.because if part is Part.ACTION}
    if not touched and any(rule.our_judgement for rule in parts.values()):
        marks.append(Confidence.OUR_JUDGEMENT)
    return max(marks, key=list(Confidence).index, default=Confidence.WELL_SUPPORTED)


def disagreement_part(identifier: ConflictId, guide: Guide) -> Document:
    """Return a conflict: our advice first, then who says what."""
    one = guide.conflicts[identifier]
    return {
        "id": identifier,
        "section": one.section,
        "title": one.title,
        "ours": one.ours,
        "sides": [{"who": who, "says": says} for who, says in one.sides],
        "sure": one.sure.value,
    }
