"""What the pages ask for first: styles without a byte too many, and the quiz by its content."""

import re
from pathlib import Path

from scripts.paths import PUBLISHED, SITE
from scripts.quiz.bundle import shorten_styles
from scripts.quiz.publish import folders, integrity
from scripts.site.html import pages

FIXED = re.compile(r"(?<=\bassets/quiz/)quiz\.(css|js)\"")


def shorten_sheets(site: Path = SITE) -> None:
    """Take out of our styles what only we read: two kilobytes of each first visit."""
    for sheet in sorted(site.glob("assets/css/*.css")):
        sheet.write_bytes(shorten_styles(sheet.read_text(encoding="utf-8")))


def name_by_content(site: Path = SITE) -> None:
    """Put the folder of this build into each page, and the hashes of what it asks for there.

    So no page meets the quiz of another build. A frame may have no origin: hence `crossorigin`.
    """
    (folder,) = (one for one in folders() if (PUBLISHED / one / "quiz.js").is_file())
    named = {
        kind: f'{folder}/quiz.{kind}" integrity="{integrity(file.read_bytes())}" crossorigin'
        for kind in ("css", "js")
        for file in [PUBLISHED / folder / f"quiz.{kind}"]
    }
    for page in pages(site):
        text = FIXED.sub(lambda found: named[found[1]], page.html)
        if text != page.html:
            page.file.write_text(text, encoding="utf-8")
