"""Publish the guide for programs: its sections, rules, messages and doubtful numbers, as JSON.

Their shape is described in data.schema.json, which is published too. They hold no word that does
not stand on a page.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from followup.model import AnyRule
from scripts.guide.all_rules import TABLES
from scripts.guide.doubtful_numbers import doubtful_numbers
from scripts.guide.evidence import targets_of
from scripts.guide.prose import prose_of
from scripts.guide.reader import (
    ACTIONS_PAGE,
    CLAIM_ID,
    DOUBTFUL_PAGE,
    LAW_PAGE,
    NO_RIGHTS,
    QUIZ_PAGE,
    SOURCES_PAGE,
    Block,
    GuideSource,
    address_of,
)
from scripts.pages.rules_page import Line, in_words
from scripts.paths import SECTIONS_JSON, SITE, write_if_changed
from scripts.site.html import home_address
from scripts.site.markdown_twins import INSIDE
from scripts.site.short_urls import FOLDER, is_linked, permalink

LICENSE = "CC BY 4.0"
ABOUT_OTHERS = (INSIDE, QUIZ_PAGE, ACTIONS_PAGE, "situations")  # these lead to sections
SCHEMA = "assets/schema/data.schema.json"


def sections(source: GuideSource, home: str) -> Iterator[dict[str, Any]]:
    """Yield every section: what it is called, what it says in short, and where it stays."""
    for block in source.blocks:
        if is_linked(block):
            link = permalink(block.id, block)
            yield {
                "id": block.id,
                "title": link.title,
                "lead": link.lead,
                "address": f"{home}{link.target}",
                "permalink": f"{home}{FOLDER}/{block.id}/",
                "claims": claims(block),
                "reviewed": source.pages[block.page]["reviewed"],
            }


def claims(block: Block) -> list[str]:
    """Return the claims that a section links to, each once, in order."""
    found = (target.partition(f"{SOURCES_PAGE}.md#")[2] for target in targets_of(block))
    return list(dict.fromkeys(one.upper() for one in found if CLAIM_ID.fullmatch(one)))


def tables(source: GuideSource, home: str) -> Iterator[dict[str, Any]]:
    """Yield the decision tables in words; in each but AVOID, the first line that fits decides."""
    for name, lines in in_words(source).items():
        pairs = zip(TABLES[name], lines, strict=True)
        yield {"table": name, "rules": [rule(source, *pair, home) for pair in pairs]}


def rule(source: GuideSource, one: AnyRule, line: Line, home: str) -> dict[str, Any]:
    """Return a line of a table: when it fits, what it says, and what it rests on."""
    page, _, place = one.section.partition("#")
    return {
        "id": one.id,
        "reference": one.ref,
        "if": line.sentence,
        "then": plain(line.says),
        "section": f"{home}{address_of(page)}#{place}",
        "claims": list(one.claims),
        "disagreements": list(one.conflicts),
        "our_judgment": one.our_judgement,
        "reviewed": source.pages[page]["reviewed"],
    }


def plain(markdown: str) -> str:
    """Return a line of Markdown without its marks."""
    return re.sub(r"\*\*|\[([^\]]*)\]\([^)]*\)", r"\1", markdown)


def messages(source: GuideSource, home: str) -> Iterator[dict[str, Any]]:
    """Yield every message with its blanks in square brackets, and its texts for others."""
    for identifier, message in source.messages.items():
        yield {
            "id": identifier,
            "title": message["title"],
            "address": f"{home}{message['section'].replace('#', '/#')}",
            "permalink": f"{home}{FOLDER}/{identifier}/",
            "usual": message["usual"],
            "variants": message["variants"],
        }


def numbers(source: GuideSource, home: str) -> Iterator[dict[str, Any]]:
    """Yield every figure of the register that nobody can trace, or that was misread."""
    for one in doubtful_numbers(source):
        yield {
            "id": one.block.id,
            "claim": one.block.title,
            "found": one.found,
            "seen": one.seen,
            "seen_at": list(one.seen_at),
            "searched": one.searched,
            "verdict": one.verdict,
            "address": f"{home}{address_of(one.block.page)}#{one.block.id}",
            "permalink": f"{home}{FOLDER}/{one.block.id}/",
            "reviewed": source.pages[one.block.page]["reviewed"],
        }


def searched(source: GuideSource) -> Iterator[dict[str, Any]]:
    """Yield the sections that an assistant searches: those for readers, with all their prose."""
    for block in source.blocks:
        if is_linked(block) and (not block.page.startswith(ABOUT_OTHERS)):
            link = permalink(block.id, block)
            words = (one.words for one in prose_of(block))
            yield {
                "id": block.id,
                "page": block.page,
                "title": link.title,
                "lead": link.lead,
                "text": " ".join(one for one in words if one != link.lead),
                "claims": claims(block),
                "reviewed": source.pages[block.page]["reviewed"],
            }


def write_searched(source: GuideSource) -> None:
    """Write them into the package."""
    text = json.dumps(list(searched(source)), ensure_ascii=False, separators=(",", ":"))
    write_if_changed(SECTIONS_JSON, text.encode())


def rights(source: GuideSource, home: str) -> Iterator[dict[str, Any]]:
    """Yield what the law gives, each with its official text and the day on which we checked it."""
    for identifier, right in source.rights.items():
        page, _, place = right["section"].partition("#")
        yield {
            "id": identifier,
            "says": source.sections[right["section"]]["lead"],
            "address": f"{home}{address_of(page)}#{place}",
            "places": right["places"],
            "days_after_the_interview": right["days"],
            "employer_has_at_least": right["people"],
            "on_request": right["on_request"],
            "since": right["since"],
            "confirmed": right["confirmed"],
            "checked": right["checked"],
            "source": {"name": right["source"], "address": right["address"]},
        }


def no_rights(source: GuideSource, home: str) -> Iterator[dict[str, Any]]:
    """Yield the places where nothing obliges an employer to answer, and what sounds like it."""
    for row in source.no_rights:
        yield {
            "place": row["place"],
            "says": row["says"],
            "address": f"{home}{address_of(LAW_PAGE)}#{NO_RIGHTS.partition('#')[2]}",
            "confirmed": row["confirmed"],
            "checked": row["checked"],
            "source": {"name": row["source"], "address": row["address"]},
        }


def write_data(source: GuideSource, site: Path = SITE) -> None:
    """Write the files at the root of the site, where their addresses stay."""
    home = home_address(site)
    found = {
        "sections": list(sections(source, home)),
        "rules": list(tables(source, home)),
        "messages": list(messages(source, home)),
        "rights": list(rights(source, home)),
        DOUBTFUL_PAGE: list(numbers(source, home)),
    }
    for name, listed in found.items():
        document = {"$schema": f"{home}{SCHEMA}", "license": LICENSE, name: listed}
        if name == "rights":
            document["no_rights"] = list(no_rights(source, home))
        text = json.dumps(document, ensure_ascii=False, indent=1)
        write_if_changed(site / f"{name}.json", f"{text}\n".encode())
