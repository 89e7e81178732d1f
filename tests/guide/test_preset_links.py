"""Links from the guide into the quiz carry answers that the quiz understands."""

import html
import re
from datetime import date

import pytest

from followup.answers import understand
from scripts.paths import DOCS

LINK = re.compile(r'href="[^"]*quiz/#v=1&amp;([^"]+)"')
LINKS = sorted(
    {
        (path.name, html.unescape(found.group(1)))
        for path in DOCS.rglob("*.md")
        for found in LINK.finditer(path.read_text(encoding="utf-8"))
    }
)


def test_there_are_such_links() -> None:
    assert len(LINKS) > 30


@pytest.mark.parametrize(("page", "fragment"), LINKS)
def test_the_answers_are_understood(page: str, fragment: str) -> None:
    answers = dict(part.split("=", 1) for part in fragment.split("&"))
    reading = understand(answers, date(2027, 2, 9))
    assert reading.problems == (), page
    assert reading.answers == answers
