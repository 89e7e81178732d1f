"""Take out of a frozen heap what no one can miss, and what can be worked out again.

- Names that only the table of names holds: whoever makes such a name again gets a new one.
- The list by which Python looks for garbage: what is there when Python is awake stays for ever.
- What texts are filed under: the door works that out as it opens (`widget/web/python/frozen.js`).
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterator

from scripts.pyodide.freeze_module import HEAD, TYPE, Image, chunks, word_at, words

HASH = 12  # where a text has its hash
UNKNOWN = 0xFFFF_FFFF  # the hash of a text that nobody has asked for yet
FLAGS = 0b11  # of a link in the list of what may be garbage
PLACES = 20  # where a table of Python's has the places of its entries, before them
NUMBERS = "bhi"  # how a place is written, by the logarithm of its bytes
OF_TEXTS = 1  # the kind of a table with texts alone as keys
PAIR = 2  # words of an entry: key and value
GONE = -2  # in a table, the place of an entry that was there


def trim(image: Image) -> None:
    """Take all of that out."""
    texts = dict(_texts(image))
    _forget_garbage(image)
    _drop_names(image, texts)
    for text in texts:
        struct.pack_into("<I", image.memory, text + HASH, UNKNOWN)


def _texts(image: Image) -> Iterator[tuple[int, int]]:
    """Yield the texts on the heap: where each is, and how many bytes it has."""
    for at, size, used in chunks(image):
        if used and word_at(image, at + HEAD + TYPE) == image.texts:
            yield at + HEAD, size - HEAD // 2


def _forget_garbage(image: Image) -> None:
    """Undo the list that `view` stands in; its head, outside the heap, then names itself."""
    link = start = image.view - HEAD
    while True:
        following, before = struct.unpack_from("<II", image.memory, link)
        if link < image.heap:
            struct.pack_into("<II", image.memory, link, link, link)
        else:
            struct.pack_into("<II", image.memory, link, 0, before & 1)
        link = following & ~FLAGS
        if link == start:
            break


def _drop_names(image: Image, texts: dict[int, int]) -> None:
    """Drop the names that nothing but the table of names knows, each by its two words there."""
    sizes = sorted(((size, at + HEAD) for at, size, used in chunks(image) if used), reverse=True)
    size, table = next((one for one in sizes if _holds_names(image, *one)), (0, 0))
    if not table:
        raise ValueError("there is no table of names on the heap")
    _, log_size, log_bytes = struct.unpack_from("<IBB", image.memory, table)
    begin = table + PLACES
    entries, number = begin + (1 << log_bytes), f"<{NUMBERS[log_bytes - log_size]}"
    everywhere = list(words(image, image.base, image.end))
    if everywhere.count(table) != 1:
        raise ValueError("the table of names is not the one that it was taken for")
    times = Counter(one for one in everywhere if one in texts)
    inside = Counter(words(image, table, table + size - HEAD))
    dead = {text for text in texts if times[text] == inside[text] == PAIR}
    for at in range(begin, entries, struct.calcsize(number)):
        (place,) = struct.unpack_from(number, image.memory, at)
        entry = entries + 8 * place
        if place >= 0 and word_at(image, entry) in dead:
            struct.pack_into(number, image.memory, at, GONE)
            struct.pack_into("<II", image.memory, entry, 0, 0)
    for text in dead:
        size = texts.pop(text)
        image.memory[text : text + size] = bytes(size)
    used = image.base + 4 * everywhere.index(table) - 16  # of the dict, before its table
    struct.pack_into("<I", image.memory, used, word_at(image, used) - len(dead))


def _holds_names(image: Image, size: int, table: int) -> bool:
    """Tell whether something is a table in which each text stands for itself, as names do."""
    log_bytes, kind, count = struct.unpack_from("<5xBB9xI", image.memory, table)
    begin, end = table + PLACES + (1 << log_bytes), table + size - HEAD
    if kind != OF_TEXTS or not begin < begin + 8 * count <= end:
        return False
    pairs = words(image, begin, begin + 8 * count)
    return pairs[::PAIR] == pairs[1::PAIR]
