"""The guide, read straight from docs/: the brain's tests need no build."""

import pytest

from followup.guide import Guide, guide_from_json
from scripts.guide import read_guide, to_json
from scripts.paths import DOCS


@pytest.fixture(scope="session")
def guide() -> Guide:
    """Give the guide as the brain sees it."""
    return guide_from_json(to_json(read_guide(DOCS)))
