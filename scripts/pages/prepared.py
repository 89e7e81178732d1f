"""Prepare the pages for a site generator: those of docs/, and what is made from them.

A page of docs/ stays as it is, but for the shape of its sections, for slots that must stay words,
and for stubs of what has moved. So every generator makes the same site, and `make serve` shows it.
"""

import re
from pathlib import Path

from scripts.build_cache import files
from scripts.guide.reader import QUIZ_PAGE, GuideSource, address_of
from scripts.guide.two_readers import with_slots
from scripts.pages import redirects
from scripts.pages.quiz_folds import folded
from scripts.pages.sections import shaped
from scripts.paths import DOCS, MADE, PREPARED, write_if_changed

CHIP = re.compile(r"(\]\([^()\s]*\)\{ \.fu-claim)(?= \}(?!`))")  # the name of a claim is no word

HOME = "index"
ROW = re.compile(r"\[([^\]]+)\]\([^()\s]*#([a-z0-9-]+)\)")


def prepare(source: GuideSource, docs: Path = DOCS, prepared: Path = PREPARED) -> None:
    """Write what has changed, and drop what is gone; what other steps make there stays."""
    content = contents(source, docs)
    for place, text in content.items():
        write_if_changed(prepared / place, text)
    for name in names_in(prepared):
        if name.as_posix() not in content and not is_made(name):
            (prepared / name).unlink()


def without_rows(source: GuideSource, text: str) -> str:
    """Return a page whose numbers are plain words: a step of it leads to one place, its section."""
    return ROW.sub(lambda link: link[1] if link[2] in source.timings else link[0], text)


def names_in(folder: Path) -> list[Path]:
    """List the files of a folder by their places in it."""
    return [file.relative_to(folder) for file in files(folder)]


def is_made(name: Path) -> bool:
    """Tell whether a file among the pages is made by another step."""
    return any((PREPARED / name).is_relative_to(place) for place in MADE)


def contents(source: GuideSource, docs: Path = DOCS) -> dict[str, bytes]:
    """Return the files by their names: pages, what lies beside them, and pages of stubs."""
    kept = [name for name in names_in(docs) if not is_made(name)]
    found = {name.as_posix(): (docs / name).read_bytes() for name in kept}
    moved = redirects.stubs(source, redirects.read(docs / redirects.LEDGER.name))
    for page in source.pages:
        text = with_slots(shaped(source, page, found[f"{page}.md"].decode()))
        if page == HOME:
            text = without_rows(source, text)
        text = CHIP.sub(r"\1 translate=no", text)
        if page == QUIZ_PAGE:
            text = folded(text, source.phrases["plain-answers"])
        lines = [one.line(page) for one in moved.pop(address_of(page), ())]
        found[f"{page}.md"] = "\n\n".join((text.rstrip("\n"), *lines, "")).encode()
    for address, those in moved.items():
        found[f"{address}index.html"] = redirects.page_of_stubs(address, those).encode()
    return found
