"""What an assistant may ask of the rules: advice, the next question, a search in the guide.

Each answer names the claims it rests on and links that stay. Nothing is kept
between two calls, and nothing leaves this process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from followup.address import write_fragment
from followup.answers import read_today
from followup.bridge import missing
from followup.documents import advice_document, problems, question_part
from followup.errors import AnswerError
from followup.guide import Guide
from followup.guide_index import GuideIndex, IndexedSection
from followup.inquiry import Inquiry
from followup.questions import BESIDE, BY_ID, Question, is_ended

SITE = "https://example.org/should-i-call/"
MOST = 20  # sections that one search returns

Reply = dict[str, Any]


@dataclass(frozen=True)
class Tools:
    """The guide, its sections, the address of the site they are published at, and a calendar."""

    guide: Guide
    index: GuideIndex
    site: str = SITE
    calendar: Callable[[], date] = date.today

    # ---- the three tools -------------------------------------------------------------

    def advise(self, answers: Mapping[str, str], today: str = "") -> Reply:
        """Return the advice for answers, or the question that must be answered before.

        Raises ``AnswerError`` for a day that is none.
        """
        inquiry = self.inquiry(answers, today)
        if "interviewed-on" not in inquiry.answers and not is_ended(inquiry.answers):
            needed = BY_ID["interviewed-on"]
            return self.asked(inquiry, needed, missing(inquiry, [needed.id]))
        document = advice_document(inquiry)
        words = document["words"]
        return {
            "kind": "advice",
            "headline": document["headline"]["text"],
            "day": words["day"],
            "because": [*texts(words["lead"]), *(facts_of(one) for one in words["because"])],
            "message": written(words["message"]),
            "call": written(words["also"]),
            "if_you_turn_it_down": written((words["refusal"] or {}).get("message")),
            "avoid": texts(words["avoid"]),
            "if_they_stay_silent": [
                {"on": step["on"], "text": step["text"]} for step in words["then"]
            ],
            "notes": texts(words["notes"]),
            "what_the_law_gives": [
                self.by_right(one) for one in (document["rights"] or {}).get("items", ())
            ],
            "how_sure": document["confidence"],
            "rules": [
                {"rule": one["rule"], **self.source(one["section"], one["claims"])}
                for one in document["because"]
            ],
            "disagreements": [
                {"id": one["id"], "title": one["title"], "link": self.link(one["id"].lower())}
                for one in document["disagreements"]
            ],
            "problems": self.refused(inquiry),
            "quiz": f"{self.site}quiz/{write_fragment(inquiry.answers)}",
        }

    def next_question(self, answers: Mapping[str, str], today: str = "") -> Reply:
        """Return the next question, the necessary ones first, or that all are answered.

        Raises ``AnswerError`` for a day that is none.
        """
        inquiry = self.inquiry(answers, today)
        left = [one for one in inquiry.way if one.id not in inquiry.answers]
        wanted = [one for one in left if one.screen != BESIDE]
        needed = inquiry.next_question
        if needed is None and not wanted:
            return {"kind": "complete", "problems": self.refused(inquiry)}
        return self.asked(inquiry, needed or wanted[0])

    def search_guide(self, query: str, limit: int = 5) -> Reply:
        """Return the sections of the guide that fit a query best, with their first paragraphs."""
        found = self.index.search(query, max(1, min(limit, MOST)))
        return {"kind": "sections", "sections": [self.section(one) for one in found]}

    # ---- what they are made of -------------------------------------------------------------

    def inquiry(self, answers: Mapping[str, str], today: str) -> Inquiry:
        """Return what follows from answers on a day. Raises ``AnswerError`` if it is none."""
        return Inquiry(dict(answers), read_today(today) if today else self.calendar(), self.guide)

    def asked(
        self, inquiry: Inquiry, question: Question, unanswered: tuple[AnswerError, ...] = ()
    ) -> Reply:
        """Return a question with its options, and what the plain answer to it is."""
        words = question_part(inquiry, question)
        return {
            "kind": "question",
            "id": question.id,
            "title": words["title"],
            "why": words["why"],
            "options": [
                {
                    "value": one["value"],
                    "label": one["label"],
                    "hint": one["hint"],
                    **(self.source(one["section"]) if one["section"] else {}),
                }
                for one in words["options"]
            ],
            "accepts": inquiry.words.accepts(question.id),
            "needed": question in inquiry.open_questions,
            "if_nothing_applies": question.plain or None,
            "problems": self.refused(inquiry, unanswered),
        }

    def by_right(self, item: Mapping[str, Any]) -> Reply:
        """Return what the law gives beside the advice, how sure that is, and how to ask for it."""
        ask = item["ask"]
        return {
            "text": item["text"],
            "legal_day": item["on"],
            "how_sure": item["sure"],
            "official_page": item["source"]["address"],
            "ask": {"on": ask["on"], "message": written(ask["message"])} if ask else None,
            **self.source(item["section"]),
        }

    def refused(
        self, inquiry: Inquiry, unanswered: tuple[AnswerError, ...] = ()
    ) -> list[dict[str, str]]:
        """Return each answer that was not taken, with a sentence on what would be right."""
        return [
            {
                "question": one["question"],
                "text": f"{one['text']} {inquiry.words.accepts(one['question'])}".strip(),
            }
            for one in problems(inquiry, unanswered)
        ]

    def section(self, one: IndexedSection) -> Reply:
        """Return a section with its claims and its link."""
        return {
            "title": one.title,
            "lead": one.lead,
            **self.source(f"{one.page}#{one.id}"),
            "reviewed": one.reviewed,
        }

    def source(self, section: str, claims: Iterable[str] = ()) -> Reply:
        """Return where something stands for good, and the claims behind it."""
        name = section.partition("#")[2]
        known = self.index.sections.get(name)
        every = dict.fromkeys((*claims, *(known.claims if known else ())))
        return {
            "section": section,
            "link": self.link(name),
            "claims": [{"id": one, "link": self.link(one.lower())} for one in every],
        }

    def link(self, name: str) -> str:
        """Return the short address of a section, which stays even if the section moves."""
        return f"{self.site}s/{name}/"


def texts(parts: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the sentences of some parts of a document."""
    return [one["text"] for one in parts]


def facts_of(reason: Mapping[str, Any]) -> str:
    """Return what was said, and what follows from it, as one line."""
    return f"{reason['said']} → {reason['so']}"


def written(letter: Mapping[str, Any] | None) -> Reply | None:
    """Return a message as plain text; its blanks stand in square brackets."""
    if letter is None:
        return None
    runs = ["".join(run["text"] for run in paragraph) for paragraph in letter["paragraphs"]]
    subject = "".join(run["text"] for run in letter["subject"] or ())
    return {"title": letter["title"], "subject": subject or None, "text": "\n\n".join(runs)}
