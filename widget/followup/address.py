"""Answers to and from a link's fragment: ``#v=1&heard=nothing&instructions=email-only+no-calls``.

It is not form-encoded: a ``+`` joins the members of a set and is never a
space. Nothing is judged here; what cannot be decoded stays as it is, so that
reading the answers can name the one it refuses. What is longer than any link of
ours is not read at all. The page does the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from followup.errors import AnswerError

VERSION = "1"
LONGEST, MOST = 8192, 64  # characters, and answers
PLAIN = re.compile(rb"[A-Za-z0-9._~+-]")
ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
BROKEN = re.compile(r"%(?![0-9A-Fa-f]{2})")
HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")


def read_fragment(text: str) -> dict[str, str]:
    """Return the answers that a fragment holds, with or without its ``#``.

    Raises ``AnswerError`` if it is too long to be one of ours.

    >>> read_fragment("#v=1&heard=nothing&channels=email+phone")
    {'heard': 'nothing', 'channels': 'email+phone'}
    """
    if "=" not in text:  # the name of a place on the page
        return {}
    if len(text) > LONGEST or text.count("&") > MOST:
        raise AnswerError("link", "link-too-long")
    parts = (part.partition("=") for part in text.removeprefix("#").split("&") if part)
    read = {decode(question): decode(value) for question, _, value in parts}
    return {question: value for question, value in read.items() if question != "v"}


def write_fragment(answers: Mapping[str, str]) -> str:
    """Return the fragment for answers, with its ``#``; nothing where there are none.

    >>> write_fragment({"interviewed-on": "2027-02-02", "channels": "email+phone"})
    '#v=1&interviewed-on=2027-02-02&channels=email+phone'
    """
    parts = [f"{encode(question)}={encode(value)}" for question, value in answers.items()]
    return "#" + "&".join((f"v={VERSION}", *parts)) if parts else ""


def decode(text: str) -> str:
    """Return the text without percent signs, or as it is where they make no sense."""
    if BROKEN.search(text):
        return text
    try:
        return ENCODED.sub(lambda found: bytes.fromhex(found[0].replace("%", "")).decode(), text)
    except UnicodeDecodeError:
        return text


def encode(text: str) -> str:
    """Return the text with every byte escaped that could mean something in an address."""
    whole = HALF_A_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", text)
    return "".join(
        chr(byte) if PLAIN.match(bytes((byte,))) else f"%{byte:02X}" for byte in whole.encode()
    )
