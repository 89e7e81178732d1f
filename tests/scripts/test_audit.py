"""What the registries say is told apart from that they say nothing."""

import pytest

from scripts import audit


@pytest.mark.parametrize(
    ("status", "said", "outcome"),
    [
        (0, "found 0 vulnerabilities", "no known flaw"),
        (1, "left-pad  *  Severity: high", "FLAWED"),
        (1, "npm error code ENOTFOUND", "no answer"),
        (1, "requests.exceptions.ConnectionError: …", "no answer"),
        (0, "No known vulnerabilities found\nclick  could not be audited: click", "no answer"),
        (2, "usage: …", "no answer"),
    ],
)
def test_an_outcome(status: int, said: str, outcome: str) -> None:
    assert audit.outcome(status, said) == outcome


def test_every_lock_file_is_asked_about() -> None:
    npm = {"package-lock.json", "tests/programs/hosts/package-lock.json"}
    assert {"requirements.lock", "scripts/mcp.lock", *npm} <= set(audit.commands())
