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
    """Put the folder of this build into each page, and the hash of the script that knows the rest.

    So no page meets the quiz of another build.
    Styles that were damaged on their way are better than none, so they carry no hash.
    """
    (folder,) = (one for one in folders() if (PUBLISHED / one / "quiz.js").is_file())
    code = integrity((PUBLISHED / folder / "quiz.js").read_bytes())
    named = {
        "css": f'{folder}/quiz.css"',
        "js": f'{folder}/quiz.js" integrity="{code}"',
    }
    for page in pages(site):
        text = FIXED.sub(lambda found: named[found[1]], page.html)
        if text != page.html:
            page.file.write_text(text, encoding="utf-8")
