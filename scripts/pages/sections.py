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

FROM = "Where this comes from"
MARK = f"**{FROM}**"
CITED = (
    "From {voices}, of the [four articles]({page}.md#four-sources) that this guide started with:"
)
COLLECTED = "Pages by others, which we collected:"
CLAIM = re.compile(
    rf"[ \t]*\[[A-Za-z]+\d*\]\([^()\s]*{SOURCES_PAGE}\.md#([a-z0-9-]+)\)\{{ \.fu-claim \}}"
)
CLAIMS = re.compile(rf"(?:{CLAIM.pattern})+")
ROW = "|"
OUTSIDE = re.compile(r"\]\((https?://[^()\s]+)\)")
SAID_BY = "Said by:"
BY = re.compile(rf"^({SAID_BY}.*)$", re.MULTILINE)
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
    if block.page == SOURCES_PAGE:
        return folded(heading, BY.sub(r"\1\n{: .fu-by }", rest), is_open=is_open)
    said, _, comes_from = rest.partition(f"\n{MARK}\n")
    cited = list(dict.fromkeys(CLAIM.findall("\n".join(prose_lines(rest)))))
    if block.page in {MESSAGES_PAGE, LAW_PAGE}:
        said = letters.written(said)
    way = "" if block.page == DISAGREEMENTS_PAGE else quiz_links.line(source, block, said)
    said = rows_by_name(source, quiz_links.BY_HAND.sub("", said))
    body = [without_claims(said).strip("\n"), way]
    evidence = [without_claims(comes_from).strip("\n"), *claims(source, cited)]
    if any(evidence):
        voices = {*speakers(source, cited), *hosts(comes_from)}
        counted = 0 if block.page == DISAGREEMENTS_PAGE else len(voices)  # it names them above
        body.append(fold_of_sources("\n\n".join(evidence), counted))
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
    """Yield the lines that are no rows of a table: a row names its sources itself."""
    yield from (line for line in text.split("\n") if not line.startswith(ROW))


def rows_by_name(source: GuideSource, text: str) -> str:
    """Return a text with the sources in its tables by their names, each with a claim of theirs."""

    def named(run: re.Match[str]) -> str:
        said = {name: one for one in reversed(CLAIM.findall(run[0])) for name in by(source, one)}
        return " " + ", ".join(
            f"[{name}]({SOURCES_PAGE}.md#{said[name]})" for name in names(source) if name in said
        )

    return "\n".join(
        CLAIMS.sub(named, line) if line.startswith(ROW) else line for line in text.split("\n")
    )


def without_claims(text: str) -> str:
    """Return a text whose sentences cite nothing."""
    return CLAIM.sub("", text)


def claims(source: GuideSource, cited: list[str]) -> Iterator[str]:
    """Yield what a section cites: who of the four speaks, what they say, and what others say."""
    titles = {one: ledger(source)[one].title for one in cited}
    ours = [one for one in cited if by(source, one)]
    if not cited:
        return
    yield '<div class="fu-cites" markdown="1" data-search-exclude="true">'
    if ours:
        known = speakers(source, ours)
        voices = in_a_row([name for name in names(source) if name in known])
        yield CITED.format(voices=voices, page=SOURCES_PAGE)
        yield "\n".join(
            f"- [{titles[one].partition(' ')[2]}]({SOURCES_PAGE}.md#{one})" for one in ours
        )
    if len(ours) < len(cited):
        yield COLLECTED
        yield "\n".join(
            f"- [{titles[one]}]({SOURCES_PAGE}.md#{one})" for one in cited if one not in ours
        )
    yield "</div>"


def in_a_row(parts: list[str]) -> str:
    """Return names as a sentence has them: “A, B and C”."""
    *others, last = parts
    return f"{', '.join(others)} and {last}" if others else last


def ledger(source: GuideSource) -> dict[str, Block]:
    """Return the sections of the page of sources by their ids."""
    return {one.id: one for one in source.blocks if one.page == SOURCES_PAGE}


def by(source: GuideSource, claim: str) -> list[str]:
    """Return who of the four makes a claim."""
    return said_by(ledger(source)[claim], names(source))


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
    return {name for one in cited for name in by(source, one)}


def hosts(text: str) -> set[str]:
    """Return the sites that a text links to."""
    return {urlsplit(address).netloc.removeprefix("www.") for address in OUTSIDE.findall(text)}
