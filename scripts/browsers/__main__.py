"""Try the quiz in Firefox and WebKit: `make test-browsers`."""

import sys

from scripts.browsers.other_browsers import main

if __name__ == "__main__":
    sys.exit(main())
