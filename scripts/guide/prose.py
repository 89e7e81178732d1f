"""Find the prose of the guide: paragraphs and list items as a reader sees them.

Headings, tables, code and items that are nothing but links are no prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from scripts.guide.reader import ATTRIBUTES, Block, GuideSource, Place, plain

WORDLESS = re.compile(r"[\W_]*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or a list item, with its words and with all that it was made of."""

    page: str
    place: Place
    words: str
    inline: Token


def prose(source: GuideSource) -> Iterator[Paragraph]:
    """Yield the prose of all pages, in order."""
    for block in source.blocks:
        yield from prose_of(block)


def prose_of(block: Block) -> Iterator[Paragraph]:
    """Yield the prose directly under a heading."""
    for position, token in enumerate(block.tokens):
        if token.type != "paragraph_open":
            continue
        inline = block.tokens[position + 1]
        words = plain(inline)
        if words and not only_links(inline):
            yield Paragraph(block.page, block.place_of(token), words, inline)


def only_links(inline: Token) -> bool:
    """Tell whether a line is nothing but links."""
    outside: list[str] = []
    inside = 0
    children = inline.children or []
    for child in children:
        inside += {"link_open": 1, "link_close": -1}.get(child.type, 0)
        if not inside and child.type in {"text", "code_inline"}:
            outside.append(ATTRIBUTES.sub("", child.content))
    linked = any(child.type == "link_open" for child in children)
    return linked and WORDLESS.fullmatch("".join(outside)) is not None
