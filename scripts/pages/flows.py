"""Draw the way through the screens, and tables of what to do, as lists that look like pictures.

They are lists of the page, drawn by the style sheet: so they fit any width and any size of
letters, and what shows no styles tells them once, as what they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from followup.model import PATIENT, Action


@dataclass(frozen=True, slots=True)
class Rung:
    """A line of the table of what to do: its test, what it says, and the action."""

    sentence: str
    says: str
    action: Action


def screens(stops: Iterable[tuple[str, str]]) -> str:
    """Return the way through the screens: each with its case, and the day at the end."""
    ways = [*stops, ("Your day", "One thing to do, with its day, its way and its words.")]
    rows = [f"<b>{escape(name)}</b> <span>{escape(case)}</span>" for name, case in ways]
    return flow(
        "fu-flow--screens",
        rows,
        "From the top; a screen that cannot matter is left out. The table below says the same.",
    )


def ladder(rungs: Iterable[Rung], caption: str = "") -> str:
    """Return the table of what to do: each case with what it says, in a frame."""
    rows = [
        f'<span>{escape(rung.sentence)}</span> <b class="fu-flow__{look(rung.action)}">'
        f"{escape(rung.says)}</b>"
        for rung in rungs
    ]
    key = "Solid frame: do something. Dashed frame: wait, or let go."
    return flow("fu-flow--ladder", rows, f"{key} {caption}".strip())


def look(action: Action) -> str:
    """Return the name of a frame."""
    if action is Action.MOVE_ON:
        return "end"
    return "quiet" if action in PATIENT else "do"


def flow(kind: str, rows: Iterable[str], caption: str) -> str:
    """Return a list with its caption, as one block of a page. Pages say the same in words."""
    inside = " ".join(f"<li>{row}</li>" for row in rows)
    # A list without its marks is no list to Safari unless it says so.
    return (
        f'<figure class="fu-flow {kind}" data-search-exclude=""><ol role="list">{inside}</ol>'
        f"<figcaption>{escape(caption)}</figcaption></figure>"
    )
