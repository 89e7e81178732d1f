"""Measure all recipes in turn, again and again, so that a busy minute hurts all of them alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from followup import bridge
from scripts.bench import recipes, tracing
from scripts.bench.held import held
from scripts.bench.network import FAIR, HALF, LOCAL, SLOW, SPEEDS, Speed
from scripts.bench.record import Record, Trace, machine, seconds
from scripts.bench.server import BenchServer
from scripts.bench.visits import REQUEST, SETTLE, Start, Visits, paths
from scripts.browsers.chromium import chromium
from scripts.paths import GUIDE_JSON

PYTHON = ("usual", "whole", "ours")
RECIPES = (*PYTHON, "reference")
BEFORE = "before"  # the quiz of an earlier site, whose advice may be another
FEW = 2  # rounds in which the slow ways run, and readers go through the quiz
SLOW_WAYS = ("usual", "whole")
GUIDE_PAGE = "timing/"  # long, with pictures


class OtherAdviceError(RuntimeError):
    """A recipe did not say what the ordinary Python says, so its time means nothing."""


def measure(rounds: int, before: Path | None = None) -> tuple[Record, Trace]:
    """Measure so many rounds, and trace one start over a fair network."""
    browser, host = chromium(), BenchServer(recipes.lay_out(before))
    chosen = (*RECIPES, BEFORE) if before else RECIPES
    speeds = (*SPEEDS, HALF) if held(browser, 1) else SPEEDS
    with sync_playwright() as playwright, host.running():
        visits = Visits(playwright, browser, host)
        found = Record(
            about=machine(visits.version()),
            rounds=rounds,
            starts={},
            visits={"cold": [], "again": []},
            reads={},
            guide_page=visits.page(GUIDE_PAGE),
        )
        rehearse(visits, chosen)
        trace = tracing.read(*visits.trace(FAIR), FAIR)
        for number in range(rounds):
            for speed in speeds:
                for recipe in turned(chosen, number):
                    if number < FEW or recipe not in SLOW_WAYS:
                        starts(visits, recipe, speed, found)
                if number < FEW and speed in (FAIR, SLOW):
                    read(visits, speed, found)
    return found, trace


def rehearse(visits: Visits, chosen: Sequence[str]) -> None:
    """Let every file be read once, and see that the advice is the same."""
    bridge.start(GUIDE_JSON.read_text(encoding="utf-8"))
    expected = bridge.view(REQUEST)
    for recipe in chosen:
        if visits.start(recipe).view != expected and recipe in PYTHON:
            raise OtherAdviceError(recipe)
    visits.quiz()


def turned(chosen: Sequence[str], number: int) -> Iterator[str]:
    """Let another one begin each time."""
    turn = number % len(chosen)
    yield from (*chosen[turn:], *chosen[:turn])


def starts(visits: Visits, recipe: str, speed: Speed, found: Record) -> None:
    """Start a recipe in a fresh browser; on this machine's own speed, come back a second time.

    With ours it is the quiz page that is visited twice, as only that may keep files by a script.
    """
    again = speed is LOCAL and recipe == "usual"
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        start = visits.start(recipe, speed, profile, SETTLE * again)
        note(found, recipe, "cold", speed, start)
        if again:
            note(found, recipe, "again", speed, visits.start(recipe, speed, profile))
    if speed is LOCAL and recipe == "ours":
        with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            for phase, settle in (("cold", SETTLE), ("again", 0)):
                start, seen = visits.quiz(profile, settle)
                note(found, "quiz page", phase, speed, start)
                found["visits"][phase].append(seen)


def read(visits: Visits, speed: Speed, found: Record) -> None:
    """Let readers go through the quiz, each in a fresh browser."""
    for answers in paths():
        seen = visits.read(speed, answers)
        waits = ", ".join(map(seconds, seen["waits"]))
        screens = len(seen["waits"])
        print(f"reader of {screens} screens, {speed.words}: waits {waits}", flush=True)
        found["reads"].setdefault(f"{screens} {speed.name}", []).append(seen)


def note(found: Record, recipe: str, phase: str, speed: Speed, start: Start) -> None:
    """Keep a start, and show that something happens."""
    key = f"{recipe} {phase} {speed.name}"
    times = found["starts"][key]["times"] if key in found["starts"] else []
    times.append(round(start.took, 1))
    found["starts"][key] = {"times": times, "bytes": start.bytes, "requests": start.requests}
    print(f"{recipe:10} {phase:6} {speed.words:24} {seconds(start.took):>8}", flush=True)
