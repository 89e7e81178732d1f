"""Read docs/*.md into the data that the brain needs: a pure function of text.

The guide is the only home of words and numbers. What is read, and how an
editor writes it, is explained in docs/about/editing.md. Anything that is not
understood is an error with its file and line, never a guess.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

NUMBERS = "timing#numbers"
LAW_PAGE, RIGHTS, NO_RIGHTS = "law", "law#law-rows", "law#law-none"
EEA = (
    *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE"),
    *("IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"),
)
GROUPS = {"EEA": EEA}
ON_THE_PAGE = "page"  # what the quiz cannot know of
BEGINNINGS = ("interview", "choice", "refusal", "end", ON_THE_PAGE)
CONFIRMED = {"confirmed": "yes", "confirmed in part": "in part", "not confirmed": "no"}
UNKNOWN = "unknown"  # since when a law counts
PHRASES_PAGE = "about/phrases"
MESSAGES_PAGE, QUIZ_PAGE = "messages", "quiz"
SOURCES_PAGE, DISAGREEMENTS_PAGE = "sources", "disagreements"
DOUBTFUL_PAGE = "doubtful-numbers"
# written by scripts at each build, so never read
MADE_PAGES = frozenset(("about/rules", "about/proof", "about/changes"))
ACTIONS_PAGE = "actions"
ADDRESS = "https://example.org/should-i-call/"  # as pages write it; a site has its own
ANSWERS = "v=1&"  # a link into the quiz brings answers along; it names no place on the page
QUOTED_PAGES_NOT = (
    "about/",
    ACTIONS_PAGE,
    SOURCES_PAGE,
    DISAGREEMENTS_PAGE,
    DOUBTFUL_PAGE,
    QUIZ_PAGE,
)

# A line that includes what scripts.pictures draws or scripts.disagreements puts together.
INCLUDED = re.compile(r'^--8<-- "(.*)"$', re.MULTILINE)
ATTRIBUTES = re.compile(r"\s*\{:?\s*([^{}]*?)\s*\}")
SET_ATTRIBUTES = re.compile(
    r"\s*\{:?\s*(?:[#.]|[\w-]+=|data-)[^{}]*\}"
)  # a slot such as {date} has none
SAYS = re.compile(r"^(?!<)\S|>\s*[^\s<]", re.MULTILINE)  # words, beside tags alone
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
ASKED = re.compile(r'\bdata-asked="([a-z-]+)"')  # the list in which a question stands
ID_AT_END = re.compile(r"\s*\{:?\s*#([A-Za-z0-9-]+)[^{}]*\}\s*$")
PART, ITEM = 2, 3  # heading levels
FIRST_IN_A_LIST = 3  # how deep the words of a list stand that stands in no other
CLAIM_ID = re.compile(r"[a-z]{1,2}\d+")
WHY = "Why we ask:"
SURE = "How sure:"
MESSAGE_FENCES = {
    "text": "usual",
    "text-agency": "agency",
    "text-panel": "panel",
    "text-other": "other",  # a deadline that is no offer must not be worded as one
    "text-thanks": "thanks",  # a call that only says thanks, or tells a deadline, is no question
    "text-deadline": "deadline",
    "text-thread": "thread",  # in a chat: three sentences, and nobody sees a subject
    "text-thread-other": "thread-other",
    "text-thread-accepted": "thread-accepted",
    "text-call": "call",  # said on the phone, where that is the only way
    "text-again": "again",  # a reminder of what was sent before
    "text-set": "set",  # a call on a day they set
    "text-last": "last",  # a call after one that asked already
    "text-late": "late",  # a call on a day they set, after that day
    "text-accepted": "accepted",  # a job that was accepted elsewhere is no offer to answer
    "text-reached": "reached",  # for readers only: a call that took place
}
MOVED = ".fu-moved"
VERDICTS = ("Kept with limits", "Kept", "Set aside", "Cannot be checked")
UNITS = {"day": "days", "business day": "business days"}


class GuideSourceError(ValueError):
    """A page says something that cannot be read; the text names file and line."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands, for messages to editors."""

    file: str
    line: int

    def __str__(self) -> str:
        """Write it the way editors and terminals link it."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside the guide."""

    place: Place
    page: str
    target: str
    text: str


