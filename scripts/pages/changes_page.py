"""Make the page that says what changed, from the changelog."""

import re
from collections.abc import Iterator
from itertools import groupby

from scripts.guide.changelog import KINDS, NAMES, UNRELEASED, Change, changes
from scripts.guide.reader import ADDRESS, DISAGREEMENTS_PAGE, SOURCES_PAGE, GuideSource
from scripts.paths import CHANGES_PAGE, write_if_changed

PAGE = "about/changes"
FEED = "changes.xml"
TOP = """---
title: What changed
description: Each change of advice and of the law pages, newest first, with a feed to follow.
reviewed: {reviewed}
template: own-address.html
---

# What changed

Here is each change of advice and of what we say on the law, newest first.

To hear of the next one, put [the feed]({feed}) into a feed reader. It needs no account.
"""


def linked(text: str, source: GuideSource) -> str:
    """Return a change as Markdown, each claim and disagreement in it a link."""

    def link(found: re.Match[str]) -> str:
        page = page_of(found[0], source)
        return f"[{found[0]}](../{page}.md#{found[0].lower()})" if page else found[0]

    return NAMES.sub(link, text)


def page_of(name: str, source: GuideSource) -> str | None:
    """Return the page on which a claim or a disagreement stands; nothing for other names."""
    if name in source.claims:
        return SOURCES_PAGE
    return DISAGREEMENTS_PAGE if name in source.conflicts else None


def last_reviewed(source: GuideSource) -> str:
    """Return the day on which a page of the guide was last reviewed."""
    return max(front["reviewed"] for front in source.pages.values())


def lines(source: GuideSource, listed: list[Change]) -> Iterator[str]:
    """Yield the page line by line, the newest version first."""
    yield TOP.format(reviewed=last_reviewed(source), feed=f"{ADDRESS}{FEED}")
    for version, those in groupby(listed, key=lambda one: one.version):
        every = list(those)
        name = "Since the last version" if version == UNRELEASED else f"Version {version}"
        place = f"version-{version.lower().replace('.', '-')}"
        yield f"## {name}{f' ({every[0].day})' if every[0].day else ''} {{ #{place} }}\n"
        for heading, kind in KINDS.items():
            ones = [one for one in every if one.kind == kind]
            if ones:
                yield f"### {heading} {{ #{place}-{kind} }}\n"
                yield from (f"- {linked(one.text, source)}\n    {{ #{one.id} }}" for one in ones)
                yield ""


def write_changes(source: GuideSource) -> None:
    """Write the page of changes."""
    write_if_changed(CHANGES_PAGE, "\n".join(lines(source, list(changes()))).encode())
