"""Turn a record into tables: for the terminal, and for the page of the site.

A phone shows no head of a table, so cells say by themselves what they count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from scripts.bench.growth_record import Growth
from scripts.bench.network import FAIR, LOCAL, SLOW, SPEEDS, Speed
from scripts.bench.record import Record, Series, median, ratio, requests, seconds, size, spread
from scripts.bench.visits import Seen

Row = Sequence[str]
NAMES = {
    "usual": "Usual recipe",
    "plain": "Plain build",
    "ours": "Ours",
    "quiz page": "Ours, in the quiz",
    "reference": "No Python",
}
TEN = 10  # milliseconds, from which on nobody needs a tenth
UNIT = re.compile(r"(?<=\d) (?=(?:s|ms|kB|MB|Mbit/s)\b)")  # what a line must not break
FIVE = 5  # screens, from which on nobody is to wait
IN_TIME = 300.0  # milliseconds: until then the page itself says no word of a wait
BLOCK_SEEN_FROM = 50.0  # milliseconds: a browser reports no shorter block


def markdown(head: Row, rows: Sequence[Row]) -> str:
    """Write a table for the site; to align it would take inline styles, which the policy bars."""
    lines = [head, ["---"] * len(head), *rows]
    text = "".join(f"| {' | '.join(line)} |\n" for line in lines)
    return UNIT.sub("\N{NO-BREAK SPACE}", text)


def plain_text(head: Row, rows: Sequence[Row]) -> str:
    """Write a table for the terminal."""
    table = [head, *rows]
    widths = [max(len(line[at]) for line in table) for at in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in table
    )


# ---- from the start of a worker to the first advice ------------------------------------------

STARTS = ("Way", "Median", "From–to", "Of the usual", "Bytes", "Requests")


def starts(found: Record, speed: Speed, phase: str = "cold") -> list[Row]:
    """Return a line for each way that was measured at this speed."""
    usual = found.starts.get(f"usual cold {speed.name}")
    return [
        [
            name,
            seconds(median(one.times)),
            spread(one.times),
            share(ratio(one, usual)) if usual else "",
            size(one.bytes),
            requests(one.requests),
        ]
        for recipe, name in NAMES.items()
        if (one := found.starts.get(f"{recipe} {phase} {speed.name}"))
    ]


# ---- the quiz page ---------------------------------------------------------------------------

VISITS = ("Visit", "First question", "Bytes by then", "Requests", "Python awake", "Longest block")


def visits(found: Record) -> list[Row]:
    """Return a line for each kind of visit of the quiz page."""
    kinds = {
        f"First, {LOCAL.words}": found.visits.get(f"cold {LOCAL.name}"),
        f"Second, {LOCAL.words}": found.visits.get(f"again {LOCAL.name}"),
    } | {
        f"First, {speed.words}": [
            one for name, some in found.reads.items() for one in some if name.endswith(speed.name)
        ]
        for speed in (FAIR, SLOW)
    }
    return [
        [name, *visit(some, is_first=name.startswith("First"))]
        for name, some in kinds.items()
        if some
    ]


def visit(some: Sequence[Seen], *, is_first: bool) -> list[str]:
    """Return the cells for a kind of visit. Later, most comes from what the browser has kept."""
    weight = size(median([one.bytes for one in some]))
    return [
        f"after {seconds(median([one.screen for one in some]))}",
        f"{weight} by then" if is_first else "kept",
        requests(median([one.requests for one in some])) if is_first else "",
        f"awake after {seconds(median([one.ready for one in some]))}",
        f"blocked {block([one.block for one in some])}",
    ]


def block(lengths: Sequence[float]) -> str:
    """Say how long the main thread was blocked: the median of the longest, and the worst."""
    if max(lengths) < BLOCK_SEEN_FROM:
        return "under 50 ms"
    return f"{milliseconds(median(lengths))}, at worst {max(lengths):.0f} ms"


# ---- readers ---------------------------------------------------------------------------------

READS = ("Answered", "Fair network", "Slow network")


def reads(found: Record) -> list[Row]:
    """Return a line for each reader: how long they wait in all, after three seconds a screen."""
    screens = sorted({int(name.split()[0]) for name in found.reads}, reverse=True)
    return [
        [
            f"{count} screen{'' if count == 1 else 's'}",
            *(
                f"{speed.megabits:g} Mbit/s: {wait(some)}"
                for speed in (FAIR, SLOW)
                if (some := found.reads.get(f"{count} {speed.name}"))
            ),
        ]
        for count in screens
    ]


def wait(some: Sequence[Seen]) -> str:
    """Say how long such a reader saw a wait: the median reader, and the one who waited longest."""
    waits = [waited(one) for one in some]
    middle = patience(median(waits))
    return middle if max(waits) == median(waits) else f"{middle}, at worst {seconds(max(waits))}"


def patience(milliseconds: float) -> str:
    """Say a wait."""
    return seconds(milliseconds) if milliseconds else "none"


def waited(seen: Seen) -> float:
    """Add up the waits that can be seen."""
    return sum(one for one in seen.waits if one >= IN_TIME)


# ---- goals -----------------------------------------------------------------------------------

GOALS = ("What", "Goal", "Measured", "So it is")


def goals(found: Record) -> list[Row]:
    """Hold what was measured against what we set out for."""
    return [[what, *map(str, cells)] for what, *cells in _goals(found)]


def _goals(found: Record) -> Iterator[tuple[str, str, str, str]]:
    ours = found.starts[f"ours cold {LOCAL.name}"]
    yield reach("Python and all it needs", ours.bytes, 2.5e6, size)
    for speed, goal in ((LOCAL, 0.22), (FAIR, 0.42), (SLOW, 0.50)):
        yield reach(f"First advice, {speed.words}", _ratio(found, f"ours cold {speed.name}"), goal)
    again = f"quiz page again {LOCAL.name}"
    yield reach("Second visit", ratio(found.starts[again], _usual(found, LOCAL)), 0.15)
    pages = [one for name, some in found.reads.items() for one in some]
    if pages:
        yield reach("Bytes until the first question", max(one.bytes for one in pages), 3e5, size)
    for speed in (FAIR, SLOW):
        if some := [
            one
            for name, those in found.reads.items()
            for one in those
            if name.endswith(speed.name) and int(name.split()[0]) >= FIVE
        ]:
            waits = median([waited(one) for one in some])
            yield reach(f"Wait on five screens or more, {speed.words}", waits, 0, patience)
    first = found.visits[f"cold {LOCAL.name}"]
    blocks = median([one.block for one in first])
    yield reach("Longest block while Python starts", blocks, BLOCK_SEEN_FROM, milliseconds)
    weight, asked = found.guide_page
    yield reach("A page of the guide", weight, 1.5e5, size)
    yield reach("What it asks for", asked, 15, requests)


def milliseconds(value: float) -> str:
    """Say a block of the main thread."""
    return "under 50 ms" if value < BLOCK_SEEN_FROM else f"{value:.0f} ms"


def share(value: float) -> str:
    """Say a part of the usual recipe's time."""
    return f"{value:.2f} of the usual"


