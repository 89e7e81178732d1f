"""What the site and the quiz would read differently is refused; what both read alike is not."""

import pytest

from scripts.guide import references, two_readers
from tests.scripts.little_guide import read

SECTION = "## A section { #section }\n\n"
OPTION = "## Screen { #screen-a }\n\n### Q { #q }\n\n_Why we ask:_ it matters.\n\n- "

DIFFER = {
    "glued bold": ("**Wait.**Then ask.", "a space behind the bold words"),
    "glued bold in quotes": ("**“their day.”**Then ask.", "a space behind the bold words"),
    "a list under a line": ("Wait for one of these:\n- a\n- b", "an empty line before a list"),
    "a line that begins with a sign": ("Wait\n+ 2 days.", "or begin the line otherwise"),
    "a line that begins with a number": ("Wait for\n1) a day.", "or begin the line otherwise"),
    "a table under a line": ("Wait.\n| a | b |\n| - | - |\n| c | d |", "before a table"),
    "a line that begins with #": ("Wait until you are\n#1 on the list.", "begin with #"),
    "a backslash at the end": ("Wait.\\\nThen ask.", "leave out the backslash"),
    "a box": ("!!! note\n    Wait.", "boxes are not read"),
    "braces behind a space": ("See [this](timing.md) { #here }", "braces right behind a link"),
    "a list two spaces deep": ("- a\n  - b", "by four spaces"),
    "an included line in a list": ('- a\n\n    --8<-- "k5.md"', "begin at the margin"),
    "a fence in a list": ("- a\n\n    ```text\n    Hello\n    ```\n", "write it"),
}


@pytest.mark.parametrize("name", DIFFER)
def test_what_the_two_read_differently_is_refused(name: str) -> None:
    text, advice = DIFFER[name]
    source = read({"timing": f"{SECTION}Fine.\n\n{text}\n"})
    found = [(place.line, said) for place, said in two_readers.faults(source)]
    assert found
    assert all(line >= 9 + 2 for line, _ in found), "the line of the fault"
    assert advice in found[0][1], found


def test_a_heading_closed_by_signs_is_refused() -> None:
    source = read({"timing": "## Title ## { #id }\n\nWait.\n"})
    ((place, said),) = two_readers.faults(source)
    assert str(place) == "docs/timing.md:9"
    assert "behind the heading" in said or "braces" in said


@pytest.mark.parametrize(
    ("written", "lead"),
    [
        ("Wait.<br>Then ask.", "Wait. Then ask."),
        ('They [say](timing.md){ target="_blank" } so.', "They say so."),
        ('They [say](timing.md){ lang="fr" } so.', "They say so."),
        ('They say so [T9](sources.md#t9){ title="x" .fu-claim }.', "They say so."),
        ("Wait&nbsp;for\nthem.", "Wait for them."),
        ("Wait <b>now</b>.", "Wait now."),
    ],
)
def test_what_both_read_says_the_same(written: str, lead: str) -> None:
    source = read({"timing": f"{SECTION}{written}\n"})
    assert source.sections["timing#section"]["lead"] == lead
    assert [*two_readers.faults(source)] == []


@pytest.mark.parametrize(
    "written",
    [
        "[It is still\n  going on](a.md){ #q-x } They wrote.",
        "[It is <b>still</b> going on](a.md){ #q-x } They wrote.",
        "[It is still going&nbsp;on](a.md){ #q-x } They wrote.",
    ],
)
def test_an_option_has_the_words_of_the_page(written: str) -> None:
    source = read({"quiz": OPTION + written})
    option = source.questions["q"]["options"]["x"]
    assert (option["label"], option["hint"]) == ("It is still going on", "They wrote.")
    assert [*two_readers.faults(source)] == []


@pytest.mark.parametrize("first", ["> Wait.", '<p class="x">Wait.</p>', "```\nWait.\n```"])
def test_a_lead_that_is_no_plain_paragraph_is_refused(first: str) -> None:
    source = read({"timing": f"{SECTION}{first}\n\nThen give up.\n"})
    (said,) = [text for _, text in references.leads(source)]
    assert "does not begin with a paragraph" in said


def test_a_phrase_keeps_its_slot_on_the_page() -> None:
    table = "| Id | Words |\n| --- | --- |\n| deed | Wait. Then {deed} |\n"
    source = read({"about/phrases": f"## Words {{ #words }}\n\n{table}"})
    assert source.phrases["deed"] == "Wait. Then {deed}"
    assert [*two_readers.faults(source)] == []


@pytest.mark.parametrize("cell", ["**Go.**on", "`Go | on` x"])
def test_a_phrase_that_the_page_shows_otherwise_is_refused(cell: str) -> None:
    table = f"| Id | Words |\n| --- | --- |\n| go | {cell} |\n"
    source = read({"about/phrases": f"## Words {{ #words }}\n\n{table}"})
    assert [*two_readers.faults(source)]


def test_a_number_over_a_line_break_is_the_number() -> None:
    numbers = "## Numbers { #numbers }\n\nAll of them.\n\n| What | Time |\n| --- | --- |\n"
    row = "| Wait { #some-wait } | 2 business days |\n"
    text = f"{numbers}{row}\n{SECTION}After [2 business\ndays](timing.md#some-wait).\n"
    source = read({"timing": text})
    assert [*references.numbers_in_prose(source)] == []
    assert [*two_readers.faults(source)] == []


def test_a_message_fenced_in_braces_is_refused() -> None:
    with pytest.raises(ValueError, match="a message is fenced as one of"):
        read({"messages": f"{SECTION}Send it.\n\n``` {{ .text-agency }}\nHello,\n```\n"})
