"""Put packed twins beside the site's files, so that a host need not pack them for each reader."""

import gzip
import hashlib
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from scripts.paths import BUILD, SITE

# By the name that browsers ask for, best first: the twin's suffix, and how it is made.
WAYS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "br": (".br", lambda content: brotli.compress(content, quality=11, lgwin=24)),
    "gzip": (".gz", lambda content: gzip.compress(content, 9, mtime=0)),
}
TWINS = frozenset(suffix for suffix, _ in WAYS.values())
KINDS = ("css", "html", "js", "json", "md", "mjs", "svg", "txt", "wasm", "whl", "xml", "zip")
PACKABLE = frozenset(f".{kind}" for kind in KINDS)
CACHE = BUILD / "packed"  # by content: the largest file takes half a minute


def pack(site: Path = SITE, cache: Path = CACHE) -> None:
    """Write the twins of all files that get smaller; forget what no file is made of any more."""
    cache.mkdir(parents=True, exist_ok=True)
    files = [file for file in site.rglob("*") if file.suffix in PACKABLE and file.is_file()]
    with ThreadPoolExecutor() as several:
        used = set().union(*several.map(lambda file: _twins(file, cache), files))
    for old in set(cache.iterdir()) - used:
        old.unlink()


def _twins(file: Path, cache: Path) -> set[Path]:
    content = file.read_bytes()
    name = hashlib.sha256(content).hexdigest()
    used = set()
    for suffix, way in WAYS.values():
        kept = cache / f"{name}{suffix}"
        used.add(kept)
        if not kept.is_file():
            # Another file with the same content may be packed at this moment: no half is ever seen.
            made = cache / f"{name}{suffix}.{threading.get_ident()}"
            made.write_bytes(way(content))
            made.replace(kept)
        if kept.stat().st_size < len(content):
            file.with_name(file.name + suffix).write_bytes(kept.read_bytes())
    return used
