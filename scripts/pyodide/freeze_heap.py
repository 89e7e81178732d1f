"""Take out of a frozen heap what no one can miss, and what can be worked out again.

- The list by which Python looks for garbage: what is there when Python is awake stays for ever.
- What texts are filed under: the door works that out as it opens (`widget/web/python/frozen.js`).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from scripts.pyodide.freeze_module import HEAD, TYPE, Image, chunks, word_at

HASH = 12  # where a text has its hash
UNKNOWN = 0xFFFF_FFFF  # the hash of a text that nobody has asked for yet
FLAGS = 0b11  # of a link in the list of what may be garbage


def trim(image: Image) -> None:
    """Take both out."""
    _forget_garbage(image)
    for text in _texts(image):
        struct.pack_into("<I", image.memory, text + HASH, UNKNOWN)


def _texts(image: Image) -> Iterator[int]:
    """Yield where the texts on the heap are."""
    for at, _, used in chunks(image):
        if used and word_at(image, at + HEAD + TYPE) == image.texts:
            yield at + HEAD


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
