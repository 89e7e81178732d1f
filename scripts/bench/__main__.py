"""Measure how fast Python starts in the page, beside other ways to the same advice.

    python -m scripts.bench                   seven rounds; writes the page of the site
    python -m scripts.bench --quick           one round of the usual recipe and ours, for the eye
    python -m scripts.bench --speed 9M        at one speed only
    python -m scripts.bench --page            write the page again from what was recorded

A whole run also records one start for the picture.

It opens the built site, so build it first. Times are of this machine; compare
them only within one run.
"""

from __future__ import annotations

import argparse
import sys

from scripts.bench import page, trace
from scripts.bench.network import SPEEDS
from scripts.bench.record import keep
from scripts.bench.runs import RECIPES, measure
from scripts.bench.tables import printed
from scripts.paths import SITE

ROUNDS, READERS = 7, 3
QUICK = ("usual", "ours")


def main() -> int:
    """Measure, print, and unless it was only a part, write the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="N")
    parser.add_argument("--readers", type=int, default=READERS, metavar="N", help="rounds of them")
    parser.add_argument("--speed", choices=SPEEDS, action="append")
    parser.add_argument("--quick", action="store_true", help="one round, no readers, no page")
    parser.add_argument("--page", action="store_true", help="measure nothing")
    options = parser.parse_args()
    if options.page:
        page.write()
        return 0
    if not (SITE / "index.html").is_file():
        print("There is no site yet. Run: make build", file=sys.stderr)
        return 1
    speeds = [SPEEDS[name] for name in options.speed or SPEEDS]
    rounds, readers, recipes = (
        (1, 0, QUICK) if options.quick else (options.rounds, options.readers, RECIPES)
    )
    found = measure(rounds, speeds, min(readers, rounds), recipes)
    print(printed(found))
    if found.is_whole:
        keep("starts.json", found.as_json())
        keep("trace.json", trace.record().as_json())
        page.write()
    return 0


if __name__ == "__main__":
    sys.exit(main())
