"""What the tests of the workshop share: the real guide as its pages are read."""

import pytest

from scripts.guide.reader import GuideSource, read_guide
from scripts.paths import DOCS


@pytest.fixture(scope="session")
def source() -> GuideSource:
    """Give the real guide, for looking only."""
    return read_guide(DOCS)
