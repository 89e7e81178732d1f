"""Make a release: version, changelog, ledger of addresses, commit and tag; never a push.

    make release VERSION=2026.12.0 [DATE=2026-12-01] [DRY=1]

The day is the one given, or that of the last commit. All is checked first. If a later step
fails, the files and the history are as before.
"""

import argparse
import re
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from difflib import unified_diff
from pathlib import Path

from scripts.paths import ROOT, write_if_changed

VERSION = re.compile(r"\d{4}\.(?:[1-9]|1[0-2])\.(?:0|[1-9]\d*)")
PROJECT, CHANGELOG, CITATION = "pyproject.toml", "CHANGELOG.md", "CITATION.cff"
LEDGER = "docs/addresses.txt"
PROJECT_VERSION = re.compile(r'(?<=^version = ")[^"]+', re.MULTILINE)
CITATION_VERSION = re.compile(r"^version: .*\n(?:date-released: .*\n)?", re.MULTILINE)
UNRELEASED = re.compile(r"^## Unreleased\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


class ReleaseError(RuntimeError):
    """There can be no release now; the message says why in one sentence."""


@dataclass(frozen=True, slots=True)
class Release:
    """A version to be made in a project folder, and its day."""

    root: Path
    version: str
    day: date

    def texts(self) -> dict[str, str]:
        """Return the files that name the version, as they will be."""
        noted = f"## Unreleased\n\n## {self.version} ({self.day})\n{self.notes()}"
        cited = f"version: {self.version}\ndate-released: {self.day}\n"
        return {
            PROJECT: PROJECT_VERSION.sub(self.version, self._read(PROJECT), count=1),
            CHANGELOG: UNRELEASED.sub(lambda _: noted, self._read(CHANGELOG), count=1),
            CITATION: CITATION_VERSION.sub(cited, self._read(CITATION), count=1),
        }

    def notes(self) -> str:
        """Return what the changelog says under Unreleased."""
        found = UNRELEASED.search(self._read(CHANGELOG))
        return found[1] if found else ""

    def current(self) -> str:
        """Return the version that the project has."""
        found = PROJECT_VERSION.search(self._read(PROJECT))
        return found[0] if found else "0.0.0"

    def check(self) -> None:
        """Refuse what can be refused at once. Raises ``ReleaseError``."""
        if not VERSION.fullmatch(self.version):
            raise ReleaseError(
                f"“{self.version}” is no version: write year.month.number, such as 2026.12.0."
            )
        if git(self.root, "status", "--porcelain"):
            raise ReleaseError("The work tree is not clean: commit or put away your changes first.")
        if git(self.root, "tag", "--list", self.version):
            raise ReleaseError(f"The tag {self.version} exists already.")
        if parts(self.version) <= parts(self.current()):
            raise ReleaseError(f"{self.version} is not newer than {self.current()}.")
        if not any(line.strip() and line[0] != "#" for line in self.notes().splitlines()):
            raise ReleaseError("Nothing stands under “Unreleased” in CHANGELOG.md.")

    def plan(self) -> str:
        """Return what would be done: the commands, and each file's changed lines."""
        lines = [f"make check\nmake addresses DATE={self.day}"]
        for name, text in self.texts().items():
            old, new = self._read(name).splitlines(), text.splitlines()
            lines += unified_diff(old, new, name, name, n=0, lineterm="")
        lines.append(f'git commit --message "release: {self.version}"\ngit tag {self.version}')
        return "\n".join(lines)

    def make(self) -> None:
        """Make the release, or leave all as it was. Raises ``ReleaseError``."""
        self._make("check", "The checks are red, see above.")
        start = git(self.root, "rev-parse", "HEAD")
        texts = self.texts()
        names = (*texts, LEDGER)
        try:
            self._write(texts, names)
        except BaseException:
            git(self.root, "reset", "--quiet", "--soft", start)
            git(self.root, "restore", f"--source={start}", "--staged", "--worktree", "--", *names)
            raise

    def _write(self, texts: dict[str, str], names: tuple[str, ...]) -> None:
        message = f"{self.version}\n\n{self.notes().strip()}\n"
        for name, text in texts.items():
            write_if_changed(self.root / name, text.encode())
        self._make(f"addresses DATE={self.day}", "The site cannot be built, see above.")
        git(self.root, "add", "--", *names)
        git(self.root, "commit", "--quiet", "--message", f"release: {self.version}")
        whole = ("--annotate", "--cleanup=whitespace")  # lines that begin with # are headings
        git(self.root, "tag", *whole, "--message", message, self.version)

    def _make(self, target: str, trouble: str) -> None:
        command = ["make", "--no-print-directory", "-C", str(self.root), *target.split()]
        if subprocess.run(command, check=False).returncode:
            raise ReleaseError(trouble)

    def _read(self, name: str) -> str:
        return (self.root / name).read_text(encoding="utf-8")


def git(root: Path, *command: str) -> str:
    """Return what git says. Raises ``ReleaseError`` with its words if it refuses."""
    done = subprocess.run(
        ["git", "-C", str(root), *command], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise ReleaseError(done.stderr.strip() or done.stdout.strip())
    return done.stdout.strip()


def parts(version: str) -> list[int]:
    """Return a version as numbers, so that 2026.12 comes after 2026.2."""
    return [int(part) for part in version.split(".")]


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Make the release, or say why there is none."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("version", nargs="?", default="", help="such as 2026.12.0")
    parser.add_argument("--date", type=date.fromisoformat, help="default: day of the last commit")
    parser.add_argument("--dry-run", action="store_true", help="show what would be done")
    options = parser.parse_args(arguments)
    try:
        day = options.date or date.fromisoformat(git(root, "log", "-1", "--format=%cs"))
        release = Release(root, options.version, day)
        release.check()
        print(release.plan(), flush=True)
        if options.dry_run:
            return 0
        release.make()
    except ReleaseError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Released {release.version}. To publish it: git push --follow-tags")
    return 0


if __name__ == "__main__":
    sys.exit(main())
