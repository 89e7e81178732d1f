"""Measure all recipes in turn, again and again, so that a busy minute hurts all of them alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playwright.sync_api import sync_playwright

from followup import bridge
from scripts.bench import recipes
from scripts.bench.network import LOCAL, Speed
from scripts.bench.record import Record, machine, seconds
from scripts.bench.server import BenchServer
from scripts.bench.visits import REQUEST, SETTLE, Start, Visits, fresh_profile, paths
from scripts.browsers.chromium import chromium
from scripts.paths import GUIDE_JSON

PYTHON = ("usual", "plain", "ours")
RECIPES = (*PYTHON, "reference")
GUIDE_PAGE = "timing/"  # long, with pictures


class OtherAdviceError(RuntimeError):
    """A recipe did not say what the ordinary Python says, so its time means nothing."""


def measure(rounds: int, speeds: Sequence[Speed], readers: int, chosen: Sequence[str]) -> Record:
    """Measure so many rounds; readers go through the quiz in the first few of them."""
    found = Record(rounds=rounds)
    browser = chromium()
    folder = recipes.lay_out()
    with sync_playwright() as playwright, BenchServer(folder).running() as host:
        visits = Visits(playwright, browser, host)
        found.about = machine(visits.version())
        rehearse(visits, chosen)
        for number in range(rounds):
            for speed in speeds:
                for recipe in turned(chosen, number):
                    starts(visits, recipe, speed, found)
                if number < readers and "ours" in chosen:
                    read(visits, speed, found)
        with fresh_profile() as profile:
            found.guide_page = visits.page(GUIDE_PAGE, profile)
    return found


def rehearse(visits: Visits, chosen: Sequence[str]) -> None:
    """Let every file be compressed and read once, and see that the advice is the same."""
    bridge.start(GUIDE_JSON.read_text(encoding="utf-8"))
    expected = bridge.view(REQUEST)
    for recipe in chosen:
        with fresh_profile() as profile:
            view = visits.start(recipe, LOCAL, profile).view
        if recipe in PYTHON and view != expected:
            raise OtherAdviceError(recipe)
    with fresh_profile() as profile:
        visits.quiz(LOCAL, profile)


def turned(chosen: Sequence[str], number: int) -> Iterator[str]:
    """Let another one begin each time."""
    turn = number % len(chosen)
    yield from (*chosen[turn:], *chosen[:turn])


def starts(visits: Visits, recipe: str, speed: Speed, found: Record) -> None:
    """Start a recipe in a fresh browser; on this machine's own speed, come back a second time."""
    again = speed is LOCAL and recipe == "usual"
    with fresh_profile() as profile:
        note(found, recipe, "cold", speed, visits.start(recipe, speed, profile, SETTLE * again))
        if again:
            note(found, recipe, "again", speed, visits.start(recipe, speed, profile))
    if speed is LOCAL and recipe == "ours":
        come_back(visits, speed, found)


def come_back(visits: Visits, speed: Speed, found: Record) -> None:
    """Visit our quiz page twice, as only it may keep files by a script of its own."""
    with fresh_profile() as profile:
        start, seen = visits.quiz(speed, profile, SETTLE)
        note(found, "quiz page", "cold", speed, start)
        found.visits.setdefault(f"cold {speed.name}", []).append(seen)
        start, seen = visits.quiz(speed, profile)
        note(found, "quiz page", "again", speed, start)
        found.visits.setdefault(f"again {speed.name}", []).append(seen)


def read(visits: Visits, speed: Speed, found: Record) -> None:
    """Let readers go through the quiz, each in a fresh browser."""
    if speed is LOCAL:
        return
    for answers in paths():
        with fresh_profile() as profile:
            seen = visits.read(speed, answers, profile)
        waits = ", ".join(seconds(wait) for wait in seen.waits)
        screens = len(seen.waits)
        print(f"reader of {screens} screens, {speed.words}: waits {waits}", flush=True)
        found.reads.setdefault(f"{screens} {speed.name}", []).append(seen)


def note(found: Record, recipe: str, phase: str, speed: Speed, start: Start) -> None:
    """Keep a start, and show that something happens."""
    found.start(f"{recipe} {phase} {speed.name}", start)
    print(f"{recipe:10} {phase:6} {speed.words:24} {seconds(start.took):>8}", flush=True)
