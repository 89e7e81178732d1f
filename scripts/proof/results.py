"""What a run of the proof has seen: counts, the rules that decided, and what was broken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from followup.model import Situation
from scripts.proof.space import Given
from scripts.proof.telling import answers_for

EXAMPLES = 3  # of each broken claim
OF_A_KIND = 50  # examples of advice of one kind, for the proof that each rule is needed
TELLING = frozenset(4**power for power in range(9))  # the first, the fourth, the sixteenth …
Decided = tuple[str, str]  # a table and one of its rules
Kind = tuple[tuple[Decided, ...], str]  # the rules that decided, and the message


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
    kinds: Counter[Kind] = field(default_factory=Counter)  # of advice
    examples: dict[Kind, list[Situation]] = field(default_factory=dict)
    screens: Counter[int] = field(default_factory=Counter)
    shown: Counter[str] = field(default_factory=Counter)
    mattered: Counter[str] = field(default_factory=Counter)
    avoided: Counter[str] = field(default_factory=Counter)  # lines of what to leave out
    broken: list[Broken] = field(default_factory=list)

    def breaks(self, number: str, sentence: str, example: str) -> None:
        """Write down that a claim is broken."""
        self.counts[f"broken {number} {sentence}"] += 1
        self.keep(Broken(number, sentence, example))

    def keep(self, broken: Broken) -> None:
        """Keep an example, if there are not enough of its claim."""
        if sum(one.sentence == broken.sentence for one in self.broken) < EXAMPLES:
            self.broken.append(broken)

    @property
    def decided(self) -> Counter[Decided]:
        """How often each rule decided."""
        found: Counter[Decided] = Counter()
        for (rules, _), count in self.kinds.items():
            for rule in rules:
                found[rule] += count
        return found

    def saw(self, kind: Kind) -> bool:
        """Count advice of a kind; tell whether the situation is worth keeping."""
        self.kinds[kind] += 1
        return self.kinds[kind] in TELLING

    def examples_of(self, rule: Decided) -> Iterator[Situation]:
        """Yield situations in which a rule has a say, of every kind of advice."""
        for (rules, _), found in self.examples.items():
            if rule in rules:
                yield from found

    def add(self, other: Tally) -> None:
        """Add what another part of the work has seen."""
        for name in ("counts", "kinds", "screens", "shown", "mattered", "avoided"):
            getattr(self, name).update(getattr(other, name))
        for kind, found in other.examples.items():
            kept = self.examples.setdefault(kind, [])
            kept.extend(found[: OF_A_KIND - len(kept)])
        for one in other.broken:
            self.keep(one)


def as_command(s: Situation, given: Given) -> str:
    """Return the command that gives the advice for a situation; ``given`` is its calendar."""
    shown = command(answers_for(s, dict(given or ())), s.today)
    return shown if given is not None else f"{shown} (where the weekend is another)"


def command(answers: Mapping[str, str], today: date) -> str:
    """Return the command that gives the advice for answers."""
    said = " ".join(f"{question}={value}" for question, value in answers.items())
    return f"python -m followup advise --today {today} {said}"
