"""Keep every address that was ever published: the ledger of them, and the check against it.

    python -m scripts.addresses          list what the built site has and the ledger has not
    python -m scripts.addresses --add    add it, under today's date or --date; part of a release

The ledger lies in docs/, so it is published with the site. Lines are only ever added.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from scripts.pages.redirects import LEDGER, read
from scripts.paths import ROOT, SITE
from scripts.site.html import Page, pages

# What these pages say of the inside of the house may change; the pages themselves stay.
PLACES_CHANGE = ("about/decisions/", "about/proof/", "about/rules/", "about/changes/")
UNPUBLISHED = "404.html"


def standing(site: Path = SITE) -> Iterator[str]:
    """Yield every address that the built site has: its pages and the places in them."""
    for page in pages(site):
        if page.address != UNPUBLISHED:
            yield f"/{page.address}"
            if not page.address.startswith(PLACES_CHANGE):
                yield from (f"/{page.address}#{place}" for place in page.found.places)


def findings(site: Path = SITE, ledger: Path = LEDGER) -> list[str]:
    """List the published addresses that lead nowhere, with their line and the way out."""
    every = {page.address: page for page in pages(site)}
    lines = ledger.read_text(encoding="utf-8").splitlines()
    return [
        f"{ledger.name}:{number}: {fault}"
        for number, line in enumerate(lines, 1)
        if line.startswith("/")
        for fault in faults(line, every)
    ]


def faults(address: str, every: dict[str, Page]) -> Iterator[str]:
    """Say what is wrong with one published address."""
    path, _, place = address.removeprefix("/").partition("#")
    page = every.get(path)
    if page is None:
        yield f"{address} was published, and the page is gone. See editing: Move a page"
    elif place and place not in page.found.ids:
        yield f"{address} was published, and the place is gone. See editing: Move a section"


def add(new: Iterable[str], day: date, ledger: Path = LEDGER) -> None:
    """Write new addresses at the end, under a day."""
    with ledger.open("a", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in (f"# {day}", *sorted(new)))


def main(arguments: list[str] | None = None) -> int:
    """List or add what is new."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--add", action="store_true", help="write them into the ledger")
    parser.add_argument("--date", type=date.fromisoformat, help="the day to write; default: today")
    options = parser.parse_args(arguments)
    if not (SITE / "index.html").is_file():
        print("There is no site yet. Run: make build", file=sys.stderr)
        return 1
    new = set(standing()) - set(read())
    if options.add and new:
        add(new, options.date or datetime.now(tz=UTC).date())
    for address in sorted(new):
        print(address)
    name = LEDGER.relative_to(ROOT)
    print(f"{len(new)} {'added to' if options.add else 'not yet in'} {name}", file=sys.stderr)
    return 0
