"""Leave a stub at each published place from which a section or a page has moved.

Ids are unique over the whole site and never change, so where a section went need not be written
down: the ledger says where it was, the guide says where it is.
"""

import posixpath
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from scripts.guide.reader import MADE_PAGES, GuideSource, address_of
from scripts.pages.templates import template
from scripts.paths import DOCS

LEDGER = DOCS / "addresses.txt"


@dataclass(frozen=True, slots=True)
class Stub:
    """An id that is asked for where it no longer stands."""

    place: str
    title: str
    now: str  # the page where it stands: "timing"

    def line(self, page: str) -> str:
        """Return a line for the end of the page that it was on."""
        target = posixpath.relpath(f"{self.now}.md", posixpath.dirname(page) or ".")
        return f"Moved: [{self.title}]({target}#{self.place}){{ .fu-moved #{self.place} }}"


def read(ledger: Path = LEDGER) -> list[str]:
    """Return the addresses of the ledger. Lines that begin with # say when they were added."""
    lines = ledger.read_text(encoding="utf-8").splitlines() if ledger.is_file() else []
    return [line for line in lines if line and not line.startswith("#")]


def stubs(source: GuideSource, published: Iterable[str]) -> dict[str, list[Stub]]:
    """Return the stubs that are needed, by the address of the page that they were on."""
    pages = {address_of(page): page for page in (*source.pages, *MADE_PAGES)}
    home = {ref.partition("#")[2]: ref.partition("#")[0] for ref in source.ids}
    titles = {block.id: block.title for block in source.blocks}
    found: dict[str, list[Stub]] = defaultdict(list)
    for address in published:
        path, _, place = address.removeprefix("/").partition("#")
        if place in home and home[place] != pages.get(path):
            found[path].append(Stub(place, titles.get(place, "This part"), home[place]))
    return found


def page_of_stubs(address: str, those: list[Stub]) -> str:
    """Return a page that stands where one is gone."""
    up = "../" * address.count("/")
    links = [(one.place, f"{up}{address_of(one.now)}#{one.place}", one.title) for one in those]
    most = Counter(one.now for one in those).most_common(1)[0][0]
    return template("moved.html").render(links=links, target=f"{up}{address_of(most)}", up=up)
