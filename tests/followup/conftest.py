"""The guide, read straight from docs/: the brain's tests need no build."""

import pytest

from followup.answers import almanac_has_come
from followup.guide import Guide, guide_from_json
from scripts.guide.reader import read_guide, to_json
from scripts.paths import DOCS
from scripts.quiz.holidays import build_almanac


@pytest.fixture(scope="session")
def guide() -> Guide:
    """Give the guide as the brain sees it."""
    return guide_from_json(to_json(read_guide(DOCS)))


@pytest.fixture(scope="session", autouse=True)
def _the_almanac_is_open() -> None:
    almanac_has_come(build_almanac().read_text(encoding="utf-8"))
