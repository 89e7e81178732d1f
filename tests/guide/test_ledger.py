"""Every claim of the four sources has a verdict; what we keep is in the guide."""

import re

from scripts.guide.all_rules import ALL_RULES
from scripts.guide.reader import GuideSource

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


def test_all_108_claims_have_a_verdict(source: GuideSource) -> None:
    wanted = {f"{kind}{n}" for kind, count in COUNTS.items() for n in range(1, count + 1)}
    assert set(source.claims) == wanted
    assert len(wanted) == 108


def test_every_kept_claim_is_cited_outside_the_ledger(source: GuideSource) -> None:
    cited = {
        link.target.partition("#")[2].upper()
        for link in source.links
        if re.match(r"(\.\./)*sources\.md#", link.target)
    }
    kept = {claim for claim, verdict in source.claims.items() if verdict.startswith("Kept")}
    assert kept - cited == set()


def test_every_claim_that_a_rule_rests_on_is_kept_or_shown(source: GuideSource) -> None:
    shown_though_set_aside = {"T11"}  # K7: named beside the rule, not followed
    for _, rule in ALL_RULES:
        for claim in rule.claims:
            kept = source.claims[claim].startswith("Kept")
            assert kept or claim in shown_though_set_aside | {"B5", "B6", "B7"}, (rule.id, claim)


def test_the_nineteen_disagreements_are_all_there(source: GuideSource) -> None:
    assert set(source.conflicts) == {f"K{n}" for n in range(1, 20)}
    for conflict in source.conflicts.values():
        assert len(conflict["sides"]) >= 1
