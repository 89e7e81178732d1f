"""Make the small blocks that show a disagreement beside the advice it touches.

A section of the guide shows one by a line such as ``--8<-- "k5.md"``. Its words
live once, in docs/disagreements.md. A block is folded, so that a reader in a
hurry sees the point in dispute in one line and goes on. It opens without
JavaScript, stands open on paper, and the search leaves it out, since its words
are found at their own place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from scripts.guide.reader import DISAGREEMENTS_PAGE, SOURCES_PAGE, Block, GuideSource

LABEL, OURS, ALL = "Sources disagree", "Our advice:", "All disagreements"
WHO = f"S0 to S3 are our [four sources]({SOURCES_PAGE}.md#four-sources)."
CONFLICT = re.compile(r"k\d+")


def lines(block: Block) -> Iterator[str]:
    """Yield the paragraphs and the list items of an entry as they were written."""
    for token in block.tokens:
        if token.type == "inline":
            yield f"- {token.content}" if token.level > 1 else f"\n{token.content}\n"


def markdown(block: Block) -> str:
    """Return an entry as a block that folds: our advice, every side, why, and how sure we are."""
    _, ours, *rest = lines(block)  # the heading comes first
    return "\n".join(
        (
            '<details class="fu-split" markdown="1" data-search-exclude>',
            f"<summary><b>{LABEL}</b> {escape(block.title, quote=False)}</summary>",
            f"\n**{OURS}** {ours.strip()}\n",
            *rest,
            f"\n{WHO} [{ALL}]({DISAGREEMENTS_PAGE}.md#{block.id})\n",
            "</details>\n",
        )
    )


def disagreements(source: GuideSource) -> dict[str, str]:
    """Return all blocks by the names that pages include them by."""
    return {
        f"{block.id}.md": markdown(block)
        for block in source.blocks
        if block.page == DISAGREEMENTS_PAGE and CONFLICT.fullmatch(block.id)
    }
