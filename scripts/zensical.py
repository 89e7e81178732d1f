"""Compare the site that Zensical makes with the one that MkDocs makes of the same sources.

    make zensical

What differs is listed by its cause. What has no cause below ends the command with an error.
"""

import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

from scripts.paths import BUILD, ROOT
from scripts.site.html import Page, pages, root_path
from scripts.site.search_index import WORDS
from scripts.site.short_urls import FOLDER

ELSEWHERE = {"href", "data-search-exclude"}  # Zensical’s search takes its mark out of the page
EXAMPLES = 2  # of differences that have a cause
MKDOCS, ZENSICAL = ROOT / "site", BUILD / "zensical"
Facts = Counter[str]
CAUSES = {  # of what is on one site only, by a pattern of "fact: item"
    r"ids: .*#__skip$": "Zensical’s link past the navigation leads to a place of its own",
    r"elements: .*<a id=__skip ": "the element of that place",
    r"elements: .*<pre( class=highlight)?>$": "Zensical always has its own extension for code",
}


class _Article(HTMLParser):
    """What stands between <article> and </article>."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.inside = False
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []
        self.feed(page.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside |= tag == "article"
        if self.inside:
            self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        self.inside &= tag != "article"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.text.append(data)


def articles(site: Path) -> Iterator[tuple[Page, _Article]]:
    """Go through the pages that the generator made."""
    for page in pages(site):
        if not page.name.startswith(f"{FOLDER}/"):
            yield page, _Article(page)


def ids(site: Path) -> Iterator[str]:
    """Yield the places one may link to."""
    for page, article in articles(site):
        yield from (f"{page.address}#{one['id']}" for _, one in article.tags if "id" in one)


def links(site: Path) -> Iterator[str]:
    """Yield where the links lead, as a browser sees it."""
    root = root_path(site)
    for page, article in articles(site):
        for tag, one in article.tags:
            if tag == "a" and "href" in one and one.get("class") != "headerlink":
                target = page.target(one["href"], root)
                yield f"{page.address} → {'#'.join(target) if target else one['href']}"


def heading_links(site: Path) -> Iterator[str]:
    """Yield the links beside the headings."""
    for page, article in articles(site):
        found = (one["href"] for _, one in article.tags if one.get("class") == "headerlink")
        yield from (f"{page.address}{href}" for href in found)


def abbreviations(site: Path) -> Iterator[str]:
    """Yield the notes on words."""
    for page, article in articles(site):
        yield from (f"{page.address} {one['title']}" for tag, one in article.tags if tag == "abbr")


def words(site: Path) -> Iterator[str]:
    """Yield the words of each article, as one hash."""
    for page, article in articles(site):
        yield f"{page.address} {digest(' '.join(''.join(article.text).split()))}"


def elements(site: Path) -> Iterator[str]:
    """Yield what each article is made of; where links lead is another fact."""
    for page, article in articles(site):
        for tag, one in article.tags:
            told = (f" {name}={one[name]}" for name in sorted(one) if name not in ELSEWHERE)
            yield f"{page.address} <{tag}{''.join(told)}>"


def search_entries(site: Path) -> Iterator[str]:
    """Yield the places that the search leads to."""
    file = site / WORDS
    if file.is_file():
        found = json.loads(file.read_text(encoding="utf-8"))
    else:
        found = json.loads((site / "search.json").read_text(encoding="utf-8"))["items"]
    yield from (entry["location"] for entry in found)


def short_addresses(site: Path) -> Iterator[str]:
    """Yield the short addresses, with where they lead."""
    for page in pages(site):
        if page.name.startswith(f"{FOLDER}/"):
            yield f"{page.address} → {page.found.meta['refresh']}"


def files_for_programs(site: Path) -> Iterator[str]:
    """Yield the twins in Markdown and the data, each with a hash of its bytes."""
    for pattern in ("**/index.md", "*.txt", "*.json"):
        for file in site.glob(pattern):
            if file.name != "search.json":
                yield f"{file.relative_to(site).as_posix()} {digest(file.read_text('utf-8'))}"


def site_map(site: Path) -> Iterator[str]:
    """Yield the addresses in the site map."""
    yield from re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))


def digest(text: str) -> str:
    """Return a short hash."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


FACTS: dict[str, Callable[[Path], Iterator[str]]] = {
    "pages": lambda site: (page.address for page, _ in articles(site)),
    "ids": ids,
    "links": links,
    "heading links": heading_links,
    "abbreviations": abbreviations,
    "words": words,
    "elements": elements,
    "search entries": search_entries,
    "short addresses": short_addresses,
    "files for programs": files_for_programs,
    "site map": site_map,
}


def main(mkdocs: Path = MKDOCS, zensical: Path = ZENSICAL) -> int:
    """Print the table, then the differences by cause; those without one all."""
    differences: dict[str, list[str]] = {}
    print(f"{'':20} {'MkDocs':>8} {'Zensical':>8} {'equal':>8}")
    for name, fact in FACTS.items():
        one, other = Counter(fact(mkdocs)), Counter(fact(zensical))
        print(f"{name:20} {one.total():>8,} {other.total():>8,} {(one & other).total():>8,}")
        for side, only in (("MkDocs", one - other), ("Zensical", other - one)):
            for item in only.elements():
                line = f"{name}: {item}"
                cause = next((CAUSES[one] for one in CAUSES if re.match(one, line)), "")
                differences.setdefault(cause, []).append(f"only {side}: {line}")
    for cause, lines in differences.items():
        shown = lines[:EXAMPLES] if cause else lines
        print(f"\n{len(lines)} × {cause or 'no cause is known'}", *shown, sep="\n  ")
    return 1 if differences.get("") else 0


if __name__ == "__main__":
    sys.exit(main())
