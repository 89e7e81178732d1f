"""How hard a text is to read: what counts, how it is counted, and what is too hard."""

import pytest

from scripts.guide.readability import Measure, findings, measure, measures, sentences
from tests.scripts.little_guide import read


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two? Three!", 3),
        ("They said “Soon.” You wait.", 2),
        ("It costs 2.5 dollars.", 1),
        ("Ask Dr. Lee, e.g. by email.", 1),
        ("A line of a list without a full stop", 1),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_the_index_is_the_published_formula() -> None:
    counted = measure(["Wait one week. Then ask again."])
    assert counted == Measure(characters=23, words=6, sentences=2)
    assert counted.age == pytest.approx(4.71 * 23 / 6 + 0.5 * 3 - 21.43 + 5)


def test_only_prose_is_counted() -> None:
    body = (
        "Two words. [T9](sources.md#t9){ .fu-claim }\n\n## A heading { #a }\n\n"
        "| a | b |\n| - | - |\n| c | d |\n\n```text\ncode\n```\n\n- [Only a link](timing.md)\n"
        "- Three [words](timing.md) here\n\nSaid by: S1 2.\n"
    )
    assert measures(read({"timing": body}))["timing"].words == 5


@pytest.mark.parametrize("page", ["about/phrases", "about/decisions/001-x"])
def test_tables_of_words_and_records_of_decisions_are_not_measured(page: str) -> None:
    source = read({page: "Words.\n", "timing": "Words.\n"})
    assert list(measures(source)) == ["timing"]


EASY = Measure(characters=400, words=100, sentences=10)


def test_a_text_that_is_easy_has_no_finding() -> None:
    assert findings({"a": EASY}) == []


def test_hard_words_and_long_sentences_are_named_with_their_page() -> None:
    hard = Measure(characters=700, words=100, sentences=10)
    long = Measure(characters=400, words=100, sentences=5)
    assert findings({"a": hard, "b": EASY, "c": EASY, "d": EASY}) == [
        "docs/a.md: reading age 21.5, at most 13"
    ]
    assert findings({"a": long, "b": EASY}) == [
        "docs/a.md: 20.0 words in a sentence on average, at most 15"
    ]


def test_the_average_has_a_limit_of_its_own() -> None:
    pages = dict.fromkeys("ab", Measure(characters=505, words=100, sentences=10))
    assert findings(pages) == ["docs: reading age 12.4, at most 12"]
