"""Each section of the guide leads back into the quiz, with an answer that fits its reader."""

import re
from dataclasses import replace

import pytest
from markdown import markdown

from followup.questions import QUESTIONS, SCREENS
from scripts.guide.reader import Block, GuideSource, read_pages
from scripts.pages.quiz_links import WITHOUT, stands_alone, ways_in, with_ways
from scripts.paths import SITE
from scripts.site.html import Page

PAGE = """---
title: T
---

# P

Lead.

## No { #they-said-no }

- Text.

## Why? { #ask-why }

By hand: [x](quiz.md#v=1){ .fu-ask }

## Again { #apply-again }

Last.
"""


def block(source: GuideSource, ref: str) -> Block:
    return next(one for one in source.blocks if one.ref == ref)


def fragments(source: GuideSource, ref: str) -> list[str]:
    return [way.fragment for way in ways_in(source, block(source, ref))[1]]


def test_a_section_that_an_option_names_brings_that_answer_along(source: GuideSource) -> None:
    options = source.questions["heard"]["options"]
    for question in QUESTIONS:
        for value, option in source.questions[question.id]["options"].items():
            if question.id == "heard" and value in question.values:
                assert f"#v=1&heard={value}" in fragments(source, option["section"])
    no = options["rejected"]["section"]
    assert fragments(source, no) == ["#v=1&heard=rejected", "#v=1&heard=filled"]


def test_many_answers_are_chosen_from_in_the_quiz(source: GuideSource) -> None:
    assert fragments(source, "timing#what-their-words-mean") == ["#timeline"]


def test_no_answer_is_brought_along_that_the_quiz_would_drop(source: GuideSource) -> None:
    by_id = {question.id: question for question in QUESTIONS}
    for one in source.blocks:
        for way in ways_in(source, one)[1]:
            if way.fragment.startswith("#v=1&"):
                question, value = way.fragment.removeprefix("#v=1&").split("=")
                assert stands_alone(by_id[question], value), one.ref
            elif way.fragment:
                assert by_id[way.fragment[1:]].screen <= SCREENS, one.ref


def test_a_line_stands_at_the_end_of_each_section_and_none_twice(source: GuideSource) -> None:
    page = with_ways(replace(source, blocks=read_pages({"replies": PAGE}).blocks), "replies", PAGE)
    html = markdown(page.split("---\n", 2)[2], extensions=["attr_list"])
    parts = re.split(r"(?=<h\d)", html)[1:]
    assert ['class="fu-way"' in part for part in parts] == [False, True, False, True]
    assert parts[1].index("</ul>") < parts[1].index('href="quiz.md#v=1&amp;heard=rejected"')
    assert re.sub(r"<b>.*\n\{ \.fu-way.*\n\n?", "", page).split() == PAGE.split()


@pytest.mark.built
def test_every_section_of_the_built_guide_leads_into_the_quiz(source: GuideSource) -> None:
    for name in source.pages:
        if name.startswith(WITHOUT):
            continue
        page = Page(SITE, SITE / ("" if name == "index" else name) / "index.html")
        ids = [one.id for one in source.blocks if one.page == name and one.level > 1]
        parts = re.split(r'<h[1-6][^>]*\bid="([^"]+)"', page.html)
        found = dict(zip(parts[1::2], parts[2::2], strict=True))
        assert [one for one in ids if 'class="fu-ask"' not in found[one]] == [], name
