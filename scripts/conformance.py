"""Try the built site for accessibility, and write what was tried into the statement.

    python -m scripts.conformance

The table of the statement is made of this run: how many trials each line stands for, and how many
failed. A line whose trials are gone is an error, so that nothing is claimed that nobody tries.
"""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

from scripts.browsers.chromium import chromium
from scripts.paths import BUILD, DOCS, ROOT

STATEMENT = DOCS / "accessibility.md"
REPORT = BUILD / "conformance.xml"
AXE = ROOT / "node_modules" / "axe-core" / "package.json"
TABLE = re.compile(r"(?<=\{ #what-was-tried \}\n)\n.*?(?=\n## )", re.DOTALL)
BY_AXE, BY_HAND, IN_CHROMIUM = "axe-core", "keys only", "Chromium"


@dataclass(frozen=True, slots=True)
class Trial:
    """A line of the statement: what was tried, with what, and the tests that do it."""

    what: str
    by: str
    tests: tuple[str, ...]


TRIALS = (
    Trial(
        "Every page, on a phone and wide, light and dark",
        BY_AXE,
        ("test_site::test_each_page_is_accessible_and_fits",),
    ),
    Trial(
        "Every screen of the quiz, with all that can open and with errors, light and dark",
        BY_AXE,
        ("test_accessible::test_a_screen_of_questions_has_no_violation_and_fits",),
    ),
    Trial(
        "The result, with everything open, light and dark",
        BY_AXE,
        ("test_result::test_axe_finds_nothing_on_the_result",),
    ),
    Trial(
        "The whole quiz without a mouse", BY_HAND, ("test_quiz::test_the_keyboard_alone_is_enough",)
    ),
    Trial(
        "The focus goes where something new is, and to what is wrong",
        BY_HAND,
        (
            "test_accessible::test_the_focus_follows_to_the_new_heading",
            "test_quiz::test_an_unanswered_question_is_told_and_focused",
        ),
    ),
    Trial(
        "One polite voice tells screen readers what changed",
        IN_CHROMIUM,
        ("test_accessible::test_there_is_one_voice_and_it_is_polite",),
    ),
    Trial(
        "Text four times as large",
        IN_CHROMIUM,
        ("test_accessible::test_four_times_as_large_nothing_is_cut_off",),
    ),
    Trial(
        "The reader’s own colors (forced colors)",
        IN_CHROMIUM,
        (
            "test_accessible::test_forced_colours_leave_the_choice_visible",
            "test_short_result::test_in_forced_colors_signs_are_still_seen",
        ),
    ),
    Trial(
        "Less motion, where a reader asks for it",
        IN_CHROMIUM,
        ("test_accessible::test_nothing_moves_for_those_who_asked_for_less_motion",),
    ),
    Trial(
        "Read from right to left",
        IN_CHROMIUM,
        ("test_accessible::test_a_page_read_from_right_to_left_is_mirrored",),
    ),
    Trial(
        "Without JavaScript, as a list of questions",
        IN_CHROMIUM,
        (
            "test_switched_off::test_without_javascript_all_questions_can_be_read",
            "test_switched_off::test_without_javascript_an_option_leads_to_its_section",
        ),
    ),
)


def main() -> int:
    """Run the trials and write the table."""
    names = sorted({name for trial in TRIALS for name in trial.tests})
    files = sorted({f"tests/site/{name.partition('::')[0]}.py" for name in names})
    wanted = " or ".join(name.partition("::")[2] for name in names)
    run = ["pytest", "-q", "-n", "2", f"--junitxml={REPORT}", "-k", wanted, *files]
    REPORT.unlink(missing_ok=True)
    done = subprocess.run([sys.executable, "-m", *run], cwd=ROOT, check=False)
    if not REPORT.is_file():
        return done.returncode
    text = STATEMENT.read_text(encoding="utf-8")
    table = written(results(REPORT), datetime.now(tz=UTC).date(), versions())
    STATEMENT.write_text(TABLE.sub(lambda _: table, text), encoding="utf-8")
    print(f"{STATEMENT.relative_to(ROOT)} says what was tried")
    return done.returncode


def results(report: Path) -> dict[str, Counter[bool]]:
    """Return by test how many of its trials passed and failed; one that was skipped is neither."""
    found: dict[str, Counter[bool]] = {}
    for case in ET.parse(report).iter("testcase"):  # noqa: S314 - written by our own run
        name = f"{case.get('classname', '').split('.')[-1]}::{case.get('name', '').split('[')[0]}"
        if case.find("skipped") is None:
            bad = case.find("failure") is not None or case.find("error") is not None
            found.setdefault(name, Counter())[not bad] += 1
    return found


def written(found: dict[str, Counter[bool]], day: date, tried_with: Iterable[str]) -> str:
    """Return the part of the statement on what was tried.

    Raises ``LookupError`` if a test that it speaks of is gone.
    """
    lines = [
        f"\nLast tried on {day:%B} {day.day}, {day.year}, with {', '.join(tried_with)}.\n",
        "| What was tried | With | Trials | Failed |",
        "|---|---|---|---|",
    ]
    for trial in TRIALS:
        counts: Counter[bool] = Counter()
        for name in trial.tests:
            those = [count for test, count in found.items() if test.startswith(name)]
            if not those:
                raise LookupError(f"no test was run that begins with {name}")
            for count in those:
                counts += count
        failed = counts[False] or "none"
        lines.append(f"| {trial.what} | {trial.by} | {counts.total()} | {failed} |")
    return "\n".join((*lines, ""))


def versions() -> list[str]:
    """Return what it was tried with."""
    axe = json.loads(AXE.read_text(encoding="utf-8"))["version"]
    browser = subprocess.run(
        [chromium(windows=False), "--version"], capture_output=True, text=True, check=True
    )
    number = re.search(r"\d+(?:\.\d+)+", browser.stdout)
    return [f"axe-core {axe}", f"Chromium {number[0] if number else 'of unknown version'}"]


if __name__ == "__main__":
    sys.exit(main())
