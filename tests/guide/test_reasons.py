"""Beside each message stands one reason for each of its sentences."""

import re

import pytest

from scripts.guide.reader import MESSAGES_PAGE, Block, read_guide
from scripts.paths import DOCS

GUIDE = read_guide(DOCS)
MESSAGES = [b for b in GUIDE.blocks if b.page == MESSAGES_PAGE and b.id in GUIDE.messages]
FRAME = re.compile(r"Hello(?: \[interviewer\])?,$|Kind regards,|\[your name\]$")
END = re.compile(r"(?:[.?!]|\])(?=\s|$)")  # a blank that ends a paragraph is a sentence


def sentences(paragraph: str) -> int:
    """Count the sentences of a paragraph; a blank inside of one ends nothing."""
    inner = re.sub(r"\[[^\]]*\](?!$)", "X", paragraph.strip())
    return len(END.findall(inner))


def reasons(block: Block) -> int:
    """Count the items of the first numbered list."""
    kinds = [token.type for token in block.tokens]
    start = kinds.index("ordered_list_open")
    return kinds[start : kinds.index("ordered_list_close")].count("list_item_open")


@pytest.mark.parametrize("block", MESSAGES, ids=lambda block: block.id)
def test_each_sentence_has_its_reason(block: Block) -> None:
    body = [p for p in GUIDE.messages[block.id]["usual"]["paragraphs"] if not FRAME.match(p)]
    assert reasons(block) == sum(map(sentences, body))
