"""A broken rule makes the proof fail, and the claim that breaks is named."""

import dataclasses
import re
from pathlib import Path

import pytest

from followup import facts, rules
from followup.answers import understand
from followup.guide import Guide
from followup.model import Wait
from followup.questions import BY_ID
from followup.rules import wait
from scripts import build_cache, prove
from scripts.paths import DOCS
from scripts.proof import last_run
from scripts.proof.page import page
from scripts.proof.results import Tally
from scripts.proof.samples import random_answers
from scripts.proof.tables import ALL_LINES
from scripts.proof.work import Effort, Prover, share_out

SITUATIONS = [understand(*world).situation for world in random_answers(0, 6_000)]


@pytest.fixture(scope="module")
def prover(guide: Guide) -> Prover:
    """Give a prover with the real guide."""
    return Prover(guide)


def broken(prover: Prover) -> set[str]:
    """Return the numbers of the claims that break somewhere."""
    return {number for s in SITUATIONS for number, _ in prover.look(s).broken}


def test_nothing_breaks_with_the_real_rules(prover: Prover) -> None:
    assert broken(prover) == set()


@pytest.mark.parametrize(
    ("limit", "broken_limit", "number"),
    [("BANS", frozenset(), "I1"), ("CONTACTS_AT_MOST", 3, "I3")],
)
def test_a_limit_that_is_ignored_breaks_its_claim(
    prover: Prover, monkeypatch: pytest.MonkeyPatch, limit: str, broken_limit: object, number: str
) -> None:
    monkeypatch.setattr(facts, limit, broken_limit)
    assert number in broken(prover)


def test_counting_their_wait_from_the_interview_breaks_i2(
    prover: Prover, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [
        dataclasses.replace(rule, then=Wait(wait.start_of_silence, rule.then.timing))
        for rule in rules.WAIT.rules
    ]
    monkeypatch.setattr(rules.WAIT, "rules", tuple(lines))
    assert "I2" in broken(prover)


# ---- the page ------------------------------------------------------------------------------

SMALL = Effort(at_random=200, lives=6)
SATURDAY = 3


@pytest.fixture(scope="module")
def tally(prover: Prover) -> Tally:
    """Run a small part of the proof."""
    whole = Tally()
    few = Prover(prover.guide, SMALL)
    for part in share_out(few, views=[SATURDAY])[2:]:
        whole.add(part.run(few))
    return whole


def test_nothing_breaks_in_a_small_part_of_the_proof(tally: Tally) -> None:
    assert tally.broken == []
    assert tally.counts["random answers"] == 200
    assert tally.counts["lives"] == 6


def test_each_kind_of_advice_has_an_example(tally: Tally) -> None:
    assert set(tally.examples) <= set(tally.kinds)
    assert set(tally.decided) <= set(ALL_LINES)
    for kind, found in tally.examples.items():
        assert 0 < len(found) <= tally.kinds[kind]


def test_the_page_shows_the_counts_of_the_run(tally: Tally) -> None:
    shown = page(tally)
    assert f"| a Saturday | {tally.counts['classes: a Saturday']:,} classes |" in shown
    assert f"| days lived | {tally.counts['days lived']:,} |" in shown
    for rule, count in tally.decided.items():
        assert f"| `{rule[1]}` | {count:,} times |" in shown


def test_the_page_leads_to_pages_and_questions_that_exist(tally: Tally) -> None:
    targets = re.findall(r"\]\(([^)]+)\)", page(tally))
    assert targets
    for target in targets:
        file, _, anchor = target.partition("#")
        assert (DOCS / "about" / file).is_file() or file == "rules.md"
        assert not anchor or anchor in BY_ID


def test_no_table_asks_for_inline_style(tally: Tally) -> None:
    assert not re.search(r"\|\s*:?-+:", page(tally))  # a strict policy would refuse it


@pytest.fixture
def places(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Let the page and its stamp lie elsewhere."""
    for module in (prove, last_run):
        monkeypatch.setattr(module, "PROOF_PAGE", tmp_path / "proof.md")
    monkeypatch.setattr(build_cache, "STAMPS", tmp_path / "stamps")
    return tmp_path / "proof.md"


@pytest.mark.usefixtures("places")
def test_a_proof_runs_once_and_stays_until_something_changes(
    tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs: list[Tally] = []

    def run(_: Effort) -> Tally:
        runs.append(tally)
        return tally

    monkeypatch.setattr(prove, "prove", run)
    for effort in (prove.USUAL, prove.USUAL, prove.WHOLE, prove.WHOLE, prove.USUAL):
        prove.build_proof(effort)
    assert len(runs) == 2  # the whole one stands for both
    assert last_run.page_of_last_run().read_text(encoding="utf-8") == page(tally)
    monkeypatch.setattr(last_run, "inputs", lambda **_: ["other rules"])
    assert "make proof" in last_run.page_of_last_run().read_text(encoding="utf-8")


def test_a_broken_claim_leaves_no_page(
    places: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = Tally()
    broken.breaks("I1", "No call.", "an example")
    monkeypatch.setattr(prove, "prove", lambda _: broken)
    assert prove.main([]) == 1
    assert "I1 does not hold" in capsys.readouterr().err
    assert not places.exists()
