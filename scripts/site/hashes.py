"""Write down the hash of every file of the site, so that a copy of it can be checked.

The list has the form that ``sha256sum --check`` reads.
"""

import hashlib
from pathlib import Path

from scripts.paths import SITE, write_if_changed
from scripts.site.compress import TWINS

NAME = "SHA256SUMS"
FOR_HOSTS = {"_headers", "_redirects"}  # read by hosts, not by readers


def listed(site: Path = SITE) -> dict[str, str]:
    """Return the hash of each file that readers can ask for, by its place."""
    found = sorted(file for file in site.rglob("*") if file.is_file() and file.suffix not in TWINS)
    places = {file.relative_to(site).as_posix(): file for file in found}
    return {
        place: hashlib.sha256(file.read_bytes()).hexdigest()
        for place, file in places.items()
        if place not in {NAME, *FOR_HOSTS}
    }


def as_text(hashes: dict[str, str]) -> str:
    """Return the list as a file."""
    return "".join(f"{code}  {place}\n" for place, code in hashes.items())


def read(text: str) -> dict[str, str]:
    """Return what a file lists. Raises ``ValueError`` if it is no such list."""
    lines = (line.split("  ", 1) for line in text.splitlines())
    return {place: code for code, place in lines}


def write(site: Path = SITE) -> Path:
    """Put the list into the built site."""
    write_if_changed(site / NAME, as_text(listed(site)).encode())
    return site / NAME
