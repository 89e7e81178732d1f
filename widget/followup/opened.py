"""What is opened once and outlives a request: the guide and the public holidays.

To read them takes longer than to answer. A page sends each of them once, the
holidays only when a country is chosen; elsewhere they lie beside the package.
"""

from __future__ import annotations

from dataclasses import dataclass

from followup.guide import Guide, guide_from_json, load_guide
from followup.holidays import Holidays, built_holidays


@dataclass(slots=True)
class _Opened:
    guide: Guide | None = None
    holidays: Holidays | None = None


_opened = _Opened()


def open_guide(text: str) -> None:
    """Take the guide as JSON text."""
    _opened.guide = guide_from_json(text)


def guide() -> Guide:
    """Return the guide, the built-in one if no other was taken."""
    if _opened.guide is None:
        _opened.guide = load_guide()
    return _opened.guide


def open_holidays(text: str) -> None:
    """Take the public holidays of all countries as JSON text."""
    _opened.holidays = Holidays.from_json(text)


def holidays() -> Holidays:
    """Return the holidays, those beside the package if no others were taken."""
    if _opened.holidays is None:
        _opened.holidays = built_holidays()
    return _opened.holidays
