"""Read a WebAssembly module as far as a frozen one is made of it, and write parts of one."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

CUSTOM, TYPE, IMPORT, FUNCTION, TABLE, MEMORY, GLOBAL, EXPORT = range(8)
START, ELEMENT, CODE, DATA = range(8, 12)

# Kinds of imports and exports.
FUNC, TABLES, MEMORIES, GLOBALS, TAGS = range(5)

# Instructions that tell what code refers to.
GLOBAL_GET, GLOBAL_SET = 0x23, 0x24
STORE, CONST, ADD, SUB, END, FILL = 0x36, 0x41, 0x6A, 0x6B, 0x0B, 0xFC
LOADS_AND_STORES = range(0x28, 0x3F)
VECTORS = 0xFD00  # added to the number of an instruction on vectors

_ALONE = frozenset({0x00, 0x01, 0x05, 0x0B, 0x0F, 0x19, 0x1A, 0x1B, 0xD1, *range(0x45, 0xC5)})
_ONE_INDEX = frozenset(
    {0x07, 0x08, 0x09, 0x0C, 0x0D, 0x10, 0x12, 0x14, 0x15, 0x18, *range(0x20, 0x27)}
) | {0x3F, 0x40, 0xD2}
_SIGNED = frozenset({0x02, 0x03, 0x04, 0x06, 0x41, 0x42, 0xD0})

Instruction = tuple[int, int]  # its number and what it names: a function, a number, an offset, or 0


class WasmError(ValueError):
    """The module holds what this reader does not know."""


@dataclass(frozen=True, slots=True)
class Export:
    """What the outside may use: a name, the kind of thing and its index."""

    name: str
    kind: int
    index: int


class Import(NamedTuple):
    """What the outside gives: two names, the kind of thing, and the bytes that say more of it."""

    module: str
    name: str
    kind: int
    more: bytes


@dataclass(slots=True)
class Module:
    """A module with one table, one segment of elements and one of data.

    `bodies` are the functions of the module's own, as bytes; function numbers count the imported
    functions first, and those of globals the imported globals. `values` are the own globals' first
    values, None where that is no number.
    """

    sections: list[tuple[int, bytes]]
    imports: list[Import]
    exports: list[Export]
    elements: list[int]
    bodies: list[bytes]
    values: list[int | None]
    start: int
    data: bytearray

    @property
    def first(self) -> int:
        """The number of the first function that is not imported."""
        return len(self.imported(FUNC))

    def imported(self, kind: int) -> list[str]:
        """Name what is imported of a kind, in the order of its numbers: "env.memory"."""
        return [f"{one.module}.{one.name}" for one in self.imports if one.kind == kind]

    def code(self, number: int) -> Iterator[Instruction]:
        """Yield the instructions of a function of the module's own."""
        return instructions(self.bodies[number - self.first])

    def written(
        self, number: int, bases: Mapping[int, int], writer: int
    ) -> Iterator[tuple[int, int]]:
        """Yield what a function writes that only adds: where, and what.

        `writer` is the instruction that writes, into memory or a global; `bases` are the globals
        that are read. Raises ``WasmError`` where more is done.
        """
        stack: list[int] = []
        for kind, value in self.code(number):
            if kind in (CONST, GLOBAL_GET):
                stack.append(value if kind == CONST else bases[value])
            elif kind in (ADD, SUB):
                more = stack.pop()
                stack[-1] += more if kind == ADD else -more
            elif kind == writer:
                what = stack.pop()
                yield value + (stack.pop() if kind == STORE else 0), what
            elif kind not in (END, FILL):
                raise WasmError(f"instruction {kind:#x} where only sums were known")


class Reader:
    """A place in some bytes."""

    def __init__(self, content: bytes, at: int = 0) -> None:
        """Begin to read there."""
        self.content, self.at = content, at

    def byte(self) -> int:
        """Read one byte."""
        self.at += 1
        return self.content[self.at - 1]

    def bytes(self, count: int) -> bytes:
        """Read so many bytes."""
        self.at += count
        return self.content[self.at - count : self.at]

    def unsigned(self) -> int:
        """Read a number of no fixed length."""
        value = shift = 0
        while (byte := self.byte()) > 0x7F:
            value |= (byte & 0x7F) << shift
            shift += 7
        return value | byte << shift

    def signed(self) -> int:
        """Read a number that may be negative."""
        began = self.at
        value = self.unsigned()
        is_negative = self.content[self.at - 1] & 0x40
        return value - (1 << 7 * (self.at - began)) if is_negative else value

    def name(self) -> str:
        """Read a text."""
        return self.bytes(self.unsigned()).decode()

    def limits(self) -> None:
        """Go past what says how large something is."""
        bounded = self.byte() & 1
        for _ in range(1 + bounded):
            self.unsigned()

    def first_value(self) -> int | None:
        """Read an expression of one instruction; return the number it gives, if it gives one."""
        kind = self.byte()
        if kind not in (CONST, 0x42, GLOBAL_GET, 0xD0):
            raise WasmError(f"a first value by instruction {kind:#x}")
        value = self.signed()
        if self.byte() != END:
            raise WasmError("a first value of more than one instruction")
        return value if kind == CONST else None


