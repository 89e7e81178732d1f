"""Check that the guide shows its evidence.

Claims and disagreements have their places, and figures have their sources.

Each fault is a place and a sentence; ``scripts.links`` reports them with its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from markdown_it.token import Token

from scripts.guide.prose import prose_of
from scripts.guide.reader import (
    CLAIM_ID,
    DISAGREEMENTS_PAGE,
    QUIZ_PAGE,
    SOURCES_PAGE,
    Block,
    GuideSource,
    Included,
    Place,
    links_in,
    plain,
    rows,
    section_ref,
)

Fault = tuple[Place, str]

BLOCK = ".md"
A_BLOCK = re.compile(r"k\d+\.md")  # what else pages include are pictures and lists of questions
KEPT = ("Kept", "Kept with limits")
TO_A_CLAIM = re.compile(rf"{SOURCES_PAGE}\.md#({CLAIM_ID.pattern})$")
TO_A_SECTION = re.compile(r"[a-z-]+\.md#")
NOT_SECTIONS = (f"{SOURCES_PAGE}.md", f"{QUIZ_PAGE}.md")
FIGURE = re.compile(
    r"\d\s?(?:%|percent\b|per cent\b)|\bn\s?=\s?\d"
    r"|\b(?:one|two|three|nine|\d+) (?:in|out of) (?:\w*(?:two|three|four|five|ten)\b|\d+)"
    r"|\b(?:a|one|two|three) (?:thirds?|quarters?|fifths?|tenths?) of\b",
    re.IGNORECASE,
)
# A source is a page outside, or the row of our own tables that has it with year and place.
A_SOURCE = re.compile(rf"https?://|(?:{SOURCES_PAGE}\.md)?#evidence-")


def claims_without_a_place(source: GuideSource) -> Iterator[Fault]:
    """Yield claims whose entry and whose sections do not lead to each other."""
    citing = citations(source)
    for block in ledger(source):
        claim = block.id.upper()
        kept = source.claims.get(claim) in KEPT
        named = sections_named(block)
        if kept and not named:
            yield block.place, f"{claim} is kept, but its entry names no section"
        if kept and not citing[block.id]:
            yield block.place, f"{claim} is kept, but no section cites it"
        for ref in sorted(named - citing[block.id]):
            yield block.place, f"{claim} names {ref}, which does not cite it"


def citations(source: GuideSource) -> dict[str, set[str]]:
    """Return by claim the sections that cite it, themselves or by a disagreement they show."""
    citing: defaultdict[str, set[str]] = defaultdict(set)
    for block in source.blocks:
        for target in targets_of(block) if block.page != SOURCES_PAGE else ():
            if found := TO_A_CLAIM.search(target):
                citing[found[1]].add(block.ref)
    for one in source.included:
        shown = f"{DISAGREEMENTS_PAGE}#{one.name.removesuffix(BLOCK)}"
        for refs in citing.values():
            if shown in refs:
                refs.add(section_of(source, one))
    return citing


def section_of(source: GuideSource, one: Included) -> str:
    """Return the section in which a line stands that includes something."""
    above = [b for b in source.blocks if b.page == one.page and b.place.line < one.place.line]
    return above[-1].ref if above else one.page


def ledger(source: GuideSource) -> Iterator[Block]:
    """Yield the entries of the ledger."""
    for block in source.blocks:
        if block.page == SOURCES_PAGE and CLAIM_ID.fullmatch(block.id):
            yield block


def sections_named(block: Block) -> set[str]:
    """Return the sections that an entry names, but not the questions: those cite nothing."""
    targets = (target for target in targets_of(block) if TO_A_SECTION.match(target))
    outside = (target for target in targets if not target.startswith(NOT_SECTIONS))
    return {section_ref(target) for target in outside}


def targets_of(block: Block) -> Iterator[str]:
    """Yield where the links of a section lead."""
    for token in block.tokens:
        for _, target, _ in links_in(token):
            yield target


def disagreements_without_a_place(source: GuideSource) -> Iterator[Fault]:
    """Yield lines that show no disagreement of ours, and disagreements that no section shows."""
    blocks = [one for one in source.included if A_BLOCK.fullmatch(one.name)]
    for one in blocks:
        if one.name.removesuffix(BLOCK).upper() not in source.conflicts:
            yield one.place, f"there is no disagreement {one.name.removesuffix(BLOCK)}"
        elif "/" in one.page:
            yield one.place, "a disagreement can be shown only on a page directly in docs/"
    shown = {one.name for one in blocks}
    for conflict in source.conflicts:
        name = f"{conflict.lower()}{BLOCK}"
        if name not in shown:
            yield source.places[conflict], f'no section shows {conflict} by a line --8<-- "{name}"'


def bare_figures(source: GuideSource) -> Iterator[Fault]:
    """Yield paragraphs and rows of tables with a figure and without the link to its source."""
    for block in source.blocks:
        for one in prose_of(block):
            yield from bare(one.place, [one.inline])
        for cells, place in rows(block):
            yield from bare(place, cells)


def bare(place: Place, lines: list[Token]) -> Iterator[Fault]:
    """Yield the first figure of some lines, unless one of them links to a source."""
    targets = [target for line in lines for _, target, _ in links_in(line)]
    if any(A_SOURCE.match(target) for target in targets):
        return
    for line in lines:
        found = FIGURE.search(plain(line))
        if found:
            words = plain(line)[max(0, found.start() - 20) : found.end()]
            yield place, f"a figure without a link to its source: “{words.strip()}”"
            return


def stale(source: GuideSource, today: date) -> list[str]:
    """List the pages that nobody has reviewed for a year.

    The newest review counts as today where the clock is behind it.
    """
    newest = max(today.isoformat(), *(front["reviewed"] for front in source.pages.values()))
    a_year_ago = f"{int(newest[:4]) - 1}{newest[4:]}"
    return [
        f"docs/{page}.md:1: last reviewed on {front['reviewed']}, more than a year ago"
        for page, front in source.pages.items()
        if front["reviewed"] < a_year_ago
    ]
