"""Take the words out of the index of the search: pages load the index, only searches the words."""

import json
from pathlib import Path

from scripts.paths import SITE

INDEX, WORDS = "search/search_index.json", "search/words.json"


def take_words(site: Path = SITE) -> Path:
    """Leave in the index how to search; put what is searched into a file of its own."""
    index = json.loads((site / INDEX).read_text(encoding="utf-8"))
    _write(site / WORDS, index["docs"])
    _write(site / INDEX, index | {"docs": []})
    return site / WORDS


def _write(path: Path, content: object) -> None:
    path.write_text(
        json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )
