"""Make tooltips of the glossary, for all pages: each term with its first sentence.

Python-Markdown explains a term wherever it stands as it is written here. So
only terms of two words or more take part: single ones such as "thanks" or
"source" are everyday words on most pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from scripts.guide.readability import sentences
from scripts.guide.reader import GuideSource, paragraphs

GLOSSARY_PAGE = "about/glossary"
EVERYDAY = frozenset(("Call that is also fine", "How sure", "Last message", "No date"))
PART = 2


def terms(source: GuideSource) -> Iterator[tuple[str, str]]:
    """Yield each term that is explained on the pages, with its first sentence."""
    for block in source.blocks:
        if block.page != GLOSSARY_PAGE or block.level != PART or " " not in block.title:
            continue
        text, _ = next(paragraphs(block), ("", block.place))
        if text and block.title not in EVERYDAY:
            yield block.title, f"{sentences(text)[0].rstrip('.')}."


def spellings(term: str) -> list[str]:
    """Return a term as it stands in a sentence: in small letters too, one and many."""
    small = term[:1].lower() + term[1:]
    return [term, small, f"{term}s", f"{small}s"]


def tooltips(source: GuideSource) -> dict[str, str]:
    """Return the terms as the Markdown that is added to every page, by the name of its file."""
    explained = ((one, text) for term, text in terms(source) for one in spellings(term))
    return {"terms.md": "".join(f"*[{one}]: {text}\n" for one, text in explained)}
