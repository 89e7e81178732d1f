"""Measure how long one advice takes: `make bench-advice`."""

import sys

from scripts.bench.advice import main

if __name__ == "__main__":
    sys.exit(main())
