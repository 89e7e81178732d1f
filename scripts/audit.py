"""Ask the registries whether anything that this project uses has a known flaw.

npm and pip-audit do the asking. Where one of them gets no answer, that is said and is no finding.
"""

import subprocess
import sys
from pathlib import Path

from scripts.paths import ROOT

ROOMS = ("scripts", "tests")
PYTHON, NODE = (
    sorted(
        file.relative_to(ROOT).as_posix()
        for where in (ROOT.glob(name), *((ROOT / room).rglob(name) for room in ROOMS))
        for file in where
    )
    for name in ("*.lock", "package-lock.json")
)
PIP_AUDIT = Path(sys.executable).with_name("pip-audit")
FLAWED = 1  # what both say where they have found something


def commands() -> dict[str, list[str]]:
    """Return what is asked, by the file that says what is used."""
    pip = [str(PIP_AUDIT), "--disable-pip", "--require-hashes", "--progress-spinner=off", "-r"]
    npm = ["npm", "audit", "--package-lock-only", "--prefix"]
    return {lock: [*pip, lock] for lock in PYTHON} | {
        lock: [*npm, str((ROOT / lock).parent)] for lock in NODE
    }


def outcome(status: int, said: str) -> str:
    """Say in a word how it went: both say in words alone that they got no answer."""
    if status == 0:
        return "no answer" if "could not be audited" in said else "no known flaw"
    no_answer = status != FLAWED or "npm error" in said or "ConnectionError" in said
    return "no answer" if no_answer else "FLAWED"


def main() -> int:
    """Ask for each, and show what was found."""
    outcomes = []
    for name, command in commands().items():
        done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
        said = done.stdout + done.stderr
        outcomes.append(outcome(done.returncode, said))
        print(f"{name:42} {outcomes[-1]}", flush=True)
        if done.returncode:
            print(said)
    return 1 if "FLAWED" in outcomes else 0


if __name__ == "__main__":
    sys.exit(main())
