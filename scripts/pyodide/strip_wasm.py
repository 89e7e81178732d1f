"""Leave out of Pyodide what a package of plain Python can never reach.

Pyodide can load any package, so its WebAssembly exports every function that a compiled package
might call, and holds every module of Python that is written in C, with its tables: Chinese and
Japanese encodings, the names of all characters, decimal numbers, XML. None of that is reached from
here. We start from what JavaScript calls, and follow calls, addresses in code and pointers in data.

What is left out stays in its place, emptied: a function does nothing but stop, a table holds zeros.
No number changes, so what remains is what was. The pointers in the data, which the module would
write at each start by some 28,000 instructions, are written here, once.

All of this is careful rather than clever: whatever may be an address counts as one, only large
stretches of constants are emptied, and the build asks both runtimes the same.
"""

import re
import struct
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from scripts.pyodide import wasm
from scripts.pyodide.wasm import ADD, CONST, GLOBAL_GET, GLOBAL_SET, STORE, SUB, Export, Module

# Where Pyodide's JavaScript puts the data and the table.
BASES = re.compile(r"___(memory|table)_base=new WebAssembly\.Global\(\{[^}]*\},(\d+)\)")

EXPORTED = re.compile(r'var \w+=Module\["\w+"\]=wasmExports\["([\w$.]+)"\];')
ADDRESSED = re.compile(r'var \w+=Module\["_?(\w+)"\]=(\d+);')
HANDED_ON = re.compile(r'(?<=;)Module\["(\w+)"\]=\w+;')
OFFERED = re.compile(r"(?<=;)var wasmImports=\{([\w$:,]*)\};")
SIGNED = re.compile(r'(?<=[;}])([\w$]+)\.sig="\w*";')
TAKEN = re.compile(r'Module(?:\.|\[")([A-Za-z_$][\w$]*)')
EVAL = re.compile(r"(?<![\w.$])eval\(")
NAME = re.compile(r"[A-Za-z_$][\w$]*")

INIT = "PyInit_"
IMMORTAL = 0x3FFF_FFFF  # the first word of every object that Python never frees
LARGEST_OBJECT = 224  # bytes of a type, the largest kind of object with words inside
NEAR = 64  # an address may lie this little before what it means: table[code - 'a']
LEAST, MARGIN = 16_384, 4_096  # bytes: what is worth emptying, and how far we stay from what lives

FOR_LIBRARIES = "GOT."  # globals that hold addresses of things that a library may bring
SPARE = ("GOT.mem", "__stack_low")  # one of them that is always there

STOP = b"\0\x00\x0b"  # no variables; unreachable; end
NOTHING = b"\0\x41\x00\x0b"  # no variables; 0; end: Python says that the module cannot start


class SlimError(ValueError):
    """Pyodide is not built as we know it; nothing can be left out safely."""


class Bases(NamedTuple):
    """Where the data begin in the memory, and the functions in the table."""

    memory: int
    table: int


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


def slimmed(content: bytes, glue: str, loader: str, builtins: Collection[str]) -> tuple[bytes, str]:
    """Return WebAssembly and glue without what cannot be reached.

    `loader` is Pyodide's other JavaScript; `builtins` are the modules in C that have to start.
    Raises ``SlimError`` or ``WasmError`` if Pyodide is built in a way that is not known here.
    """
    starts = bases(glue)
    module = wasm.read(content)
    names = used_names(glue, loader, module)
    reach = Reach(module, unneeded(module.exports, builtins))
    reach.follow(kept(module.exports, names), addressed(glue, names, starts))
    write_pointers(module, reach.pointers, starts)
    empty_functions(module, reach)
    empty_data(module, reach)
    module.exports = kept(module.exports, names)
    module.imports = list(without_libraries(module, reach))
    return module.encode(), slimmed_glue(glue, loader, names, module)


