"""Write down all that the page needs to ask its questions before Python is awake."""

import json
import tomllib
from typing import Any

from followup.documents import question_words
from followup.guide import Guide, guide_from_json
from followup.questions import (
    BESIDE,
    OF_A_DATE,
    QUESTIONS,
    Condition,
    Guard,
    Kind,
    Screen,
    positive,
)
from followup.quiz import DAYS_AWAY, QUICK_DAYS, quick_days
from scripts.paths import GUIDE_JSON, ROOT
from scripts.quiz.holidays import LAST_YEAR

SAID_AT_ONCE = "link-too-long"  # the only refusal for which nobody waits for Python
OF_THE_BOARD = ("board-", "record-", "file-")  # the page My applications alone says them
SAID_THERE_TOO = (
    "how-",
    "event-",
    "date",
    "weekdays",
    "months",
    "undo",
    "down-again",
    "keep-employer",
    "keep-job",
    "law-event",
    "calendar-done",
)
# They stand in its documents, put together; the page itself says none of them.
SENTENCES_OF_PYTHON = (
    *("headline-", "so-", "is-", "if-", "then-", "mark-", "avoid-", "note-", "terminal-"),
    *("accepts-", "do-", "by-", "either", "to-", "day-", "fact-", "contacts", "business-days"),
    *("law-by", "law-ask", "law-confirmed", "law-checked", "law-stale", "law-theirs", "law-title"),
)


def build() -> str:
    """Return the first screens as the page reads them."""
    return as_text(screens_of(guide_from_json(GUIDE_JSON.read_text(encoding="utf-8"))))


def made_in() -> str:
    """Return the version, which begins with its year."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def board_words() -> dict[str, Any]:
    """Return all that the page My applications says: its phrases, and what they may have told."""
    guide = guide_from_json(GUIDE_JSON.read_text(encoding="utf-8"))
    said = (*OF_THE_BOARD, *SAID_THERE_TOO)
    return {
        "phrases": {one: text for one, text in guide.phrases.items() if one.startswith(said)},
        "heard": {one: option.label for one, option in guide.questions["heard"].options.items()},
    }


def as_text(data: object) -> str:
    """Return data in as few bytes as JSON allows."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def screens_of(guide: Guide) -> dict[str, Any]:
    """Return words, screens, days, and the questions with their guards.

    What is offered beside the result has no guard: it is here to be named in "What you told us".
    """
    return {
        "phrases": {
            one: text
            for one, text in guide.phrases.items()
            if not one.startswith((*SENTENCES_OF_PYTHON, *OF_THE_BOARD))
        }
        | {SAID_AT_ONCE: guide.errors[SAID_AT_ONCE]},
        "screens": guide.screens,
        "beside": BESIDE,
        "years": [int(made_in().partition(".")[0]), LAST_YEAR],
        "days": {
            question.id: {
                "quick": [(one, DAYS_AWAY[one]) for one in quick_days(question)],
                "over": question.id not in QUICK_DAYS,
                "unsure": question.accepts_unsure,
                "since": question.id in OF_A_DATE and question.screen > Screen.INTERVIEW,
            }
            for question in QUESTIONS
            if question.kind is Kind.DATE
        },
        "questions": [
            {
                **question_words(guide, question),
                "dates": list(question.dates),
                "screen": question.screen,
                "guard": None if question.screen == BESIDE else lines(question.guard),
                "needed": None if question.needed is None else lines(question.needed),
            }
            for question in QUESTIONS
        ],
    }


def lines(guard: Guard) -> list[list[tuple[object, ...]]]:
    """Return a guard as lists: alternatives, each of conditions."""
    return [[condition(one) for one in line] for line in guard]


def condition(one: Condition) -> tuple[object, ...]:
    """Return a condition; a negated one with what it comes to once the question is answered."""
    others = [list(other.values) for other in positive([one])] if one.negated else []
    return (one.question, list(one.values), one.negated, *others)
