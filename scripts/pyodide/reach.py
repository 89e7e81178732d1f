"""Find what functions of Pyodide can reach: other functions, and places in the data.

We follow calls, addresses in code and pointers in the data, which are the pointers that the module
itself writes at its start. All of this is careful rather than clever: whatever may be an address
counts as one.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from scripts.pyodide import wasm
from scripts.pyodide.freeze_module import FreezeError, Image, words
from scripts.pyodide.wasm import ADD, CONST, GLOBAL_GET, GLOBAL_SET, STORE, SUB, Module

IMMORTAL = 0x3FFF_FFFF  # the first word of every object that Python never frees
LARGEST_OBJECT = 224  # bytes of a type, the largest kind of object with words inside
NEAR = 64  # an address may lie this little before what it means: table[code - 'a']
WORD = 4  # bytes, where things with addresses begin


class Ref(NamedTuple):
    """What an address names: a place in the table of functions, or one in the data."""

    is_function: bool
    place: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What a function refers to.

    `exact` are places in the data that its code names outright; `maybe` is every number that could
    be one, in a function that knows where the data or the table begins.
    """

    calls: frozenset[int]
    globals: frozenset[int]
    exact: frozenset[int]
    maybe: frozenset[int]


@dataclass
class Reach:
    """What functions of a module can reach that are kept, with the data as they are in an image."""

    module: Module
    image: Image
    keep: Collection[int]
    functions: set[int] = field(default_factory=set)
    areas: set[int] = field(default_factory=set)  # of the data, each from one start to the next

    def __post_init__(self) -> None:
        imported = self.module.imported(wasm.GLOBALS)
        self.memory = imported.index("env.__memory_base")
        self.table = imported.index("env.__table_base")
        relocs = next(o for o in self.module.exports if o.name == "__wasm_apply_data_relocs")
        self.pointers = dict(pointers(self.module, relocs.index, self.memory, self.table))
        self.globals = dict(global_refs(self.module, self.memory, self.table))
        special = {relocs.index, self.module.start}
        self.facts = {
            number: facts(self.module.code(number), self.memory)
            for number in range(self.module.first, self.module.first + len(self.module.bodies))
            if number not in special
        }
        self.constants_end = min(self.pointers)  # what holds pointers comes after what holds none
        self.starts = sorted(self._starts())
        self._todo: list[tuple[bool, int]] = []

    def _starts(self) -> Iterator[int]:
        """Yield where things begin in the data: what pointers and globals name, and some code."""
        yield 0
        for is_function, place in (*self.pointers.values(), *self.globals.values()):
            if not is_function:
                yield place
        for one in self.facts.values():
            yield from (place for place in one.exact if self._begins(place))

    def _begins(self, place: int) -> bool:
        """Tell whether code that names this place names a whole thing, and not a part of one."""
        if place < self.constants_end or self._is_object(place):
            return 0 <= place < len(self.module.data)
        inside = range(place - LARGEST_OBJECT + 4, place, 4)
        return place in self.pointers and not any(map(self._is_object, inside))

    def _is_object(self, place: int) -> bool:
        if place % 4 or not self.constants_end <= place < len(self.module.data) - 4:
            return False
        return struct.unpack_from("<I", self.module.data, place) == (IMMORTAL,)

    def follow(self) -> None:
        """Mark what the kept functions can reach, and what has been marked already."""
        for number in self.keep:
            self._function(number)
        while self._todo:
            is_function, number = self._todo.pop()
            (self._within_function if is_function else self._within_area)(number)

    def word(self, place: int) -> None:
        """Mark what a number in the memory may mean, as a place in the data.

        Constants hold no addresses, and are named by where they begin: any other number that falls
        among them is a number.
        """
        if place >= self.constants_end:
            if place % WORD == 0:
                self._datum(place)
        elif place >= 0:
            number = bisect_right(self.starts, place) - 1
            if place - self.starts[number] < NEAR:
                self.areas.add(number)

    def _within_function(self, number: int) -> None:
        one = self.facts.get(number)
        if one is None:
            return
        for called in one.calls:
            self._function(called)
        for used in one.globals & self.globals.keys():
            self._ref(self.globals[used])
        for place in one.maybe:
            if self.memory in one.globals:
                self._datum(place)
            if self.table in one.globals:
                self._ref(Ref(is_function=True, place=place))

    def _within_area(self, number: int) -> None:
        low, high = self.bounds(number)
        if low >= self.constants_end:
            for word in words(self.image, self.image.base + low, self.image.base + high):
                self.word(word - self.image.base)

    def bounds(self, number: int) -> tuple[int, int]:
        """Return where an area begins and ends."""
        following = self.starts[number + 1 : number + 2]
        return self.starts[number], (following or [len(self.module.data)])[0]

    def _ref(self, ref: Ref) -> None:
        if not ref.is_function:
            self._datum(ref.place)
        elif 0 <= ref.place < len(self.module.elements):
            self._function(self.module.elements[ref.place])

    def _function(self, number: int) -> None:
        own = number >= self.module.first and number in self.keep
        if own and number not in self.functions:
            self.functions.add(number)
            self._todo.append((True, number))

    def _datum(self, place: int) -> None:
        if not 0 <= place < len(self.module.data):
            return
        for near in (place, place + NEAR):
            number = bisect_right(self.starts, near) - 1
            if number not in self.areas:
                self.areas.add(number)
                self._todo.append((False, number))

    def unreached(self) -> Iterator[tuple[int, int]]:
        """Yield the stretches of data that nothing reaches, in order."""
        reached = sorted(self.areas)
        edges = [-1, *reached, len(self.starts)]
        for before, after in pairwise(edges):
            if after - before > 1:
                yield self.bounds(before + 1)[0], self.bounds(after - 1)[1]


