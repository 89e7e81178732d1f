"""Draw the pictures of the guide from what the quiz uses, for the pages to include.

Days come from the rules and the numbers of the guide, as in a result of the
quiz. Words come from the guide's own sections and lists. A page includes a
picture by a line such as ``--8<-- "timeline-with-date.html"``.
"""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from followup.answers import read_answers
from followup.engine import advise
from followup.guide import Guide, guide_from_json
from followup.model import AnyRule, Plan
from followup.rules import ACTION
from followup.timeline import Kind, Mark, Timeline
from followup.wording import Words
from scripts.guide.readability import sentences
from scripts.guide.reader import GuideSource, GuideSourceError, to_json
from scripts.pages.flows import Rung, ladder
from scripts.pages.rules_page import sentence

DRAW = Path(__file__).with_name("draw.mjs")
INTERVIEW, THEIR_DAY = date(2027, 2, 2), date(2027, 2, 12)
EXAMPLE = {
    "heard": "nothing",
    "interviewed-on": INTERVIEW.isoformat(),
    "thanked": "no",
    "contact": "hiring-manager",
    "channels": "email",
}
WITH_DATE = EXAMPLE | {"timeline": "date", "decision-date": THEIR_DAY.isoformat()}
WITHOUT_DATE = EXAMPLE | {"timeline": "none"}

KEY = (
    "Diamond: what they said. Leaf: the day to ask. Tinted: the days that are still in good time. "
    "Dashed rings: only if you hear nothing. Hatched: weekends."
)

SAME = "The same as a list"
LABEL = re.compile(r"<text([^>]*)>([^<]*)</text> ?")

# What decides while nothing is heard, in the order of the rules; the last one fits all others.
COMMON = (
    "a-rule-forbids-contact",
    "a-deadline-comes-before-their-answer",
    "thanks-within-a-day",
    "only-the-successful-will-hear",
    "nothing-more-to-send",
    "too-early-for-a-second-message",
    "their-date-is-not-over",
    "a-slow-place-needs-time",
    "the-silence-is-still-short",
    "a-quiet-week-has-passed",
)
CONDITION = re.compile(r"^(?:If|At)\b.*?, (?!(?:after|or|and|if)\b)")
SHORTEST = 4  # words: "Wait." alone says too little


# ---- a follow-up on a calendar ---------------------------------------------------------


def plan_of(guide: Guide, answers: dict[str, str]) -> Plan:
    """Return the plan that the quiz gives on the day of the interview."""
    return advise(read_answers(answers, INTERVIEW), guide.timings)


@dataclass(frozen=True, slots=True)
class Example(Timeline):
    """A plan from its question for news on, seen from no day, with the thanks as sent."""

    thanked: date

    def marks(self) -> list[Mark]:
        """Return what they said, the thanks, and the steps."""
        thanks = Mark(self.thanked, Kind.YOU, self.words.guide.phrase("mark-thank-you"), "")
        return sorted([*self.said(), thanks, *self.steps()], key=lambda mark: mark.on)


def timeline(guide: Guide, id_: str, title: str, answers: dict[str, str]) -> dict[str, Any]:
    """Return a follow-up to be drawn: a plan as the page draws it, with its ids and its words."""
    plan, words = plan_of(guide, answers), Words(guide, INTERVIEW)
    thanks, *steps = plan.steps
    if not thanks.latest:
        raise GuideSourceError("thanks have no last day to draw")
    seen = replace(plan, steps=tuple(steps))
    line = Example(seen, answers, words, thanks.latest).document()
    span = line["window"]["label"].removeprefix(guide.phrase("mark-window", span=""))
    line["window"]["short"] = f"{span} is fine"
    fine_until = in_full(words, line["window"]["last"])
    for mark in line["marks"]:
        before = "by " if mark["kind"] == Kind.YOU else ""
        mark["when"] = before + mark["when"]
        mark["text"] = told(mark, before + in_full(words, mark["date"]), fine_until)
    return {
        "id": f"timeline-{id_}",
        "sides": [guide.phrase("plan-them"), guide.phrase("plan-you")],
        "line": line | {"title": title},
    }


def in_full(words: Words, day: str) -> str:
    """Return a day in words: "Tuesday, February 2"."""
    return words.in_words(date.fromisoformat(day))


