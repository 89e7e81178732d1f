"""Find words that the guide shares with other texts: eight in a row are too many.

    python -m scripts.guide.overlap FOLDER

Every run of eight words or more that a page of the guide shares with a text
file in the folder is printed with its place. Case, punctuation and markup do
not count. Titles are quoted as they are: in the list of sources, a line that
gives a source its name ("- **Its name:** …") may share words with it.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from scripts.guide.reader import SOURCES_PAGE
from scripts.paths import DOCS

RUN = 8
TITLE = re.compile(r"- \*\*[^*]+:\*\* [\[“]")
TEXTS = (".txt", ".md", ".html", ".htm")
TARGET = re.compile(r"\]\([^)]*\)|\{:?\s*[#.][^{}]*\}|<[^>]*>")
WORD = re.compile(r"\w+(?:['’]\w+)*")


Word = tuple[str, int]  # and the line that it stands on
Run = tuple[str, ...]


def words(text: str, *, titles: bool = False) -> list[Word]:
    """Return the words of a text, without markup; lines that name a source may be left out."""
    return [
        (found.lower().replace("’", "'"), number)
        for number, line in enumerate(text.splitlines(), 1)
        if not (titles and TITLE.match(line))
        for found in WORD.findall(TARGET.sub(" ", line))
    ]


def runs(found: list[Word]) -> Iterator[Run]:
    """Yield each run of eight words."""
    texts = [text for text, _ in found]
    yield from (tuple(texts[start : start + RUN]) for start in range(len(texts) - RUN + 1))


def shared(ours: list[Word], theirs: dict[Run, str]) -> Iterator[str]:
    """Yield what is shared: the line, the words, and where they stand; runs that meet are one."""
    spans: list[tuple[int, int]] = []
    for position, run in enumerate(runs(ours)):
        if run in theirs:
            meets = spans and position <= spans[-1][1]
            start, _ = spans.pop() if meets else (position, 0)
            spans.append((start, position + RUN))
    for start, end in spans:
        texts = [text for text, _ in ours[start:end]]
        yield f"{ours[start][1]}: “{' '.join(texts)}” also stands in {theirs[tuple(texts[:RUN])]}"


def findings(pages: dict[str, str], others: dict[str, str]) -> list[str]:
    """List what pages share with other texts; pages by their names, as in "timing"."""
    theirs = {run: name for name, text in others.items() for run in runs(words(text))}
    return [
        f"docs/{page}.md:{found}"
        for page, text in pages.items()
        for found in shared(words(text, titles=page == SOURCES_PAGE), theirs)
    ]


def read(folder: Path, endings: Iterable[str]) -> dict[str, str]:
    """Read the texts in a folder, by their names."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8", errors="replace")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix in endings
    }


def main() -> int:
    """Print what is shared."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the other texts are")
    folder: Path = parser.parse_args().folder
    others = read(folder, TEXTS)
    if not others:
        print(f"there are no texts in {folder}", file=sys.stderr)
        return 2
    pages = {name.removesuffix(".md"): text for name, text in read(DOCS, (".md",)).items()}
    faults = findings(pages, others)
    print(*faults, sep="\n", end="\n" if faults else "")
    print(f"{len(faults)} shared with {len(others)} texts", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
