"""Measure what it costs to compare Python with its hash: the same start, with and without.

    python -m scripts.bench.checked --rounds 15

It takes what the build has made, so build first.
"""

from __future__ import annotations

import argparse
import sys
from statistics import median

from playwright.sync_api import sync_playwright

from scripts.bench import recipes
from scripts.bench.network import FAIR, LOCAL
from scripts.bench.runs import turned
from scripts.bench.server import BenchServer
from scripts.bench.visits import Visits
from scripts.browsers.chromium import chromium
from scripts.pyodide import frozen
from scripts.quiz.publish import FROZEN, integrity
from scripts.site.compress import pack

WAYS = ("checked", "unchecked")


def lay_out() -> None:
    """Make the same worker twice: one knows the hash of the Python that is awake."""
    awake = frozen.FROZEN.read_bytes()
    for way, hashes in zip(WAYS, ({FROZEN: integrity(awake)}, {}), strict=True):
        recipes.awake(recipes.RECIPES / way, awake, hashes)
    (recipes.RECIPES / "blank.html").write_text(recipes.BLANK, encoding="utf-8")
    pack(recipes.RECIPES, recipes.PACKED)


def main() -> int:
    """Start both in turn, and print how they compare."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rounds", type=int, default=15, metavar="N")
    rounds = parser.parse_args().rounds
    lay_out()
    browser, host = chromium(), BenchServer(recipes.RECIPES)
    with sync_playwright() as playwright, host.running():
        visits = Visits(playwright, browser, host)
        for speed in (LOCAL, FAIR):
            took: dict[str, list[float]] = {way: [] for way in WAYS}
            for number in range(rounds):
                for way in turned(WAYS, number):
                    took[way].append(visits.start(way, speed).took)
            ours, without = (took[way] for way in WAYS)
            ratios = sorted(one / other for one, other in zip(ours, without, strict=True))
            print(
                f"{speed.words}: {median(ours):.0f} ms with, {median(without):.0f} ms without; "
                f"ratio of the medians {median(ours) / median(without):.3f}, "
                f"of the fastest {min(ours) / min(without):.3f}, "
                f"median of {rounds} pairs {median(ratios):.3f}",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
