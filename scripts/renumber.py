"""Put the numbers of the one table into all prose that repeats them.

    python -m scripts.renumber

An editor changes a row of the table; this changes the words of each link to it.
"""

import re
import sys
from pathlib import Path

from scripts.guide.reader import GuideSource, read_guide
from scripts.paths import DOCS

REPEATED = re.compile(r"\[[^\][]+\]\((?P<target>(?:\.\./)*timing\.md#(?P<row>[a-z-]+))\)")


def renumbered(text: str, source: GuideSource) -> str:
    """Return a page whose links to rows of the table say what the rows say."""

    def words(found: re.Match[str]) -> str:
        row = source.timings.get(found["row"])
        return f"[{row.words}]({found['target']})" if row else found[0]

    return REPEATED.sub(words, text)


def main(docs: Path = DOCS) -> int:
    """Write the pages that repeat a number, and name those that changed."""
    source = read_guide(docs)
    for page in source.pages:
        file = docs / f"{page}.md"
        before = file.read_text(encoding="utf-8")
        after = renumbered(before, source)
        if after != before:
            file.write_text(after, encoding="utf-8")
            print(file.relative_to(docs.parent))
    return 0


if __name__ == "__main__":
    sys.exit(main())