def facts(code: Iterable[wasm.Instruction], memory: int) -> Facts:
    """Gather what a function refers to; `memory` is the global that says where the data begin."""
    calls, used, exact, numbers = set(), set(), set(), set()
    before = last = (0, 0)
    for instruction in code:
        kind, value = instruction
        if kind in (wasm.CALL, wasm.RETURN_CALL, wasm.REF_FUNC):
            calls.add(value)
        elif kind == GLOBAL_GET:
            used.add(value)
        elif kind in (CONST, *wasm.LOADS_AND_STORES) or kind >= wasm.VECTORS:
            numbers.add(value)
        elif kind == ADD and last[0] == CONST and before == (GLOBAL_GET, memory):
            exact.add(last[1])
        before, last = last, instruction
    return Facts(frozenset(calls), frozenset(used), frozenset(exact), frozenset({0, *numbers}))


def pointers(module: Module, writer: int, memory: int, table: int) -> Iterator[tuple[int, Ref]]:
    """Read the function that writes all pointers into the data: by place, what each one names.

    The few that only JavaScript knows are left out. Raises ``FreezeError``.
    """
    stack: list[tuple[int, int]] = []  # a global and what is added to it; -1 is no global
    for kind, value in module.code(writer):
        if kind == GLOBAL_GET:
            stack.append((value, 0))
        elif kind == CONST:
            stack.append((-1, value))
        elif kind in (ADD, SUB):
            (_, more), (base, offset) = stack.pop(), stack.pop()
            stack.append((base, offset + (more if kind == ADD else -more)))
        elif kind == STORE:
            (base, named), (target, at) = stack.pop(), stack.pop()
            if target != memory:
                raise FreezeError("a pointer is written outside the data")
            if base in (memory, table):
                yield at + value, Ref(is_function=base == table, place=named)
        elif kind != wasm.END:
            raise FreezeError(f"pointers are written by instruction {kind:#x}")


def global_refs(module: Module, memory: int, table: int) -> Iterator[tuple[int, Ref]]:
    """Yield the globals that are addresses: those of exported data, and those set at the start."""
    imported = len(module.imported(wasm.GLOBALS))
    for number, value in enumerate(module.values):
        if value is not None:
            yield imported + number, Ref(is_function=False, place=value)
    stack: list[tuple[int, int]] = []
    for kind, value in module.code(module.start):
        if kind in (GLOBAL_GET, CONST):
            stack.append((kind, value))
        elif kind == GLOBAL_SET:
            bases = [number for one, number in stack if one == GLOBAL_GET]
            offsets = [number for one, number in stack if one == CONST]
            if bases not in ([memory], [table]) or len(offsets) > 1:
                raise FreezeError("a global is set in a way that is not known here")
            yield value, Ref(is_function=bases == [table], place=sum(offsets))
            stack.clear()
        elif kind != ADD:
            stack.clear()
