"""What the pages made from the rules, and pictures, do with words."""

from __future__ import annotations

import re
from collections.abc import Callable


def first_line(function: Callable[..., object]) -> str:
    """Return what a docstring begins with."""
    return re.sub(r'"([^"]*)"', r"“\1”", (function.__doc__ or "").strip().split("\n")[0])


def tidy(text: str) -> str:
    """Return the text without the gaps that empty slots leave, beginning with a capital."""
    text = re.sub(r"\s+([.,])", r"\1", re.sub(r"\s+", " ", text)).strip()
    return text[:1].upper() + text[1:]
