"""Turn a record into tables of the site, which can be read in a terminal too.

A phone shows no head of a table, so cells say by themselves what they count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from statistics import median

from scripts.bench.network import FAIR, LOCAL, SLOW, Speed
from scripts.bench.record import Growth, Record, Seen, requests, seconds, size, spread

Row = Sequence[str]
NAMES = {
    "usual": "Usual recipe",
    "before": "Ours, before",
    "whole": "Ours, not awake",
    "ours": "Ours",
    "quiz page": "Ours, in the quiz",
    "reference": "No Python",
}
TEN = 10  # milliseconds, from which on nobody needs a tenth
UNIT = re.compile(r"(?<=\d) (?=(?:s|ms|kB|MB|Mbit/s)\b)")  # what a line must not break
FOUR = 4  # screens, from which on nobody is to wait
IN_TIME = 300.0  # milliseconds: until then the page itself says no word of a wait
BLOCK_SEEN_FROM = 50.0  # milliseconds: a browser reports no shorter block


def markdown(head: Row, rows: Sequence[Row]) -> str:
    """Write a table for the site; to align it would take inline styles, which the policy bars."""
    lines = [head, ["---"] * len(head), *rows]
    text = "".join(f"| {' | '.join(line)} |\n" for line in lines)
    return UNIT.sub("\N{NO-BREAK SPACE}", text)


# ---- from the start of a worker to the first advice ------------------------------------------


def starts(found: Record, speed: Speed, phase: str = "cold") -> str:
    """Return a line for each way that was measured at this speed."""
    rows = [
        [
            name,
            seconds(median(one["times"])),
            spread(one["times"]),
            f"{_ratio(found, key, speed):.2f} of the usual",
            size(one["bytes"]),
            requests(one["requests"]),
        ]
        for recipe, name in NAMES.items()
        if (one := found["starts"].get(key := f"{recipe} {phase} {speed.name}"))
    ]
    return markdown(("Way", "Median", "From–to", "Of the usual", "Bytes", "Requests"), rows)


def _ratio(found: Record, name: str, speed: Speed) -> float:
    """Return how a median compares with that of the usual recipe."""
    usual = found["starts"][f"usual cold {speed.name}"]
    return median(found["starts"][name]["times"]) / median(usual["times"])


# ---- the quiz page ---------------------------------------------------------------------------


def visits(found: Record) -> str:
    """Return a line for each kind of visit of the quiz page.

    On the second, most comes from what the browser has kept.
    """
    kinds = [
        (f"First, {LOCAL.words}", found["visits"]["cold"], False),
        (f"Second, {LOCAL.words}", found["visits"]["again"], True),
        *((f"First, {speed.words}", readers(found, speed), False) for speed in (FAIR, SLOW)),
    ]
    rows = [
        [
            name,
            f"after {seconds(median([one['screen'] for one in some]))}",
            "kept" if is_kept else f"{size(median([one['bytes'] for one in some]))} by then",
            "" if is_kept else requests(median([one["requests"] for one in some])),
            f"awake after {seconds(median([one['ready'] for one in some]))}",
            f"blocked {block(some)}",
        ]
        for name, some, is_kept in kinds
    ]
    head = ("Visit", "First question", "Bytes by then", "Requests", "Python awake", "Longest block")
    return markdown(head, rows)


def readers(found: Record, speed: Speed, least: int = 1) -> list[Seen]:
    """Return the readers over such a network who answered so many screens or more."""
    return [
        one
        for name, some in found["reads"].items()
        if name.endswith(f" {speed.name}") and int(name.split()[0]) >= least
        for one in some
    ]


def block(some: Sequence[Seen]) -> str:
    """Say how long the main thread was blocked: the median of the longest, and the worst."""
    worst = max(one["block"] for one in some)
    if worst < BLOCK_SEEN_FROM:
        return milliseconds(worst)
    return f"{milliseconds(median([one['block'] for one in some]))}, at worst {worst:.0f} ms"


# ---- readers ---------------------------------------------------------------------------------


def reads(found: Record) -> str:
    """Return a line for each reader: how long they wait in all, after three seconds a screen."""
    screens = sorted({int(name.split()[0]) for name in found["reads"]}, reverse=True)
    rows = [
        [
            f"{count} screen{'' if count == 1 else 's'}",
            *(
                f"{speed.megabits:g} Mbit/s: {wait(some)}"
                for speed in (FAIR, SLOW)
                if (some := found["reads"].get(f"{count} {speed.name}"))
            ),
        ]
        for count in screens
    ]
    return markdown(("Answered", "Fair network", "Slow network"), rows)


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
    return sum(one for one in seen["waits"] if one >= IN_TIME)


# ---- goals -----------------------------------------------------------------------------------


def goals(found: Record) -> str:
    """Hold what was measured against what we set out for."""
    return markdown(("What", "Goal", "Measured", "So it is"), [*_goals(found)])


def _goals(found: Record) -> Iterator[Row]:
    ours = found["starts"][f"ours cold {LOCAL.name}"]
    yield reach("Python and all it needs", ours["bytes"], 1.1e6, size)
    for speed, goal in ((LOCAL, 0.07), (FAIR, 0.16), (SLOW, 0.22)):
        ratio = _ratio(found, f"ours cold {speed.name}", speed)
        yield reach(f"First advice, {speed.words}", ratio, goal)
    again = _ratio(found, f"quiz page again {LOCAL.name}", LOCAL)
    yield reach("Second visit", again, 0.08)
    most = max(one["bytes"] for some in found["reads"].values() for one in some)
    yield reach("Bytes until the first question", most, 3e5, size)
    for speed in (FAIR, SLOW):
        waits = median(map(waited, readers(found, speed, FOUR)))
        yield reach(f"Wait on four screens or more, {speed.words}", waits, 0, patience)
        single = median(map(waited, found["reads"][f"1 {speed.name}"]))
        yield reach(f"Wait on one screen, {speed.words}", single, 0, patience)
    blocks = median([one["block"] for one in found["visits"]["cold"]])
    yield reach("Longest block while Python starts", blocks, BLOCK_SEEN_FROM, milliseconds)
    weight, asked = found["guide_page"]
    yield reach("A page of the guide", weight, 1.5e5, size)
    yield reach("What it asks for", asked, 15, requests)


def milliseconds(value: float) -> str:
    """Say a block of the main thread."""
    return "under 50 ms" if value < BLOCK_SEEN_FROM else f"{value:.0f} ms"


def exactly(value: float) -> str:
    """Say a part of the usual recipe's time so that it can be held against a goal."""
    return f"{value:.3f}".rstrip("0") + " of the usual"


