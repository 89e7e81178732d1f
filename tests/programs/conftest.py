"""Tests among real programs: only `python -m scripts.programs` collects them."""

import pytest


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    """Leave them out unless they are asked for."""
    return None if config.getoption("--programs") else True
