"""Compare a copy of the site, on the web or in a folder, with the one that was built here.

    python -m scripts.verify https://your.site/path/     ask for each file, a few at a time
    python -m scripts.verify /srv/www/should-i-call      a folder

A copy under another address names that address in its pages: build with the same SITE_URL first.
The quiz itself, in assets/quiz/, is the same under every address.
"""

import argparse
import hashlib
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.error import URLError
from urllib.parse import quote, urljoin
from urllib.request import Request, urlopen

from scripts.paths import SITE
from scripts.site.hashes import NAME, read

SECONDS, AT_ONCE = 30, 8
INDEX = "index.html"
Fetch = Callable[[str], bytes]


def from_folder(folder: Path) -> Fetch:
    """Return a way to read the files of a folder."""
    return lambda place: (folder / place).read_bytes()


def from_web(address: str) -> Fetch:
    """Return a way to ask a host, as a browser would: a page by its folder."""

    def fetch(place: str) -> bytes:
        path = place.removesuffix(INDEX) if place.endswith(f"/{INDEX}") or place == INDEX else place
        request = Request(urljoin(address, quote(path)), headers={"Cache-Control": "no-cache"})  # noqa: S310
        with urlopen(request, timeout=SECONDS) as reply:  # noqa: S310 - http and https only
            return bytes(reply.read())

    return fetch


def fault(fetch: Fetch, place: str, code: str) -> str | None:
    """Say what is wrong with a file of the copy, None if it is what was built."""
    try:
        content = fetch(place)
    except (OSError, URLError) as error:
        return f"{place}: {error}"
    return None if hashlib.sha256(content).hexdigest() == code else f"{place}: not as it was built"


def faults(fetch: Fetch, hashes: dict[str, str]) -> list[str]:
    """List all that is wrong with a copy."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = pool.map(lambda one: fault(fetch, *one), hashes.items())
        return [one for one in found if one]


def main(arguments: list[str] | None = None) -> int:
    """Say whether a copy is what was built."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("copy", help="an address, with a slash at its end, or a folder")
    parser.add_argument("--quiz", action="store_true", help="compare the quiz alone")
    options = parser.parse_args(arguments)
    if not (SITE / NAME).is_file():
        print("There is no site yet. Run: make build", file=sys.stderr)
        return 1
    hashes = read((SITE / NAME).read_text(encoding="utf-8"))
    if options.quiz:
        hashes = {place: code for place, code in hashes.items() if place.startswith("assets/quiz/")}
    is_web = options.copy.startswith(("http://", "https://"))
    fetch = from_web(options.copy) if is_web else from_folder(Path(options.copy))
    wrong = faults(fetch, hashes)
    for line in wrong:
        print(line)
    print(f"{len(hashes) - len(wrong)} of {len(hashes)} files are as they were built here.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
