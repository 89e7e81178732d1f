"""Draw a follow-up on a ruler of days, once wide and once tall.

One cell is one day, true to scale. On one side stands what they said, on the
other what you do. Days off are hatched, the days in good time are tinted. The
line is solid up to the day to ask, and dotted after it: that part comes only
if nothing is heard. Classes and presentation attributes only, as in
``scripts.rule_pictures``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from html import escape

from scripts.pages.rules_pictures import width

ONE_DAY = timedelta(days=1)
FRIDAY = 4
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

NAME, DEED, DATE, TICK = 14.0, 17.0, 13.5, 12.5  # sizes of letters; the style sheet has the same
WIDE, TALL = 760.0, 288.0
MARGIN = 6.0
TOP, BOTTOM, LINE = 62.0, 114.0, 98.0  # of the wide ruler
HEAD, FOOT = 22.0, 14.0  # above and below the tall ruler
LEFT, RIGHT = 112.0, 146.0  # of the tall ruler
TALL_DAY = 15.0
BESIDE = RIGHT + 24
GAP = 12.0
THEY, YOU = "What they said", "What you do"
IN_GOOD_TIME = "In good time"


class Kind(StrEnum):
    """What a mark says: their words, your deed, the next step, a later one, the end."""

    THEM = "them"
    YOU = "you"
    DO = "do"
    LATER = "later"
    END = "end"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happens on a day."""

    day: date
    kind: Kind
    name: str
    before: str = ""  # "by"

    @property
    def when(self) -> str:
        """Return the day in few letters."""
        return f"{self.before} {short(self.day)}".strip()

    @property
    def broad(self) -> float:
        """Return how wide the label is."""
        size = DEED if self.kind is Kind.DO else NAME
        return max(width(self.name, size), width(self.when, DATE))


@dataclass(frozen=True, slots=True)
class Timeline:
    """A picture: its title, what it says in sentences, and what is on it."""

    id: str
    title: str
    about: str
    marks: tuple[Mark, ...]
    window: tuple[date, date]

    @property
    def first(self) -> date:
        """Return the first day of the ruler."""
        return min(mark.day for mark in self.marks) - ONE_DAY

    @property
    def last(self) -> date:
        """Return the last day of the ruler."""
        return max(mark.day for mark in self.marks) + ONE_DAY

    @property
    def days(self) -> list[date]:
        """Return all days of the ruler."""
        return [self.first + ONE_DAY * n for n in range((self.last - self.first).days + 1)]

    @property
    def weekends(self) -> Iterator[tuple[date, date]]:
        """Yield the first and the last day of each weekend on the ruler."""
        for day in self.days:
            if day.weekday() == FRIDAY + 1:
                yield day, min(day + ONE_DAY, self.last)

    @property
    def asked_on(self) -> date:
        """Return the day of the next step: up to it, the line is solid."""
        return next(mark.day for mark in self.marks if mark.kind is Kind.DO)

    def told(self, *, by_them: bool) -> list[Mark]:
        """Return the marks of one side, in order of days."""
        side = (mark for mark in self.marks if (mark.kind is Kind.THEM) is by_them)
        return sorted(side, key=lambda mark: mark.day)


@dataclass(frozen=True, slots=True)
class Ruler:
    """Where days stand: the first begins at ``start``, each is ``unit`` long."""

    first: date
    start: float
    unit: float

    def edge(self, day: date) -> float:
        """Return where a day begins."""
        return self.start + (day - self.first).days * self.unit

    def at(self, day: date) -> float:
        """Return the middle of a day."""
        return self.edge(day) + self.unit / 2

    def run(self, first: date, last: date) -> tuple[float, float]:
        """Return where a run of days begins, and how long it is."""
        return self.edge(first), self.edge(last + ONE_DAY) - self.edge(first)


