"""List what the law gives that nobody has checked for half a year; the build never fails by date.

make law
"""

import sys
from datetime import UTC, date, datetime

from followup.rights import is_stale
from scripts.guide.reader import GuideSource, read_guide
from scripts.paths import DOCS


def main(today: date | None = None) -> int:
    """Print a line for each of them."""
    rows = checked(read_guide(DOCS))
    today = today or datetime.now(tz=UTC).date()
    due = [one for one in rows if is_stale(date.fromisoformat(one[1]), today)]
    for name, day, address in due:
        print(f"{day} {name}: read {address}, then date its row in docs/law.md")
    print(f"{len(due)} of {len(rows)} were checked more than half a year ago")
    return 0


def checked(source: GuideSource) -> list[tuple[str, str, str]]:
    """Return each row of the page: its name or place, the day of its check, and where to look."""
    named = source.rights.items()
    return [
        *((name, right["checked"], right["address"]) for name, right in named),
        *((row["place"], row["checked"], row["address"]) for row in source.no_rights),
    ]


if __name__ == "__main__":
    sys.exit(main())
