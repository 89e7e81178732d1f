"""What is searched: the guide alone, each section with its answer first, without the claims."""

import json
from pathlib import Path

from scripts.site import search_index

DOCS = [
    {"location": "timing/", "title": "When", "text": "<p>Let it pass.</p>"},
    {
        "location": "timing/#soon",
        "title": "<em>“Soon”</em>",
        "text": "<p>Wait <b>5 days</b>. T10</p> <p>One firm &amp; another. X2 S1</p>",
    },
    {"location": "about/phrases/", "title": "Words", "text": ""},
    {"location": "about/glossary/", "title": "Glossary", "text": ""},
    {"location": "quiz/#heard", "title": "What have you heard?", "text": ""},
]


def test_the_words_take_the_place_of_the_index(tmp_path: Path) -> None:
    for name, key in ((search_index.INDEX, "docs"), (search_index.OTHER_INDEX, "items")):
        made = tmp_path / key / name
        made.parent.mkdir(parents=True)
        made.write_text(json.dumps({"config": {"lang": ["en"]}, key: DOCS}))
        words = json.loads(search_index.take_words(tmp_path / key).read_text())
        assert not made.exists()
        assert [one["location"] for one in words] == ["timing/", "timing/#soon", "about/glossary/"]
        assert words[1] == {
            "location": "timing/#soon",
            "page": "When",
            "title": "“Soon”",
            "answer": "Wait 5 days.",
            "text": "One firm & another.",
        }
