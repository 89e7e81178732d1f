"""Make the page of the rules as tables, for people who do not read Python.

Nothing on the page is written twice: a sentence is the docstring of the test,
a day is the docstring of the function that works it out, and every number is
a row of the guide's one table. The frame of the page is ``scripts/pages/rules_page.md``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from followup import rules
from followup.engine import LADDER
from followup.model import Action, AnyRule, Channel, Means, Move, Sending, Wait
from followup.questions import QUESTIONS, SCREENS
from scripts.guide.all_rules import CASES, TABLES
from scripts.guide.reader import GuideSource, Timing
from scripts.pages import stories
from scripts.pages.flows import Rung, ladder, screens
from scripts.pages.rules_numbers import asks_for_the_wait, rows_read
from scripts.pages.rules_screens import screen_table, shown
from scripts.pages.rules_words import first_line, tidy
from scripts.paths import ROOT, RULES_PAGE, write_if_changed

FRAME = ROOT / "scripts" / "pages" / "rules_page.md"
SLOT = re.compile(r"\{\{([A-Za-z_-]+)\}\}")

# What a headline says where it does not matter to whom and by what means.
NOBODY_IN_PARTICULAR = {"to": "them", "by": "", "do": "ask for news"}
WRITE = "Write."
ALSO_CALL = {True: "A call is just as good.", False: "Do not call."}
KEEP_QUIET = "Keep quiet."
NUMBERS = "Numbers:"
SEE_THE_WAIT = "[How long to keep quiet](#how-long-to-keep-quiet) gives the day."
OUR_JUDGMENT = "our judgment"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table, in words: its anchor, its test, what it says and why."""

    anchor: str
    sentence: str
    says: str
    why: str


# ---- words ----------------------------------------------------------------------


def sentence(rule: AnyRule) -> str:
    """Return the test of a rule in words: the first sentence of its docstring."""
    return first_line(rule.fits)


def day_in_words(function: Callable[..., object]) -> str:
    """Return the day that a function works out: its docstring without "Return"."""
    return first_line(function).removeprefix("Return ").split(":")[0].rstrip(".")


def headline(source: GuideSource, rule: AnyRule) -> str:
    """Return what an action rule says to do and on which day, in the words of a result."""
    move: Move = rule.then
    day = day_in_words(move.on)
    own = source.phrases.get(f"headline-{rule.id}")
    phrase = own or source.phrases[f"headline-{move.action}"]
    return tidy(phrase.format(day=day, date=day, **NOBODY_IN_PARTICULAR))


def deed(source: GuideSource, action: Action) -> str:
    """Return an action in words, without a day."""
    phrase = source.phrases[f"headline-{action}"].replace(" Do it {day}.", "")
    return tidy(phrase.format(day="", date="", **NOBODY_IN_PARTICULAR))


def number(row: str, timing: Timing) -> str:
    """Return a row of the table of numbers as a sentence that links to it."""
    return f"{timing.when} [{timing.words}](../timing.md#{row}) {timing.since}."


def numbers(source: GuideSource, *functions: Callable[..., object]) -> list[str]:
    """Return the rows that functions can read, as sentences."""
    found = [number(row, source.timings[row]) for row in rows_read(source.timings, *functions)]
    waits = any(asks_for_the_wait(function) for function in functions)
    return [*([NUMBERS] if found else []), *found, *([SEE_THE_WAIT] if waits else [])]


def why(source: GuideSource, rule: AnyRule) -> str:
    """Return the section that explains a rule, its claims and disagreements, and its names."""
    page, _, anchor = rule.section.partition("#")
    title = source.sections[rule.section]["title"]
    chips = [
        *(f"[{claim}](../sources.md#{claim.lower()}){{ .fu-claim }}" for claim in rule.claims),
        *(f"[{one}](../disagreements.md#{one.lower()}){{ .fu-claim }}" for one in rule.conflicts),
    ]
    name = f"{rule.ref} · `{rule.id}`"
    judged = f"{OUR_JUDGMENT} · {name}" if rule.our_judgement else name
    return " ".join((f"[{title}](../{page}.md#{anchor})", *chips, judged))


def line(source: GuideSource, rule: AnyRule, says: str, *more: str) -> Line:
    """Return a rule in words; what it says comes first, its numbers follow."""
    spoken = " ".join((f"**{says}**", *more))
    return Line(f"rule-{rule.id}", sentence(rule), spoken, why(source, rule))


# ---- the tables --------------------------------------------------------------------


def action_line(source: GuideSource, rule: AnyRule) -> Line:
    """Return what to do."""
    known = numbers(source, rule.fits, rule.then.on)
    return line(source, rule, headline(source, rule), *known)


