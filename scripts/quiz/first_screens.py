"""Write down all that the page needs to ask screens 1 to 5 before Python is awake."""

import json
from typing import Any

from followup.documents import question_words
from followup.guide import Guide, guide_from_json
from followup.questions import BESIDE, LATEST_SCREEN_THAT_IS_DATA, QUESTIONS, Guard, Kind
from followup.quiz import DAYS_AWAY, QUICK_DAYS, quick_days
from scripts.paths import GUIDE_JSON


def build() -> str:
    """Return the first screens as the page reads them."""
    return as_text(screens_of(guide_from_json(GUIDE_JSON.read_text(encoding="utf-8"))))


def as_text(data: dict[str, Any]) -> str:
    """Return data in as few bytes as JSON allows."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def screens_of(guide: Guide) -> dict[str, Any]:
    """Return the words of the interface, the screens, the days and the questions with their guards.

    Questions of later screens have no guard here: they are here so that
    "What you told us" can name them, and it takes Python to say when to ask them.
    """
    return {
        "phrases": guide.phrases,
        "screens": guide.screens,
        "last": LATEST_SCREEN_THAT_IS_DATA,
        "beside": BESIDE,
        "days": {
            question.id: {
                "quick": [(one, DAYS_AWAY[one]) for one in quick_days(question)],
                "over": question.id not in QUICK_DAYS,
                "unsure": question.accepts_unsure,
            }
            for question in QUESTIONS
            if question.kind is Kind.DATE
        },
        "questions": [
            {
                **question_words(guide, question),
                "dates": list(question.dates),
                "screen": question.screen,
                "guard": lines(question.guard)
                if question.screen <= LATEST_SCREEN_THAT_IS_DATA
                else None,
            }
            for question in QUESTIONS
        ],
    }


def lines(guard: Guard) -> list[list[tuple[str, list[str], bool]]]:
    """Return a guard as lists: alternatives, each of conditions, each of which may be negated."""
    return [[(one.question, list(one.values), one.negated) for one in line] for line in guard]
