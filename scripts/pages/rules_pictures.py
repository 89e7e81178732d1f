"""Draw the way through the screens and the table of what to do, each wide and tall.

Inline SVG: classes and presentation attributes only, so that the page's own
colors apply in light, dark and print. The style sheet shows the tall one where
there is little room. All that stands in a picture stands beside it as text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import TypeVar

from followup.model import Action
from scripts.pages.rules_words import in_lines

WIDE, TALL = 720, 288
TEXT, SMALL = 14.0, 13.0  # sizes of letters; the style sheet has the same
LEADING = 19.0  # from line to line
RAIL, START = 19.0, 46.0  # where the line of numbers runs, and where words begin
GAP, PAD = 14.0, 9.0
NARROW, BROAD = 0.34, 0.72  # how wide letters are, generously: a fallback font is wider
USUAL = 0.56
QUIET = frozenset((Action.WAIT, Action.NO_CONTACT))


@dataclass(frozen=True, slots=True)
class Rung:
    """A line of the table of what to do: its test, what it says, and the action."""

    sentence: str
    says: str
    action: Action


Drawn = tuple[str, float]  # the drawing, and how high it is
One = TypeVar("One")


def width(text: str, size: float) -> float:
    """Estimate how wide a text is."""
    wide = {True: BROAD, False: USUAL}
    return size * sum(NARROW if c in "il.,:;'’ jtfr1I" else wide[c in "mwMWO"] for c in text)


def words(text: str, x: float, y: float, room: float, name: str) -> Drawn:
    """Draw a text in lines; ``y`` is the top of the first."""
    size = SMALL if name == "fl-note" else TEXT
    rows = in_lines(text, lambda line: width(line, size) <= room)
    drawn = [
        f'<text class="{name}" x="{x:g}" y="{y + LEADING * n + size:g}">{escape(row)}</text>'
        for n, row in enumerate(rows)
    ]
    return "".join(drawn), LEADING * len(rows)


def knot(number: int, y: float) -> str:
    """Draw a number on the line."""
    return (
        f'<circle class="fl-knot" cx="{RAIL:g}" cy="{y:g}" r="14"/>'
        f'<text class="fl-number" x="{RAIL:g}" y="{y + 5:g}" text-anchor="middle">{number}</text>'
    )


def day(y: float) -> str:
    """Draw the leaf at the end of the line: the day that comes out."""
    paper = (
        f'<rect class="fl-paper" x="{RAIL - 13:g}" y="{y - 14:g}" width="26" height="28" rx="4"/>'
    )
    return f'{paper}<path class="fl-band" d="M{RAIL - 13:g} {y - 8:g}h26"/>'


def rail(top: float, bottom: float) -> str:
    """Draw the line that leads from number to number."""
    return f'<path class="fl-rail" d="M{RAIL:g} {top:g}V{bottom:g}"/>'


def sign(action: Action, x: float, y: float) -> str:
    """Draw the sign of an action: a leaf to do, a dashed ring to wait, a cross to let go."""
    if action not in QUIET and action is not Action.MOVE_ON:
        return f'<rect class="fl-leaf" x="{x:g}" y="{y:g}" width="13" height="14" rx="3"/>'
    ring = f'<circle class="fl-ring" cx="{x + 7:g}" cy="{y + 7:g}" r="7"/>'
    if action is not Action.MOVE_ON:
        return ring
    return f'{ring}<path class="fl-cross" d="M{x + 4:g} {y + 4:g}l6 6m0 -6l-6 6"/>'


def told(rung: Rung, x: float, y: float, room: float) -> Drawn:
    """Draw what a line says, in a frame: solid to do, dashed to wait or to let go."""
    text, high = words(rung.says, x + 34, y + PAD - 3, room - 42, "fl-says")
    solid = rung.action not in QUIET and rung.action is not Action.MOVE_ON
    name = "fl-do" if solid else "fl-quiet"
    box = f'<rect class="{name}" x="{x:g}" y="{y:g}" width="{room:g}"'
    frame = f'{box} height="{high + 2 * PAD - 4:g}" rx="4"/>'
    return frame + sign(rung.action, x + 12, y + PAD) + text, high + 2 * PAD - 4


def rung_wide(rung: Rung, y: float) -> Drawn:
    """Draw a line with what it says beside it."""
    left, low = words(rung.sentence, START, y + PAD - 3, 300, "fl-if")
    right, high = told(rung, START + 316, y, WIDE - START - 318)
    return left + right, max(low + 2 * PAD - 4, high)


def rung_tall(rung: Rung, y: float) -> Drawn:
    """Draw a line with what it says under it."""
    above, low = words(rung.sentence, START, y + PAD - 3, TALL - START - 4, "fl-if")
    under, high = told(rung, START, y + PAD + low, TALL - START - 2)
    return above + under, PAD + low + high


def stop_wide(stop: tuple[str, str], y: float) -> Drawn:
    """Draw a screen with its condition beside it."""
    left, low = words(stop[0], START, y + PAD - 3, 180, "fl-name")
    right, high = words(stop[1], START + 190, y + PAD - 2, WIDE - START - 194, "fl-note")
    return left + right, max(low, high) + PAD


def stop_tall(stop: tuple[str, str], y: float) -> Drawn:
    """Draw a screen with its condition under it."""
    above, low = words(stop[0], START, y + PAD - 3, TALL - START - 4, "fl-name")
    under, high = words(stop[1], START, y + PAD - 3 + low, TALL - START - 4, "fl-note")
    return above + under, low + high + PAD


def column(items: list[One], draw: Callable[[One, float], Drawn], *, leaf: bool = False) -> Drawn:
    """Draw items under each other along the line of numbers; the last may be a leaf."""
    drawn: list[str] = []
    y, middle = 4.0, 19.0
    for number, item in enumerate(items, 1):
        part, high = draw(item, y)
        middle = y + 15
        drawn.append(part + (day(middle) if leaf and item is items[-1] else knot(number, middle)))
        y += high + GAP
    return rail(19, middle) + "".join(drawn), y


def svg(drawn: Drawn, kind: str, name: str, about: tuple[str, str]) -> str:
    """Return a picture; the title and description that both share stand in the wide one."""
    inside, high = drawn
    room = WIDE if kind == "wide" else TALL
    ids = f"{name}-wide-title", f"{name}-wide-about"
    words = zip(("title", "desc"), ids, about, strict=True)
    told = "".join(f'<{tag} id="{one}">{escape(text)}</{tag}> ' for tag, one, text in words)
    return (
        f'<svg class="fu-flow__{kind}" viewBox="0 0 {room} {high:g}" role="img" '
        f'aria-labelledby="{ids[0]} {ids[1]}" focusable="false" data-search-exclude="">'
        f"{told if kind == 'wide' else ''}{inside.replace('</text>', '</text> ')}</svg>"
    )


def figure(name: str, about: tuple[str, str], caption: str, wide: Drawn, tall: Drawn) -> str:
    """Return both drawings with their caption, as one block of a page."""
    both = svg(wide, "wide", name, about), svg(tall, "tall", name, about)
    return plate("fu-flow", *both, caption)


def plate(look: str, wide: str, tall: str, caption: str) -> str:
    """Return two drawings of the same, for wide and for narrow places, with their caption."""
    return f'<figure class="{look}">{wide}{tall}<figcaption>{escape(caption)}</figcaption></figure>'


def screens(stops: list[tuple[str, str]]) -> str:
    """Return the picture of the way through the screens."""
    about = f"{len(stops)} screens from the top, each with its case, and then your day."
    ways = [*stops, ("Your day", "One thing to do, with its day, its way and its words.")]
    caption = (
        "From the top; a screen that cannot matter is left out. The table below says the same."
    )
    title = "The way through the screens"
    wide, tall = column(ways, stop_wide, leaf=True), column(ways, stop_tall, leaf=True)
    return figure("screens", (title, about), caption, wide, tall)


def ladder(rungs: list[Rung]) -> str:
    """Return the picture of the table of what to do."""
    about = f"{len(rungs)} tests from the top, each with what it says. The first that fits decides."
    solid = "Solid frame and leaf: do something."
    dashed = "Dashed frame and ring: wait. Dashed frame and cross: let go."
    title = "What to do, from the top"
    wide, tall = column(rungs, rung_wide), column(rungs, rung_tall)
    return figure("ladder", (title, about), f"{solid} {dashed}", wide, tall)