def short(day: date) -> str:
    """Return a day in few letters: "Tue 2 Feb"."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def span(first: date, last: date) -> str:
    """Return a run of days in few letters: "16 to 26 Feb"."""
    month = "" if first.month == last.month else f" {MONTHS[first.month - 1]}"
    return f"{first.day}{month} to {last.day} {MONTHS[last.month - 1]}"


def spread(wanted: list[tuple[float, float]], low: float, high: float) -> list[float]:
    """Return where labels begin: near their middles, of their lengths, never touching."""
    starts: list[float] = []
    free = low
    for middle, length in wanted:
        starts.append(max(free, middle - length / 2))
        free = starts[-1] + length + GAP
    limit = high
    for place in range(len(starts) - 1, -1, -1):
        starts[place] = min(starts[place], limit - wanted[place][1])
        limit = starts[place] - GAP
    return starts


# ---- pieces ------------------------------------------------------------------------


def text(name: str, x: float, y: float, words: str, anchor: str = "start") -> str:
    """Draw words."""
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text class="tl-{name}" {place}>{escape(words)}</text>'


def box(name: str, x: float, y: float, size: tuple[float, float], more: str = "") -> str:
    """Draw a rectangle."""
    across, down = size
    place = f'x="{x:.1f}" y="{y:.1f}" width="{across:.1f}" height="{down:.1f}"'
    return f'<rect class="tl-{name}" {place}{more}/>'


def path(name: str, drawn: str) -> str:
    """Draw a line."""
    return f'<path class="tl-{name}" d="{drawn}"/>'


def symbol(mark: Mark, x: float, y: float) -> str:
    """Draw the sign of a mark: diamond, dot, leaf, dashed ring, ring with a cross."""
    match mark.kind:
        case Kind.THEM:
            turned = f' rx="1.5" transform="rotate(45 {x:.1f} {y:.1f})"'
            return box("them", x - 5, y - 5, (10, 10), turned)
        case Kind.YOU:
            return f'<circle class="tl-you" cx="{x:.1f}" cy="{y:.1f}" r="6.5"/>'
        case Kind.DO:
            leaf = box("leaf", x - 16, y - 17, (32, 34), ' rx="5"')
            return leaf + text("leafday", x, y + 6, str(mark.day.day), "middle")
    ring = f'<circle class="tl-later" cx="{x:.1f}" cy="{y:.1f}" r="8"/>'
    cross = path("end", f"M{x - 3:.1f} {y - 3:.1f}l6 6m0 -6l-6 6")
    return ring + cross if mark.kind is Kind.END else ring


def label(mark: Mark) -> str:
    """Return the class of a name: the next step is set larger."""
    return "do" if mark.kind is Kind.DO else "name"


def svg(line: Timeline, kind: str, size: tuple[float, float], drawn: list[str]) -> str:
    """Return a drawing with its title, its description and its hatching."""
    name = f"{line.id}-{kind}"
    return (
        f'<svg class="fu-plan__{kind}" viewBox="0 0 {size[0]:g} {size[1]:g}" role="img" '
        f'aria-labelledby="{name}-title {name}-about" focusable="false" data-search-exclude="">'
        f'<title id="{name}-title">{escape(line.title)}</title>'
        f'<desc id="{name}-about">{escape(line.about)}</desc>'
        f'<defs><pattern id="{name}-off" width="5" height="5" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><path class="tl-hatch" d="M0 0V5"/></pattern></defs>'
        f"{''.join(drawn)}</svg>"
    )


def hatched(line: Timeline, kind: str) -> str:
    """Return the attribute that hatches a box."""
    return f' fill="url(#{line.id}-{kind}-off)"'


# ---- wide: from left to right ----------------------------------------------------------


def wide(line: Timeline) -> str:
    """Draw it from left to right: above what they said, below what you do."""
    ruler = Ruler(line.first, MARGIN, (WIDE - 2 * MARGIN) / len(line.days))
    above = [one for mark in placed(line.told(by_them=True), ruler) for one in said(*mark, ruler)]
    below = [
        one for mark in placed(line.told(by_them=False), ruler) for one in done(line, *mark, ruler)
    ]
    signs = [
        symbol(mark, ruler.at(mark.day), {Kind.THEM: TOP, Kind.DO: 88.0}.get(mark.kind, LINE))
        for mark in line.marks
    ]
    high = BOTTOM + 84
    return svg(line, "wide", (WIDE, high), [*wide_ruler(line, ruler), *above, *below, *signs])


def wide_ruler(line: Timeline, ruler: Ruler) -> Iterator[str]:
    """Draw days, weeks, the window and the line."""
    deep = BOTTOM - TOP
    yield box("band", MARGIN, TOP, (WIDE - 2 * MARGIN, deep), ' rx="5"')
    start, length = ruler.run(*line.window)
    yield box("window", start, TOP + 1, (length, deep - 2))
    for weekend in line.weekends:
        start, length = ruler.run(*weekend)
        yield box("off", start, TOP + 1, (length, deep - 2), hatched(line, "wide"))
    yield from weeks(line, ruler)
    start, length = ruler.run(*line.window)
    yield path("bracket", f"M{start + 1:.1f} {BOTTOM + 5}v5h{length - 2:.1f}v-5")
    first, now, last = (
        ruler.at(day) for day in (line.first + ONE_DAY, line.asked_on, line.last - ONE_DAY)
    )
    yield path("past", f"M{first:.1f} {LINE}H{now:.1f}")
    yield path("ahead", f"M{now + 7:.1f} {LINE}H{last:.1f}")


def weeks(line: Timeline, ruler: Ruler) -> Iterator[str]:
    """Draw where weeks begin, with the day; it gives way to the leaf."""
    month = 0
    for day in line.days:
        if day.weekday():
            continue
        x = ruler.edge(day)
        if day > line.first:
            yield path("week", f"M{x:.1f} {TOP}V{BOTTOM}")
        words = str(day.day) if day.month == month else f"{day.day} {MONTHS[day.month - 1]}"
        ends = x + 4 + width(words, TICK)
        leaf = ruler.at(line.asked_on)
        if ends < WIDE - MARGIN and not (x < leaf + 18 and ends > leaf - 18):
            month = day.month
            yield text("tick", x + 4, TOP + 18, words)


def placed(marks: list[Mark], ruler: Ruler) -> Iterator[tuple[Mark, float]]:
    """Yield marks with the places where their labels begin."""
    wanted = [(ruler.at(mark.day), mark.broad) for mark in marks]
    yield from zip(marks, spread(wanted, MARGIN, WIDE - MARGIN), strict=True)


def anchored(mark: Mark, start: float) -> tuple[str, float]:
    """Return how the words of a label are set: at the margins flush, elsewhere centered."""
    if start <= MARGIN + 1:
        return "start", MARGIN
    if start + mark.broad >= WIDE - MARGIN - 1:
        return "end", WIDE - MARGIN
    return "middle", start + mark.broad / 2


def near(x: float, start: float, mark: Mark) -> float:
    """Return the place at a label that is nearest to its mark."""
    return min(max(x, start + 8), start + mark.broad - 8)


def said(mark: Mark, start: float, ruler: Ruler) -> Iterator[str]:
    """Draw the label of what they said."""
    x = ruler.at(mark.day)
    anchor, at = anchored(mark, start)
    yield path("stem", f"M{near(x, start, mark):.1f} 37L{x:.1f} 48V{TOP - 7}")
    yield text("name", at, 13, mark.name, anchor)
    yield text("date", at, 31, mark.when, anchor)


def done(line: Timeline, mark: Mark, start: float, ruler: Ruler) -> Iterator[str]:
    """Draw the label of what you do; the next step has its window beneath."""
    x = ruler.at(mark.day)
    anchor, at = anchored(mark, start)
    yield path(
        "stem", f"M{x:.1f} {LINE + 9}V{BOTTOM + 14}L{near(x, start, mark):.1f} {BOTTOM + 24}"
    )
    yield text(label(mark), at, BOTTOM + 42, mark.name, anchor)
    yield text("date", at, BOTTOM + 60, mark.when, anchor)
    if mark.kind is Kind.DO:
        yield text("side", at, BOTTOM + 78, f"{IN_GOOD_TIME}: {span(*line.window)}", anchor)


# ---- tall: from top to bottom --------------------------------------------------------------


def tall(line: Timeline) -> str:
    """Draw it from top to bottom: on the left what they said, on the right what you do."""
    ruler = Ruler(line.first, HEAD, TALL_DAY)
    high = HEAD + len(line.days) * TALL_DAY + FOOT
    drawn = [
        text("side", LEFT - 12, 12, THEY, "end"),
        text("side", RIGHT + 14, 12, YOU),
        *tall_ruler(line, ruler),
    ]
    for them in (True, False):
        marks = line.told(by_them=them)
        wanted = [(ruler.at(mark.day), 56.0 if mark.kind is Kind.DO else 38.0) for mark in marks]
        for mark, start in zip(marks, spread(wanted, HEAD - 4, high), strict=True):
            drawn += beside(line, mark, start, ruler.at(mark.day))
    middle = (LEFT + RIGHT) / 2
    drawn += [
        symbol(mark, LEFT if mark.kind is Kind.THEM else middle, ruler.at(mark.day))
        for mark in line.marks
    ]
    return svg(line, "tall", (TALL, high), drawn)


def tall_ruler(line: Timeline, ruler: Ruler) -> Iterator[str]:
    """Draw days, weeks, the window and the line."""
    broad, middle = RIGHT - LEFT, (LEFT + RIGHT) / 2
    yield box("band", LEFT, HEAD, (broad, len(line.days) * TALL_DAY), ' rx="5"')
    start, length = ruler.run(*line.window)
    yield box("window", LEFT + 1, start, (broad - 2, length))
    for weekend in line.weekends:
        top, deep = ruler.run(*weekend)
        yield box("off", LEFT + 1, top, (broad - 2, deep), hatched(line, "tall"))
    for day in line.days[1:]:
        if not day.weekday():
            yield path("week", f"M{LEFT} {ruler.edge(day):.1f}H{RIGHT}")
    yield path("bracket", f"M{RIGHT + 4} {start + 1:.1f}h5v{length - 2:.1f}h-5")
    first, now, last = (
        ruler.at(day) for day in (line.first + ONE_DAY, line.asked_on, line.last - ONE_DAY)
    )
    yield path("past", f"M{middle} {first:.1f}V{now:.1f}")
    yield path("ahead", f"M{middle} {now + 7:.1f}V{last:.1f}")


def beside(line: Timeline, mark: Mark, start: float, y: float) -> Iterator[str]:
    """Draw the label of a mark, on its side."""
    c = start + 19
    if mark.kind is Kind.THEM:
        yield path("stem", f"M{LEFT - 9} {c:.1f}L{LEFT - 6} {y:.1f}")
        yield text("name", LEFT - 13, c - 3, mark.name, "end")
        yield text("date", LEFT - 13, c + 14, mark.when, "end")
        return
    reach = (LEFT + RIGHT) / 2 + (17 if mark.kind is Kind.DO else 9)
    yield path("stem", f"M{reach:.1f} {y:.1f}H{RIGHT + 11}L{BESIDE - 5} {c:.1f}")
    yield text(label(mark), BESIDE, c - 2, mark.name)
    yield text("date", BESIDE, c + 15, mark.when)
    if mark.kind is Kind.DO:
        yield text("side", BESIDE, c + 33, f"{span(*line.window)} is fine")


def figure(line: Timeline, caption: str) -> str:
    """Return both drawings with their caption, as one block of a page."""
    return (
        f'<figure class="fu-plan">{wide(line)}{tall(line)}'
        f"<figcaption>{escape(caption)}</figcaption></figure>"
    )
