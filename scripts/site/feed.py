"""Write the Atom feed of what changed: an entry for each change of advice or of laws (RFC 4287)."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

from scripts.guide.changelog import Change, changes
from scripts.guide.reader import GuideSource, address_of
from scripts.pages.changes_page import FEED, PAGE, last_reviewed, page_of
from scripts.paths import SITE, write_if_changed
from scripts.site.html import Page

ATOM = "http://www.w3.org/2005/Atom"
MOST = 100  # entries; older ones stand on the page
LICENSE = "https://creativecommons.org/licenses/by/4.0/"


def feed(source: GuideSource, listed: Iterable[Change], home: str, name: str) -> bytes:
    """Return the feed of a site; what is not released yet has the day of the last review."""
    since, every = last_reviewed(source), list(listed)
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    add(root, "id", f"{home}{FEED}")
    add(root, "title", f"{name} What changed")
    add(root, "subtitle", "Changes of advice and of what the guide says on the law.")
    add(root, "link", rel="self", type="application/atom+xml", href=f"{home}{FEED}")
    add(root, "link", rel="alternate", type="text/html", href=f"{home}{PAGE}/")
    add(root, "link", rel="license", href=LICENSE)
    add(ET.SubElement(root, "author"), "name", name)
    entries = list(zip(every, moments(every, since), strict=True))[:MOST]
    add(root, "updated", max((at for _, at in entries), default=f"{since}T00:00:00Z"))
    for one, at in entries:
        entry = ET.SubElement(root, "entry")
        add(entry, "id", f"{home}{PAGE}/#{one.id}")
        add(entry, "title", one.title)
        add(entry, "updated", at)
        add(entry, "link", rel="alternate", type="text/html", href=f"{home}{PAGE}/#{one.id}")
        for named in one.names:
            if page := page_of(named, source):
                place = f"{address_of(page)}#{named.lower()}"
                add(entry, "link", rel="related", title=named, href=f"{home}{place}")
        add(entry, "category", term=one.kind)
        add(entry, "content", one.words, type="text")
    ET.indent(root, " ")
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def moments(listed: list[Change], since: str) -> list[str]:
    """Return when each change was made: the day of its version, and in order a second apart.

    So readers of feeds, which sort by time, keep the order. An older one never moves.
    """
    earlier: Counter[str] = Counter()
    found = []
    for one in reversed(listed):
        at = datetime.fromisoformat(f"{one.day or since}T00:00:00")
        found.append(f"{at + timedelta(seconds=earlier[one.version]):%Y-%m-%dT%H:%M:%SZ}")
        earlier[one.version] += 1
    return found[::-1]


def add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> None:
    """Put an element into another."""
    ET.SubElement(parent, tag, attributes).text = text


def write(source: GuideSource, site: Path = SITE) -> None:
    """Put the feed into the built site."""
    home = Page(site, site / "index.html").found
    document = feed(source, changes(), str(home.canonical), home.meta["og:site_name"])
    write_if_changed(site / FEED, document + b"\n")
