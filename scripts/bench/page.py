"""Write what was recorded into docs/about/speed.md, between the marks that stand there.

The words around the tables are written by hand; only what stands between a
pair of marks is made.
"""

from __future__ import annotations

import re
from pathlib import Path

from scripts.bench import picture, tables
from scripts.bench.growth_record import Growth, growth_from_json
from scripts.bench.network import FAIR, LOCAL, SLOW
from scripts.bench.record import RECORDS, Record, record_from_json
from scripts.bench.tracing import Trace, trace_from_json
from scripts.paths import DOCS, write_if_changed

PAGE = DOCS / "about" / "speed.md"
MADE = re.compile(r"(<!-- made: ([a-z-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def filled(text: str, parts: dict[str, str]) -> str:
    """Put each part between its marks. A mark without a part is an error, and so is the reverse."""
    named = [found[2] for found in MADE.finditer(text)]
    if sorted(named) != sorted(parts):
        raise ValueError(f"marks {named}, parts {sorted(parts)}")
    return MADE.sub(lambda found: f"{found[1]}\n{parts[found[2]]}\n{found[3]}", text)


def parts(found: Record, growth: Growth, trace: Trace) -> dict[str, str]:
    """Return what the marks of the page name."""
    return {
        "picture": f"{picture.picture(trace)}\n",
        "steps": tables.markdown(picture.TABLE, picture.table(trace)),
        "sizes": tables.markdown(tables.SIZES, tables.sizes(growth)),
        "law": tables.markdown(tables.LAW, tables.law(growth)),
        "heap": tables.markdown(tables.HEAP, tables.heap(growth)),
        "goals": tables.markdown(tables.GOALS, tables.goals(found)),
        "local": tables.markdown(tables.STARTS, tables.starts(found, LOCAL)),
        "fair": tables.markdown(tables.STARTS, tables.starts(found, FAIR)),
        "slow": tables.markdown(tables.STARTS, tables.starts(found, SLOW)),
        "again": tables.markdown(tables.STARTS, tables.starts(found, LOCAL, "again")),
        "visits": tables.markdown(tables.VISITS, tables.visits(found)),
        "reads": tables.markdown(tables.READS, tables.reads(found)),
        "machine": "".join(f"- {name}: {value}\n" for name, value in about(found).items()),
    }


def about(found: Record) -> dict[str, str]:
    """Say when, how often and on what."""
    return found.about | {"Rounds": f"{found.rounds}, all ways in turn"}


def page() -> str:
    """Return the page with what was recorded last."""
    starts, growth, trace = (
        (RECORDS / f"{name}.json").read_text(encoding="utf-8")
        for name in ("starts", "growth", "trace")
    )
    made = parts(record_from_json(starts), growth_from_json(growth), trace_from_json(trace))
    return filled(PAGE.read_text(encoding="utf-8"), made)


def write() -> Path:
    """Write the page."""
    write_if_changed(PAGE, page().encode())
    return PAGE
