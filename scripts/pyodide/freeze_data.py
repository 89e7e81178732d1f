"""Empty what a frozen Python cannot read: data that nothing kept names, and words for programmers.

Unlike a function, a byte that is missing stops nothing. So only what cannot be reached is emptied:
we start from the numbers in the code that is kept, and from all words in the memory that may be
addresses. All of this is careful rather than clever: whatever may be an address counts as one.
Docstrings can be reached, by the very pointers that the module brings; those pointers then lead
outside the memory. Whoever reads there is stopped.
"""

from __future__ import annotations

import re
import struct
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from scripts.pyodide import wasm
from scripts.pyodide.freeze_module import (
    HEAD,
    MEMORY_BASE,
    STACK_POINTER,
    TYPE,
    Image,
    chunks,
    word_at,
    words,
)

OUTSIDE = 0xFFFF_FFF0  # no memory is that large here
NO_PLACE = -(1 << 40)  # so far from the data is whatever does not name a place in them
LEAST, MARGIN = 64, 16  # bytes: what is worth emptying, and how far we stay from what lives
PROSE = 32  # characters: what is as long, and named by data alone, is said to programmers
TEXT = re.compile(rb"[\t\n\x20-\x7e\x80-\xff]{%d,4000}\0" % PROSE)
IMMORTAL = 0x3FFF_FFFF  # the first word of every object that Python never frees
LARGEST_OBJECT = 224  # bytes of a type, the largest kind of object with words inside
NEAR = 64  # an address may lie this little before what it means: table[code - 'a']
WORD = 4  # bytes, where things with addresses begin


def _may_name(image: Image, begin: int) -> Iterator[tuple[int, int]]:
    """Yield what may hold addresses, beyond the data: all but what texts say."""
    yield begin, image.stack
    yield image.globals[STACK_POINTER], image.heap
    for at, size, used in chunks(image):
        if used and word_at(image, at + HEAD + TYPE) != image.texts:
            yield at + HEAD, at + size + HEAD // 2


class Reach:
    """What can be reached of the data, where a place counts from the begin of the data.

    `pointers` are those that the module itself writes into the data at its start, by place.
    `areas` are the pieces that are reached, each from one of the `starts` to the next.
    """

    def __init__(self, whole: wasm.Module, image: Image) -> None:
        """Find where things begin: what pointers and globals name, and some code."""
        self.data, self.image, self.areas = whole.data, image, set[int]()
        names = whole.imported(wasm.GLOBALS)
        self.memory = names.index(MEMORY_BASE)
        bases = dict.fromkeys(range(len(names)), NO_PLACE) | {self.memory: 0}
        writer = next(o.index for o in whole.exports if o.name == "__wasm_apply_data_relocs")
        self.pointers = dict(whole.written(writer, bases, wasm.STORE))
        self.globals = {n: at for n, at in enumerate(whole.values, len(names)) if at is not None}
        self.globals |= whole.written(whole.start, bases, wasm.GLOBAL_SET)
        self.constants_end = min(self.pointers)  # what holds pointers comes after what holds none
        own = {*range(whole.first, whole.first + len(whole.bodies))} - {writer, whole.start}
        self.facts = {number: facts(whole.code(number), self.memory) for number in own}
        in_code = {place for one in self.facts.values() for place in one.exact}
        begun = {0, *self.pointers.values(), *self.globals.values()}
        begun |= {place for place in in_code if self._begins(place)}
        self.starts = sorted(place for place in begun if 0 <= place < len(self.data))

    def empty(self, keep: Collection[int]) -> None:
        """Empty in the image what the functions that are kept cannot read."""
        image = self.image
        for at, place in self.pointers.items():
            here = image.base + at
            if word_at(image, here) == image.base + place and TEXT.match(self.data, max(place, 0)):
                struct.pack_into("<I", image.memory, here, OUTSIDE)
        for number in keep:
            self.mark(self.read_by(number))
        for begin, end in _may_name(image, image.base + len(self.data)):
            self.mark(self.named(begin, end))
        for low, high in self.unreached():
            if high - low >= LEAST:
                begin, end = image.base + low + MARGIN, image.base + high
                image.memory[begin:end] = bytes(end - begin)

    def _begins(self, place: int) -> bool:
        """Tell whether code that names this place names a whole thing, and not a part of one."""
        if place < self.constants_end or self._is_object(place):
            return True
        inside = range(place - LARGEST_OBJECT + 4, place, 4)
        return place in self.pointers and not any(map(self._is_object, inside))

    def _is_object(self, place: int) -> bool:
        if place % 4 or not self.constants_end <= place < len(self.data) - 4:
            return False
        return struct.unpack_from("<I", self.data, place) == (IMMORTAL,)

    def read_by(self, number: int) -> Iterator[int]:
        """Yield the places that a function may read, but for what those that it calls do."""
        names, _, numbers = self.facts.get(number, NOTHING)
        for place in (self.globals[one] for one in names & self.globals.keys()):
            yield from (place, place + NEAR)
        for place in numbers if self.memory in names else ():
            yield from (place, place + NEAR)

    def named(self, begin: int, end: int) -> Iterator[int]:
        """Yield the places that the words between two addresses may mean.

        Constants hold no addresses, and are named by where they begin: any other number that falls
        among them is a number.
        """
        for word in words(self.image, begin, end):
            place = word - self.image.base
            if place >= self.constants_end:
                yield from (place, place + NEAR) if place % WORD == 0 else ()
            elif place >= 0 and place - self.starts[self._area(place)] < NEAR:
                yield place

    def mark(self, places: Iterable[int]) -> None:
        """Mark what lies there, and all that is named by that."""
        todo = [*places]
        while todo:
            place = todo.pop()
            number = self._area(place)
            if 0 <= place < len(self.data) and number not in self.areas:
                self.areas.add(number)
                low, high = self._bounds(number)
                if low >= self.constants_end:
                    todo += self.named(self.image.base + low, self.image.base + high)

    def _area(self, place: int) -> int:
        return bisect_right(self.starts, place) - 1

    def _bounds(self, number: int) -> tuple[int, int]:
        return self.starts[number], [*self.starts[number + 1 : number + 2], len(self.data)][0]

    def unreached(self) -> Iterator[tuple[int, int]]:
        """Yield the stretches of data that nothing reaches, in order."""
        for before, after in pairwise([-1, *sorted(self.areas), len(self.starts)]):
            if after - before > 1:
                yield self._bounds(before + 1)[0], self._bounds(after - 1)[1]


class Facts(NamedTuple):
    """What a function refers to: globals, places that its code names outright, and any number."""

    globals: set[int]
    exact: set[int]
    numbers: set[int]


NOTHING = Facts(set(), set(), set())


def facts(code: Iterable[wasm.Instruction], memory: int) -> Facts:
    """Gather what a function refers to; `memory` is the global that says where the data begin."""
    found = Facts(set(), set(), {0})
    before = last = (0, 0)
    for instruction in code:
        kind, value = instruction
        if kind == wasm.GLOBAL_GET:
            found.globals.add(value)
        elif kind == wasm.CONST or kind in wasm.LOADS_AND_STORES or kind >= wasm.VECTORS:
            found.numbers.add(value)
        elif kind == wasm.ADD and last[0] == wasm.CONST and before == (wasm.GLOBAL_GET, memory):
            found.exact.add(last[1])
        before, last = last, instruction
    return found
