"""After a change in the table of numbers: rewrite the advice that tests have stored, for review.

    python -m scripts.accept [REVISION]

The situations in ``tests/cases`` and the stories in ``tests/turns.toml`` say what is advised. What
the same rules said with the numbers of a revision (the last commit, if none is named) is rewritten
to what they say now. What they never said is the doing of a rule: it is named and left alone.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from followup import opened
from followup.answers import read_answers
from followup.documents import advice_document
from followup.engine import advise
from followup.guide import Guide, guide_from_json
from followup.inquiry import Inquiry
from followup.model import Action, Channel, Step, TimingId, Timings
from followup.workdays import ONE_DAY
from scripts.guide.reader import read_guide, read_pages, to_json
from scripts.paths import DOCS, ROOT
from scripts.quiz.holidays import build_almanac

TESTS = ROOT / "tests"
ADVISED = ("action", "channel", "on", "also_call", "to", "thanks_inside", "message", "section")
NOBODY, NO_WORDS = "nobody", "none"  # there is no null in these files
USUAL = {
    "interviewed-on": "2027-02-02",
    "thanked": "yes",
    "contact": "hiring-manager",
    "channels": "email+phone",
}
DAYS_AT_MOST, STANDS_FOR = 400, 2  # days of a story; days for which its last advice holds
Advised = dict[str, Any] | list[str]


@dataclass(frozen=True, slots=True)
class Stored:
    """Advice that stands in a file: where, for which situation, and how it is worked out anew."""

    file: Path
    line: int
    name: str
    sentence: str
    expected: Advised
    found: Callable[[Guide], Advised]

    def __str__(self) -> str:
        """Name file, line and situation."""
        inside = self.file.is_relative_to(ROOT)
        place = self.file.relative_to(ROOT) if inside else self.file.name
        return f"{place}:{self.line} {self.name}: {self.sentence}".rstrip(": ")

    def difference(self, found: Advised) -> str:
        """Return what is another, line by line, for a person to judge."""
        before, after = lines(self.expected), lines(found)
        gone = [f"  expected {line}" for line in before if line not in after]
        come = [f"  found    {line}" for line in after if line not in before]
        return "\n".join([str(self), *gone, *come])


def lines(advised: Advised) -> list[str]:
    """Return advice as lines of its file."""
    if isinstance(advised, list):
        return [f'"{turn}"' for turn in advised]
    return [f"{key} = {as_toml(value)}" for key, value in advised.items()]


def as_toml(value: str | bool | date) -> str:  # noqa: FBT001 - a value is written as it is
    """Return a value as these files write it."""
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else f'"{value}"'


# ---- situations -------------------------------------------------------------------------


def cases(folder: Path = TESTS / "cases") -> Iterator[Stored]:
    """Yield the advice of every situation."""
    for file in sorted(folder.glob("*.toml")):
        text = file.read_text(encoding="utf-8")
        for case in tomllib.loads(text)["case"]:
            line = text[: text.index(f'id = "{case["id"]}"\n')].count("\n") + 1
            expected = {key: case[key] for key in case if key in ADVISED}

            def found(guide: Guide, case: dict[str, Any] = case) -> Advised:
                return advice_for(case, guide)

            yield Stored(file, line, case["id"], case["says"], expected, found)


def advice_for(case: dict[str, Any], guide: Guide) -> Advised:
    """Return what is advised in a situation, as far as its case speaks of it."""
    inquiry = Inquiry(case["answers"], case["today"], guide)
    if inquiry.problems:
        return {"refused": "; ".join(map(str, inquiry.problems))}
    advice = advice_document(inquiry)
    said = {
        **advice,
        "on": date.fromisoformat(advice["on"]),
        "to": advice["to"] or NOBODY,
        "message": advice["message"] or NO_WORDS,
        "section": advice["headline"]["section"],
    }
    return {key: said[key] for key in case if key in ADVISED}


# ---- stories: each line is a day on which the advice turns --------------------------------


def stories(file: Path = TESTS / "turns.toml") -> Iterator[Stored]:
    """Yield the turns of every story."""
    text = file.read_text(encoding="utf-8")
    for name, story in tomllib.loads(text).items():
        line = text[: text.index(f'["{name}"]')].count("\n") + 1

        def found(guide: Guide, story: dict[str, Any] = story) -> Advised:
            return turns(story, guide)

        yield Stored(file, line, name, "", story["turns"], found)


def turns(story: dict[str, Any], guide: Guide) -> list[str]:
    """Live a story day by day; return as many turns as it tells of, and those close behind."""
    told: list[str] = []
    day, before, stood = date.fromisoformat(story["turns"][0][:10]), "", 0
    for _ in range(DAYS_AT_MOST):
        now = in_short(advice_on(story, day, guide.timings))
        stood = stood + 1 if now == before else 1
        if now != before:
            told.append(f"{day} {now}")
        if len(told) >= len(story["turns"]) and stood == STANDS_FOR:
            break
        day, before = day + ONE_DAY, now
    return told


def advice_on(story: dict[str, Any], day: date, timings: Timings) -> Step:
    """Return the step that is advised on one day of a story."""
    return advise(read_answers({**USUAL, **story["answers"]}, day), timings).next


def in_short(step: Step) -> str:
    """Return what a step says, as a line of a story has it."""
    if step.action in {Action.WAIT, Action.NO_CONTACT}:
        return f"{step.action} until {step.on}"
    if step.channel is Channel.NONE:
        return str(step.action)
    return f"{step.action} {step.channel}{' or call' if step.also_call else ''}"


# ---- the files ------------------------------------------------------------------------------


def rewrite(one: Stored, found: Advised) -> None:
    """Put the advice in place of the stored one; all else in the file stays as it is."""
    text = one.file.read_text(encoding="utf-8")
    place = len("".join(text.splitlines(keepends=True)[: one.line]))
    *some, last = lines(one.expected)
    news = lines(found)
    further = ",\n  ".join(news[len(some) :])  # a story may turn once more
    for before, after in [*zip(some, news, strict=False), (last, further)]:
        place = text.index(before, place)
        text = text[:place] + after + text[place + len(before) :]
        place += len(after)
    one.file.write_text(text, encoding="utf-8")


def numbers_of(revision: str) -> Timings:
    """Return the table of numbers of a revision."""
    command = ["git", "-C", str(ROOT), "show", f"{revision}:docs/timing.md"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    rows = read_pages({"timing": text}).timings
    return {TimingId(row): timing.count for row, timing in rows.items()}


def accept(stored: Iterable[Stored], guide: Guide, before: Timings) -> bool:
    """Rewrite what only numbers changed, and say so; return whether that was all."""
    others = 0
    earlier = replace(guide, timings=guide.timings | before)
    for one in stored:
        found = one.found(guide)
        if found == one.expected:
            continue
        by_numbers = one.found(earlier) == one.expected and len(found) >= len(one.expected)
        print("rewritten" if by_numbers else "left alone", one.difference(found))
        if by_numbers:
            rewrite(one, found)
        others += not by_numbers
    if others:
        print(
            f"\n{others} left alone: not the numbers changed these. Judge and write each by hand."
        )
    return not others


def main(arguments: list[str] | None = None) -> int:
    """Rewrite; the exit status is 1 if advice changed that no number explains."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("revision", nargs="?", default="HEAD", help="default: the last commit")
    options = parser.parse_args(arguments)
    opened.open_holidays(build_almanac().read_text(encoding="utf-8"))
    guide = guide_from_json(to_json(read_guide(DOCS)))
    done = accept([*cases(), *stories()], guide, numbers_of(options.revision))
    print("Read the changes before you commit them: git diff tests")
    return 0 if done else 1


if __name__ == "__main__":
    sys.exit(main())
