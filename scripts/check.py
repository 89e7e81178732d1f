"""Check everything that needs neither a build nor a browser, and say what failed.

With names, such as `python -m scripts.check ruff codespell`, only those are run.
"""

import os
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from scripts.paths import ROOT

FORMATTED = ["widget/web", "tests/web", "scripts", "docs/assets/css", "docs/assets/js", "*.json"]
SPELLED = ["docs", "widget", "scripts", "findings", ".github", *map(str, ROOT.glob("*.md"))]
NODE_TESTS = sorted(str(path) for path in (ROOT / "tests/web").rglob("*.test.js"))
MODULES = {"ruff", "mypy", "codespell_lib", "scripts.guide.readability", "scripts.guide.references"}
CHECKS = {
    "guide": ["scripts.guide.references"],
    "ruff": ["ruff", "check", "--quiet"],
    "ruff format": ["ruff", "format", "--check", "--quiet"],
    "mypy": ["mypy", "--no-error-summary"],
    "tsc page": ["npx", "tsc", "-p", "widget/web"],
    "tsc worker": ["npx", "tsc", "-p", "widget/web/tsconfig.worker.json"],
    "prettier": ["npx", "prettier", "--check", "--log-level=warn", *FORMATTED],
    "codespell": ["codespell_lib", *SPELLED],
    "readability": ["scripts.guide.readability"],
    "node --test": ["node", "--test", "--test-reporter=dot", *NODE_TESTS],
}
MENDED_BY = {
    "ruff format": ".venv/bin/python -m ruff format",
    "prettier": "npx prettier --write --log-level=warn followed by the names above",
}
FRAME = re.compile(r'^ +File "([^"]+)", line (\d+)(?:, in (?:<module>|(.+)))?$', re.MULTILINE)


def passes(name: str, command: list[str]) -> bool:
    """Run one check, and show what it printed only if it failed."""
    began = time.perf_counter()
    if command[0] in MODULES:
        command = [sys.executable, "-m", *command]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    failed = done.returncode != 0
    told = [f"{name:12} {'FAILED' if failed else 'ok':6} {time.perf_counter() - began:5.1f} s"]
    if failed:
        told.append(in_short(done.stdout + done.stderr))
    if failed and name in MENDED_BY:
        told.append(f"This sets it right: {MENDED_BY[name]}\n")
    print("\n".join(told), flush=True)
    return not failed


def in_short(said: str) -> str:
    """Return what a check said; of a file of the rules that Python cannot read, where and why."""
    frames = FRAME.findall(said) if said.startswith("Traceback") else []
    ours = [frame for frame in frames if Path(frame[0]).is_relative_to(ROOT)]
    file, line, function = ours[-1] if ours else ("", "", "")
    if function or not Path(file).is_relative_to(ROOT / "widget/followup"):
        return said
    why = said.strip().splitlines()[-1]
    return f"{Path(file).relative_to(ROOT)}:{line}: Python cannot read this: {why}\n"


def main() -> int:
    """Run all of them, or those that are named, so that one run tells everything."""
    names = sys.argv[1:] or list(CHECKS)
    if unknown := [name for name in names if name not in CHECKS]:
        print(f"No check {', '.join(unknown)}. There are: {', '.join(CHECKS)}.", file=sys.stderr)
        return 2
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = [*pool.map(passes, names, map(CHECKS.__getitem__, names))]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
