"""Write the browser's Python, awake, as one WebAssembly module that needs nothing from outside.

Its memory begins as the memory of a Python that has been started, has read the package and has
opened the guide. No number changes: functions, their table and all addresses are Pyodide's. A
function that is left out stops, and so does one that Pyodide would have had from JavaScript.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from scripts.pyodide import wasm
from scripts.pyodide.wasm import CONST, END, GLOBAL_SET, named, signed, unsigned, vector

# What the door needs of Python, by its name.
DOOR = (
    "malloc",
    "free",
    "PyUnicode_FromStringAndSize",
    "PyObject_CallOneArg",
    "PyUnicode_AsUTF8AndSize",
    "PyObject_Hash",
    "_Py_DecRef",
)
TOLD = ("view", "open_holidays", "heap", "end", "texts")  # to the door, as numbers
TAG, PAGE = 13, 65_536
I32 = 0x7F
STACK_POINTER, MEMORY_BASE, TABLE_BASE = (
    f"env.{name}" for name in ("__stack_pointer", "__memory_base", "__table_base")
)
HEAD = 8  # bytes before what malloc gives; as many before an object that may be garbage
TYPE = 4  # where an object names its type
SPARE, MOST = 16, 32_768  # pages of memory: to begin with beyond what is used, and at most
LINKS, TREE_LINKS, TREE = 16, 32, 256  # bytes that a free piece keeps for itself; from when more
GAP = 256  # zeros that are worth a new segment, as packing makes little of fewer
STOP = b"\0\x00\x0b"  # no variables; unreachable; end
# Pages of memory that are missing are had, or not: `requested` bytes → whether.
GROW = bytes.fromhex("00 20 00 41 ff ff 03 6a 41 10 76 3f 00 6b 40 00 41 7f 47 0b")
MOST_ARGUMENTS = 4  # of a function that Python calls without knowing how many it takes


@dataclass(slots=True)
class Image:
    """The memory of a Python that is awake, and what else its state consists of.

    The stack grows down to `stack`. The heap begins where it ends, and goes to `end`. `view` and
    `open_holidays` are the addresses of the functions that a page calls, `texts` of a type.
    """

    memory: bytearray
    globals: dict[str, int]
    stack: int
    end: int
    table: int
    view: int
    open_holidays: int
    texts: int

    @property
    def base(self) -> int:
        """Where the data begin."""
        return self.globals[MEMORY_BASE]

    @property
    def heap(self) -> int:
        """Where the heap begins."""
        return self.globals["GOT.mem.__heap_base"]


def tidy(image: Image) -> None:
    """Write zeros where nothing is: on the stack, in free memory and after the heap."""
    memory = image.memory
    pointer = image.globals[STACK_POINTER]
    memory[image.stack : pointer] = bytes(pointer - image.stack)
    memory[image.end :] = bytes(len(memory) - image.end)
    for begin, size, used in chunks(image):
        free = begin + (LINKS if size < TREE else TREE_LINKS)
        if not used and free < begin + size - 4:
            memory[free : begin + size - 4] = bytes(begin + size - 4 - free)


def chunks(image: Image) -> Iterator[tuple[int, int, bool]]:
    """Yield the pieces of the heap as dlmalloc keeps them: where, how large, and whether in use."""
    at = image.heap
    while at < image.end:
        head = word_at(image, at + HEAD // 2)
        size = head & ~7
        if size == 0:
            break
        yield at, size, bool(head & 2)
        at += size


def word_at(image: Image, place: int) -> int:
    """Return the number at an address."""
    return int.from_bytes(image.memory[place : place + 4], "little")


def words(image: Image, begin: int, end: int) -> array[int]:
    """Return what stands between two addresses, as numbers that may be addresses."""
    found = array("I")
    found.frombytes(image.memory[(begin + 3) // 4 * 4 : end // 4 * 4])
    return found


def module(
    whole: wasm.Module, image: Image, keep: Collection[int] | None = None, marks: int = 0
) -> bytes:
    """Return the module; `keep` are the functions that stay, None for all of them.

    With `marks`, each function notes there that it was called.
    """
    sections = dict(whole.sections)
    types = [*wasm.items(sections[wasm.TYPE], _past_type)]
    numbers = range(MOST_ARGUMENTS)
    takes = [b"\x60" + unsigned(n) + bytes([I32] * n) + b"\x01" + bytes([I32]) for n in numbers]
    types += [one for one in takes if one not in types]
    imported = [one for one in whole.imports if one.kind == wasm.FUNC]
    kinds = [wasm.Reader(one.more).unsigned() for one in imported]
    kinds += [wasm.Reader(one).unsigned() for one in wasm.items(sections[wasm.FUNCTION])]
    special = {
        "_PyEM_TrampolineCall_JS": _trampoline(whole, kinds, [types.index(one) for one in takes]),
        "emscripten_resize_heap": GROW,
    }
    bodies = [special.get(one.name, STOP) for one in imported]
    for number, body in enumerate(whole.bodies, whole.first):
        gone = number == whole.start or (keep is not None and number not in keep)
        bodies.append(STOP if gone else _marked(body, marks + number) if marks else body)
    index = {one.name: one.index for one in whole.exports if one.kind == wasm.FUNC}
    there = {number for number, body in enumerate(bodies) if body != STOP}
    at = len(whole.imported(wasm.GLOBALS)) + len(whole.values)
    exports = [
        ("memory", wasm.MEMORIES, 0),
        *((name, wasm.FUNC, index[name]) for name in DOOR),
        *((name, wasm.GLOBALS, number) for number, name in enumerate(TOLD, at)),
    ]
    tables = wasm.Reader(sections[wasm.TABLE])
    more = tables.unsigned()
    parts = {
        wasm.TYPE: vector(types),
        wasm.FUNCTION: vector(map(unsigned, kinds)),
        wasm.TABLE: unsigned(1 + more)
        + b"\x70\0"
        + unsigned(image.table)
        + sections[wasm.TABLE][tables.at :],
        wasm.MEMORY: vector([b"\x01" + unsigned(image.end // PAGE + SPARE) + unsigned(MOST)]),
        TAG: vector(one.more for one in whole.imports if one.kind == wasm.TAGS),
        wasm.GLOBAL: vector(_globals(whole, sections[wasm.GLOBAL], image)),
        wasm.EXPORT: vector(
            named(name) + bytes([kind]) + unsigned(number) for name, kind, number in exports
        ),
        wasm.ELEMENT: vector(_elements(whole.elements, there)),
        wasm.CODE: vector(unsigned(len(body)) + body for body in bodies),
        wasm.DATA: vector(_data(image.memory)),
    }
    made = bytearray(b"\0asm\1\0\0\0")
    for number, content in parts.items():
        made += bytes([number]) + unsigned(len(content)) + content
    return bytes(made)


def _trampoline(whole: wasm.Module, kinds: list[int], calls: list[int]) -> bytes:
    """Return a function that calls another by its place in the table, with what it takes."""
    takes = [
        calls.index(kinds[one]) if kinds[one] in calls else len(calls) for one in whole.elements
    ]
    code = b"\0" + b"\x02\x40" * (len(calls) + 1)
    code += b"\x20\x00\x41\x01\x6b\x0e" + vector(map(unsigned, takes)) + unsigned(len(calls))
    for count, kind in enumerate(calls):
        given = b"".join(b"\x20" + unsigned(1 + one) for one in range(count))
        code += bytes([END]) + given + b"\x20\x00\x11" + unsigned(kind) + b"\x00\x0f"
    return code + bytes([END]) + b"\x00" + bytes([END])


def _marked(body: bytes, place: int) -> bytes:
    reader = wasm.Reader(body)
    for _ in range(reader.unsigned()):
        reader.unsigned()
        reader.byte()
    mark = b"\x41" + signed(place) + b"\x41\x01\x3a\x00\x00"
    return body[: reader.at] + mark + body[reader.at :]


def _past_type(reader: wasm.Reader) -> None:
    reader.byte()
    reader.bytes(reader.unsigned())
    reader.bytes(reader.unsigned())


def _globals(whole: wasm.Module, section: bytes, image: Image) -> Iterator[bytes]:
    """Yield what was imported with the values it had, then the module's own after its start."""
    names = whole.imported(wasm.GLOBALS)
    for name in names:
        value = image.globals[name]
        may_change = name == STACK_POINTER
        yield bytes([I32, may_change, CONST]) + signed(value - (value >> 31 << 32)) + bytes([END])
    bases = {names.index(name): image.globals[name] for name in (MEMORY_BASE, TABLE_BASE)}
    at_start = dict(whole.written(whole.start, bases, GLOBAL_SET))
    for number, first in enumerate(wasm.items(section, wasm.value), len(names)):
        if number in at_start:
            yield first[:2] + bytes([CONST]) + signed(at_start[number]) + bytes([END])
        else:
            yield first
    for name in TOLD:
        yield bytes([I32, 0, CONST]) + signed(getattr(image, name)) + bytes([END])


def _elements(elements: list[int], there: Collection[int]) -> Iterator[bytes]:
    """Yield the table in runs, without what is not there: its place stays empty, and stops."""
    run: list[int] = []
    for slot, number in enumerate([*elements, -1], 1):
        if number in there:
            run.append(number)
        elif run:
            begin = slot - len(run)
            yield b"\0\x41" + signed(begin) + b"\x0b" + vector(map(unsigned, run))
            run = []


def _data(memory: bytearray) -> Iterator[bytes]:
    """Yield what is not zero, in pieces."""
    for piece in re.finditer(rb"[^\0](?:[^\0]|\0{1,%d}(?=[^\0]))*" % GAP, memory, re.DOTALL):
        yield b"\0\x41" + signed(piece.start()) + b"\x0b" + unsigned(len(piece[0])) + piece[0]