def told(mark: dict[str, str], when: str, fine_until: str) -> str:
    """Return a mark as a sentence."""
    more = {Kind.DO: f", in good time until {fine_until}", Kind.LATER: ", if you hear nothing"}
    about = f"{mark['label'].lower()}{more.get(Kind(mark['kind']), '')}"
    return f"{when[:1].upper()}{when[1:]}: {about}."


def timelines(guide: Guide) -> list[dict[str, Any]]:
    """Return both follow-ups to be drawn."""
    return [
        timeline(guide, "with-date", "A follow-up with a date given", WITH_DATE),
        timeline(guide, "without-date", "A follow-up with no date given", WITHOUT_DATE),
    ]


def drawn(lines: list[dict[str, Any]]) -> list[str]:
    """Return follow-ups as figures: the page's own JavaScript draws them, all in one start."""
    command, asked = ["node", str(DRAW)], json.dumps(lines)
    done = subprocess.run(command, input=asked, stdout=subprocess.PIPE, check=True, text=True)
    both = zip(lines, json.loads(done.stdout), strict=True)
    return [plate(line["id"], wide, tall, KEY) for line, (wide, tall) in both]


def plate(id_: str, wide: str, tall: str, caption: str) -> str:
    """Return two drawings of the same, for wide and for narrow places, with their caption.

    A text browser tells all words of a page, those of what is hidden as well. So each label
    stands once, in the first drawing's definitions, and both drawings use it.

    Args:
        id_: what the ids of the labels begin with.
        wide: SVG with its definitions in a ``defs``.
        tall: SVG.
        caption: what the signs mean.

    """
    labels: dict[str, str] = {}

    def used(label: re.Match[str]) -> str:
        place, words = label.groups()
        return f'<use{place} href="#{labels.setdefault(words, f"{id_}-{len(labels)}")}"/>'

    wide, tall = LABEL.sub(used, wide), LABEL.sub(used, tall)
    told = " ".join(f'<text id="{name}">{words}</text>' for words, name in labels.items())
    both = wide.replace("<defs>", f"<defs>{told} ", 1) + tall
    return f'<figure class="fu-plan">{both}<figcaption>{escape(caption)}</figcaption></figure>'


def as_list(items: list[str]) -> str:
    """Return what a picture says as a list that opens beneath it."""
    inside = "".join(f"<li>{escape(item)}</li>" for item in items)
    return f"\n\n<details><summary>{SAME}</summary><ol>{inside}</ol></details>"


# ---- the decision at a glance --------------------------------------------------------


def glance_rules() -> list[AnyRule]:
    """Return the rules of the picture."""
    known = {rule.id: rule for rule in ACTION.rules}
    missing = [one for one in COMMON if one not in known]
    if missing:
        raise GuideSourceError(f"the decision at a glance shows rules that are gone: {missing}")
    return [known[one] for one in COMMON]


def rung(source: GuideSource, rule: AnyRule) -> Rung:
    """Return a case with what to do: the test of the rule and the first words of its section."""
    return Rung(sentence(rule), answer(source.sections[rule.section]["lead"]), rule.then.action)


def answer(lead: str) -> str:
    """Return the first sentence of a lead, and the next where the first is a single word.

    The case beside it says its condition already.
    """
    said = ""
    told = CONDITION.sub("", lead)
    for one in sentences(f"{told[:1].upper()}{told[1:]}"):
        said = f"{said} {one}".strip()
        said = said if said.endswith(("?", ".")) else f"{said}."
        if len(said.split()) >= SHORTEST:
            break
    return said


def glance(source: GuideSource) -> str:
    """Return the picture of the decision."""
    cases = [rung(source, rule) for rule in glance_rules()]
    return ladder(cases, "What they asked you to do comes before all of it.")


# ---- all of them -----------------------------------------------------------------------


def pictures(source: GuideSource) -> dict[str, str]:
    """Return all pictures by the names of their files."""
    lines = timelines(guide_from_json(to_json(source)))
    with_date, without_date = drawn(lines)
    facts = [mark["text"] for mark in lines[-1]["line"]["marks"]]
    found = {
        "timeline-with-date": with_date,  # beside the same in words
        "timeline-without-date": without_date + as_list(facts),
        "decision-at-a-glance": glance(source),
    }
    return {f"{name}.html": f"{picture}\n" for name, picture in found.items()}
