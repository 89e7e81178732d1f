"""Links from the guide into the quiz carry answers that the quiz understands."""

from datetime import date

from followup.answers import understand
from scripts.guide.reader import ANSWERS, GuideSource


def test_the_answers_are_understood(source: GuideSource) -> None:
    links = [link for link in source.links if ANSWERS in link.target]
    assert len(links) > 30
    for link in links:
        _, _, fragment = link.target.partition(ANSWERS)
        answers = dict(part.split("=", 1) for part in fragment.split("&"))
        reading = understand(answers, date(2027, 2, 9))
        assert reading.problems == (), link.place
        assert reading.answers == answers, link.place
