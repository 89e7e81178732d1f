"""Draw the pictures of the guide from what the quiz uses, for the pages to include.

    python -m scripts.pictures

Days come from the rules and the numbers of the guide, as in a result of the
quiz. Words come from the guide's own sections and lists. A page includes a
picture by a line such as ``--8<-- "timeline-with-date.html"``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from html import escape
from pathlib import Path

from followup.answers import read_answers
from followup.engine import LADDER, advise
from followup.guide import Guide, guide_from_json
from followup.model import Action, AnyRule, Plan, Step
from followup.rules import ACTION
from scripts.guide.readability import sentences
from scripts.guide.reader import Block, GuideSource, GuideSourceError, plain, read_guide, to_json
from scripts.pages.rules_page import sentence
from scripts.pages.rules_pictures import (
    WIDE,
    Drawn,
    Rung,
    column,
    figure,
    rung_tall,
    rung_wide,
    stop_tall,
    words,
)
from scripts.pages.timeline import Kind, Mark, Timeline
from scripts.pages.timeline import figure as timeline_figure
from scripts.paths import BUILD, DOCS, write_if_changed

PICTURES = BUILD / "pictures"
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

# The steps of the example, in a label's few words.
LABELS = {
    Action.THANK_YOU: (Kind.YOU, "Thank them"),
    Action.FOLLOW_UP: (Kind.DO, "Ask for news"),
    Action.LAST_FOLLOW_UP: (Kind.LATER, "Last message"),
    Action.MOVE_ON: (Kind.END, "Let it go"),
}
INTERVIEWED, NAMED = "Interview", "Their day"
KEY = (
    "Diamond: what they said. Leaf: the day to ask. Tinted: the days that are still in good time. "
    "Dashed rings: only if you hear nothing. Hatched: weekends."
)

SAME = "The same as a list"

LADDER_SECTION = "channels#ladder"
STEP, RISER, BASE = 136.0, 26.0, 268.0  # of the wide ladder: how broad, how far down, where it ends

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
SHORTEST = 4  # words: "Wait." alone says too little


# ---- a follow-up on a calendar ---------------------------------------------------------


def plan_of(guide: Guide, answers: dict[str, str]) -> Plan:
    """Return the plan that the quiz gives on the day of the interview."""
    return advise(read_answers(answers, INTERVIEW), guide.timings)


def marks_of(plan: Plan) -> Iterator[Mark]:
    """Yield what happens on which day."""
    yield Mark(INTERVIEW, Kind.THEM, INTERVIEWED)
    if plan.situation.promised:
        yield Mark(plan.situation.promised, Kind.THEM, NAMED)
    for step in plan.steps:
        kind, name = LABELS[step.action]
        if kind is Kind.YOU and step.latest:
            yield Mark(step.latest, kind, name, "by")
        else:
            yield Mark(step.on, kind, name)


def timeline(guide: Guide, name: str, title: str, answers: dict[str, str], *, listed: bool) -> str:
    """Return the picture of a follow-up, with the same as a list where the page has none."""
    plan = plan_of(guide, answers)
    asking = next(step for step in plan.steps if step.action is Action.FOLLOW_UP)
    marks = sorted(marks_of(plan), key=lambda mark: mark.day)
    facts = [f"{told(mark, asking)}." for mark in marks]
    about = " ".join(facts)
    line = Timeline(f"timeline-{name}", title, about, tuple(marks), window_of(asking))
    return timeline_figure(line, KEY) + (as_list(facts) if listed else "")


def as_list(items: list[str]) -> str:
    """Return what a picture says as a list that opens beneath it."""
    inside = "".join(f"<li>{escape(item)}</li>" for item in items)
    return f"<details><summary>{SAME}</summary><ol>{inside}</ol></details>"


def window_of(step: Step) -> tuple[date, date]:
    """Return the days that are in good time."""
    if not step.earliest or not step.latest:
        raise GuideSourceError(f"the step {step.action} has no window to draw")
    return step.earliest, step.latest


def told(mark: Mark, asking: Step) -> str:
    """Return a mark in words."""
    before = f"{mark.before.capitalize()} " if mark.before else ""
    words_of_it = f"{before}{in_full(mark.day)}: {mark.name.lower()}"
    if mark.kind is Kind.DO:
        return f"{words_of_it}, in good time until {in_full(window_of(asking)[1])}"
    return f"{words_of_it}, if you hear nothing" if mark.kind is Kind.LATER else words_of_it


def in_full(day: date) -> str:
    """Return a day in words: "Tuesday 2 February"."""
    return f"{day:%A} {day.day} {day:%B}"


# ---- the ladder of channels ------------------------------------------------------------


def rungs(source: GuideSource) -> list[tuple[str, str]]:
    """Return the ways to write, best first: the list of the section, as many as the rules know."""
    block = section(source, LADDER_SECTION)
    found = [
        rung
        for token in block.tokens
        if token.type == "inline" and token.level > 1
        for rung in named([child.content for child in token.children or []], plain(token))
    ]
    if len(found) != len(LADDER):
        raise GuideSourceError(
            f"{block.place}: the ladder lists {len(found)} ways, the rules {len(LADDER)}"
        )
    return found


def section(source: GuideSource, ref: str) -> Block:
    """Return the block of a section."""
    return next(block for block in source.blocks if block.ref == ref)


def named(parts: list[str], text: str) -> Iterator[tuple[str, str]]:
    """Yield the name in bold that a list item begins with, and what follows it."""
    name = next((part for part in parts if part), "")
    if text.startswith(name):
        note = text.removeprefix(name).strip(" ,:")
        yield name.strip(" .:,"), note[:1].upper() + note[1:]


def stairs(items: list[tuple[str, str]]) -> Drawn:
    """Draw steps that lead down from left to right; the first is solid, the others are pencil."""
    drawn = ""
    across = (WIDE - STEP) / (len(items) - 1)
    for number, (name, note) in enumerate(items):
        x, y = number * across, 14 + number * RISER
        style = "fl-quiet" if number else "fl-do"
        head, high = words(name, x + 10, y + 20, STEP - 20, "fl-name")
        text, _ = words(note, x + 10, y + 22 + high, STEP - 20, "fl-note")
        drawn += (
            f'<rect class="{style}" x="{x + 1:g}" y="{y:g}" width="{STEP - 2:g}" '
            f'height="{BASE - y:g}" rx="4"/>{head}{text}'
            f'<circle class="fl-knot" cx="{x + 22:g}" cy="{y:g}" r="13"/>'
            f'<text class="fl-number" x="{x + 22:g}" y="{y + 5:g}" text-anchor="middle">'
            f"{number + 1}</text>"
        )
    return drawn, BASE + 2


def ladder(source: GuideSource) -> str:
    """Return the picture of the ways to write."""
    items = rungs(source)
    title = section(source, LADDER_SECTION).title
    about = " ".join(f"{number}. {name}: {note}" for number, (name, note) in enumerate(items, 1))
    caption = "Begin at the top. Go one step down only if you cannot use the one before."
    return figure("channels", (title, about), caption, stairs(items), column(items, stop_tall))


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
    """Return the first sentence of a lead, and the next where the first is a single word."""
    said = ""
    for one in sentences(lead):
        said = f"{said} {one.rstrip('.')}.".strip()
        if len(said.split()) >= SHORTEST:
            break
    return said


def glance(source: GuideSource) -> str:
    """Return the picture of the decision."""
    cases = [rung(source, rule) for rule in glance_rules()]
    facts = [f"{case.sentence} {case.says}" for case in cases]
    about = " ".join(f"{number}. {fact}" for number, fact in enumerate(facts, 1))
    caption = (
        "Read from the top; the first line that fits is yours. Solid frame: do something. "
        "Dashed frame: wait, or let go. What they asked you to do comes before all of it."
    )
    wide, tall = column(cases, rung_wide), column(cases, rung_tall)
    title = "The decision at a glance"
    return figure("glance", (title, about), caption, wide, tall) + as_list(facts)


# ---- all of them -----------------------------------------------------------------------


def pictures(source: GuideSource) -> dict[str, str]:
    """Return all pictures by their names."""
    guide = guide_from_json(to_json(source))
    dated, undated = "A follow-up with a date given", "A follow-up with no date given"
    return {
        "timeline-with-date": timeline(guide, "with-date", dated, WITH_DATE, listed=False),
        "timeline-without-date": timeline(
            guide, "without-date", undated, WITHOUT_DATE, listed=True
        ),
        "channel-ladder": ladder(source),
        "decision-at-a-glance": glance(source),
    }


def build_pictures() -> Path:
    """Write the pictures and return their folder."""
    for name, drawn in pictures(read_guide(DOCS)).items():
        write_if_changed(PICTURES / f"{name}.html", f"{drawn}\n".encode())
    return PICTURES


def main() -> int:
    """Write the pictures, and say where."""
    print(build_pictures())
    return 0


if __name__ == "__main__":
    sys.exit(main())
