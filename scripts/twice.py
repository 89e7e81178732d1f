"""Build the site a second time, elsewhere and as if on another day, and compare every byte.

Another folder, with a space in its name, another time zone, stricter permissions, another order of
sets, another day, nothing from a cache: whoever builds the same sources gets the same site.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from scripts.build_cache import stands
from scripts.paths import BUILD, PROOF_PAGE, ROOT, SITE
from scripts.proof import last_run
from scripts.site.hashes import listed

ELSEWHERE = BUILD / "an other place"
OTHERWISE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "7",
    "SOURCE_DATE_EPOCH": "1900000000",  # in March 2030
}
INSTALLED = ("node_modules", ".venv")


def copy_sources(place: Path) -> None:
    """Copy what git knows of, as it stands, and lead to what is installed."""
    shutil.rmtree(place, ignore_errors=True)
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    named = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, named.split("\0")):
        if (ROOT / name).is_file() and name not in INSTALLED:
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, place / name)
    for name in INSTALLED:
        (place / name).symlink_to((ROOT / name).resolve())


def build(place: Path) -> None:
    """Build there, otherwise, and prove before that what was proven here: a page shows it."""
    path = os.pathsep.join((str(place / "widget"), str(place)))
    for command in (*proofs(), ["scripts.build"]):
        subprocess.run(
            [str(place / ".venv/bin/python"), "-m", *command],
            cwd=place,
            env=os.environ | OTHERWISE | {"PYTHONPATH": path},
            check=True,
            umask=0o077,
            stdout=subprocess.DEVNULL,
        )


def proofs() -> Iterator[list[str]]:
    """Yield the command that made the page of the proof as it stands here, if one did."""
    if stands(PROOF_PAGE, last_run.inputs(whole=True)):
        yield ["scripts.prove", "--all"]
    elif stands(PROOF_PAGE, last_run.inputs(whole=False)):
        yield ["scripts.prove"]


def differences(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """List the places at which two sites differ."""
    return sorted(
        place for place in one.keys() | other.keys() if one.get(place) != other.get(place)
    )


def main() -> int:
    """Say whether both are the same."""
    here = listed(SITE)
    if not here:
        print("There is no site yet. Run: make build", file=sys.stderr)
        return 1
    copy_sources(ELSEWHERE)
    build(ELSEWHERE)
    found = differences(here, listed(ELSEWHERE / SITE.relative_to(ROOT)))
    for place in found:
        print(f"differs: {place}")
    print(f"{len(here) - len(found)} of {len(here)} files are the same.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
