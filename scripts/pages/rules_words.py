"""What the pages made from the rules, and pictures, do with words."""

from __future__ import annotations

import re
from collections.abc import Callable


def first_line(function: Callable[..., object]) -> str:
    """Return what a docstring begins with."""
    return re.sub(r'"([^"]*)"', r"“\1”", (function.__doc__ or "").strip().split("\n")[0])


def in_lines(text: str, fits: Callable[[str], bool]) -> list[str]:
    """Break a text into lines that fit."""
    found: list[str] = []
    for word in text.split():
        longer = f"{found[-1]} {word}" if found else word
        if found and fits(longer):
            found[-1] = longer
        else:
            found.append(word)
    return found


def tidy(text: str) -> str:
    """Return the text without the gaps that empty slots leave, beginning with a capital."""
    text = re.sub(r"\s+([.,])", r"\1", re.sub(r"\s+", " ", text)).strip()
    return text[:1].upper() + text[1:]
