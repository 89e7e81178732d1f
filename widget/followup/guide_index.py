"""The guide's sections to search in, with the claims that each rests on.

They are built into the package beside the guide. The quiz does not need them.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from followup.errors import GuideError

BUILT = Path(__file__).with_name("sections.json")
WORD = re.compile(r"\w+")
TABLE = (
    "CREATE VIRTUAL TABLE sections USING "
    "fts5 (title, lead, text, share UNINDEXED, tokenize='porter unicode61')"
)
# A word in the heading counts more than one in the answer, and that more than one in the rest.
BEST = (
    "SELECT rowid FROM sections WHERE sections MATCH ? "
    "ORDER BY bm25(sections, 4, 3, 1) * share LIMIT ?"
)
# What advice rests on comes after the advice.
EVIDENCE = ("sources", "disagreements", "doubtful-numbers")


@dataclass(frozen=True, slots=True)
class IndexedSection:
    """A section as it is found: the page it stands on, its words, and what it rests on."""

    id: str
    page: str
    title: str
    lead: str
    text: str
    claims: tuple[str, ...]
    reviewed: str


class GuideIndex:
    """The sections by their ids, and a search in them that runs in memory."""

    def __init__(self, sections: Iterable[IndexedSection]) -> None:
        self.sections = {one.id: one for one in sections}
        self._listed = list(self.sections.values())
        self._words = sqlite3.connect(":memory:", check_same_thread=False)
        self._words.execute(TABLE)
        self._words.executemany(
            "INSERT INTO sections (rowid, title, lead, text, share) VALUES (?, ?, ?, ?, ?)",
            (
                (row, one.title, one.lead, one.text, 0.5 if one.page in EVIDENCE else 1)
                for row, one in enumerate(self._listed)
            ),
        )

    def search(self, query: str, limit: int) -> list[IndexedSection]:
        """Return the sections that fit a query best; rare words count more than common ones."""
        words = " OR ".join(f'"{word}"' for word in WORD.findall(query))
        rows = self._words.execute(BEST, (words, limit)) if words else ()
        return [self._listed[row] for (row,) in rows]


def load_index() -> GuideIndex:
    """Return the sections that were built into this package.

    Raises ``GuideError`` if they have not been built.
    """
    try:
        listed = json.loads(BUILT.read_text(encoding="utf-8"))
    except FileNotFoundError:
        message = "the guide has not been built: run `make build` in the project folder"
        raise GuideError(message) from None
    return GuideIndex(IndexedSection(**one | {"claims": tuple(one["claims"])}) for one in listed)
