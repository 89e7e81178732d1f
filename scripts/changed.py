"""Say which advice changes between a version of the rules and the files as they are.

    python -m scripts.changed [REVISION] [--count N]

Without a revision, it is the last tag, or the last commit where there is none.
Both versions run on their own: each with its rules and the guide that belongs
to them, made by its own ``scripts.guide``.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from followup.documents import told
from followup.guide import Guide, guide_from_json
from followup.inquiry import Inquiry
from followup.wording import Words
from scripts.paths import ROOT
from scripts.proof.samples import World, worlds

COUNT = 40_000
EXAMPLES = 3
PARTS = ("widget/followup", "docs", "scripts")
ALMANAC = "widget/followup/almanac.json"  # public holidays: the same for both
NOT_COPIED = shutil.ignore_patterns("__pycache__", "assets")
ADVISE_ALL = Path(__file__).with_name("proof") / "advise_all.py"
MAKE_GUIDE = """
import sys
from pathlib import Path

try:
    from scripts.guide.reader import read_guide, to_json
except ImportError:  # where it stood up to version 2026.11
    from scripts.guide import read_guide, to_json

Path(sys.argv[1]).write_text(to_json(read_guide(Path("docs"))), encoding="utf-8")
"""
TOGETHER = {  # what changes in the same commit as the advice
    "CHANGELOG.md": "nothing new; under Advice, say what readers are told differently, and why",
    "tests/cases": "nothing new; add a situation, and the advice that it must get now",
}
RULE, ACTION, CHANNEL, DAY, REST = range(5)  # what stands where in an outcome


class RevisionError(RuntimeError):
    """There is no such version, or it has no rules."""


@dataclass(frozen=True, slots=True)
class Version:
    """The rules at one time, in a folder of their own."""

    folder: Path

    @property
    def guide(self) -> Path:
        """The guide that belongs to them."""
        return self.folder / "guide.json"

    def run(self, *command: str, given: str = "") -> str:
        """Run Python with these rules and no others."""
        places = os.pathsep.join(str(self.folder / place) for place in ("widget", "."))
        done = subprocess.run(
            [sys.executable, "-P", *command],
            cwd=self.folder,
            env=os.environ | {"PYTHONPATH": places, "PYTHONDONTWRITEBYTECODE": "1"},
            input=given,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RevisionError(done.stderr.strip().splitlines()[-1])
        return done.stdout

    def make_guide(self) -> None:
        """Make the guide by the script that belongs to it."""
        self.run("-c", MAKE_GUIDE, str(self.guide))

    def advice(self, some: Iterable[World], *options: str) -> list[list[str]]:
        """Return the advice for worlds."""
        given = "".join(f"{json.dumps([answers, day.isoformat()])}\n" for answers, day in some)
        lines = self.run(str(ADVISE_ALL), str(self.guide), *options, given=given)
        return [json.loads(line) for line in lines.splitlines()]


@dataclass(frozen=True, slots=True)
class Change:
    """A world whose advice differs: its outcome before and after."""

    world: World
    before: list[str]
    after: list[str]

    @property
    def group(self) -> tuple[str, str]:
        """The rules, and what differs."""
        return f"{self.before[RULE]} → {self.after[RULE]}", difference(self.before, self.after)


# ---- two versions ------------------------------------------------------------------


def git(root: Path, *command: str) -> bytes:
    """Return what git says. Raises ``RevisionError`` if it refuses."""
    done = subprocess.run(["git", "-C", str(root), *command], capture_output=True, check=False)
    if done.returncode:
        raise RevisionError(done.stderr.decode().strip())
    return done.stdout


def last_release(root: Path) -> str:
    """Return the last tag, or the last commit where there is none."""
    try:
        return git(root, "describe", "--tags", "--abbrev=0").decode().strip()
    except RevisionError:
        return "HEAD"


def committed(root: Path, revision: str, folder: Path) -> Version:
    """Return the rules as they were."""
    archive = git(root, "archive", "--format=tar", revision, *PARTS)
    with tarfile.open(fileobj=BytesIO(archive)) as files:
        files.extractall(folder, filter="data")
    return made(root, folder)


def present(root: Path, folder: Path) -> Version:
    """Return the rules as the files are now."""
    copy_sources(root, folder)
    return made(root, folder)


def copy_sources(root: Path, folder: Path) -> None:
    """Copy the rules, the guide and what reads it."""
    for part in PARTS:
        shutil.copytree(root / part, folder / part, ignore=NOT_COPIED)


def made(root: Path, folder: Path) -> Version:
    """Return a version with its guide, and with the almanac if there is one."""
    if (root / ALMANAC).is_file():
        shutil.copyfile(root / ALMANAC, folder / ALMANAC)
    version = Version(folder)
    version.make_guide()
    return version


# ---- what differs -------------------------------------------------------------------


def difference(before: list[str], after: list[str]) -> str:
    """Return what differs first: the action, the channel, the day or the rest."""
    for part in (ACTION, CHANNEL, REST):
        if before[part] != after[part]:
            return f"{before[part] or 'nobody'} → {after[part] or 'nobody'}"
    if before[DAY] == after[DAY]:
        return "the same advice, by another rule"
    return "a later day" if before[DAY] < after[DAY] else "an earlier day"


def changes(some: list[World], before: Version, after: Version) -> list[Change]:
    """Return the worlds whose outcome differs; both versions work at the same time."""
    with ThreadPoolExecutor() as pool:
        advice = pool.map(lambda version: version.advice(some), (before, after))
        pairs = zip(some, *advice, strict=True)
        return [Change(*three) for three in pairs if three[1] != three[2]]


def report(found: list[Change], count: int, before: Version, after: Version) -> Iterator[str]:
    """Yield the lines of the report: the count, then each group with examples in words."""
    differ = sum(change.before[ACTION:] != change.after[ACTION:] for change in found)
    yield f"{differ:,} of {count:,} combinations change."
    if len(found) > differ:
        yield f"{len(found) - differ:,} more get the same advice by another rule."
    groups = grouped(found)
    shown = [change.world for members in groups.values() for change in members[:EXAMPLES]]
    old, new = (iter(version.advice(shown, "--words")) for version in (before, after))
    guide = guide_from_json(after.guide.read_text(encoding="utf-8"))
    for (by_rules, what), members in groups.items():
        yield f"\n{len(members):,}  {by_rules}\n  {what}"
        for change in members[:EXAMPLES]:
            yield f"  - {in_words(change.world, guide)}"
            yield f"      before: {next(old)[0]}"
            yield f"      after:  {next(new)[0]}"


def grouped(found: list[Change]) -> dict[tuple[str, str], list[Change]]:
    """Return the changes by what changes, the largest group first, its simplest worlds first."""
    groups: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for change in sorted(found, key=lambda one: len(one.world[0])):
        groups[change.group].append(change)
    return dict(sorted(groups.items(), key=lambda one: -len(one[1])))


def in_words(world: World, guide: Guide) -> str:
    """Return a world as a person would tell it: the day, then the answers that matter."""
    answers, today = world
    words = Words(guide, today)
    lines = told(Inquiry(answers, today, guide))
    day = f"On {words.in_words(today)} {today.year}."
    return " ".join((day, *(f"{line['label']} {line['text']}." for line in lines)))


def compare(root: Path, revision: str, count: int) -> list[str]:
    """Return the report for a project folder."""
    some = list(worlds(count))
    with tempfile.TemporaryDirectory() as name:
        before = committed(root, revision, Path(name) / "before")
        after = present(root, Path(name) / "after")
        found = changes(some, before, after)
        return [*report(found, count, before, after), *(unsaid(root, revision) if found else ())]


def unsaid(root: Path, revision: str) -> Iterator[str]:
    """Yield what should have changed with the advice since then, and did not."""
    for path, missing in TOGETHER.items():
        if not git(root, "diff", "--name-only", revision, "--", path):
            yield f"\n{path}: {missing}."


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("revision", nargs="?", help="default: the last tag, else the last commit")
    parser.add_argument("--count", type=int, default=COUNT, help=f"default: {COUNT:,}")
    options = parser.parse_args(arguments)
    revision = options.revision or last_release(root)
    try:
        lines = compare(root, revision, options.count)
    except RevisionError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Since {revision}:", *lines, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
