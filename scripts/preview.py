"""Serve the built site as its host would: `make preview`."""

import sys

from scripts.site.server import main

if __name__ == "__main__":
    sys.exit(main())
