"""A question stands in the list that its heading names."""

import pytest

from scripts.guide import question_lists
from scripts.guide.reader import GuideSource
from tests.scripts.little_guide import read

SHOWN = '## All { #all }\n\nAll of them.\n\n--8<-- "asked-waits.md"\n'
QUESTION = '## “Is it late?” { #late data-asked="waits" }\n\nNo.\n'
PAGES = {"situations": SHOWN, "timing": QUESTION}


def test_a_list_has_the_questions_that_name_it() -> None:
    source = read(PAGES | {"calling": QUESTION.replace("late", "soon")})
    assert question_lists.lists(source) == {
        "asked-waits.md": "- [“Is it late?”](timing.md#late)\n- [“Is it soon?”](calling.md#soon)\n"
    }
    assert list(question_lists.faults(source)) == []


@pytest.mark.parametrize(
    ("page", "text", "fault"),
    [
        ("timing", QUESTION.replace(' data-asked="waits"', ""), "does not say in which list"),
        ("timing", QUESTION.replace("waits", "calls"), "no page shows the list"),
        ("timing", "## Wait { #wait }\n\nWait.\n", "no question stands in the list"),
    ],
)
def test_a_question_and_its_list_must_meet(page: str, text: str, fault: str) -> None:
    found = [words for _, words in question_lists.faults(read(PAGES | {page: text}))]
    assert any(fault in words for words in found)


def test_the_46_questions_of_the_first_day_are_all_there(source: GuideSource) -> None:
    assert sum(bool(block.asked) for block in source.blocks) >= 46
