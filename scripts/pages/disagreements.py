"""Make the small blocks that name a disagreement where its advice comes from.

A section of the guide shows one by a line such as ``--8<-- "k5.md"``. Its words live once, in
docs/disagreements.md, and the block leads there. The search leaves it out for the same reason.
"""

from __future__ import annotations

import re

from scripts.guide.reader import DISAGREEMENTS_PAGE, Block, GuideSource

LABEL, ALL = "Sources disagree:", "Who says what"
CONFLICT = re.compile(r"k\d+")


def markdown(source: GuideSource, block: Block) -> str:
    """Return an entry in short: what is in dispute, and our advice."""
    ours = source.conflicts[block.id.upper()]["ours"]
    return (
        f"**{LABEL}** {block.title} {ours} [{ALL}]({DISAGREEMENTS_PAGE}.md#{block.id})\n"
        "{ .fu-split data-search-exclude }\n"
    )


def disagreements(source: GuideSource) -> dict[str, str]:
    """Return all blocks by the names that pages include them by."""
    return {
        f"{block.id}.md": markdown(source, block)
        for block in source.blocks
        if block.page == DISAGREEMENTS_PAGE and CONFLICT.fullmatch(block.id)
    }