@dataclass(frozen=True, slots=True)
class Included:
    """A line that puts a picture or a disagreement on a page."""

    place: Place
    page: str
    name: str


@dataclass(frozen=True, slots=True)
class Timing:
    """A row of the one table of numbers."""

    count: int
    unit: str
    place: Place
    when: str = ""  # "They named no day: ask from"
    since: str = ""  # "after the interview"

    @property
    def words(self) -> str:
        """Return the number as prose repeats it: "5 business days"."""
        return f"{self.count} {self.unit if self.count == 1 else UNITS[self.unit]}"


@dataclass(slots=True)
class Block:
    """A heading and what stands under it, up to the next heading."""

    page: str
    level: int
    id: str
    title: str
    place: Place
    tokens: list[Token] = field(default_factory=list)
    asked: str = ""

    @property
    def ref(self) -> str:
        """Return the section reference."""
        return f"{self.page}#{self.id}"

    def place_of(self, token: Token) -> Place:
        """Return the place of something under the heading."""
        return Place(self.place.file, token.map[0] + 1 if token.map else self.place.line)


@dataclass(slots=True)
class GuideSource:
    """All that was read, with places; ``to_json`` keeps what the brain needs."""

    pages: dict[str, dict[str, str]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)  # what stands below the front matter
    blocks: list[Block] = field(default_factory=list)
    ids: dict[str, list[Place]] = field(default_factory=dict)  # "page#id"
    links: list[Link] = field(default_factory=list)
    included: list[Included] = field(default_factory=list)
    sections: dict[str, dict[str, str]] = field(default_factory=dict)
    lead_places: dict[str, Place] = field(default_factory=dict)
    timings: dict[str, Timing] = field(default_factory=dict)
    messages: dict[str, dict[str, Any]] = field(default_factory=dict)
    screens: dict[str, str] = field(default_factory=dict)
    lines: dict[str, str] = field(default_factory=dict)  # to tick: "thanked-yes"
    questions: dict[str, dict[str, Any]] = field(default_factory=dict)
    phrases: dict[str, str] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    conflicts: dict[str, dict[str, Any]] = field(default_factory=dict)
    rights: dict[str, dict[str, Any]] = field(default_factory=dict)
    no_rights: list[dict[str, Any]] = field(default_factory=list)
    claims: dict[str, str] = field(default_factory=dict)  # id -> verdict
    places: dict[str, Place] = field(default_factory=dict)  # of what has an id


def address_of(page: str) -> str:
    """Return the address of a page of the guide, from the root of the site."""
    return "" if page == "index" else f"{page}/"


def read_guide(docs: Path) -> GuideSource:
    """Read every page under ``docs``. Raises ``GuideSourceError``."""
    names = {
        path.relative_to(docs).with_suffix("").as_posix(): path
        for path in sorted(docs.rglob("*.md"))
        if "assets" not in path.relative_to(docs).parts
    }
    read = {name: path for name, path in names.items() if name not in MADE_PAGES}
    return _read_once(*((name, path.read_text(encoding="utf-8")) for name, path in read.items()))


@lru_cache(maxsize=2)
def _read_once(*texts: tuple[str, str]) -> GuideSource:
    """Read the same pages only once: many steps of a build ask for them."""
    return together(_read_page_once(page, text) for page, text in texts)


@lru_cache(maxsize=200)
def _read_page_once(page: str, text: str) -> GuideSource:
    """Read a page only once: whoever edits one waits for that one only."""
    return read_pages({page: text})


def read_pages(texts: dict[str, str]) -> GuideSource:
    """Read pages given as text by name ("timing" for docs/timing.md)."""
    source = GuideSource()
    for page, text in texts.items():
        read_page(source, page, text)
    for block in source.blocks:
        read_block(source, block)
    return source


def together(pages: Iterable[GuideSource]) -> GuideSource:
    """Return as one what was read page by page."""
    whole = GuideSource()
    for page in pages:
        for one in fields(GuideSource):
            mine, more = getattr(whole, one.name), getattr(page, one.name)
            mine.extend(more) if isinstance(mine, list) else mine.update(more)
    return whole


