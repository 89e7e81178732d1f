"""A browser that gets only a part of the processors, as on a slow phone.

Chromium's own brake holds the page and not its workers, so a control group of Linux holds the whole
browser. Only root may make one.
"""

from __future__ import annotations

from pathlib import Path

from scripts.paths import BUILD

GROUPS, NAME = Path("/sys/fs/cgroup"), "followup-bench"
PERIOD = 10_000  # microseconds


def held(browser: Path, cores: float) -> Path | None:
    """Return a program that starts the browser with so many cores; None where that cannot be."""
    quota = round(PERIOD * cores)
    first = {"cpu.cfs_period_us": PERIOD, "cpu.cfs_quota_us": quota}
    second = {"cpu.max": f"{quota} {PERIOD}"}
    for group, limits in ((GROUPS / "cpu" / NAME, first), (GROUPS / NAME, second)):
        try:
            group.mkdir(exist_ok=True)
            if all((group / name).is_file() for name in limits):
                for name, value in limits.items():
                    (group / name).write_text(str(value))
                return _program(browser, group)
        except OSError:  # no such groups here, or not for us
            continue
    return None


def _program(browser: Path, group: Path) -> Path:
    program = BUILD / "bench" / "held-browser"
    program.parent.mkdir(parents=True, exist_ok=True)
    lines = ("#!/bin/sh", f"echo $$ > '{group}/cgroup.procs'", f"exec '{browser}' \"$@\"", "")
    program.write_text("\n".join(lines))
    program.chmod(0o755)
    return program
