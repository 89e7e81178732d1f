"""The public names are exactly these, and documented; their examples run."""

import doctest

import followup
from followup import workdays
from followup.guide import Guide

FUNCTIONS = {"load_guide", "read_answers", "advise", "describe"}
NOUNS = {"Guide", "Inquiry", "Situation", "Question", "Plan", "Step", "Decision"}
ERRORS = {"FollowUpError", "AnswerError", "GuideError", "GapError"}


def test_the_public_names_are_exactly_these() -> None:
    assert set(followup.__all__) == FUNCTIONS | NOUNS | ERRORS


def test_every_public_name_says_what_it_means() -> None:
    for name in followup.__all__:
        assert getattr(followup, name).__doc__


def test_the_examples_in_docstrings_run(guide: Guide) -> None:
    for module in (followup, workdays):
        found = doctest.testmod(module, extraglobs={"NUMBERS": guide.timings})
        assert found.attempted > 0, module
        assert found.failed == 0, module
