"""The documents that the worker, the command line and the tests exchange.

Their keys and the order of the keys are a contract with other sites.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from followup import rights
from followup.answers import place_of, promises
from followup.engine import refusal
from followup.errors import AnswerError
from followup.guide import Guide
from followup.inquiry import Inquiry
from followup.model import Confidence, ConflictId, Part, Plan, Step
from followup.questions import (
    ALWAYS,
    QUESTIONS,
    UNSURE,
    Guard,
    Kind,
    Line,
    Question,
    lines_of,
    positive,
    shown_if,
)
from followup.said import Said, because, in_two
from followup.stated import Stated
from followup.timeline import timeline
from followup.what_if import changes
from followup.wording import COUNTING_DAYS, Words

Document = dict[str, Any]


def canonical(document: Document) -> str:
    """Return a document as text, always in the same bytes."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


# ---- a question -------------------------------------------------------------------


def question_document(
    inquiry: Inquiry, screen: int, missing: tuple[AnswerError, ...] = ()
) -> Document:
    """Return the screen to show next, filled with what was given for it."""
    most, certain = inquiry.screens_after(screen)
    return {
        "kind": "question",
        "screen": screen,
        "title": inquiry.guide.screens[screen],
        "questions": [question_part(inquiry, one) for one in inquiry.questions_of(screen)],
        "answers": inquiry.answers,
        "dropped": list(inquiry.lost),
        "problems": problems(inquiry, missing),
        "left": most if certain else None,
        "most": most,
        "told": told(inquiry),
    }


def problems(inquiry: Inquiry, missing: tuple[AnswerError, ...] = ()) -> list[dict[str, str]]:
    """Return the answers that were refused or are missing, each with what would be right."""
    refused = (*inquiry.problems, *missing)
    return [inquiry.words.problem(error, inquiry.given) for error in refused]


def question_part(inquiry: Inquiry, question: Question) -> Document:
    """Return one question with its words, its options and what was given."""
    guard = shown_if(question, inquiry.guarded)
    asks_when = question.id == "timeline"
    days = promises(inquiry.answers, inquiry.today) if asks_when else {}
    words = question_words(inquiry.guide, question, days)
    if question.kind is Kind.REGION:
        words["options"] = [
            {"value": region, "label": name, "hint": "", "section": COUNTING_DAYS}
            for region, name in inquiry.regions.items()
        ]
    return {
        **words,
        "value": inquiry.given.get(question.id),
        "dates": list(question.dates),
        "shown_if": None if guard is None else conditions(guard),
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
            | ({"group": one.group} if one.group else {})
            | ({"on": days[value].isoformat()} if value in days else {})
            for value, one in text.options.items()
        ],
        "plain": question.plain or None,
        "lines": [line_part(guide, line) for line in lines_of(question.id)],
    }


def line_part(guide: Guide, line: Line) -> Document:
    """Return a line to tick: what it says, or the values that its question then offers."""
    guard = None if line.guard == ALWAYS else tuple(map(positive, line.guard))
    return {
        "id": line.id,
        "label": guide.lines[line.id],
        "value": line.value or None,
        "opens": list(line.opens),
        "shown_if": guard and conditions(guard),
    }


def conditions(guard: Guard) -> list[list[list[object]]]:
    """Return a guard without negations as a page reads it."""
    return [[[one.question, list(one.values)] for one in line] for line in guard]


def told(inquiry: Inquiry) -> list[Document]:
    """Return what was answered, in words and in order, where it still applies."""
    answers = inquiry.answers
    return [
        {
            "question": question.id,
            "screen": question.screen,
            "label": inquiry.guide.questions[question.id].title,
            "text": inquiry.words.told(question.id, answers[question.id]),
        }
        for question in QUESTIONS
        if question.id in answers and question.id not in inquiry.dropped
    ]


# ---- the advice -----------------------------------------------------------------------


def advice_document(inquiry: Inquiry) -> Document:
    """Return the advice with its words, its plan and its reasons."""
    guide, plan, words = inquiry.guide, inquiry.plan, inquiry.words
    touched = disagreements(plan, guide)
    sure = confidence(plan, touched, guide)
    step, settled = plan.next, inquiry.settled
    other, stated = changes(settled), Stated(settled).statements()
    described = in_words(plan, words, sure, inquiry.answers)
    asks_region = inquiry.regions and not place_of(inquiry.answers)[1]
    law = [] if inquiry.moved_by_region else inquiry.regions_with_a_law
    notes = [
        *described["words"]["notes"],
        *([words.note_on_regions(law)] if asks_region else []),
        *words.notes_on_answers(inquiry.reading),
    ]
    return {
        "kind": "advice",
        "headline": described["headline"],
        "words": {
            **described["words"],
            "because": because(inquiry),
            "stated": stated,
            "notes": notes,
            "changes": [one.in_words() for one in other],
        },
        "answers": inquiry.reading.settled,
        "dropped": list(inquiry.lost),
        "problems": problems(inquiry),
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
        "changes": [one.document() for one in other],
        "confidence": sure.value,
        "told": told(inquiry),
        "timeline": timeline(plan, inquiry.answers, words),
        "rights": rights.document(plan, inquiry.facts, inquiry.answers, words),
    }


def describe(plan: Plan, guide: Guide, *, country: str = UNSURE) -> Document:
    """Return a plan in the guide's words: the headline, and every sentence with its section.

    ``country`` is the employer's, as answered; it adds a note where its public
    holidays are not known. Raises ``GuideError`` if the guide lacks a word.
    """
    sure = confidence(plan, disagreements(plan, guide), guide)
    return in_words(plan, Words(guide, plan.situation.today), sure, {"country": country})


def in_words(plan: Plan, words: Words, sure: Confidence, answers: Mapping[str, str]) -> Document:
    """Return a plan in words, with how sure we are of it."""
    step, s = plan.next, plan.situation
    said, no = Said(plan, answers, words), refusal(plan, words.guide.timings)
    return {
        "headline": words.headline(plan),
        "words": {
            "lead": said.lead(),
            "facts": words.facts(plan, sure),
            "message": words.message(plan.sends, s),
            "also": words.call_script(step, s),
            "refusal": no and {"on": no.on.isoformat(), "message": words.message(no, s)},
            "avoid": words.avoid(plan),
            "then": words.then(plan),
            "because": [in_two(one) for one in said.facts()],
            "meanwhile": words.meanwhile(plan),
            "notes": words.notes(plan, answers),
            "day": {"date": step.on.isoformat(), "text": words.in_words(step.on)},
        },
    }


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
