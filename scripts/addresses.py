"""Keep the ledger of published addresses: `make addresses`."""

import sys

from scripts.site.published_urls import main

if __name__ == "__main__":
    sys.exit(main())
