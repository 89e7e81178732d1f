"""Make the built site ready to be put online: with the quiz of former releases beside the new one.

    python -m scripts.publish COPY      a folder with a copy of what is online now

Who has a page open, or has one from a cache, goes on with the quiz that it came with. A folder of a
former release goes along for thirty days after another has taken its place; which since when stands
in a list beside them. The build itself is the same bytes with and without.
"""

import argparse
import json
import re
import shutil
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from scripts.paths import SITE, write_if_changed

FOLDER = re.compile(r"(python-(first-)?)?[0-9a-f]{12}")
QUIZ = Path("assets/quiz")
RECORD = QUIZ / "former.json"
KEPT = timedelta(days=30)


def carry(online: Path, site: Path, today: date) -> dict[str, str]:
    """Copy what former releases may still need; return since when each is a former one."""
    record = online / RECORD
    known = json.loads(record.read_text(encoding="utf-8")) if record.is_file() else {}
    former: dict[str, str] = {}
    for folder in sorted((online / QUIZ).iterdir()):
        since = date.fromisoformat(known.get(folder.name, today.isoformat()))
        is_ours = folder.is_dir() and FOLDER.fullmatch(folder.name)
        if is_ours and not (site / QUIZ / folder.name).exists() and today - since <= KEPT:
            shutil.copytree(folder, site / QUIZ / folder.name)
            former[folder.name] = since.isoformat()
    write_if_changed(site / RECORD, f"{json.dumps(former, indent=2)}\n".encode())
    return former


def main(arguments: list[str] | None = None) -> int:
    """Carry over, and say what."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("copy", type=Path, help="a folder with a copy of what is online")
    parser.add_argument("--date", type=date.fromisoformat, help="the day of it; default: today")
    options = parser.parse_args(arguments)
    if not (options.copy / QUIZ).is_dir():
        print(f"There is no {QUIZ} in {options.copy}: is it a copy of the site?", file=sys.stderr)
        return 1
    for name, since in carry(
        options.copy, SITE, options.date or datetime.now(tz=UTC).date()
    ).items():
        print(f"{name} goes along: a former one since {since}")
    print(f"Put what lies in {SITE.name}/ online, all of it.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