def wait_line(source: GuideSource, rule: AnyRule) -> Line:
    """Return how long to keep quiet."""
    wait: Wait = rule.then
    made = line(source, rule, KEEP_QUIET, number(wait.timing, source.timings[wait.timing]))
    if rule is not rules.AFTER_A_TOLD_DEADLINE:
        return made
    when = source.timings[wait.timing].when.partition(":")[0]  # it fits where that is so
    return Line(made.anchor, f"{when}.", made.says, made.why)


def channel_line(source: GuideSource, rule: AnyRule) -> Line:
    """Return by what means."""
    means: Means = rule.then
    says = WRITE if means is Means.WRITE else f"{source.phrases[f'how-{means}']}."
    return line(source, rule, says, *numbers(source, rule.fits))


def also_call_line(source: GuideSource, rule: AnyRule) -> Line:
    """Return whether a call is just as good."""
    return line(source, rule, ALSO_CALL[rule.then], *numbers(source, rule.fits))


def avoid_line(source: GuideSource, rule: AnyRule) -> Line:
    """Return what to leave out."""
    return line(source, rule, f"{source.sections[rule.section]['title']}.")


IN_WORDS: dict[str, Callable[[GuideSource, AnyRule], Line]] = {
    "ACTION": action_line,
    "WAIT": wait_line,
    "FLOORS": wait_line,
    "CHANNEL": channel_line,
    "ALSO_CALL": also_call_line,
    "AVOID": avoid_line,
}


def in_words(source: GuideSource) -> dict[str, list[Line]]:
    """Return every table, line by line."""
    return {name: [IN_WORDS[name](source, rule) for rule in TABLES[name]] for name in IN_WORDS}


def message_lines(source: GuideSource) -> Iterator[Line]:
    """Yield which words go with which action: what the rules choose, tried case by case."""
    named = {case.get("channel", Channel.NONE) for _, case in CASES.values()}
    ways = {
        f"-by-{channel}": (f"{tidy(source.phrases[f'by-{channel}'])}.", {"channel": channel})
        for channel in Channel
        if channel not in named
    }
    usual_case: dict[str, Any] = {"channel": Channel.EMAIL}
    for action in Action:
        usual = rules.message_for(Sending(action, **usual_case))
        for anchor, (words, case) in {**CASES, **ways, "": ("", usual_case)}.items():
            message = rules.message_for(Sending(action, **usual_case | case))
            if message and (message != usual or not words):
                to_do = tidy(f"{deed(source, action)} {words}")
                title = source.messages[message]["title"]
                says = f"[{title}](../messages.md#{message})"
                yield Line(f"words-for-{action}{anchor}", to_do, says, f"`{message}`")


def table(lines: Iterable[Line], heads: tuple[str, str, str] = ("If", "Then", "Why")) -> str:
    """Return lines as a Markdown table, numbered and each with its anchor."""
    rows = [f"| No. | {' | '.join(heads)} |", "| --- | --- | --- | --- |"]
    for position, one in enumerate(lines, 1):
        cells = (f"{position} {{ #{one.anchor} }}", one.sentence, one.says, one.why)
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


# ---- the page ------------------------------------------------------------------------------


def slots(source: GuideSource) -> dict[str, str]:
    """Return what fills the frame of the page."""
    means = (source.phrases[f"how-{channel}"] for _, channel in LADDER)
    every = in_words(source)
    return {
        **{name: table(lines) for name, lines in every.items()},
        "AVOID": table(every["AVOID"], ("If", "Leave out", "Why")),
        "screens": screen_table(source),
        "stories": stories.table(),
        "ladder": ", ".join(means).lower().replace("linkedin", "LinkedIn"),
        "MESSAGES": table(message_lines(source), ("To do", "Words", "Name")),
    }


def pictures(source: GuideSource) -> dict[str, str]:
    """Return the pictures, each as one block of the page."""
    rungs = [
        Rung(sentence(rule), headline(source, rule), rule.then.action)
        for rule in rules.ACTION.rules
    ]
    titles = [source.screens[str(screen)] for screen in range(1, SCREENS + 1)]
    asked = [[one for one in QUESTIONS if one.screen == n] for n in range(1, SCREENS + 1)]
    return {
        "screens-picture": screens(zip(titles, map(shown, asked), strict=True)),
        "ACTION-picture": ladder(rungs),
    }


def page(source: GuideSource) -> str:
    """Return the whole page as Markdown."""
    filled = slots(source) | pictures(source)
    return SLOT.sub(lambda slot: filled[slot[1]], FRAME.read_text(encoding="utf-8"))


def write_rules(source: GuideSource) -> None:
    """Write the page of the rules."""
    write_if_changed(RULES_PAGE, page(source).encode())
