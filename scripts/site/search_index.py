"""Say what the search finds: the sections of the guide, each with its answer, as plain text."""

import json
import re
from html import unescape
from pathlib import Path

from scripts.paths import SITE, write_if_changed

INDEX = "search/search_index.json"  # as each generator writes it
OTHER_INDEX = "search.json"
WORDS = "search/words.json"
# Not for readers who look for advice: how this is made, the list that stands in for the quiz, the
# register of claims, and lists of links to what is found by itself. The glossary is for them.
NOT_SEARCHED = re.compile(
    r"(about/(?!glossary/)|quiz/|sources/|situations/|embed/|for-other-sites/)"
)
MARK = re.compile(r' data-search-exclude(?:="[^"]*")?')  # what a generator's own search leaves out
CLAIM = re.compile(r"\b[A-Z]{1,2}\d{1,2}\b")  # a chip beside a sentence


def take_words(site: Path = SITE, *, some: bool = False) -> Path:
    """Write the sections that are searched, and drop the generator's own index and its mark.

    The browser fetches this file once somebody opens the search; see ``widget/web/search``.
    Where only some pages were made, the sections of the others stay.
    """
    made = next(file for name in (INDEX, OTHER_INDEX) if (file := site / name).is_file())
    index = json.loads(made.read_text(encoding="utf-8"))
    entries = index["docs"] if "docs" in index else index["items"]
    made.unlink()
    words = site / WORDS
    words.parent.mkdir(exist_ok=True)
    found = sections(entries)
    if some:
        anew = {page_of(one) for one in entries}
        old = json.loads(words.read_text(encoding="utf-8"))
        found += [one for one in old if page_of(one) not in anew]
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    words.write_text(text, encoding="utf-8")
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        write_if_changed(page, MARK.sub("", html).encode())
    return words


def page_of(entry: dict[str, str]) -> str:
    """Return where the page of a section is."""
    return entry["location"].partition("#")[0]


def sections(entries: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return what is searched: place, title, title of the page, first paragraph, the rest."""
    pages = {one["location"]: plain(one["title"]) for one in entries if "#" not in one["location"]}
    found = []
    for one in entries:
        location, title = one["location"], plain(one["title"])
        if NOT_SEARCHED.match(location):
            continue
        answer, _, rest = one["text"].partition("</p>")
        found.append(
            {
                "location": location,
                "page": pages[page_of(one)],
                "title": title,
                "answer": plain(answer),
                "text": plain(rest),
            }
        )
    return found


def plain(html: str) -> str:
    """Return a text without marks and without the chips of claims."""
    text = unescape(re.sub(r"<[^>]+>", " ", html))
    return re.sub(r"\s+([.,;:?!])", r"\1", " ".join(CLAIM.sub("", text).split()))
