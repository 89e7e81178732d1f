"""An entry of the register says where a figure was seen, what was searched, and the verdict."""

from scripts.guide.doubtful_numbers import doubtful_numbers, faults
from scripts.guide.reader import GuideSource
from tests.scripts.little_guide import read

ENTRY = """## All of them { #all }

We found nothing.

- **Seen:** [a page](https://example.org/a) and `example.net/b`, undated.
- **Searched:** the words.
- **Verdict:** No origin found.
"""


def complaints(entry: str) -> list[str]:
    """Return what is wrong with a register of one entry."""
    return [f"{place}: {text}" for place, text in faults(read({"doubtful-numbers": entry}))]


def test_an_entry_is_read_with_the_pages_that_it_only_names() -> None:
    (one,) = doubtful_numbers(read({"doubtful-numbers": ENTRY}))
    assert (one.block.title, one.found) == ("All of them", "We found nothing.")
    assert one.seen == "a page and example.net/b, undated."
    assert one.seen_at == ("https://example.org/a", "https://example.net/b")
    assert (one.searched, one.verdict) == ("the words.", "No origin found")
    assert complaints(ENTRY) == []


def test_an_entry_without_a_line_or_with_a_verdict_of_its_own_is_refused() -> None:
    (missing,) = complaints(ENTRY.replace("- **Searched:** the words.\n", ""))
    assert missing == (
        "docs/doubtful-numbers.md:9: “All of them” has no line that begins **Searched:**"
    )
    (unknown,) = complaints(ENTRY.replace("No origin found", "Wrong"))
    assert "the verdict “Wrong” is none of" in unknown


def test_each_entry_of_the_guide_says_where_it_was_seen(source: GuideSource) -> None:
    listed = list(doubtful_numbers(source))
    assert len(listed) == len({one.block.id for one in listed}) > 0
    ours = {"number-20-percent"}  # seen in an article whose address nobody has
    assert {one.block.id for one in listed if not one.seen_at} == ours
