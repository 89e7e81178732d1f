"""Tests in the WebKit of this system, with Selenium: only make test-browsers collects them."""

import pytest


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    """Leave them out unless this browser is asked for."""
    return None if config.getoption("--browser") == "webkit" else True
