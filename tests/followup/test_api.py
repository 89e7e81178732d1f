"""The public names are exactly these, and documented."""

import doctest

import followup
from followup import workdays

NAMES = {
    "load_guide",
    "next_question",
    "read_answers",
    "advise",
    "advice_document",
    "Words",
    "Guide",
    "Situation",
    "Question",
    "Plan",
    "Step",
    "Decision",
    "FollowUpError",
    "AnswerError",
    "GuideError",
    "GapError",
}


def test_the_public_names_are_exactly_these() -> None:
    assert set(followup.__all__) == NAMES


def test_every_public_name_says_what_it_means() -> None:
    for name in NAMES:
        assert getattr(followup, name).__doc__


def test_the_examples_in_docstrings_run() -> None:
    found = doctest.testmod(workdays)
    assert found.attempted > 0
    assert found.failed == 0
