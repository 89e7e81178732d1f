"""The same answers give the same bytes, whichever Python says them and through whichever door.

``make parity`` asks two hundred times as much as an ordinary run.
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

from followup import bridge, opened
from followup.answers import understand
from scripts.paths import ALMANAC_JSON, GUIDE_JSON, ROOT
from scripts.proof.samples import random_answers
from scripts.pyodide import frozen
from scripts.pyodide.frozen import FROZEN
from scripts.pyodide.library import ARCHIVE
from scripts.pyodide.run_requests import ask
from tests.followup import fuzzing

SAMPLE = int(os.environ.get("PARITY", "100"))
EVERY = 1 if "PARITY" in os.environ else 5  # of them goes through the slower doors
AT_ONCE = 2000  # as many documents as are easily held
Asked = tuple[dict[str, str], str]  # answers and today

pytestmark = pytest.mark.built


def cases() -> Iterator[Asked]:
    """Yield the named situations."""
    for file in sorted((ROOT / "tests" / "cases").glob("*.toml")):
        for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]:
            yield case["answers"], case["today"].isoformat()


def sample() -> Iterator[Asked]:
    """Yield random situations, the same ones every time, without what would be refused."""
    for answers, today in random_answers(0, SAMPLE):
        yield understand(answers, today).answers, today.isoformat()


@pytest.fixture(scope="module")
def asked() -> list[Asked]:
    """Give all that is asked."""
    bridge.start(GUIDE_JSON.read_text(encoding="utf-8"))
    opened.open_holidays(ALMANAC_JSON.read_text(encoding="utf-8"))
    return [*cases(), *sample()]


@pytest.fixture(scope="module")
def requests(asked: list[Asked]) -> list[str]:
    """Give the same as requests."""
    return [
        json.dumps({"answers": answers, "today": today, "advise": True}) for answers, today in asked
    ]


@pytest.fixture(scope="module")
def expected(requests: list[str]) -> list[str]:
    """Give the checksums of what this Python says through the bridge."""
    return [checksum(bridge.view(request).encode()) for request in requests]


def checksum(document: bytes) -> str:
    """Return the SHA-256 of a document."""
    return hashlib.sha256(document).hexdigest()


def test_the_browsers_python_says_the_same(requests: list[str], expected: list[str]) -> None:
    some, wanted = requests[::EVERY], expected[::EVERY]  # it is slow under Node
    for at in range(0, len(some), AT_ONCE):
        views = ask(ARCHIVE, some[at : at + AT_ONCE]).views
        assert [checksum(view.encode()) for view in views] == wanted[at : at + AT_ONCE]


def test_the_python_that_is_awake_says_the_same_and_stops_for_nothing(
    requests: list[str], expected: list[str]
) -> None:
    for at in range(0, len(requests), AT_ONCE):
        found = frozen.ask(FROZEN, requests[at : at + AT_ONCE])
        assert found.stopped == []
        assert [checksum((view or "").encode()) for view in found.views] == expected[
            at : at + AT_ONCE
        ]


def test_the_python_that_is_awake_is_never_wrong_about_what_nobody_means() -> None:
    odd = [one for one in fuzzing.requests(SAMPLE, seed=4) if is_text(one)]
    for at in range(0, len(odd), AT_ONCE):
        some = odd[at : at + AT_ONCE]
        told = zip(frozen.ask(FROZEN, some).views, frozen.ordinary(some), strict=True)
        assert [found for found, ours in told if found not in (ours, None)] == []


def is_text(request: str) -> bool:
    """Tell whether a page can send it: half of a character is no text."""
    return request == request.encode(errors="replace").decode()


def test_the_command_line_says_the_same(
    asked: list[Asked], expected: list[str], tmp_path: Path
) -> None:
    lines = [
        " ".join([f"--today={today}", *(f"{key}={value}" for key, value in answers.items())])
        for answers, today in asked[::EVERY]
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
    assert said == expected[::EVERY]


def test_many_different_things_are_asked(asked: list[Asked], expected: list[str]) -> None:
    assert len(asked) > SAMPLE
    assert len(set(expected)) > len(expected) * 9 // 10
