"""Give every section a short address of its own, /s/<id>/, with its own preview.

Each is a small page that brings readers to the section at once, with and without JavaScript, and
shows what it leads to where links are previewed. An action of the quiz has one under its own name.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from followup.model import Action
from scripts.guide.reader import (
    PHRASES_PAGE,
    SOURCES_PAGE,
    Block,
    GuideSource,
    address_of,
    paragraphs,
)
from scripts.pages.templates import template
from scripts.paths import SITE, write_if_changed
from scripts.site.html import pages
from scripts.site.social_cards import card

FOLDER = "s"
CARD = "card.png"
CARD_OF_THE_PAGE = ("about/", SOURCES_PAGE)  # their sections are many and small


@dataclass(frozen=True, slots=True)
class Permalink:
    """A short address: its name, where it leads, and the words of its preview."""

    name: str
    page: str  # "timing"
    place: str  # the id on that page
    title: str
    lead: str

    @property
    def target(self) -> str:
        """Where it leads, from the root of the site."""
        return f"{address_of(self.page)}#{self.place}"


def permalinks(source: GuideSource, moved: dict[str, str]) -> Iterator[Permalink]:
    """Yield the short addresses of a guide; ``moved`` says where ids that moved now lead."""
    sections = {block.id: block for block in source.blocks if is_linked(block)}
    for block in sections.values():
        yield permalink(block.id, block)
    for action in Action:
        yield permalink(action.value, sections[f"action-{action.value}"])
    for old, new in moved.items():
        if old not in sections:
            yield permalink(old, sections[new])


def is_linked(block: Block) -> bool:
    """Tell whether a heading gets a short address; those of words for the quiz do not."""
    return bool(block.id) and block.level > 1 and block.page != PHRASES_PAGE


def permalink(name: str, block: Block) -> Permalink:
    """Return the short address of a section."""
    lead, _ = next(paragraphs(block), (block.title, None))
    return Permalink(name, block.page, block.id, block.title, lead)


def write_permalinks(source: GuideSource, site: Path = SITE) -> None:
    """Write the pages and cards of all short addresses into the built site."""
    built = {page.address: page.found for page in pages(site)}
    moved = {old: new for found in built.values() for old, new in found.moved.items()}
    home = built[""]
    page = template("permalink.html")
    for link in permalinks(source, moved):
        folder = site / FOLDER / link.name
        address = f"{home.canonical}{FOLDER}/{link.name}/"
        picture = built[address_of(link.page)].meta["og:image"]
        if not link.page.startswith(CARD_OF_THE_PAGE):
            picture = f"{address}{CARD}"
            subject = source.pages[link.page]["title"]
            write_if_changed(folder / CARD, card(subject, link.title, link.lead))
        html = page.render(
            title=link.title,
            lead=link.lead,
            site_name=home.meta["og:site_name"],
            target=f"../../{link.target}",
            canonical=f"{home.canonical}{address_of(link.page)}",
            address=address,
            card=picture,
        )
        write_if_changed(folder / "index.html", f"{html}\n".encode())
