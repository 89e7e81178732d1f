"""A disagreement beside the advice says what its entry says, all of it."""

from markdown import markdown

from scripts.guide.reader import GuideSource
from scripts.pages.disagreements import disagreements
from tests.scripts.little_guide import read

ENTRY = (
    "## Call, or write & wait? { #k1 }\n\nWrite [first](timing.md#a).\n\n"
    "- **S2** says no. [G3](sources.md#g3){ .fu-claim }\n- **Quebec** says yes.\n\n"
    "**Why we chose this:** it waits.\n\n**How sure:** majority view\n"
)


def test_a_block_holds_all_four_parts_as_they_were_written() -> None:
    (block,) = disagreements(read({"disagreements": ENTRY})).values()
    html = markdown(block, extensions=["md_in_html", "attr_list"])
    parts = (
        "<summary><b>Sources disagree</b> Call, or write &amp; wait?</summary>",
        'Write <a href="timing.md#a">first</a>.',
        '<li><strong>S2</strong> says no. <a class="fu-claim" href="sources.md#g3">G3</a></li>',
        "<li><strong>Quebec</strong> says yes.</li>",
        "it waits.",
        "majority view",
    )
    places = [html.index(part) for part in parts]
    assert places == sorted(places)


def test_there_is_a_block_for_each_disagreement(source: GuideSource) -> None:
    blocks = disagreements(source)
    assert set(blocks) == {f"{conflict.lower()}.md" for conflict in source.conflicts}
    for name, text in blocks.items():
        sides = source.conflicts[name.removesuffix(".md").upper()]["sides"]
        assert text.count("\n- ") == len(sides), name
