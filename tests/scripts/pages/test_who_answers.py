"""Who answers for a copy is what its publisher has set, and nothing is made up."""

import pytest

from scripts.guide.reader import GuideSource
from scripts.pages.who_answers import AUTHOR, CONTACT, who_answers

MAIL = "mailto:ada@example.org?subject=x"


@pytest.mark.parametrize(
    ("author", "contact", "missing"),
    [("Ada *L*", MAIL, 0), ("Ada *L*", "", 1), ("", MAIL, 1), ("", "", 2)],
)
def test_what_is_set_is_named_and_what_is_not_is_missing(
    source: GuideSource,
    monkeypatch: pytest.MonkeyPatch,
    author: str,
    contact: str,
    missing: int,
) -> None:
    monkeypatch.setenv(AUTHOR, author)
    monkeypatch.setenv(CONTACT, contact)
    said = who_answers(source)["who-answers.md"]
    assert (r"Ada \*L\*" in said) is bool(author)
    assert (f"[ada@example.org]({MAIL})" in said) is bool(contact)
    assert said.count("missing") == missing
    assert (f"`{AUTHOR}`" in said) is bool(missing)
