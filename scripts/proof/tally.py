"""What a run of the proof has seen: counts, the rules that decided, and what was broken."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from followup.model import Situation
from scripts.proof.space import Given, answers_for

EXAMPLES = 3  # of each broken claim
WITNESSES = 400  # of each rule, for the proof that it is needed
Decided = tuple[str, str]  # a table and one of its rules


@dataclass(frozen=True, slots=True)
class Broken:
    """A claim that does not hold, and a situation that shows it."""

    number: str
    sentence: str
    example: str

    def __str__(self) -> str:
        """Write it for a person to read and to try."""
        return f"{self.number} does not hold: {self.sentence}\n    {self.example}"


@dataclass(slots=True)
class Tally:
    """What was seen; tallies of parts of the work can be added up."""

    counts: Counter[str] = field(default_factory=Counter)
    decided: Counter[Decided] = field(default_factory=Counter)
    witnesses: dict[Decided, list[Situation]] = field(default_factory=lambda: defaultdict(list))
    kinds: set[tuple[str, ...]] = field(default_factory=set)
    screens: Counter[int] = field(default_factory=Counter)
    shown: Counter[str] = field(default_factory=Counter)
    mattered: Counter[str] = field(default_factory=Counter)
    broken: list[Broken] = field(default_factory=list)

    def breaks(self, number: str, sentence: str, example: str) -> None:
        """Write down that a claim is broken."""
        self.counts[f"broken {number} {sentence}"] += 1
        if sum(one.sentence == sentence for one in self.broken) < EXAMPLES:
            self.broken.append(Broken(number, sentence, example))

    def saw(self, decided: Decided, s: Situation | None = None) -> None:
        """Count that a rule decided, and keep some of the situations."""
        self.decided[decided] += 1
        if s is not None and len(self.witnesses[decided]) < WITNESSES:
            self.witnesses[decided].append(s)

    def add(self, other: Tally) -> None:
        """Add what another part of the work has seen."""
        self.counts += other.counts
        self.decided += other.decided
        self.screens += other.screens
        self.shown += other.shown
        self.mattered += other.mattered
        self.kinds |= other.kinds
        for one in other.broken:
            if sum(one.sentence == known.sentence for known in self.broken) < EXAMPLES:
                self.broken.append(one)
        for decided, found in other.witnesses.items():
            kept = self.witnesses[decided]
            kept.extend(found[: WITNESSES - len(kept)])


def as_command(s: Situation, given: Given) -> str:
    """Return the command that gives the advice for a situation; ``given`` is its calendar."""
    shown = command(answers_for(s, dict(given or ())), s.today)
    return shown if given is not None else f"{shown} (where the weekend is another)"


def command(answers: Mapping[str, str], today: date) -> str:
    """Return the command that gives the advice for answers."""
    said = " ".join(f"{question}={value}" for question, value in answers.items())
    return f"python -m followup advise --today {today} {said}"
