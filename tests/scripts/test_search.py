"""The index of the search is taken apart, and nothing of it is lost."""

import json
from pathlib import Path

from scripts import search


def test_the_words_are_taken_out_of_the_index(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    docs = [{"location": "timing/", "title": "When", "text": "‘Soon’"}]
    config = {"lang": ["en"]}
    (tmp_path / search.INDEX).write_text(json.dumps({"config": config, "docs": docs}))
    search.take_words(tmp_path)
    assert json.loads((tmp_path / search.INDEX).read_text()) == {"config": config, "docs": []}
    assert json.loads((tmp_path / search.WORDS).read_text()) == docs
