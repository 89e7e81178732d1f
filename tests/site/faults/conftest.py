"""Slow tests of bad days: only make test-faults collects them. They say what they measured."""

import os
from collections import defaultdict

import pytest

collect_ignore_glob = [] if os.environ.get("FAULTS") else ["test_*.py"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what the tests recorded: a line for each, in tables by their first name."""
    tables: dict[str, list[str]] = defaultdict(list)
    for outcome in ("passed", "failed"):
        for report in terminalreporter.stats.get(outcome, []):
            for name, text in report.user_properties:
                tables[name].append(text)
    for name, lines in tables.items():
        terminalreporter.section(name)
        for line in sorted(lines):
            terminalreporter.line(line)