def exactly(value: float) -> str:
    """Say a part of the usual recipe's time so that it can be held against a goal."""
    return f"{value:.3f}".rstrip("0") + " of the usual"


def reach(
    what: str, value: float, goal: float, say: Callable[[float], str] = exactly
) -> tuple[str, str, str, str]:
    """Return a line: what, its goal, what it came to, and whether that will do."""
    wanted = say(goal) if goal == 0 else f"at most {say(goal)}"
    return what, wanted, say(value), "reached" if value <= goal else "missed"


def _usual(found: Record, speed: Speed) -> Series:
    return found.starts[f"usual cold {speed.name}"]


def _ratio(found: Record, name: str) -> float:
    return ratio(found.starts[name], _usual(found, SPEEDS[name.rpartition(" ")[2]]))


# ---- growth and memory -----------------------------------------------------------------------

SIZES = ("Size", "Bytes", "Start", "Advice", "Start, ordinary Python", "Advice, ordinary Python")
LAW = ("A hundred more", "Bytes", "Start", "Advice", "Advice, ordinary Python")
HEAP = ("Way", "After the first answer", "After 1,000 answers")


def sizes(found: Growth) -> list[Row]:
    """Return a line for each size that was measured."""
    return [
        [
            "as it is" if one.times == 1 else f"{one.count:,} {one.axis}",
            size(one.bytes),
            f"start {seconds(one.start)}",
            f"advice {small(one.advice)}",
            f"there {small(one.start_here)}",
            f"and {small(one.advice_here)}",
        ]
        for one in found.sizes
    ]


def law(found: Growth) -> list[Row]:
    """Return what a hundred more of a kind add, from the smallest size to the largest."""
    first = found.sizes[0]
    return [
        [
            f"100 {one.axis}",
            size((one.bytes - first.bytes) / more),
            f"start {small((one.start - first.start) / more)}",
            f"advice {small((one.advice - first.advice) / more)}",
            f"there {small((one.advice_here - first.advice_here) / more)}",
        ]
        for one in found.sizes
        if one.times == max(other.times for other in found.sizes)
        and (more := one.count * (1 - 1 / one.times) / 100)
    ]


def small(value: float) -> str:
    """Say a time of which milliseconds matter."""
    return f"{value:z.1f} ms" if abs(value) < TEN else f"{value:,.0f} ms"


def heap(found: Growth) -> list[Row]:
    """Return how much memory each way holds."""
    return [
        [NAMES[name], f"first {size(first)}", f"then {size(last)}"]
        for name, (first, last) in found.heap.items()
    ]


# ---- the terminal ----------------------------------------------------------------------------


def printed(found: Record) -> str:
    """Return the tables for the terminal; goals only where all was measured."""
    measured: list[tuple[str, Row, list[Row]]] = [
        (f"{phase}, {speed.words}\n", STARTS, starts(found, speed, phase))
        for speed in SPEEDS.values()
        for phase in ("cold", "again")
    ]
    measured.append(("", VISITS, visits(found)))
    if found.is_whole:
        measured += [("", READS, reads(found)), ("", GOALS, goals(found))]
    return "\n\n".join(title + plain_text(head, rows) for title, head, rows in measured if rows)
