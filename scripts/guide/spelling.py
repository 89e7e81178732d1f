"""Find misspelled words in the guide, with codespell's list of common slips."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from scripts.paths import ROOT

FOUND_SOME = 65  # what codespell ends with where it found slips


def findings(docs: Path) -> list[str]:
    """List slips, each as place, word and better word.

    Raises ``CalledProcessError`` where codespell itself breaks down.
    """
    pages = [str(page.relative_to(docs.parent)) for page in sorted(docs.rglob("*.md"))]
    command = [sys.executable, "-m", "codespell_lib", "--toml", str(ROOT / "pyproject.toml")]
    done = subprocess.run(
        [*command, *pages], cwd=docs.parent, check=False, capture_output=True, text=True
    )
    if done.returncode not in {0, FOUND_SOME}:
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
    return [line for line in done.stdout.splitlines() if "==>" in line]
