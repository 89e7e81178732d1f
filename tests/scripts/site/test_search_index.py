"""The index of the search is taken apart, and nothing of it is lost."""

import json
from pathlib import Path

from scripts.site import search_index


def test_the_words_are_taken_out_of_the_index(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    docs = [{"location": "timing/", "title": "When", "text": "‘Soon’"}]
    config = {"lang": ["en"]}
    (tmp_path / search_index.INDEX).write_text(json.dumps({"config": config, "docs": docs}))
    search_index.take_words(tmp_path)
    assert json.loads((tmp_path / search_index.INDEX).read_text()) == {"config": config, "docs": []}
    assert json.loads((tmp_path / search_index.WORDS).read_text()) == docs