def bases(glue: str) -> Bases:
    """Read where the data and the table begin. Raises ``SlimError`` if JavaScript does not say."""
    found = {name: int(place) for name, place in BASES.findall(glue)}
    if found.keys() != {"memory", "table"}:
        raise SlimError("JavaScript does not say where the data and the table begin")
    return Bases(**found)


def used_names(glue: str, loader: str, module: Module) -> set[str]:
    """List the names that JavaScript uses, besides merely taking them from the module."""
    for taken in (EXPORTED, ADDRESSED, HANDED_ON):
        glue = taken.sub("", glue)
    asked = {one.name for one in module.imports if one.module.startswith(FOR_LIBRARIES)}
    words = {*NAME.findall(glue), *NAME.findall(loader)}
    return words | {word.removeprefix("_") for word in words} | asked


def kept(exports: Iterable[Export], names: Collection[str]) -> list[Export]:
    """Return the exports that JavaScript uses."""
    return [
        one
        for one in exports
        if one.name in names
        or one.name.startswith("__wasm")
        or one.kind not in (wasm.FUNC, wasm.GLOBALS)
    ]


def addressed(glue: str, names: Collection[str], starts: Bases) -> list[int]:
    """Return the places in the data that JavaScript knows by number and uses."""
    return [int(place) - starts.memory for name, place in ADDRESSED.findall(glue) if name in names]


def unneeded(exports: Iterable[Export], builtins: Collection[str]) -> frozenset[int]:
    """Return the functions that would start a module of Python that has not to start."""
    return frozenset(
        one.index
        for one in exports
        if one.name.startswith(INIT) and one.name.removeprefix(INIT) not in builtins
    )


@dataclass
class Reach:
    """What can be reached in a module, beyond functions that are never to be called."""

    module: Module
    barred: frozenset[int]
    functions: set[int] = field(default_factory=set)
    areas: set[int] = field(default_factory=set)  # of the data, each from one start to the next

    def __post_init__(self) -> None:
        imported = self.module.imported(wasm.GLOBALS)
        self.memory = imported.index("env.__memory_base")
        self.table = imported.index("env.__table_base")
        relocs = next(o for o in self.module.exports if o.name == "__wasm_apply_data_relocs")
        self.writer = relocs.index
        self.pointers, self.odd = pointers(self.module, self.writer, self.memory, self.table)
        self.globals = dict(global_refs(self.module, self.memory, self.table))
        special = {self.writer, self.module.start}
        self.facts = {
            number: facts(self.module.code(number), self.memory)
            for number in range(self.module.first, self.module.first + len(self.module.bodies))
            if number not in special
        }
        self.places = sorted(self.pointers)
        self.constants_end = self.places[0]  # what holds pointers comes after what holds none
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

    def follow(self, exports: Iterable[Export], places: Iterable[int]) -> None:
        """Mark what can be reached from here."""
        self._function(self.module.start)
        for one in exports:
            if one.kind == wasm.FUNC:
                self._function(one.index)
            elif one.kind == wasm.GLOBALS and one.index in self.globals:
                self._ref(self.globals[one.index])
        for place in places:
            self._datum(place)
        while self._todo:
            is_function, number = self._todo.pop()
            (self._within_function if is_function else self._within_area)(number)

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
        for at in self.places[bisect_left(self.places, low) : bisect_left(self.places, high)]:
            self._ref(self.pointers[at])

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
        own = number >= self.module.first and number not in self.barred
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


def pointers(
    module: Module, writer: int, memory: int, table: int
) -> tuple[dict[int, Ref], list[tuple[int, int]]]:
    """Read the function that writes all pointers into the data: by place, what each one names.

    The second part are the few that JavaScript knows: place and global. Raises ``SlimError``.
    """
    known: dict[int, Ref] = {}
    odd: list[tuple[int, int]] = []
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
                raise SlimError("a pointer is written outside the data")
            if base in (memory, table):
                known[at + value] = Ref(is_function=base == table, place=named)
            else:
                odd.append((at + value, base))
        elif kind != wasm.END:
            raise SlimError(f"pointers are written by instruction {kind:#x}")
    return known, odd


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
                raise SlimError("a global is set in a way that is not known here")
            yield value, Ref(is_function=bases == [table], place=sum(offsets))
            stack.clear()
        elif kind != ADD:
            stack.clear()


