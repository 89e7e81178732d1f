"""Each section of the guide leads back into the quiz, with an answer that fits its reader."""

import pytest

from followup.questions import QUESTIONS, SCREENS
from scripts.guide.reader import DISAGREEMENTS_PAGE, SOURCES_PAGE, Block, GuideSource
from scripts.pages.quiz_links import WITHOUT, Way, line, stands_alone, way_in
from scripts.pages.sections import AS_WRITTEN
from scripts.paths import SITE
from scripts.site.html import Page


def block(source: GuideSource, ref: str) -> Block:
    return next(one for one in source.blocks if one.ref == ref)


def way(source: GuideSource, ref: str) -> Way:
    return way_in(source, block(source, ref))


def test_a_section_that_one_option_names_brings_that_answer_along_and_says_so(
    source: GuideSource,
) -> None:
    option = source.questions["heard"]["options"]["still-deciding"]
    found = way(source, option["section"])
    assert found.fragment == "#v=1&heard=still-deciding"
    assert option["label"] in found.starts


def test_several_answers_are_chosen_from_in_the_quiz(source: GuideSource) -> None:
    no = source.questions["heard"]["options"]["rejected"]["section"]
    for section, question in ((no, "heard"), ("timing#what-their-words-mean", "timeline")):
        found = way(source, section)
        assert found.fragment == f"#{question}"
        assert source.questions[question]["title"] in found.starts


def test_no_answer_is_brought_along_that_the_quiz_would_drop(source: GuideSource) -> None:
    by_id = {question.id: question for question in QUESTIONS}
    for one in source.blocks:
        fragment = way_in(source, one).fragment
        if fragment.startswith("#v=1&"):
            question, value = fragment.removeprefix("#v=1&").split("=")
            assert stands_alone(by_id[question], value), one.ref
        elif fragment:
            assert by_id[fragment[1:]].screen <= SCREENS, one.ref


def test_the_way_of_a_section_is_its_own_if_it_has_one(source: GuideSource) -> None:
    own = "[Find my day](quiz.md#v=1&thanked=no){ .fu-ask } Starts with: no thanks."
    found = line(source, block(source, "replies#they-said-no"), f"Text.\n\n{own}\n")
    assert "(quiz.md#v=1&thanked=no)" in found
    assert "Starts with: no thanks." in found
    assert found.count("quiz.md") == 1


@pytest.mark.built
def test_every_section_of_the_built_guide_has_one_way_into_the_quiz(source: GuideSource) -> None:
    for name in source.pages:
        if name.startswith((*AS_WRITTEN, DISAGREEMENTS_PAGE, SOURCES_PAGE, *WITHOUT)):
            continue
        html = Page(SITE, SITE / name / "index.html").html
        sections = html.split("<h2 ")[1:]
        assert [one.count("fu-ask") for one in sections] == [1] * len(sections), name
