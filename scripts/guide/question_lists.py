"""Make the lists of questions that people ask, from the questions themselves.

A question is a section whose heading says in which list it stands:
``## “What does silence mean?” { #what-silence-means data-asked="silence" }``.
The page of all questions includes that list by ``--8<-- "asked-silence.md"``.
So a question is written, changed and listed in one place.
"""

from __future__ import annotations

from collections.abc import Iterator

from scripts.guide.reader import DISAGREEMENTS_PAGE, GuideSource, Place

QUOTE = "“"  # a question stands in the asker's own words
PREFIX, SUFFIX = "asked-", ".md"


def lists(source: GuideSource) -> dict[str, str]:
    """Return the lists by the names that the page of all questions includes them by."""
    found: dict[str, str] = {}
    for block in source.blocks:
        if block.asked:
            name = f"{PREFIX}{block.asked}{SUFFIX}"
            line = f"- [{block.title}]({block.page}.md#{block.id})\n"
            found[name] = found.get(name, "") + line
    return found


def faults(source: GuideSource) -> Iterator[tuple[Place, str]]:
    """Yield questions that stand in no list, and lists that nobody sees or that are empty."""
    shown = {one.name for one in source.included}
    for block in source.blocks:
        name = f"{PREFIX}{block.asked}{SUFFIX}"
        if block.asked and name not in shown:
            yield block.place, f'no page shows the list of this question: --8<-- "{name}"'
        elif not block.asked and block.title.startswith(QUOTE) and block.page != DISAGREEMENTS_PAGE:
            yield block.place, f"{block.title} does not say in which list: data-asked=…"
    for one in source.included:
        if one.name.startswith(PREFIX) and one.name not in lists(source):
            yield one.place, f"no question stands in the list {one.name}"
