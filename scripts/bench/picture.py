"""Draw a recorded start, wide and tall, in the colors of the page's other pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from scripts.bench.record import Bar, Trace, seconds, size
from scripts.bench.tables import markdown
from scripts.pages.pictures import plate

TITLE = "A cold start, as the browser traced it"
KEY = "Outlined: fetched. Hatched: compiled. Full: run. Upright lines: what the reader notices."
VERB = {"fetched": "Fetch", "compiled": "Compile", "run": "Run"}
HEAD = 52.0  # room for the marks above the bars
FOOT = 26.0  # and for the seconds below
THICK = 14.0
WEIGHT = 50.0  # how wide the widest weight is
MIDDLE = 5.0  # from the middle of a bar down to where its name stands


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a drawing is laid out: wide has names beside the bars, tall above them."""

    kind: str
    width: float
    left: float  # where the first second begins
    right: float  # where the last bar ends
    row: float  # from bar to bar
    end: float  # milliseconds

    def at(self, moment: float) -> float:
        """Return the place of a moment."""
        return self.left + (self.right - self.left) * moment / self.end

    def middle(self, line: int) -> float:
        """Return how far down the bars of a line lie."""
        lower = self.row / 2 if self.kind == "wide" else self.row - THICK / 2 - 4
        return HEAD + line * self.row + lower


def picture(found: Trace) -> str:
    """Return both drawings with their caption, as one block of a page."""
    end = max(bar["ends"] for bar in found["bars"])
    wide = Sheet("wide", 720, 172, 655, 26, end)
    tall = Sheet("tall", 340, 6, 334, 40, end)
    caption = f"{found['network']}. {KEY}"
    return f"{plate('start', drawing(found, wide), drawing(found, tall), caption)}\n"


def rows(found: Trace) -> list[tuple[str, list[Bar]]]:
    """Return what stands in one line each, with its name."""
    return [
        (f"{VERB[kind]} {name}", list(bars))
        for (kind, name), bars in groupby(found["bars"], key=lambda bar: (bar["kind"], bar["name"]))
    ]


def drawing(found: Trace, sheet: Sheet) -> str:
    """Return one drawing with its title; the table beside it says the same."""
    lines = rows(found)
    high = HEAD + len(lines) * sheet.row
    upright = [sheet.at(moment) for moment in found["marks"].values()]
    parts = [
        *ruler(sheet, high),
        *(part for at, line in enumerate(lines) for part in drawn(*line, at, sheet, upright)),
        *marks(found, sheet, len(lines)),
    ]
    name = f"start-{sheet.kind}"
    return (
        f'<svg class="fu-plan__{sheet.kind}" viewBox="0 0 {sheet.width:g} {high + FOOT:g}" '
        f'role="img" aria-label="{TITLE}" focusable="false">'
        f'<defs><pattern id="{name}-hatch" width="5" height="5" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><path class="tl-stem" d="M0 0V5"/></pattern></defs>'
        f"{''.join(parts)}</svg>"
    )


def ruler(sheet: Sheet, high: float) -> Iterator[str]:
    """Draw a line for each second."""
    for second in range(int(sheet.end / 1000) + 1):
        x = sheet.at(second * 1000)
        yield f'<path class="tl-week" d="M{x:.1f} {HEAD - 8:g}V{high:g}"/>'
        yield text("tick", x, high + 16, f"{second} s", "middle" if second else "start")


def drawn(name: str, bars: list[Bar], at: int, sheet: Sheet, upright: list[float]) -> Iterator[str]:
    """Draw a line of bars with its name."""
    wide, middle = sheet.kind == "wide", sheet.middle(at)
    weight = size(sum(bar["bytes"] for bar in bars)) if bars[0]["bytes"] else ""
    if wide:
        yield text("name", sheet.left - 12, middle + MIDDLE, name, "end")
        beside = clear(sheet.at(bars[-1]["ends"]) + 8, upright)
        yield text("side", beside, middle + MIDDLE, weight)
    else:
        yield text("name", sheet.left, middle - THICK / 2 - 5, f"{name}, {weight}".rstrip(", "))
    for bar in bars:
        yield box(bar, middle, sheet)


def clear(x: float, upright: list[float]) -> float:
    """Return where a weight can begin without a line through it."""
    return max([x, *(line + 8 for line in upright if x - 4 < line < x + WEIGHT)])


def box(bar: Bar, middle: float, sheet: Sheet) -> str:
    """Draw a bar; its kind can be told without color."""
    x, end = sheet.at(bar["begins"]), sheet.at(bar["ends"])
    length, top = max(end - x, 2.0), middle - THICK / 2
    place = f'x="{x:.1f}" y="{top:.1f}" width="{length:.1f}" height="{THICK:g}" rx="2"'
    if bar["kind"] == "run":
        return f'<rect class="tl-leaf" {place}/>'
    hatch = f'<rect fill="url(#start-{sheet.kind}-hatch)" {place}/>'
    return (
        f'<rect class="{"tl-window" if bar["kind"] == "fetched" else "tl-band"}" {place}/>'
        f"{hatch if bar['kind'] == 'compiled' else ''}"
        f'<rect class="tl-bracket" {place}/>'
    )


def marks(found: Trace, sheet: Sheet, lines: int) -> Iterator[str]:
    """Draw what the reader notices; the line is broken where names of bars stand in its way."""
    wide = sheet.kind == "wide"
    half, above = (sheet.row / 2, HEAD) if wide else (THICK / 2, HEAD - 6)
    pieces = [(sheet.middle(line) - half, 2 * half) for line in range(lines)]
    for at, (name, moment) in enumerate(sorted(found["marks"].items(), key=lambda one: one[1])):
        x, y = sheet.at(moment), 14.0 + 20.0 * (at % 2)
        late = moment > sheet.end / 2
        broken = "".join(f"M{x:.1f} {top:g}v{long:g}" for top, long in pieces)
        yield f'<path class="tl-past" d="M{x:.1f} {y - 10:g}V{above:g}{broken}"/>'
        words = f"{name}, {seconds(moment)}"
        yield text("name", x - 7 if late else x + 7, y, words, "end" if late else "start")


def text(name: str, x: float, y: float, words: str, anchor: str = "start") -> str:
    """Draw words."""
    return (
        f'<text class="tl-{name}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">'
        f"{escape(words)}</text>"
    )


def table(found: Trace) -> str:
    """Return the same facts as a table, with the marks in their places."""
    lines = [
        (moment, [f"**{name[0].upper()}{name[1:]}**", f"at {seconds(moment)}", "", "", ""])
        for name, moment in found["marks"].items()
    ]
    for bar in found["bars"]:
        begins, ends = bar["begins"], bar["ends"]
        told = [f"from {seconds(begins)}", f"to {seconds(ends)}", f"took {seconds(ends - begins)}"]
        weight = size(bar["bytes"]) if bar["bytes"] else ""
        lines.append((begins, [f"{VERB[bar['kind']]} {bar['name']}", *told, weight]))
    rows = [row for _, row in sorted(lines, key=lambda line: line[0])]
    return markdown(("What", "From", "To", "Took", "Bytes"), rows)
