"""A broken rule makes the proof fail, and the claim that breaks is named."""

import dataclasses

import pytest

from followup import reckoning, rules
from followup.answers import understand
from followup.guide import guide_from_json
from followup.model import Table, Wait
from scripts.guide import read_guide, to_json
from scripts.paths import DOCS
from scripts.proof.work import Prover
from tests.followup import worlds

SITUATIONS = [understand(*world).situation for world in worlds.randomly(6_000, seed=42)]


@pytest.fixture(scope="module")
def prover() -> Prover:
    """Give a prover with the real guide."""
    return Prover(guide_from_json(to_json(read_guide(DOCS))))


def broken(prover: Prover) -> set[str]:
    """Return the numbers of the claims that break somewhere."""
    return {claim.number for s in SITUATIONS for claim in prover.look(s).broken}


def test_nothing_breaks_with_the_real_rules(prover: Prover) -> None:
    assert broken(prover) == set()


def test_a_ban_that_is_ignored_breaks_i1(prover: Prover, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reckoning, "BANS", frozenset())
    assert "I1" in broken(prover)


def test_a_third_contact_breaks_i3(prover: Prover, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reckoning, "CONTACTS_AT_MOST", 3)
    assert "I3" in broken(prover)


def test_counting_their_wait_from_the_interview_breaks_i2(
    prover: Prover, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [
        dataclasses.replace(rule, then=Wait(rules.start_of_silence, rule.then.timing))
        for rule in rules.WAIT.rules
    ]
    monkeypatch.setattr(rules, "WAIT", Table("WAIT", tuple(lines)))
    assert "I2" in broken(prover)
