"""Give each section of the guide one shape: answer, how, words, a way into the quiz, sources.

A section folds to its heading, so that a page is a list of questions with its answers behind them.
The first ones stand open. What stands below the line ``**Where this comes from**`` folds once more,
with the claims that the section cites: they are named there, not in the middle of a sentence, and
the search leaves them out. All of it opens without JavaScript, by a press or its address; on
paper everything is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from scripts.guide.reader import (
    ACTIONS_PAGE,
    DISAGREEMENTS_PAGE,
    LAW_PAGE,
    MESSAGES_PAGE,
    PART,
    QUIZ_PAGE,
    SOURCES_PAGE,
    Block,
    GuideSource,
    plain,
)
from scripts.pages import letters, quiz_links

AS_WRITTEN = ("index", QUIZ_PAGE, "embed", "for-other-sites", "about/")
LISTS = (ACTIONS_PAGE, "situations")  # as short as a page of folds would be
OPEN_AT_REST = {MESSAGES_PAGE: 1, SOURCES_PAGE: 1, DISAGREEMENTS_PAGE: 0, LAW_PAGE: 0}
USUALLY_OPEN = 3
EVIDENCE = (SOURCES_PAGE, DISAGREEMENTS_PAGE)  # they cite where they speak

FROM = "Where this comes from"
MARK = f"**{FROM}**"
CITED = "From the [four articles]({page}.md#four-sources) that this guide started with:"
CLAIM = re.compile(
    rf"[ \t]*\[[A-Z]+\d+\]\([^()\s]*{SOURCES_PAGE}\.md#([a-z0-9]+)\)\{{ \.fu-claim \}}"
)
ROW = "|"
OUTSIDE = re.compile(r"\]\((https?://[^()\s]+)\)")
SAID_BY = "Said by:"
FOUR, NAME = "four-sources", re.compile(r"\*\*(.+):\*\*")


def shaped(source: GuideSource, page: str, text: str) -> str:
    """Return a page with each of its sections in shape."""
    blocks = [one for one in source.blocks if one.page == page]
    lines = text.split("\n")
    parts = [one for one in blocks if one.level == PART]
    if not parts or page.startswith(AS_WRITTEN):
        return text
    edges = [*(one.place.line - 1 for one in parts), len(lines)]
    top = without_claims("\n".join(lines[: edges[0]]))
    open_ = OPEN_AT_REST.get(page, USUALLY_OPEN)
    sections = (
        section(source, part, "\n".join(lines[start:stop]).strip("\n"), is_open=number < open_)
        for number, (part, start, stop) in enumerate(zip(parts, edges[:-1], edges[1:], strict=True))
    )
    return "\n\n".join((top.rstrip("\n"), *sections, ""))


def section(source: GuideSource, block: Block, text: str, *, is_open: bool) -> str:
    """Return a section in shape."""
    heading, _, rest = text.partition("\n")
    if block.page in EVIDENCE:
        return folded(heading, rest, is_open=is_open)
    said, _, comes_from = rest.partition(f"\n{MARK}\n")
    cited = list(dict.fromkeys(CLAIM.findall("\n".join(prose_lines(rest)))))
    if block.page in {MESSAGES_PAGE, LAW_PAGE}:
        said = letters.written(said)
    way = quiz_links.line(source, block, said)
    body = [without_claims(quiz_links.BY_HAND.sub("", said)).strip("\n"), way]
    evidence = [without_claims(comes_from).strip("\n"), *claims(source, cited)]
    if any(evidence):
        voices = {*speakers(source, cited), *hosts(comes_from)}
        body.append(fold_of_sources("\n\n".join(evidence), len(voices)))
    whole = "\n\n".join(part for part in body if part)
    if block.page in LISTS:
        return f"{heading}\n\n{whole}"
    return folded(heading, whole, is_open=is_open)


def folded(heading: str, body: str, *, is_open: bool) -> str:
    """Return a section that folds to its heading."""
    return "\n\n".join(
        (
            f'<details class="fu-part" markdown="1"{" open" if is_open else ""}>',
            f'<summary markdown="block">\n\n{heading}\n\n</summary>',
            body.strip("\n"),
            "</details>",
        )
    )


def fold_of_sources(text: str, voices: int) -> str:
    """Return what a section rests on, as a fold of its own."""
    many = {0: "", 1: " (one source)"}.get(voices, f" ({voices} sources)")
    return "\n\n".join(
        (
            f'<details class="fu-from" markdown="1">\n<summary>{FROM}{many}</summary>',
            text.strip("\n"),
            "</details>",
        )
    )


def prose_lines(text: str) -> Iterator[str]:
    """Yield the lines that are no rows of a table: a cell may hold nothing but a claim."""
    yield from (line for line in text.split("\n") if not line.startswith(ROW))


def without_claims(text: str) -> str:
    """Return a text whose sentences cite nothing."""
    return "\n".join(
        line if line.startswith(ROW) else CLAIM.sub("", line) for line in text.split("\n")
    )


def claims(source: GuideSource, cited: list[str]) -> Iterator[str]:
    """Yield the claims that a section cites as a list: what is said, by whom, with its address."""
    if not cited:
        return
    blocks = {one.id: one for one in source.blocks if one.page == SOURCES_PAGE}
    yield '<div markdown="1" data-search-exclude>'
    yield CITED.format(page=SOURCES_PAGE)
    yield "\n".join(
        f"- [{blocks[one].title.partition(' ')[2]}]({SOURCES_PAGE}.md#{one}), "
        f"{' and '.join(said_by(blocks[one], names(source)))}"
        for one in cited
    )
    yield "</div>"


def names(source: GuideSource) -> list[str]:
    """Return how the page of sources calls each of the four."""
    block = next(one for one in source.blocks if one.id == FOUR)
    lines = (one.content for one in block.tokens if one.type == "inline")
    return [found[1] for found in map(NAME.match, lines) if found]


def said_by(block: Block, known: list[str]) -> list[str]:
    """Return who makes a claim."""
    lines = [plain(one) for one in block.tokens if one.type == "inline"]
    places = next((one for one in lines if one.startswith(SAID_BY)), "")
    return [name for name in known if name in places]


def speakers(source: GuideSource, cited: list[str]) -> set[str]:
    """Return which of the four sources make some claims."""
    blocks = (one for one in source.blocks if one.page == SOURCES_PAGE and one.id in cited)
    return {name for one in blocks for name in said_by(one, names(source))}


def hosts(text: str) -> set[str]:
    """Return the sites that a text links to."""
    return {urlsplit(address).netloc.removeprefix("www.") for address in OUTSIDE.findall(text)}