def write_pointers(module: Module, known: dict[int, Ref], starts: Bases) -> None:
    """Write the pointers into the data."""
    for at, (is_function, place) in known.items():
        base = starts.table if is_function else starts.memory
        struct.pack_into("<I", module.data, at, place + base)


def without_libraries(module: Module, reach: Reach) -> Iterator[wasm.Import]:
    """Yield the imports; an address for libraries that nothing uses becomes one that is there.

    JavaScript would make a WebAssembly function of its own for each of some 280 names.
    """
    read = (reach.facts[one].globals for one in reach.functions & reach.facts.keys())
    used = frozenset[int]().union(*read, (base for _, base in reach.odd))
    number = -1
    for one in module.imports:
        number += one.kind == wasm.GLOBALS
        spare = one.module.startswith(FOR_LIBRARIES) and number not in used
        yield replace(one, module=SPARE[0], name=SPARE[1]) if spare else one


def slimmed_glue(glue: str, loader: str, names: Collection[str], module: Module) -> str:
    """Return the glue without what it takes and offers for compiled packages only.

    What nothing uses then, a tool for JavaScript finds. It cannot look past `eval`, which only such
    packages need: it now runs in a room of its own.
    """
    left = {one.name for one in module.exports}
    asked = {one.name for one in module.imports}
    taken = {*TAKEN.findall(HANDED_ON.sub("", glue)), *NAME.findall(loader)}
    glue = EXPORTED.sub(lambda line: line[0] if line[1] in left else "", glue)
    glue = ADDRESSED.sub(lambda line: line[0] if line[1] in names else "", glue)
    glue = HANDED_ON.sub(lambda line: line[0] if line[1] in taken else "", glue)
    if not (offer := OFFERED.search(glue)):
        raise SlimError("JavaScript offers its functions in another way")
    wanted = _only(offer[1], asked)
    offered = {one.partition(":")[2] for one in wanted.split(",")}
    glue = glue.replace(offer[0], f"var wasmImports={{{wanted}}};")
    glue = SIGNED.sub(lambda line: line[0] if line[1] in offered else "", glue)
    return EVAL.sub("globalThis.eval(", glue)


def _only(offered: str, asked: Collection[str]) -> str:
    return ",".join(one for one in offered.split(",") if one.partition(":")[0] in asked)


def empty_functions(module: Module, reach: Reach) -> None:
    """Let functions that nothing reaches stop, and the one that wrote the pointers do little."""
    for number in range(module.first, module.first + len(module.bodies)):
        own = number - module.first
        if number == reach.writer:
            module.bodies[own] = b"\0" + b"".join(_writes(reach)) + bytes([wasm.END])
        elif number in reach.barred:
            module.bodies[own] = NOTHING
        elif number not in reach.functions:
            module.bodies[own] = STOP


def _writes(reach: Reach) -> Iterator[bytes]:
    """Yield the instructions for pointers that only JavaScript knows."""
    for at, base in reach.odd:
        yield bytes([GLOBAL_GET]) + wasm.unsigned(reach.memory)
        yield bytes([CONST]) + wasm.signed(at) + bytes([ADD])
        yield bytes([GLOBAL_GET]) + wasm.unsigned(base) + bytes([STORE, 2, 0])


def empty_data(module: Module, reach: Reach) -> None:
    """Write zeros over large stretches of constants that nothing reaches."""
    for low, high in reach.unreached():
        begin, end = low + MARGIN, min(high, reach.constants_end)
        if high - low >= LEAST and begin < end:
            module.data[begin:end] = bytes(end - begin)
