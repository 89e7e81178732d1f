"""Links from the guide into the quiz carry answers that the quiz understands."""

from datetime import date

import pytest

from followup.answers import understand
from scripts.guide.reader import ANSWERS, read_guide
from scripts.paths import DOCS

LINKS = sorted(
    {
        (link.page, link.target.partition(ANSWERS)[2])
        for link in read_guide(DOCS).links
        if ANSWERS in link.target
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
