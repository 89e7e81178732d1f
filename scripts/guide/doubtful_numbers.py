"""Read the register of figures that go round without a source.

Each entry is a section: what is said, what we found, and three lines that say where it was seen,
what was searched, and the verdict.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from scripts.guide.prose import prose_of
from scripts.guide.reader import (
    DOUBTFUL_PAGE,
    PART,
    Block,
    GuideSource,
    Place,
    links_in,
    paragraphs,
)

VERDICTS = ("No origin found", "Misread", "Two origins named")
LINES = ("Seen:", "Searched:", "Verdict:")
OUTSIDE = "https://"

Fault = tuple[Place, str]


@dataclass(frozen=True, slots=True)
class DoubtfulNumber:
    """An entry of the register."""

    block: Block
    found: str
    seen: str
    seen_at: tuple[str, ...]  # addresses, of pages that we do not link to as well
    searched: str
    verdict: str


def doubtful_numbers(source: GuideSource) -> Iterator[DoubtfulNumber]:
    """Yield the entries of the register, in order, if each has its three lines."""
    for block in entries(source):
        lines = lines_of(block)
        if set(lines) == set(LINES):
            seen, searched, verdict = (lines[name] for name in LINES)
            yield DoubtfulNumber(
                block=block,
                found=next((words for words, _ in paragraphs(block)), ""),
                seen=seen[0],
                seen_at=tuple(addresses(seen[1])),
                searched=searched[0],
                verdict=verdict[0].removesuffix("."),
            )


def entries(source: GuideSource) -> Iterator[Block]:
    """Yield the sections of the register."""
    for block in source.blocks:
        if block.page == DOUBTFUL_PAGE and block.level == PART:
            yield block


def lines_of(block: Block) -> dict[str, tuple[str, Token]]:
    """Return the words behind each of the three names, and what they were made of."""
    return {
        name: (one.words.removeprefix(name).strip(), one.inline)
        for one in prose_of(block)
        for name in LINES
        if one.words.startswith(name)
    }


def addresses(inline: Token) -> Iterator[str]:
    """Yield where a line was seen: pages that it links to, and pages that it only names."""
    for _, target, _ in links_in(inline):
        if target.startswith(OUTSIDE):
            yield target
    for child in inline.children or ():
        if child.type == "code_inline":
            yield f"{OUTSIDE}{child.content}"


def faults(source: GuideSource) -> Iterator[Fault]:
    """Yield entries that say too little, and verdicts that are none of the three."""
    for block in entries(source):
        missing = [name for name in LINES if name not in lines_of(block)]
        for name in missing:
            yield block.place, f"“{block.title}” has no line that begins **{name}**"
    for one in doubtful_numbers(source):
        if one.verdict not in VERDICTS:
            yield one.block.place, f"the verdict “{one.verdict}” is none of: {', '.join(VERDICTS)}"
