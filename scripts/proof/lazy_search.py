"""Try whole classes of situations at once: an answer is chosen only when a rule looks at it.

A situation is begun blank. When something looks at an answer that is still
blank, the first possible value is taken; once all is seen, the last choice is
taken back and made anew, until nothing is left to choose. What nobody looked
at stays blank: it may be anything, and the advice is the same. So the rules
themselves say which situations they can tell apart.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from followup.model import Situation

Known = dict[str, Any]  # "promised" or "deadline.on" -> value
Values = Callable[[str, Known], Sequence[Any]]
Needs = Callable[[str, Known], Iterable[str]]  # the answers that are chosen before another
Memory = dict[Any, Any]  # what was worked out from the answers, in order
Seen = TypeVar("Seen")
# Takes the blank situation and the memories, to which it adds its own; returns how to look.
Begin = Callable[[Situation, list[Memory]], Callable[[], Seen]]

PARTS = (
    "check_ins",
    "reminders",
    "deadline",
)  # answers that have parts of their own: True or False until read


@dataclass(slots=True)
class Choice:
    """An answer that was looked at, what it could be, and which of that it is taken to be."""

    name: str
    values: Sequence[Any]
    marks: list[int]  # how much each memory held before
    taken: int = 0

    @property
    def value(self) -> Any:  # noqa: ANN401 - any answer
        """What the answer is taken to be."""
        return self.values[self.taken]

    @property
    def is_last(self) -> bool:
        """Whether every value has had its turn."""
        return self.taken + 1 == len(self.values)


class Trail:
    """The choices in their order, and what was worked out between them.

    A memory is filled in order, so what was worked out before a choice does
    not depend on it, and stays when the choice is made anew.
    """

    def __init__(self, known: Known, values: Values, needs: Needs) -> None:
        """Begin with what is known and nothing chosen; ``known`` is itself a memory."""
        self.known, self.values, self.needs = known, values, needs
        self.choices: list[Choice] = []
        self.memories: list[Memory] = [known]

    def choose(self, name: str) -> None:
        """Take the first value of an answer."""
        marks = [*map(len, self.memories)]
        choice = Choice(name, self.values(name, self.known), marks)
        self.choices.append(choice)
        self.known[name] = choice.value

    def take_back(self) -> None:
        """Take back the last choice, and forget what was worked out since."""
        marks = self.choices.pop().marks
        del self.memories[len(marks) :]
        for memory, mark in zip(self.memories, marks, strict=True):
            while len(memory) > mark:
                memory.popitem()

    def choose_anew(self) -> bool:
        """Make the last choice anew that can be; tell whether there was one left."""
        while self.choices and self.choices[-1].is_last:
            self.take_back()
        if not self.choices:
            return False
        choice = self.choices[-1]
        self.take_back()
        self.choices.append(choice)
        choice.taken += 1
        self.known[choice.name] = choice.value
        return True


class Blank:
    """A situation, or a part of one, that makes up its answers when they are looked at."""

    def __init__(self, trail: Trail, prefix: str = "") -> None:
        """Begin with what is known; ``trail`` takes down what is chosen."""
        own = self.__dict__
        if not prefix:
            own.update(trail.known)  # so that it is found at once
            for part in PARTS:
                own.pop(part, None)
        own["_trail"], own["_prefix"] = trail, prefix
        trail.memories.append(own)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - any answer
        """Give what is known, or choose; called once for each answer."""
        trail, whole = self._trail, self._prefix + name
        if whole not in trail.known:
            for other in trail.needs(whole, trail.known):
                getattr(self, other)
            trail.choose(whole)
        found = trail.known[whole]
        if name in PARTS:
            found = Blank(trail, f"{name}.") if found else None
        self.__dict__[name] = found
        return found


def classes(
    known: Known,
    values: Values,
    begin: Begin[Seen],
    deep: int = sys.maxsize,
    needs: Needs = lambda *_: (),
) -> Iterator[tuple[Known, Seen]]:
    """Yield every class of situations that a look can tell apart, with what it saw.

    ``known`` is what is settled from the start; ``values`` gives what a blank
    answer can be, once the others are known, and ``needs`` the ones that come first.
    Of each class only the first ``deep`` answers are settled, so that the work can be
    shared out.
    """
    trail = Trail(dict(known), values, needs)
    look = begin(cast("Situation", Blank(trail)), trail.memories)
    while True:
        seen = look()
        while len(trail.choices) > deep:
            trail.take_back()
        yield dict(trail.known), seen
        if not trail.choose_anew():
            return
