"""List what the law gives that nobody has checked for half a year; the build never fails by date.

make law
"""

import sys
from datetime import UTC, date, datetime

from followup.guide import guide_from_json
from followup.rights import due
from scripts.guide.reader import read_guide, to_json
from scripts.paths import DOCS


def main(today: date | None = None) -> int:
    """Print a line for each of them."""
    guide = guide_from_json(to_json(read_guide(DOCS)))
    found = due(guide, today or datetime.now(tz=UTC).date())
    for right in found:
        print(f"{right.checked} {right.id}: read {right.address}, then date its row in docs/law.md")
    print(f"{len(found)} of {len(guide.rights)} were checked more than half a year ago")
    return 0


if __name__ == "__main__":
    sys.exit(main())
