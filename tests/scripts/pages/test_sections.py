"""A section in shape: no id of a claim in a sentence, its sources by name in one fold."""

import re

import pytest

from scripts.guide.reader import DISAGREEMENTS_PAGE, SOURCES_PAGE, GuideSource
from scripts.pages import prepared, sections
from scripts.pages.sections import FROM, shaped
from scripts.paths import DOCS

CHIP = re.compile(r"\[[A-Z]+\d{1,2}\]\(")  # a law has a longer number: A4625


@pytest.fixture(scope="module")
def pages(source: GuideSource) -> dict[str, str]:
    """Give the pages in shape."""
    texts = {name: (DOCS / f"{name}.md").read_text("utf-8") for name in source.pages}
    return {name: shaped(source, name, text) for name, text in texts.items()}


def test_no_page_for_readers_has_the_id_of_a_claim_beside_a_sentence(pages: dict[str, str]) -> None:
    shown = {name: text for name, text in pages.items() if not name.startswith("about/")}
    assert [name for name, text in shown.items() if CHIP.search(text)] == []


def test_each_claim_that_a_page_cites_still_has_its_link(pages: dict[str, str]) -> None:
    for name in ("timing", DISAGREEMENTS_PAGE):
        text = (DOCS / f"{name}.md").read_text("utf-8")
        rows = {line for line in text.split("\n") if line.startswith(sections.ROW)}
        cited = set(sections.CLAIM.findall("\n".join(set(text.split("\n")) - rows)))
        assert {one for one in cited if f"{SOURCES_PAGE}.md#{one})" not in pages[name]} == set()


def test_a_link_that_is_shown_as_code_stays_as_it_is_written(source: GuideSource) -> None:
    link = "`[T9](sources.md#t9){ .fu-claim }`"
    assert link in (DOCS / "about/editing.md").read_text("utf-8")
    assert link in prepared.contents(source, DOCS)["about/editing.md"].decode()


def test_a_row_of_numbers_names_its_sources_once_each(pages: dict[str, str]) -> None:
    (row,) = (one for one in pages["timing"].split("\n") if "{ #after-their-date }" in one)
    assert row.count("Climb the Ladder") == 1
    assert "[“Should You Call”](sources.md#t9)" in row


def test_a_disagreement_has_its_sources_in_one_fold(
    source: GuideSource, pages: dict[str, str]
) -> None:
    folds = pages[DISAGREEMENTS_PAGE].count(f"<summary>{FROM}")
    assert folds == len(source.conflicts)


def test_names_stand_in_a_row_as_in_a_sentence() -> None:
    assert sections.in_a_row(["A"]) == "A"
    assert sections.in_a_row(["A", "B", "C"]) == "A, B and C"
