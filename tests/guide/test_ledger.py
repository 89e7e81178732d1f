"""Every claim of the four sources has a verdict; what we keep is in the guide."""

import re

import pytest

from scripts.guide.all_rules import ALL_RULES
from scripts.guide.reader import GuideSource, read_guide
from scripts.paths import DOCS

COUNTS = {
    "G": 10,
    "B": 8,
    "T": 13,
    "F": 12,
    "X": 4,
    "A": 5,
    "D": 18,
    "N": 12,
    "SC": 6,
    "R": 10,
    "M": 9,
    "E": 1,
}


@pytest.fixture(scope="module")
def guide() -> GuideSource:
    """Give the guide with its places."""
    return read_guide(DOCS)


def test_all_108_claims_have_a_verdict(guide: GuideSource) -> None:
    wanted = {f"{kind}{n}" for kind, count in COUNTS.items() for n in range(1, count + 1)}
    assert set(guide.claims) == wanted
    assert len(wanted) == 108


def test_every_kept_claim_is_cited_outside_the_ledger(guide: GuideSource) -> None:
    cited = {
        link.target.partition("#")[2].upper()
        for link in guide.links
        if re.match(r"(\.\./)*sources\.md#", link.target)
    }
    kept = {claim for claim, verdict in guide.claims.items() if verdict.startswith("Kept")}
    assert kept - cited == set()


def test_every_claim_that_a_rule_rests_on_is_kept_or_shown(guide: GuideSource) -> None:
    shown_though_set_aside = {"T11"}  # K7: named beside the rule, not followed
    for _, rule in ALL_RULES:
        for claim in rule.claims:
            kept = guide.claims[claim].startswith("Kept")
            assert kept or claim in shown_though_set_aside | {"B5", "B6", "B7"}, (rule.id, claim)


def test_the_nineteen_disagreements_are_all_there(guide: GuideSource) -> None:
    assert set(guide.conflicts) == {f"K{n}" for n in range(1, 20)}
    for conflict in guide.conflicts.values():
        assert len(conflict["sides"]) >= 1
