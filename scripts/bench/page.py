"""Write what was recorded into docs/about/speed.md, between the marks that stand there.

The words around the tables are written by hand; only what stands between a
pair of marks is made.
"""

from __future__ import annotations

import re

from scripts.bench import picture, tables
from scripts.bench.network import FAIR, HALF, LOCAL, SLOW
from scripts.bench.record import Growth, Record, Trace, kept
from scripts.bench.runs import FEW
from scripts.paths import DOCS, write_if_changed

PAGE = DOCS / "about" / "speed.md"
MADE = re.compile(r"(<!-- made: ([a-z-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def filled(text: str, parts: dict[str, str]) -> str:
    """Put each part between its marks. A mark without a part is an error, and so is the reverse."""
    named = [found[2] for found in MADE.finditer(text)]
    if sorted(named) != sorted(parts):
        raise ValueError(f"marks {named}, parts {sorted(parts)}")
    return MADE.sub(lambda found: f"{found[1]}\n{parts[found[2]]}\n{found[3]}", text)


def of_starts(found: Record) -> dict[str, str]:
    """Return what the marks name of the starts."""
    rounds = f"{found['rounds']}, all ways in turn; the slow ones in the first {FEW}"
    about = found["about"] | {"Rounds": rounds}
    return {
        "goals": tables.goals(found),
        "reads": tables.reads(found),
        "visits": tables.visits(found),
        "local": tables.starts(found, LOCAL),
        "fair": tables.starts(found, FAIR),
        "slow": tables.starts(found, SLOW),
        "half": tables.starts(found, HALF),
        "again": tables.starts(found, LOCAL, "again"),
        "machine": "".join(f"- {name}: {value}\n" for name, value in about.items()),
    }


def of_growth(found: Growth) -> dict[str, str]:
    """Return what the marks name of growth."""
    return {"sizes": tables.sizes(found), "law": tables.law(found), "heap": tables.heap(found)}


def of_trace(found: Trace) -> dict[str, str]:
    """Return what the marks name of the one start that was traced."""
    return {"picture": picture.picture(found), "steps": picture.table(found)}


def page() -> str:
    """Return the page with what was recorded last."""
    made = of_starts(kept("starts")) | of_growth(kept("growth")) | of_trace(kept("trace"))
    return filled(PAGE.read_text(encoding="utf-8"), made)


def write() -> None:
    """Write the page."""
    write_if_changed(PAGE, page().encode())
