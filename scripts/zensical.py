"""Compare the site that Zensical makes with the one that MkDocs makes of the same sources.

    make zensical

What differs is listed by its cause. What has no cause below ends the command with an error.
"""

import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path

from scripts.paths import BUILD, ROOT
from scripts.site.html import Page, pages, root_path
from scripts.site.search_index import WORDS
from scripts.site.short_urls import FOLDER

ELSEWHERE = {"href"}
EXAMPLES = 2  # of differences that have a cause
MKDOCS, ZENSICAL = ROOT / "site", BUILD / "zensical"
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


def in_pages(site: Path) -> Iterator[tuple[str, str]]:
    """Yield what is in the pages: the kind of fact, and the fact."""
    root = root_path(site)
    for page in pages(site):
        if page.name.startswith(f"{FOLDER}/"):
            yield "short addresses", f"{page.address} → {page.found.meta['refresh']}"
            continue
        article = _Article(page)
        yield "pages", page.address
        yield "words", f"{page.address} {digest(' '.join(''.join(article.text).split()))}"
        for tag, one in article.tags:
            told = (f" {name}={one[name]}" for name in sorted(one) if name not in ELSEWHERE)
            yield "elements", f"{page.address} <{tag}{''.join(told)}>"
            if "id" in one:
                yield "ids", f"{page.address}#{one['id']}"
            if tag == "abbr":
                yield "abbreviations", f"{page.address} {one['title']}"
            if one.get("class") == "headerlink":
                yield "heading links", f"{page.address}{one['href']}"
            elif tag == "a" and "href" in one:
                target = page.target(one["href"], root)
                yield "links", f"{page.address} → {'#'.join(target) if target else one['href']}"


def beside_pages(site: Path) -> Iterator[tuple[str, str]]:
    """Yield what is beside the pages: for the search, for programs and for search engines."""
    for entry in json.loads((site / WORDS).read_text(encoding="utf-8")):
        yield "search entries", entry["location"]
    for pattern in ("**/index.md", "*.txt", "*.json"):
        for file in site.glob(pattern):
            name = file.relative_to(site).as_posix()
            yield "files for programs", f"{name} {digest(file.read_text('utf-8'))}"
    for address in re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text("utf-8")):
        yield "site map", address


def digest(text: str) -> str:
    """Return a short hash."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def facts(site: Path) -> defaultdict[str, Counter[str]]:
    """Count all facts of a site, by kind."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for kind, fact in chain(in_pages(site), beside_pages(site)):
        found[kind][fact] += 1
    return found


def main(mkdocs: Path = MKDOCS, zensical: Path = ZENSICAL) -> int:
    """Print the table, then the differences by cause; those without one all."""
    differences: dict[str, list[str]] = {}
    print(f"{'':20} {'MkDocs':>8} {'Zensical':>8} {'equal':>8}")
    first, second = facts(mkdocs), facts(zensical)
    for name in sorted(first | second):
        one, other = first[name], second[name]
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
