"""Leave a stub at each published place from which a section or a page has moved.

Ids are unique over the whole site and never change, so where a section went need not be written
down: the ledger says where it was, the built site says where it is.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from html import escape
from pathlib import Path

from scripts.site import published_urls
from scripts.guide.reader import GuideSource
from scripts.site.html import Page, pages, template
from scripts.paths import SITE

END_OF_TEXT = "</article>"
STUB = '<p>Moved: <a class="fu-moved" id="{place}" href="{link}">{title}</a></p>'


@dataclass(frozen=True, slots=True)
class Stub:
    """An id that is asked for where it no longer stands."""

    place: str
    title: str
    now: str  # the address of the page where it stands


def stubs(source: GuideSource, site: Path, published: list[str]) -> dict[str, list[Stub]]:
    """Return the stubs that each page needs, by the address of the page."""
    every = {page.address: page for page in pages(site)}
    home = {place: page.address for page in every.values() for place in page.found.places}
    titles = {block.id: block.title for block in source.blocks}
    found: dict[str, list[Stub]] = defaultdict(list)
    for address in published:
        path, _, place = address.removeprefix("/").partition("#")
        stands = path in every and place in every[path].found.ids
        if place in home and not stands:
            found[path].append(Stub(place, titles.get(place, "This part"), home[place]))
    return found


def write_stubs(source: GuideSource, site: Path = SITE, ledger: Path = published_urls.LEDGER) -> None:
    """Put the stubs into the built site; a page that is gone becomes a page of stubs."""
    for path, those in stubs(source, site, published_urls.read(ledger)).items():
        up = "../" * path.count("/")
        page = Page(site, site / path / "index.html")
        links = [(one.place, f"{up}{one.now}#{one.place}", one.title) for one in those]
        if page.file.is_file():
            lines = (
                STUB.format(place=place, link=escape(link), title=escape(title))
                for place, link, title in links
            )
            text = page.html.replace(END_OF_TEXT, "\n".join((*lines, END_OF_TEXT)), 1)
        else:
            most = Counter(one.now for one in those).most_common(1)[0][0]
            text = template("moved.html").render(links=links, target=f"{up}{most}", up=up)
        page.file.parent.mkdir(parents=True, exist_ok=True)
        page.file.write_text(text, encoding="utf-8")
