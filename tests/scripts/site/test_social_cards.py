"""The picture of a shared address."""

import itertools

import pytest

from scripts.site.social_cards import font, lines

TYPE = font("newsreader", 48, 500)


@pytest.mark.parametrize("text", ["", "one two three four", "one unbreakably-long-name two"])
def test_lines_hold_the_words_in_order_and_fit_but_for_a_word_too_long(text: str) -> None:
    found = lines(text, TYPE, 200)
    assert " ".join(found) == text
    for line in found:
        assert TYPE.getlength(line) <= 200 or " " not in line
    pairs = itertools.pairwise(found)
    assert all(TYPE.getlength(f"{one} {after.split()[0]}") > 200 for one, after in pairs)
