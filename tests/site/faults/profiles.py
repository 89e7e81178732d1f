"""What a browser has written to disk: its profile, read as somebody with the device could."""

import shutil
import sqlite3
from base64 import b64encode
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

ENCODINGS = ("utf-8", "utf-16-le")
SQLITE, LZ4 = b"SQLite format 3\0", b"mozLz40\0"
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"
# A table of LevelDB is packed in a way that is not read here; what is new lies in its plain log.
UNREAD = (".ldb", ".sst")


def traces(profile: Path, words: Iterable[str]) -> dict[str, list[str]]:
    """List the files that hold one of these words, each with those it holds."""
    with TemporaryDirectory() as place:  # looking into a database changes files
        return _found(Path(shutil.copytree(profile, f"{place}/profile", symlinks=True)), words)


def _found(profile: Path, words: Iterable[str]) -> dict[str, list[str]]:
    known = {word: [*forms(word)] for word in words}
    found: dict[str, list[str]] = {}
    files = sorted(file for file in profile.rglob("*") if file.is_file())
    raw = {file: file.read_bytes() for file in files}
    for file in files:
        assert file.suffix not in UNREAD, f"nobody has looked into {file}"
        parts = [*contents(file, raw[file])]
        told = [
            word
            for word, written in known.items()
            if any(form in part for form in written for part in parts)
        ]
        if told:
            found[file.relative_to(profile).as_posix()] = told
    return found


def forms(word: str) -> Iterator[bytes]:
    """Yield the ways in which a word may be written: encoded, and again in base64, in any place."""
    for encoded in (word.encode(encoding) for encoding in ENCODINGS):
        yield encoded
        for before in range(3):
            whole = b64encode(bytes(before) + encoded)
            first, last = (0, 2, 3)[before], len(whole) - (0, 3, 2)[(before + len(encoded)) % 3]
            yield whole[first:last]  # without the signs that its neighbors share


def contents(file: Path, raw: bytes) -> Iterator[bytes]:
    """Yield what is in a file: as it lies there, and unpacked or row by row."""
    yield raw
    if raw.startswith(LZ4):
        yield unpacked(raw[len(LZ4) + 4 :])
    elif raw.startswith(SQLITE):
        yield from rows(file)


def rows(file: Path) -> Iterator[bytes]:
    """Yield the rows of a database, whose pages may cut a text in two."""
    with closing(sqlite3.connect(file)) as database:
        database.text_factory = bytes
        for (table,) in database.execute(TABLES).fetchall():
            with suppress(sqlite3.OperationalError):  # tables that only its browser can read
                for row in database.execute(f'SELECT * FROM "{table.decode()}"'):  # noqa: S608
                    yield b"\0".join(
                        one if isinstance(one, bytes) else str(one).encode() for one in row
                    )


def unpacked(block: bytes) -> bytes:
    """Unpack a block of LZ4 (lz4_Block_format.md, as Firefox keeps its tabs)."""
    out, at = bytearray(), 0

    def length(base: int) -> int:
        nonlocal at
        more = 255 if base == 15 else 0
        while more == 255:
            more = block[at]
            base, at = base + more, at + 1
        return base

    while at < len(block):
        token, at = block[at], at + 1
        literal = length(token >> 4)
        out += block[at : at + literal]
        at += literal
        if at < len(block):
            back, at = int.from_bytes(block[at : at + 2], "little"), at + 2
            for _ in range(length(token & 15) + 4):
                out.append(out[-back])
    return bytes(out)
