"""Find a Chromium for the tests, or get one."""

import sys

from scripts.browsers.chromium import main

if __name__ == "__main__":
    sys.exit(main())
