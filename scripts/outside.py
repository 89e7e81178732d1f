"""Ask every address outside the site that the guide links to whether it still answers.

    python -m scripts.outside        all of them, a few at a time; takes a minute

A source that has moved is for an editor to mend, so it is reported and fails no build.
"""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from scripts.guide.reader import ADDRESS, Link, read_guide
from scripts.paths import DOCS

SECONDS = 20
AT_ONCE = 8
# Some sites send robots away; they have nothing against a reader.
NOT_FOR_ROBOTS = frozenset(
    (HTTPStatus.FORBIDDEN, HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.TOO_MANY_REQUESTS)
)


def outside() -> dict[str, list[Link]]:
    """Return the addresses outside, with every place that links to them."""
    found: dict[str, list[Link]] = {}
    for link in read_guide(DOCS).links:
        outward = link.target.startswith(("http://", "https://"))
        if outward and not link.target.startswith(ADDRESS):
            found.setdefault(link.target.partition("#")[0], []).append(link)
    return found


def trouble(address: str) -> str | None:
    """Say what is wrong with an address, or None if it answers."""
    request = Request(address, headers={"User-Agent": "Mozilla/5.0 (link check)"})  # noqa: S310
    try:
        with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 - http and https only
            end = answer.geturl()
    except HTTPError as error:
        return None if error.code in NOT_FOR_ROBOTS else f"answers {error.code} {error.reason}"
    except (URLError, OSError, ValueError) as error:
        return f"does not answer: {error}"
    return None if same(address, end) else f"has moved to {end}"


def same(address: str, end: str) -> bool:
    """Tell whether a redirect only added a slash or changed http to https."""
    one, other = (part.partition("://")[2].rstrip("/") for part in (address, end))
    return one.removeprefix("www.") == other.removeprefix("www.")


def report(found: dict[str, list[Link]]) -> Iterator[str]:
    """Yield a line for each address in trouble, with its first place."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for (address, links), fault in zip(found.items(), pool.map(trouble, found), strict=True):
            if fault:
                yield f"{links[0].place}: {address} {fault}"


def main() -> int:
    """Print what is in trouble."""
    found = outside()
    faults = list(report(found))
    print(*faults, sep="\n", end="\n" if faults else "")
    print(f"{len(found)} addresses, {len(faults)} in trouble", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
