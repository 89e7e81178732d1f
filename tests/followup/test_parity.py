"""The same answers give the same bytes, whichever Python says them and through whichever door.

``make parity`` asks two hundred times as much, in shares, of all processors at once.
"""

import hashlib
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from followup.answers import understand
from scripts.paths import ALMANAC_JSON, ROOT
from scripts.proof import samples
from scripts.pyodide import ask
from scripts.pyodide.frozen import FROZEN
from scripts.pyodide.library import ARCHIVE
from tests.followup import fuzzing

IN_FULL = "PARITY" in os.environ
SAMPLE = int(os.environ.get("PARITY", "100"))
EVERY = 1 if IN_FULL else 5  # of them is asked of the whole one, which is slow under Node
AT_ONCE = 1000  # as many documents as are easily held
SHARES = [range(at, min(at + AT_ONCE, SAMPLE)) for at in range(0, SAMPLE, AT_ONCE)]
HELD_OUT = 4 * 10**6  # from here on are the numbers of samples that no build has seen
FULL = {"heard": "nothing", "interviewed-on": "2026-12-10", "thanked": "yes"}
Asked = tuple[dict[str, str], str]  # answers and today

pytestmark = pytest.mark.built
in_shares = pytest.mark.parametrize("share", SHARES, ids=str)


def cases() -> Iterator[Asked]:
    """Yield the named situations, and in full each country's days off."""
    for file in sorted((ROOT / "tests" / "cases").glob("*.toml")):
        for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]:
            yield case["answers"], case["today"].isoformat()
    for country in json.loads(ALMANAC_JSON.read_text())["countries"] if IN_FULL else ():
        yield FULL | {"country": country}, "2026-12-23"


def asked(share: range) -> Iterator[Asked]:
    """Yield random situations, the same ones every time, without what would be refused.

    The terminal is another door to the same Python, so it is asked a quarter as much.
    """
    for answers, today in samples.random_answers(share.start, share.start + len(share) // 4):
        yield understand(answers, today).answers, today.isoformat()


def requests(some: Iterator[Asked]) -> list[str]:
    """Ask for advice on these."""
    return [
        json.dumps({"answers": answers, "today": today, "advise": True}) for answers, today in some
    ]


def pages(share: range) -> list[str]:
    """Return what a page may ask: each named situation, and random requests of every kind."""
    first = HELD_OUT + share.start
    named = requests(cases()) if 0 in share else []
    return [*named, *samples.requests(first, first + len(share))]


def checksum(document: bytes) -> str:
    """Return the SHA-256 of a document."""
    return hashlib.sha256(document).hexdigest()


@in_shares
def test_the_browsers_pythons_say_the_same_and_the_one_awake_stops_for_nothing(
    share: range,
) -> None:
    wanted = pages(share)
    expected = ask.ordinary(wanted)
    found = ask.frozen(FROZEN, wanted)
    assert found.stopped == []
    assert found.views == expected
    assert ask.whole(ARCHIVE, wanted[::EVERY]).views == expected[::EVERY]
    assert len({*expected}) > len(expected) * 9 // 10


@in_shares
def test_the_python_that_is_awake_is_never_wrong_about_what_nobody_means(share: range) -> None:
    odd = [one for one in fuzzing.requests(len(share), seed=4 + share.start) if is_text(one)]
    told = zip(ask.frozen(FROZEN, odd).views, ask.ordinary(odd), strict=True)
    assert [found for found, ours in told if found not in (ours, None)] == []


def is_text(request: str) -> bool:
    """Tell whether a page can send it: half of a character is no text."""
    return request == request.encode(errors="replace").decode()


@in_shares
def test_the_command_line_says_the_same(share: range, tmp_path: Path) -> None:
    some = [*asked(share)]
    lines = [
        " ".join([f"--today={today}", *(f"{key}={value}" for key, value in answers.items())])
        for answers, today in some
    ]
    given = tmp_path / "lines.txt"
    given.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "followup", "advise", "--batch"]
    with (
        given.open("rb") as standard_input,
        subprocess.Popen(command, stdin=standard_input, stdout=subprocess.PIPE) as process,
    ):
        assert process.stdout
        said = [checksum(document.rstrip(b"\n")) for document in process.stdout]
    assert process.returncode == 0
    assert said == [checksum((view or "").encode()) for view in ask.ordinary(requests(iter(some)))]
