"""The guide, read straight from docs/: the brain's tests need no build."""

from dataclasses import replace

import pytest

from followup import opened
from followup.guide import Guide, guide_from_json
from followup.model import TimingId
from scripts.guide.reader import read_guide, to_json
from scripts.paths import DOCS
from scripts.quiz.holidays import build_almanac

# Tests in code show what the rules make of these numbers, whatever the guide says today. What
# comes of the guide's own numbers stands in tests/cases and tests/turns.toml.
NUMBERS = {
    "thanks-within": 1,
    "thanks-late": 7,
    "after-their-date": 2,
    "after-their-date-asked-to-wait": 3,
    "no-date": 5,
    "no-date-patient": 10,
    "after-your-answer": 5,
    "latest-after-their-date": 10,
    "latest-no-date": 15,
    "call-no-date": 10,
    "call-no-date-direct": 5,
    "between-contacts": 5,
    "closed-after-last": 10,
    "closed-after-their-date": 5,
    "too-late-for-second": 40,
    "too-late-for-first": 60,
    "after-still-going-on": 10,
    "closed-after-still-going-on": 20,
    "too-late-after-still-going-on": 40,
    "after-on-hold": 20,
    "closed-after-on-hold": 60,
    "too-late-after-on-hold": 80,
    "only-if-after-date": 5,
    "only-if-no-date": 10,
    "no-contact-after-date": 10,
    "no-contact-no-date": 20,
    "deadline-horizon": 10,
    "deadline-after-their-date": 4,
    "deadline-call": 2,
    "after-deadline": 5,
    "after-other-job": 5,
    "asked-call-window": 2,
    "asked-call-late": 10,
    "reply-to-offer": 1,
    "paper-after-offer": 3,
    "send-requested": 1,
    "close-with-thanks": 2,
    "close-with-thanks-until": 20,
    "rearrange-again": 5,
}


@pytest.fixture(scope="session")
def real_guide() -> Guide:
    """Give the guide as the brain sees it."""
    return guide_from_json(to_json(read_guide(DOCS)))


@pytest.fixture(scope="session")
def guide(real_guide: Guide) -> Guide:
    """Give the guide with numbers that stay the same."""
    fixed = {TimingId(row): count for row, count in NUMBERS.items()}
    return replace(real_guide, timings=real_guide.timings | fixed)


@pytest.fixture(scope="session", autouse=True)
def _the_almanac_is_open() -> None:
    opened.open_holidays(build_almanac().read_text(encoding="utf-8"))
