"""Measure how hard the guide is to read; fail where it is too hard.

    python -m scripts.readability

For each page: its words, the average length of its sentences, and its reading
age, which is the Automated Readability Index of its prose plus five. Headings,
tables, code and lists of links are left out. So are the places in the sources
after "Said by", which nobody reads as sentences.

Three kinds of pages are not measured: the words of the quiz, which are a table
of phrases; the pages that scripts write; and the records of decisions, which
are for people who work on the code and need its words.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from scripts.guide.prose import prose
from scripts.guide.reader import MADE_PAGES, PHRASES_PAGE, GuideSource, read_guide
from scripts.paths import DOCS

OLDEST, OLDEST_ON_AVERAGE = 13.0, 12.0  # reading ages
LONGEST = 15.0  # words in a sentence, on average
UNMEASURED = (PHRASES_PAGE, "about/decisions/", *MADE_PAGES)
SAID_BY = "Said by:"
SENTENCE_END = re.compile(r"[.!?…]+[”’\"')\]]*\s+(?=[“‘\"'(\[]*[A-Z0-9])")
ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|etc|vs|Mr|Ms|Mrs|Dr|No)\.")
AGE_AT_ZERO = 5


@dataclass(frozen=True, slots=True)
class Measure:
    """What was counted in a text."""

    characters: int
    words: int
    sentences: int

    @property
    def length(self) -> float:
        """Return the average length of a sentence, in words."""
        return self.words / self.sentences

    @property
    def age(self) -> float:
        """Return the reading age: the Automated Readability Index plus five."""
        index = 4.71 * self.characters / self.words + 0.5 * self.length - 21.43
        return index + AGE_AT_ZERO


def sentences(text: str) -> list[str]:
    """Split a paragraph into its sentences."""
    whole = ABBREVIATION.sub(lambda found: found[0].replace(".", ""), text)
    return [part for part in SENTENCE_END.split(whole) if words(part)]


def words(text: str) -> list[str]:
    """Return the words of a text, without what surrounds them."""
    return [word for word in re.split(r"[\s—–/]+", text) if re.search(r"\w", word)]


def measure(paragraphs: Iterable[str]) -> Measure:
    """Count a text given as paragraphs; a paragraph always ends a sentence."""
    found = [sentence for text in paragraphs for sentence in sentences(text)]
    counted = [word for sentence in found for word in words(sentence)]
    letters = sum(len(re.findall(r"\w", word)) for word in counted)
    return Measure(letters, len(counted), len(found))


def measures(source: GuideSource) -> dict[str, Measure]:
    """Measure all pages that are read as prose, in order of their names."""
    texts: dict[str, list[str]] = defaultdict(list)
    for one in prose(source):
        if not one.page.startswith(UNMEASURED) and not one.words.startswith(SAID_BY):
            texts[one.page].append(one.words)
    return {page: measure(texts[page]) for page in sorted(texts)}


def findings(pages: dict[str, Measure]) -> list[str]:
    """List what is too hard to read."""
    faults = [
        f"docs/{page}.md: reading age {one.age:.1f}, at most {OLDEST:g}"
        for page, one in pages.items()
        if one.age > OLDEST
    ]
    faults += [
        f"docs/{page}.md: {one.length:.1f} words in a sentence on average, at most {LONGEST:g}"
        for page, one in pages.items()
        if one.length > LONGEST
    ]
    if average(pages) > OLDEST_ON_AVERAGE:
        faults.append(f"docs: reading age {average(pages):.1f}, at most {OLDEST_ON_AVERAGE:g}")
    return faults


def average(pages: dict[str, Measure]) -> float:
    """Return the average reading age of the pages."""
    return sum(one.age for one in pages.values()) / len(pages)


def table(pages: dict[str, Measure]) -> str:
    """Return the measures as a table."""
    rows = [
        f"{page:24}{one.words:8,}{one.length:12.1f}{one.age:12.1f}" for page, one in pages.items()
    ]
    total = sum(one.words for one in pages.values())
    length = total / sum(one.sentences for one in pages.values())
    return "\n".join(
        [
            f"{'Page':24}{'Words':>8}{'A sentence':>12}{'Reading age':>12}",
            *rows,
            f"{'All pages':24}{total:8,}{length:12.1f}{average(pages):12.1f}",
        ]
    )


def main() -> int:
    """Print the table and what is too hard."""
    pages = measures(read_guide(DOCS))
    print(table(pages))
    faults = findings(pages)
    print(*faults, sep="\n", file=sys.stderr, end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
