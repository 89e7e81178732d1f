"""Write the service worker, with the list of what it keeps for readers without a network."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from scripts.paths import DOCS, PREPARED, PUBLISHED, SITE, WEB
from scripts.quiz import bundle
from scripts.quiz.publish import FIRST, folders, integrity

NAME = "sw.js"
BLANK = "{ guide: {}, python: {} }"
ELSEWHERE = {"embed", "for-other-sites"}  # for other sites, which have a network
ASSETS = (
    "assets/css/board.css",
    "assets/css/extra.css",
    "assets/fonts/*.woff2",
    "assets/images/*.svg",
    "assets/javascripts/bundle.*.js",
    "assets/js/offline.js",
    "assets/js/quiz-down.js",
    "assets/js/search.js",
    "assets/js/theme.js",
    "assets/quiz/find.js",
    "assets/stylesheets/**/*.css",
    "search/words.json",
)


def write(site: Path = SITE) -> Path:
    """Write it where all of the site is within its reach."""
    kept = json.dumps({"guide": hashes(guide(site), site), "python": hashes(python(), site)})
    source = (WEB / NAME).read_text().replace(BLANK, kept)
    (site / NAME).write_bytes(bundle.shorten(source))
    return site / NAME


def hashes(keys: Iterable[str], site: Path) -> dict[str, str]:
    """Return the hash of each place, by its key."""
    return {one: integrity(_file(one, site).read_bytes()) for one in keys}


def _file(key: str, site: Path) -> Path:
    file = site / key.partition("?")[0]
    return file / "index.html" if file.is_dir() else file


def guide(site: Path) -> Iterator[str]:
    """Yield the keys of the pages and of all they are made of."""
    for page in sorted({source.stem for source in DOCS.glob("*.md")} - ELSEWHERE):
        place = "" if page == "index" else f"{page}/"
        yield key(place, site / place / "index.html")
    for file in sorted({file for pattern in ASSETS for file in site.glob(pattern)}):
        yield key(file.relative_to(site).as_posix(), file)
    yield from _published(is_python=False)


def python() -> Iterator[str]:
    """Yield the keys of what Python is made of, first what answers a reader."""
    yield from sorted(_published(is_python=True), key=lambda place: FIRST not in place)


def key(place: str, file: Path) -> str:
    """Return a place with the hash of its contents."""
    return f"{place}?{hashlib.sha256(file.read_bytes()).hexdigest()[:8]}"


def _published(*, is_python: bool) -> Iterator[str]:
    for folder in folders():
        if folder.startswith("python-") == is_python:
            for file in sorted((PUBLISHED / folder).iterdir()):
                yield file.relative_to(PREPARED).as_posix()
