"""A second build elsewhere makes all that the first has made."""

import pytest

from scripts import twice
from scripts.proof import last_run


@pytest.mark.parametrize(
    ("stands", "commands"),
    [
        ({True, False}, [["scripts.prove", "--all"]]),
        ({False}, [["scripts.prove"]]),
        (set(), []),
    ],
)
def test_what_was_proven_here_is_proven_there(
    monkeypatch: pytest.MonkeyPatch, stands: set[bool], commands: list[list[str]]
) -> None:
    monkeypatch.setattr(last_run, "inputs", lambda *, whole: whole)
    monkeypatch.setattr(twice, "stands", lambda _, whole: whole in stands)
    assert [*twice.proofs()] == commands
