"""Try whole classes of situations at once: an answer is chosen only when a rule looks at it.

A situation is begun blank. When something looks at an answer that is still
blank, the first possible value is taken; once all is seen, the last choice is
taken back and made anew, until nothing is left to choose. What nobody looked
at stays blank: it may be anything, and the advice is the same. So the rules
themselves say which situations they can tell apart.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from followup.model import Situation

Known = dict[str, Any]  # "promised" or "deadline.on" -> value
Values = Callable[[str, Known], Sequence[Any]]
Seen = TypeVar("Seen")

PARTS = ("check_ins", "deadline")  # answers that have parts of their own: True or False until read


@dataclass(slots=True)
class Choice:
    """An answer that was looked at, what it could be, and which of that it is taken to be."""

    name: str
    values: Sequence[Any]
    taken: int = 0

    @property
    def value(self) -> Any:  # noqa: ANN401 - any answer
        """What the answer is taken to be."""
        return self.values[self.taken]

    @property
    def is_last(self) -> bool:
        """Whether every value has had its turn."""
        return self.taken + 1 == len(self.values)


class Blank:
    """A situation, or a part of one, that makes up its answers when they are looked at."""

    def __init__(self, known: Known, values: Values, trail: list[Choice], prefix: str = "") -> None:
        """Begin with what is known; ``trail`` takes down what is chosen."""
        own = self.__dict__
        if not prefix:
            own.update(known)  # so that it is found at once
            for part in PARTS:
                own.pop(part, None)
        own["_known"], own["_values"], own["_trail"], own["_prefix"] = known, values, trail, prefix

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - any answer
        """Give what is known, or choose; called once for each answer."""
        known, whole = self._known, self._prefix + name
        if whole not in known:
            choice = Choice(whole, self._values(whole, known))
            self._trail.append(choice)
            known[whole] = choice.value
        found = known[whole]
        if name in PARTS:
            found = Blank(known, self._values, self._trail, f"{name}.") if found else None
        self.__dict__[name] = found
        return found


def classes(
    known: Known, values: Values, look: Callable[[Situation], Seen], deep: int = sys.maxsize
) -> Iterator[tuple[Known, Seen]]:
    """Yield every class of situations that ``look`` can tell apart, with what it saw.

    ``known`` is what is settled from the start; ``values`` gives what a blank
    answer can be, once the others are known. Of each class only the first ``deep``
    answers are settled, so that the work can be shared out.
    """
    trail: list[Choice] = []
    own = dict(known)
    while True:
        seen = look(cast("Situation", Blank(own, values, trail)))
        while len(trail) > deep:
            del own[trail.pop().name]
        yield dict(own), seen
        if not next_choice(trail, own):
            return


def next_choice(trail: list[Choice], known: Known) -> bool:
    """Take back the last choices and make another; tell whether there was one left."""
    while trail and trail[-1].is_last:
        del known[trail.pop().name]
    if trail:
        trail[-1].taken += 1
        known[trail[-1].name] = trail[-1].value
    return bool(trail)
