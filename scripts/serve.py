"""Serve the guide while it is edited: build, show, and build again what a change touches."""

import os
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from scripts.build_cache import files
from scripts.paths import DOCS, GUIDE_JSON, PACKAGE, PROOF_PAGE, PUBLISHED, ROOT, RULES_PAGE, WEB

BUILD = [sys.executable, "-m", "scripts.build", "--quiz"]
SHOW = [
    sys.executable,
    "-m",
    "mkdocs",
    "serve",
    "--dev-addr",
    "127.0.0.1:8000",
    "--watch",
    "overrides",
    "--watch",
    "build/pictures",
]


def watched() -> Iterable[Path]:
    """List what the quiz is made of; MkDocs itself watches the rest."""
    made = (GUIDE_JSON, PUBLISHED, PROOF_PAGE, RULES_PAGE)
    return (
        file
        for file in files(DOCS, PACKAGE, WEB, ROOT / "scripts")
        if not any(file.is_relative_to(place) for place in made)
    )


def state() -> dict[Path, int]:
    """Tell when each watched file was last written."""
    return {file: file.stat().st_mtime_ns for file in watched() if file.exists()}


def main() -> int:
    """Serve until Ctrl-C. A build that fails says why and leaves the last good quiz standing."""
    before = state()
    if subprocess.run(BUILD, cwd=ROOT, check=False).returncode:
        return 1
    server = subprocess.Popen(SHOW, cwd=ROOT, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    try:
        while server.poll() is None:
            time.sleep(0.5)
            after = state()
            if after != before:
                before = after
                subprocess.run(BUILD, cwd=ROOT, check=False)
    except KeyboardInterrupt:
        server.terminate()
    return server.wait()


if __name__ == "__main__":
    sys.exit(main())