def read(content: bytes) -> Module:
    """Take a module apart. Raises ``WasmError`` where it is of a kind that is not known here."""
    parts = list(sections(content))
    by_number = dict(parts)
    elements = Reader(by_number[ELEMENT])
    segments, flags = elements.unsigned(), elements.unsigned()
    elements.first_value()
    data = Reader(by_number[DATA])
    areas, kind = data.unsigned(), data.unsigned()
    data.first_value()
    if (segments, flags, areas, kind) != (1, 0, 1, 0):
        raise WasmError("more than one segment of elements or of data")
    return Module(
        sections=parts,
        imports=[_import(one) for one in _items(by_number[IMPORT])],
        exports=[
            Export(one.name(), one.byte(), one.unsigned()) for one in _items(by_number[EXPORT])
        ],
        elements=[elements.unsigned() for _ in range(elements.unsigned())],
        bodies=[one.bytes(one.unsigned()) for one in _items(by_number[CODE])],
        values=[value(one) for one in _items(by_number[GLOBAL])],
        start=Reader(by_number[START]).unsigned(),
        data=bytearray(data.bytes(data.unsigned())),
    )


def instructions(body: bytes) -> Iterator[Instruction]:
    """Yield what a function does; of what an instruction says, the part that names something."""
    reader = Reader(body)
    for _ in range(reader.unsigned()):  # its variables
        reader.unsigned()
        reader.byte()
    while reader.at < len(body):
        number = reader.byte()
        if number in _ALONE:
            yield number, 0
        elif number in _ONE_INDEX:
            yield number, reader.unsigned()
        elif number in LOADS_AND_STORES:
            reader.unsigned()
            yield number, reader.unsigned()
        elif number in _SIGNED:
            yield number, reader.signed()
        else:
            yield _rare(number, reader)


def _rare(number: int, reader: Reader) -> Instruction:
    if number == 0x0E:  # a jump by table
        for _ in range(reader.unsigned() + 1):
            reader.unsigned()
    elif number in (0x11, 0x13):  # a call through a table
        reader.unsigned()
        reader.unsigned()
    elif number in (0x43, 0x44):  # a fraction
        reader.bytes(4 if number == 0x43 else 8)
    elif number == 0x1C:
        reader.bytes(reader.unsigned())
    elif number == 0xFC:
        more = reader.unsigned()
        for _ in range(0 if more < 8 else 2 if more in (8, 10, 12, 14) else 1):
            reader.unsigned()
    elif number == 0xFD:
        return _on_vectors(reader)
    else:
        raise WasmError(f"instruction {number:#x}")
    return number, 0


def _on_vectors(reader: Reader) -> Instruction:
    number, offset = reader.unsigned(), 0
    if number <= 11 or 84 <= number <= 93:
        reader.unsigned()
        offset = reader.unsigned()
        reader.bytes(1 if 84 <= number <= 91 else 0)
    elif number in (12, 13):
        reader.bytes(16)
    elif 21 <= number <= 34:
        reader.byte()
    return VECTORS + number, offset


def sections(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the parts of a module, each with its number."""
    reader = Reader(content, 8)
    while reader.at < len(content):
        yield reader.byte(), reader.bytes(reader.unsigned())


def items(content: bytes, go_past: Callable[[Reader], object] = Reader.unsigned) -> Iterator[bytes]:
    """Yield each item of a list; one is over where a reader has gone past it."""
    reader = Reader(content)
    for _ in range(reader.unsigned()):
        began = reader.at
        go_past(reader)
        yield content[began : reader.at]


def _items(content: bytes) -> Iterator[Reader]:
    """Yield the same reader before each item of a list."""
    reader = Reader(content)
    for _ in range(reader.unsigned()):
        yield reader


def _import(reader: Reader) -> Import:
    module, name, kind, began = reader.name(), reader.name(), reader.byte(), reader.at
    if kind == FUNC:
        reader.unsigned()
    elif kind in (TABLES, MEMORIES):
        reader.bytes(1 if kind == TABLES else 0)
        reader.limits()
    elif kind == GLOBALS:
        reader.bytes(2)
    else:
        reader.byte()
        reader.unsigned()
    return Import(module, name, kind, reader.content[began : reader.at])


def value(reader: Reader) -> int | None:
    """Go past a global; return the number that it begins with, if it is one."""
    reader.bytes(2)
    return reader.first_value()


def unsigned(value: int) -> bytes:
    """Write a number in as few bytes as it takes."""
    return _written(value, range(0x80))


def signed(value: int) -> bytes:
    """Write a number that may be negative."""
    return _written(value, range(-0x40, 0x40))


def _written(value: int, last: range) -> bytes:
    made = bytearray()
    while value not in last:
        made.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*made, value & 0x7F])


def named(text: str) -> bytes:
    """Write a text, with its length before it."""
    return unsigned(len(text.encode())) + text.encode()


def vector(items: Iterable[bytes]) -> bytes:
    """Write a list, with its length before it."""
    listed = list(items)
    return unsigned(len(listed)) + b"".join(listed)
