"""Empty what a frozen Python cannot read: data that nothing kept names, and words for programmers.

Unlike a function, a byte that is missing stops nothing. So only what cannot be reached is emptied:
we start from the numbers in the code that is kept, and from all words in the memory that may be
addresses. Docstrings can be reached, by the very pointers that the module brings; those pointers
then lead outside the memory. Whoever reads there is stopped.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Collection, Iterator

from scripts.pyodide import wasm
from scripts.pyodide.freeze_module import HEAD, STACK_POINTER, TYPE, Image, chunks, word_at, words
from scripts.pyodide.reach import Reach

OUTSIDE = 0xFFFF_FFF0  # no memory is that large here
LEAST, MARGIN = 64, 16  # bytes: what is worth emptying, and how far we stay from what lives
PROSE = 32  # characters: what is as long, and named by data alone, is said to programmers
TEXT = re.compile(rb"[\t\n\x20-\x7e\x80-\xff]{%d,4000}\0" % PROSE)


def empty(whole: wasm.Module, image: Image, keep: Collection[int]) -> None:
    """Empty what the functions that are kept cannot read."""
    reach = Reach(whole, image, frozenset(keep))
    _hide_prose(whole, image, reach)
    for begin, end in _may_name(image, image.base + len(whole.data)):
        for word in words(image, begin, end):
            reach.word(word - image.base)
    reach.follow()
    for low, high in reach.unreached():
        if high - low >= LEAST:
            begin, end = image.base + low + MARGIN, image.base + high
            image.memory[begin:end] = bytes(end - begin)


def _may_name(image: Image, begin: int) -> Iterator[tuple[int, int]]:
    """Yield what may hold addresses, beyond the data: all but what texts say."""
    yield begin, image.stack
    yield image.globals[STACK_POINTER], image.heap
    for at, size, used in chunks(image):
        if used and word_at(image, at + HEAD + TYPE) != image.texts:
            yield at + HEAD, at + size + HEAD // 2


def _hide_prose(whole: wasm.Module, image: Image, reach: Reach) -> None:
    for at, (is_function, place) in reach.pointers.items():
        here = image.base + at
        is_ours = struct.unpack_from("<I", image.memory, here) == (image.base + place,)
        if not is_function and is_ours and TEXT.match(whole.data, max(place, 0)):
            struct.pack_into("<I", image.memory, here, OUTSIDE)