def to_json(source: GuideSource) -> str:
    """Return the guide data as the brain loads it, always in the same bytes."""
    data = {
        "sections": source.sections,
        "timings": {row: timing.count for row, timing in source.timings.items()},
        "messages": source.messages,
        "screens": source.screens,
        "lines": source.lines,
        "questions": source.questions,
        "phrases": source.phrases,
        "errors": source.errors,
        "conflicts": source.conflicts,
        "rights": {
            name: right for name, right in source.rights.items() if right["begins"] != ON_THE_PAGE
        },
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


# ---- pages into blocks ------------------------------------------------------------


def read_page(source: GuideSource, page: str, text: str) -> None:
    """Split a page at its headings; collect its ids and links."""
    file = f"docs/{page}.md"
    front, body = split_front_matter(text, file)
    source.pages[page] = front
    source.texts[page] = body
    source.included.extend(included(page, file, body))
    block: Block | None = None
    tokens = parsed(body)
    for position, token in enumerate(tokens):
        line = token.map[0] + 1 if token.map else 1
        if token.type == "fence" and not is_closed(token, body):
            text = f"this block is never closed; write {token.markup} below its last line"
            raise GuideSourceError(f"{Place(file, line)}: {text}")
        if token.type == "heading_open":
            block = heading(page, token, tokens[position + 1], Place(file, line))
            source.blocks.append(block)
            if block.id:
                source.ids.setdefault(block.ref, []).append(block.place)
        elif block is not None:
            block.tokens.append(token)
        if token.type == "inline":
            collect(source, page, token, Place(file, line))
        if token.type == "html_block":
            for name in re.findall(r'\bid="([^"]+)"', token.content):
                source.ids.setdefault(f"{page}#{name}", []).append(Place(file, line))


def parsed(body: str) -> list[Token]:
    """Return what a page consists of, but for what it includes."""
    return MarkdownIt("commonmark").enable("table").parse(without_included(body))


def is_closed(fence: Token, body: str) -> bool:
    """Tell whether a block ends by a line of its own, and not by that of the next one."""
    end = body.split("\n")[fence.map[1] - 1] if fence.map else ""
    opens_another = any(line.startswith(fence.markup) for line in fence.content.splitlines())
    return end.strip() == fence.markup and not opens_another


def without_included(body: str) -> str:
    """Return a page without the lines that include something; all others keep their numbers."""
    return INCLUDED.sub("", body)


def included(page: str, file: str, body: str) -> Iterator[Included]:
    """Yield the lines that put a picture or a disagreement on a page."""
    for found in INCLUDED.finditer(body):
        line = body.count("\n", 0, found.start()) + 1
        yield Included(Place(file, line), page, found[1])


def split_front_matter(text: str, file: str) -> tuple[dict[str, str], str]:
    """Return the front matter, and the body: its lines keep their numbers, blank ones go before."""
    lines = text.split("\n")
    if lines[0] != "---" or "---" not in lines[1:]:
        raise GuideSourceError(f"{file}:1: the page has no front matter between two lines of ---")
    end = lines.index("---", 1)
    pairs = (line.partition(":") for line in lines[1:end])
    front = {key.strip(): value.strip() for key, _, value in pairs}
    return front, "\n".join([*[""] * (end + 1), *lines[end + 1 :]])


def heading(page: str, token: Token, inline: Token, place: Place) -> Block:
    """Return an empty block for a heading with its explicit id."""
    found = ID_AT_END.search(inline.content)
    title = plain(inline).strip()
    level = int(token.tag[1])
    asked = ASKED.search(inline.content)
    identifier, listed = (one.group(1) if one else "" for one in (found, asked))
    return Block(page, level, identifier, title, place, asked=listed)


def collect(source: GuideSource, page: str, inline: Token, place: Place) -> None:
    """Collect the links of a line of text, and ids set on links and table cells."""
    for text, target, attributes in links_in(inline):
        source.links.append(Link(place, page, target, text))
        found = re.search(r"#([A-Za-z0-9-]+)", attributes)
        if found:
            source.ids.setdefault(f"{page}#{found.group(1)}", []).append(place)


def links_in(inline: Token) -> Iterator[tuple[str, str, str]]:
    """Yield text, target and attributes of each link."""
    children = inline.children or []
    for position, child in enumerate(children):
        if child.type != "link_open":
            continue
        end = next(i for i in range(position, len(children)) if children[i].type == "link_close")
        words = "".join(map(words_of, children[position + 1 : end]))
        after = children[end + 1].content if end + 1 < len(children) else ""
        found = ATTRIBUTES.match(after)
        yield squeezed(words), str(child.attrs["href"]), found.group(1) if found else ""


def words_of(child: Token) -> str:
    """Return the words of a piece of a line: a break is a space, and markup says nothing."""
    if child.type == "text":
        return SET_ATTRIBUTES.sub("", child.content)
    if child.type == "code_inline":
        return child.content
    is_break = child.type in {"softbreak", "hardbreak"} or BREAK.fullmatch(child.content)
    return " " if is_break else ""


def plain(inline: Token) -> str:
    """Return the words of a line: no markup, no attributes, no claim chips."""
    words: list[str] = []
    link_started = -1
    children = inline.children or []
    for position, child in enumerate(children):
        if child.type == "link_open":
            link_started = len(words)
        elif child.type == "link_close":
            after = children[position + 1].content if position + 1 < len(children) else ""
            if ".fu-claim" in (ATTRIBUTES.match(after) or [""])[0]:
                words[:] = ["".join(words[:link_started]).rstrip()]
        else:
            words.append(words_of(child))
    return squeezed("".join(words))


def squeezed(text: str) -> str:
    """Return a text with single spaces."""
    return re.sub(r"\s+", " ", text).strip()


# ---- blocks into data ----------------------------------------------------------------


def read_block(source: GuideSource, block: Block) -> None:
    """Read what a block means on its page."""
    if block.page in {MESSAGES_PAGE, LAW_PAGE} and block.level == PART:
        read_message(source, block)
    elif block.page == QUIZ_PAGE:
        read_question(source, block)
    elif block.page == SOURCES_PAGE and CLAIM_ID.fullmatch(block.id):
        read_claim(source, block)
    elif block.page == DISAGREEMENTS_PAGE and block.level == PART:
        read_conflict(source, block)
    elif block.page == PHRASES_PAGE:
        read_phrases(source, block)
    elif block.ref == NUMBERS:
        read_numbers(source, block)
    if block.ref == RIGHTS:
        read_rights(source, block)
    elif block.ref == NO_RIGHTS:
        read_no_rights(source, block)
    if block.level > 1 and not block.page.startswith(QUOTED_PAGES_NOT):
        read_section(source, block)


def paragraphs(block: Block) -> Iterator[tuple[str, Place]]:
    """Yield the plain paragraphs directly under a heading, with their places."""
    for position, token in enumerate(block.tokens):
        if token.type == "paragraph_open" and token.level == 0:
            words = block.tokens[position + 1]
            if MOVED not in words.content:  # an older address that leads on says nothing here
                yield plain(words), block.place_of(token)


def before_paragraphs(block: Block) -> Iterator[Token]:
    """Yield what stands under a heading before its first plain paragraph."""
    for token in block.tokens[2:]:  # after the heading's own
        if token.type == "paragraph_open" and token.level == 0:
            return
        yield token


def read_section(source: GuideSource, block: Block) -> None:
    """Keep the title and the lead: the first paragraph under the heading, if it stands first."""
    if not block.id:
        return
    lead, place = next(paragraphs(block), ("", block.place))
    if any(SAYS.search(token.content) for token in before_paragraphs(block)):
        lead, place = "", block.place
    source.sections[block.ref] = {"title": block.title, "lead": lead}
    source.lead_places[block.ref] = place


def rows(block: Block) -> Iterator[tuple[list[Token], Place]]:
    """Yield the body rows of the tables of a block, as cells."""
    cells: list[Token] = []
    in_body = False
    for position, token in enumerate(block.tokens):
        if token.type in {"tbody_open", "tbody_close"}:
            in_body = token.type == "tbody_open"
        elif token.type == "tr_open":
            cells, place = [], block.place_of(token)
        elif token.type == "td_open" and in_body:
            cells.append(block.tokens[position + 1])
        elif token.type == "tr_close" and in_body:
            yield cells, place


def read_numbers(source: GuideSource, block: Block) -> None:
    """Read the one table of numbers."""
    for cells, place in rows(block):
        found = ID_AT_END.search(cells[0].content)
        if not found:
            raise GuideSourceError(f"{place}: a row of the table of numbers has no id")
        row = found.group(1)
        count, _, unit = plain(cells[1]).partition(" ")
        single = {plural: one for one, plural in UNITS.items()}.get(unit, unit)
        if not count.isdigit() or single not in UNITS:
            raise GuideSourceError(
                f"{place}: write the length of {row} as “1 day” or “5 business days”"
            )
        since = plain(cells[2]) if cells[2:] else ""
        source.timings[row] = Timing(int(count), single, place, plain(cells[0]), since)
        source.ids.setdefault(f"{block.page}#{row}", []).append(place)


def read_rights(source: GuideSource, block: Block) -> None:
    """Read the table of what the law gives; words to ask with stand in the section of the row."""
    for cells, place in rows(block):
        name, where, counts, dated, official = (plain(cell) for cell in cells)
        begins, *more = counts.split(", ")
        since, checked, confirmed = (*dated.split(", "), "", "", "")[:3]
        links = [target for _, target, _ in links_in(cells[-1])]
        is_dated = not (begins == ON_THE_PAGE and since == UNKNOWN)
        check_dates(place, checked, *([since] if is_dated else []))
        if begins not in BEGINNINGS or confirmed not in CONFIRMED or not links:
            raise GuideSourceError(f"{place}: the row of {name} has a cell that is not known")
        source.rights[name] = {
            "section": f"{LAW_PAGE}#{name}",
            "places": [one for place in where.split() for one in GROUPS.get(place, [place])],
            "days": number_of("days", more),
            "people": number_of("people", more),
            "on_request": "on request" in more,
            "begins": begins,
            "since": since if is_dated else None,
            "checked": checked,
            "confirmed": CONFIRMED[confirmed],
            "source": official,
            "address": links[0],
            "message": name if name in source.messages else None,
        }


def read_no_rights(source: GuideSource, block: Block) -> None:
    """Read the table of places where nothing obliges an employer to answer."""
    for cells, place in rows(block):
        where, says, dated, official = (plain(cell) for cell in cells)
        checked, _, confirmed = dated.partition(", ")
        check_dates(place, checked)
        links = [target for _, target, _ in links_in(cells[-1])]
        if confirmed not in CONFIRMED or not links:
            raise GuideSourceError(f"{place}: the row of {where} has a cell that is not known")
        source.no_rights.append(
            {
                "place": where,
                "says": says,
                "checked": checked,
                "confirmed": CONFIRMED[confirmed],
                "source": official,
                "address": links[0],
            }
        )


def check_dates(place: Place, *values: str) -> None:
    """Refuse what is no date."""
    for value in values:
        try:
            date.fromisoformat(value)
        except ValueError:
            raise GuideSourceError(f"{place}: {value} is no date; write 2026-11-27") from None


def number_of(unit: str, parts: list[str]) -> int | None:
    """Return the number before a unit, None if no part has it."""
    found = (part.removesuffix(f" {unit}") for part in parts if part.endswith(f" {unit}"))
    return next(map(int, found), None)


def read_message(source: GuideSource, block: Block) -> None:
    """Read a message and its variants: the fenced blocks under a heading."""
    texts: dict[str, dict[str, Any]] = {}
    for token in block.tokens:
        info = token.info.strip()
        if token.type == "fence" and info.startswith(("text", "{")):
            if info not in MESSAGE_FENCES:
                kinds = f"a message is fenced as one of {MESSAGE_FENCES}"
                raise GuideSourceError(f"{block.place_of(token)}: {kinds}")
            texts[MESSAGE_FENCES[info]] = message_text(token.content)
    if "usual" in texts and block.id:
        usual = texts.pop("usual")
        source.messages[block.id] = {
            "title": block.title,
            "section": block.ref,
            "usual": usual,
            "variants": texts,
            "reasons": list(reasons(block)),
        }
        source.places[block.id] = block.place


def reasons(block: Block) -> Iterator[str]:
    """Yield why each sentence of a message is there: the numbered list under it."""
    in_list = False
    for token in block.tokens:
        if token.type in {"ordered_list_open", "ordered_list_close"}:
            in_list = token.type == "ordered_list_open"
        elif in_list and token.type == "inline":
            yield plain(token)


def message_text(text: str) -> dict[str, Any]:
    """Return subject and paragraphs of a message."""
    parts = [part.strip() for part in text.strip().split("\n\n")]
    subject = None
    if parts[0].startswith("Subject:"):
        subject = parts.pop(0).removeprefix("Subject:").strip()
    return {"subject": subject, "paragraphs": parts}


def read_question(source: GuideSource, block: Block) -> None:
    """Read a screen title, or a question with its options."""
    if block.level == PART and block.id.startswith("screen-"):
        source.screens[str(len(source.screens) + 1)] = re.sub(r"^\d+\.\s*", "", block.title)
        name = block.id.removeprefix("screen-")
        for line, option in listed(block, name):
            source.lines[line] = option["label"]
            source.places[f"{name}-{line}"] = block.place
    if block.level != ITEM:
        return
    words = [text for text, _ in paragraphs(block)]
    if not words or not words[0].startswith(WHY):
        raise GuideSourceError(f"{block.place}: the question {block.id} does not say “{WHY}”")
    source.questions[block.id] = {
        "title": block.title,
        "why": words[0].removeprefix(WHY).strip(),
        "hint": " ".join(words[1:]),
        "options": dict(options(block)),
    }
    source.places[block.id] = block.place


def options(block: Block) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the options of a question: value, and label, hint and section."""
    yield from listed(block, block.id)


def listed(block: Block, name: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield what a list offers, by the end of its id; what is indented stands behind a row."""
    group = ""
    for position, token in enumerate(block.tokens):
        if token.type != "inline" or token.level <= 1:
            continue
        behind = {"group": group} if token.level > FIRST_IN_A_LIST else {}
        label, target, attributes = next(links_in(token), ("", "", ""))
        found = re.search(rf"#{name}-([A-Za-z0-9-]+)", attributes)
        if not found and block.tokens[position + 2].type == "bullet_list_open":
            group = plain(token)
            continue
        if not found:
            raise GuideSourceError(
                f"{block.place_of(token)}: an option of {name} is not written as "
                f"[label](page.md#section){{ #{name}-value }}"
            )
        hint = plain(token).removeprefix(label).strip()
        yield (
            found.group(1),
            {"label": label, "hint": hint, "section": section_ref(target)} | behind,
        )


def section_ref(target: str) -> str:
    """Turn "timing.md#no-date-yet" into "timing#no-date-yet"."""
    return target.replace(".md", "", 1)


def read_claim(source: GuideSource, block: Block) -> None:
    """Read a claim of the ledger and its verdict."""
    claim = block.id.upper()
    for text, _ in paragraphs(block):
        verdict = next((one for one in VERDICTS if text.startswith(f"{one}.")), None)
        if verdict:
            source.claims[claim] = verdict
            source.places[claim] = block.place
            return
    raise GuideSourceError(f"{block.place}: the claim {claim} has no verdict")


def read_conflict(source: GuideSource, block: Block) -> None:
    """Read where the sources disagree: our advice, the sides, how sure we are."""
    if not re.fullmatch(r"k\d+", block.id):
        return
    words = [text for text, _ in paragraphs(block)]
    sure = next((text for text in words if text.startswith(SURE)), None)
    if sure is None:
        raise GuideSourceError(f"{block.place}: {block.id} does not say “{SURE}”")
    source.places[block.id.upper()] = block.place
    source.conflicts[block.id.upper()] = {
        "title": block.title,
        "section": block.ref,
        "ours": words[0],
        "sides": [list(side) for side in named_items(block)],
        "sure": sure.removeprefix(SURE)
        .strip(" .")
        .replace("judgment", "judgement")
        .replace(" ", "-"),
    }


def named_items(block: Block) -> Iterator[tuple[str, str]]:
    """Yield the list items that begin with a name in bold: the name, and what follows it."""
    for token in block.tokens:
        children = token.children or []
        if token.type == "inline" and token.level > 1 and children[1:2]:
            if "strong_open" not in {child.type for child in children[:2]}:
                continue
            start = next(i for i, child in enumerate(children) if child.type == "strong_open")
            name = children[start + 1].content.rstrip(":")
            yield name, plain(token).removeprefix(name).lstrip(": ")


def read_phrases(source: GuideSource, block: Block) -> None:
    """Read the words of the interface and the sentences for refused answers."""
    home = source.errors if block.id == "sentences-for-refused-answers" else source.phrases
    for cells, place in rows(block):
        identifier = plain(cells[0])
        if identifier in home:
            raise GuideSourceError(f"{place}: the phrase {identifier} stands twice")
        if not (words := plain(cells[1])):
            raise GuideSourceError(f"{place}: the phrase {identifier} has no words; write them")
        home[identifier] = words
