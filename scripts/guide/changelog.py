"""Read from CHANGELOG.md what readers are told differently: the changes of advice and of laws.

A version is a heading of the second level, such as “2026.12.0 (2026-12-01)”; what is not released
stands under “Unreleased”. What changed is an item under one of the two headings below it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scripts.paths import ROOT

CHANGELOG = ROOT / "CHANGELOG.md"
KINDS = {"Advice": "advice", "Laws": "law"}
VERSION = re.compile(r"(\S+)(?: \((\d{4}-\d\d-\d\d)\))?$")
UNRELEASED = "Unreleased"
NAMES = re.compile(r"[A-Z]{1,2}\d{1,2}\b")
IN_BRACKETS = re.compile(r" \((?=[^()]*[A-Z]\d)[^()]*\)")
SENTENCE = re.compile(r"(?<=[.?!]) (?=[A-Z“])")
TITLE = 120  # characters


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that readers are told differently."""

    version: str
    day: date | None  # of its release, if there was one
    kind: str  # "advice" or "law"
    text: str

    @property
    def id(self) -> str:
        """Return its name, which stays as long as its words do."""
        return f"change-{hashlib.sha256(self.text.encode()).hexdigest()[:8]}"

    @property
    def words(self) -> str:
        """Return it without the names of claims."""
        return IN_BRACKETS.sub("", self.text)

    @property
    def title(self) -> str:
        """Return its first sentence, or the begin of a long one."""
        first = SENTENCE.split(self.words)[0]
        if len(first) <= TITLE:
            return first
        return f"{first[:TITLE].rsplit(' ', 1)[0].rstrip(',;:')} …"

    @property
    def names(self) -> list[str]:
        """Return the claims and disagreements that it names, such as T9 and K17."""
        return list(dict.fromkeys(NAMES.findall(self.text)))


def changes(text: str | None = None) -> Iterator[Change]:
    """Yield the changes of a changelog, newest first; in a version, from its end."""
    lines = (CHANGELOG.read_text(encoding="utf-8") if text is None else text).splitlines()
    version, day, kind = "", None, None
    found: dict[str, list[Change]] = {}
    for line in lines:
        if line.startswith("## "):
            kind = None
            heading = VERSION.match(line.removeprefix("## "))
            version = heading[1] if heading else line.removeprefix("## ")
            day = date.fromisoformat(heading[2]) if heading and heading[2] else None
        elif line.startswith("### "):
            kind = KINDS.get(line.removeprefix("### "))
        elif kind and line.startswith("- "):
            found.setdefault(version, []).append(Change(version, day, kind, line[2:].strip()))
        elif kind and line.startswith("  "):
            last = found[version].pop()
            found[version].append(Change(version, day, kind, f"{last.text} {line.strip()}"))
    for those in found.values():
        yield from reversed(those)
