"""A disagreement where advice comes from says what is in dispute, our advice, and who says what."""

from markdown import markdown

from scripts.guide.reader import GuideSource
from scripts.pages.disagreements import disagreements
from tests.scripts.little_guide import read

ENTRY = (
    "## Call, or write & wait? { #k1 }\n\nWrite first.\n\n"
    "- **Climb the Ladder** says no.\n- **Quebec** says yes.\n\n"
    "**Why we chose this:** it waits.\n\n**How sure:** majority view\n"
)


def test_a_block_says_the_question_and_our_advice_and_leads_to_the_entry() -> None:
    (block,) = disagreements(read({"disagreements": ENTRY})).values()
    html = markdown(block, extensions=["attr_list"])
    assert "Call, or write &amp; wait? Write first." in html
    assert 'href="disagreements.md#k1"' in html


def test_there_is_a_block_for_each_disagreement(source: GuideSource) -> None:
    blocks = disagreements(source)
    assert set(blocks) == {f"{conflict.lower()}.md" for conflict in source.conflicts}
