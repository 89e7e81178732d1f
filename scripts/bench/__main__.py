"""Measure how fast Python starts in the page, beside other ways to the same advice.

    python -m scripts.bench                   seven rounds; writes the page of the site
    python -m scripts.bench --rounds 1        for the eye: one round says little
    python -m scripts.bench --before FOLDER   beside the quiz of an earlier site: its assets/quiz
    python -m scripts.bench --page            write the page again from what was recorded

It opens the built site, so build it first. Times are of this machine; compare
them only within one run.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scripts.bench import page
from scripts.bench.record import keep
from scripts.bench.runs import measure
from scripts.paths import SITE


def main() -> int:
    """Measure, print and write the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rounds", type=int, default=7, metavar="N")
    parser.add_argument("--before", type=Path, metavar="FOLDER", help="the quiz of an earlier site")
    parser.add_argument("--page", action="store_true", help="measure nothing")
    options = parser.parse_args()
    if not options.page:
        if not (SITE / "index.html").is_file():
            print("There is no site yet. Run: make build", file=sys.stderr)
            return 1
        found, trace = measure(options.rounds, options.before)
        print(*page.of_starts(found).values(), sep="\n")
        keep("starts", found)
        keep("trace", trace)
    page.write()
    return 0


if __name__ == "__main__":
    sys.exit(main())
