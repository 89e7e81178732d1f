"""Prove the rules over their whole space, and write down what was seen.

    python -m scripts.prove             prove, and write the page of the site that says so
    python -m scripts.prove --all       the same of everything, which takes three times as long
    python -m scripts.prove --life 7    print a life, to be read by a person
    python -m scripts.prove --lives 20  print the first so many lives

The first exception to each claim is printed as a command that shows it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from multiprocessing.pool import Pool
from pathlib import Path

from followup import opened
from followup.guide import Guide, guide_from_json
from scripts.build_cache import make, stands
from scripts.guide.all_rules import ALL_RULES
from scripts.guide.reader import read_guide, to_json
from scripts.paths import DOCS, PROOF_PAGE, ROOT, write_if_changed
from scripts.proof.asking import faults_of_all_ways
from scripts.proof.last_run import inputs
from scripts.proof.lives import life
from scripts.proof.page import ALL_LIVES, MESSAGES, RULES, page
from scripts.proof.results import Tally
from scripts.proof.tables import faults_of_tables
from scripts.proof.texts import all_messages, faults_of_messages, faults_of_rules
from scripts.proof.work import Effort, Part, Prover, share_out
from scripts.quiz.holidays import build_almanac

PROCESSES = 2
USUAL = Effort()
WHOLE = Effort(whole=True, at_random=60_000, lives=ALL_LIVES, beyond=199)


class NotProvenError(RuntimeError):
    """A claim does not hold; the text shows where."""


# ---- the work, on several processors -----------------------------------------------------

_provers: list[Prover] = []  # the one of this process


def begin(guide: str, holidays: str, effort: Effort) -> None:
    """Make ready for parts of the work, in a process of its own."""
    opened.open_holidays(holidays)
    _provers[:] = [Prover(guide_from_json(guide), effort)]


def run(part: Part) -> Tally:
    """Do one part of the work."""
    return part.run(_provers[0])


def prove(effort: Effort) -> Tally:
    """Try everything, and return what was seen."""
    with several(effort) as pool:
        return add_up(pool.imap(run, share_out(_provers[0])), _provers[0].guide)


def several(effort: Effort) -> Pool:
    """Return processes that are ready for parts of the work, as this one is."""
    guide = to_json(read_guide(DOCS))
    holidays = build_almanac().read_text(encoding="utf-8")
    begin(guide, holidays, effort)
    return Pool(PROCESSES, begin, (guide, holidays, effort))


def add_up(parts: Iterable[Tally], guide: Guide) -> Tally:
    """Add up the parts, and hold the whole against the claims about all of it."""
    whole = Tally()
    for part in parts:
        whole.add(part)
    whole.counts[MESSAGES] = len(list(all_messages(guide)))
    whole.counts[RULES] = len(ALL_RULES)
    for find in (
        faults_of_tables(whole, guide.timings),
        faults_of_all_ways(whole),
        faults_of_messages(guide),
        faults_of_rules(guide),
    ):
        for fault in find:
            whole.breaks(*fault)
    return whole


# ---- the page ------------------------------------------------------------------------------


def build_proof(effort: Effort = USUAL) -> Path:
    """Prove and write the page, unless nothing that it depends on has changed."""
    whole = effort is WHOLE  # what it has proven is not proven again by a part
    if whole or not stands(PROOF_PAGE, inputs(whole=True)):
        make(PROOF_PAGE, inputs(whole=whole), lambda: write(effort))
    return PROOF_PAGE


def write(effort: Effort) -> None:
    """Prove, and write the page. Raises ``NotProvenError`` if a claim does not hold."""
    print("proof     the whole space, on two processors: a minute or more …", flush=True)
    write_if_changed(PROOF_PAGE, page(proven(prove(effort))).encode())


def proven(tally: Tally) -> Tally:
    """Return what was seen. Raises ``NotProvenError`` if a claim does not hold."""
    if tally.broken:
        raise NotProvenError("\n".join(str(one) for one in tally.broken))
    return tally


# ---- the door ----------------------------------------------------------------------------------


def main(arguments: list[str] | None = None) -> int:
    """Prove, or print lives; the exit status is 1 if a claim does not hold."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--all", action="store_true", help="try all of it, not a part")
    parser.add_argument("--lives", type=int, metavar="COUNT", help="print so many lives")
    parser.add_argument("--life", type=int, metavar="NUMBER", help="print this life")
    options = parser.parse_args(arguments)
    if options.lives is not None or options.life is not None:
        first = options.life or 0
        print_lives(range(first, first + (options.lives or 1)))
        return 0
    try:
        build_proof(WHOLE if options.all else USUAL)
        print(f"proven; the page is {PROOF_PAGE.relative_to(ROOT)}")
    except NotProvenError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def print_lives(numbers: Iterable[int]) -> None:
    """Print lives as diaries."""
    timings = guide_from_json(to_json(read_guide(DOCS))).timings
    for number in numbers:
        print(f"\nLife {number}: ", *life(number, timings).diary, sep="\n")


if __name__ == "__main__":
    sys.exit(main())