def reach(what: str, value: float, goal: float, say: Callable[[float], str] = exactly) -> Row:
    """Return a line: what, its goal, what it came to, and whether that will do."""
    wanted = say(goal) if goal == 0 else f"at most {say(goal)}"
    return what, wanted, say(value), "reached" if value <= goal else "missed"


# ---- growth and memory -----------------------------------------------------------------------


def sizes(found: Growth) -> str:
    """Return a line for each size that was measured."""
    rows = [
        [
            "as it is" if one["times"] == 1 else f"{one['count']:,} {one['axis']}",
            size(one["bytes"]),
            f"start {seconds(one['start'])}",
            f"advice {small(one['advice'])}",
            f"there {small(one['start_here'])}",
            f"and {small(one['advice_here'])}",
        ]
        for one in found["sizes"]
    ]
    here = ("Start, ordinary Python", "Advice, ordinary Python")
    return markdown(("Size", "Bytes", "Start", "Advice", *here), rows)


def law(found: Growth) -> str:
    """Return what a hundred more of a kind add, from the smallest size to the largest."""
    first = found["sizes"][0]
    largest = max(one["times"] for one in found["sizes"])
    rows = [
        [
            f"100 {one['axis']}",
            size((one["bytes"] - first["bytes"]) / more),
            f"start {small((one['start'] - first['start']) / more)}",
            f"advice {small((one['advice'] - first['advice']) / more)}",
            f"there {small((one['advice_here'] - first['advice_here']) / more)}",
        ]
        for one in found["sizes"]
        if one["times"] == largest and (more := one["count"] * (1 - 1 / largest) / 100)
    ]
    head = ("A hundred more", "Bytes", "Start", "Advice", "Advice, ordinary Python")
    return markdown(head, rows)


def small(value: float) -> str:
    """Say a time of which milliseconds matter."""
    return f"{value:z.1f} ms" if abs(value) < TEN else f"{value:,.0f} ms"


def heap(found: Growth) -> str:
    """Return how much memory each way holds."""
    rows = [
        [NAMES[name], f"first {size(first)}", f"then {size(last)}"]
        for name, (first, last) in found["heap"].items()
    ]
    return markdown(("Way", "After the first answer", "After 1,000 answers"), rows)
