"""The quiz is short: six readers with a phone, their presses counted, and what they see."""

import json
import re
from dataclasses import asdict
from statistics import median

import pytest
from playwright.sync_api import Locator, Page, expect

from followup.guide import Guide
from scripts.pages.stories import CONTINUE, PHONE, STORIES, Counted, Story, counted
from tests.conftest import OpenPage
from tests.site.quiz_page import QuizPage, set_day

pytestmark = [pytest.mark.built, pytest.mark.browser]

SCREENS, MEDIAN, WORDS, WORDS_ON_ONE, PRESSES = 6, 4, 400, 120, 9
READABLE = """() => {
  const words = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode, range = document.createRange();
    range.selectNode(text);
    const { width, height } = range.getBoundingClientRect();
    const seen = text.parentElement.checkVisibility({ visibilityProperty: true });
    if (!seen || width < 2 || height < 2 || text.parentElement.closest(".fu-hidden")) continue;
    words.push(...text.textContent.split(/\\s+/).filter((one) => /[\\p{L}\\p{N}]/u.test(one)));
  }
  return words.length;
}"""
FOOT = """() => Math.round(scrollY
  + document.querySelector("[data-quiz] [type=submit]").getBoundingClientRect().bottom)"""


def place(quiz: QuizPage, press: str) -> Locator:
    """Find what is pressed."""
    page = quiz.page
    if press == CONTINUE:
        return quiz.stage.locator("[type=submit]")
    if press.startswith("+"):
        return quiz.stage.locator("label", has=page.locator(f"#fu-true-{press[1:]}"))
    if press.endswith("…"):
        return page.locator(f"[aria-controls=fu-{press[:-1]}-more]")
    question, _, value = re.split(r"([=~])", press)
    if "=" in press:
        return quiz.stage.locator("label", has=page.locator(f"#fu-{question}-{value}"))
    field = quiz.stage.locator("fieldset", has=page.locator(f"#fu-{question}"))
    return field.locator(".fu-chip", has_text=re.compile(f"^{quiz.phrases[value]} ")).last


def walked(page: Page, guide: Guide, story: Story) -> Counted:
    """Take a way from the home page to the advice."""
    quiz = QuizPage(page, guide)
    set_day(page)
    page.goto("")
    page.locator("main article a[href='quiz/']:visible").first.click()
    quiz.on("1")
    words, feet, here = [], [], None
    for press in story.presses:
        pressed = place(quiz, press)
        expect(pressed).to_be_visible()  # where one press leads on, the next is on what has come
        if quiz.screen != here:
            here = quiz.screen
            words.append(page.evaluate(READABLE))
            feet.append(page.evaluate(FOOT))
        pressed.click()
        if press == CONTINUE:
            expect(quiz.stage).not_to_have_attribute("data-screen", str(here))
    quiz.on("advice")
    return Counted(len(words), sum(words), max(words), len(story.presses) + 1, max(feet))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.id)
def test_a_way_is_as_short_as_it_is_said_to_be(
    open_page: OpenPage, guide: Guide, story: Story
) -> None:
    with open_page(viewport=PHONE, reduced_motion="reduce") as page:
        found = walked(page, guide, story)
    assert found == counted()[story.id], json.dumps({story.id: asdict(found)})
    assert found.screens <= SCREENS
    assert found.words <= WORDS
    assert found.most_words <= WORDS_ON_ONE
    assert found.presses <= PRESSES
    assert found.deepest <= PHONE["height"]


def test_half_of_the_ways_have_four_screens_at_most() -> None:
    assert median(one.screens for one in counted().values()) <= MEDIAN


def test_nothing_below_continue_leads_out_of_the_quiz(asleep: QuizPage) -> None:
    asleep.start()
    expect(asleep.page.locator(".fu-foot, .fu-cite")).not_to_have_count(0)
    for link in asleep.page.locator(".fu-foot, .fu-cite, .fu-reviewed").all():
        expect(link).to_be_hidden()


def test_help_shows_why_we_ask_and_what_each_answer_means(asleep: QuizPage) -> None:
    asleep.start()
    question = asleep.questions["heard"]
    hint = asleep.stage.get_by_text(question.options["nothing"].hint)
    why = asleep.stage.get_by_text(question.why)
    expect(hint).to_be_hidden()
    asleep.answer("heard", "nothing")
    expect(hint).to_be_visible()
    expect(why).to_be_hidden()
    asleep.press("help")
    expect(why).to_be_visible()
    expect(asleep.stage.get_by_text(question.options["offer"].hint)).to_be_visible()


def test_an_answer_is_named_without_its_hint(asleep: QuizPage) -> None:
    asleep.start()
    option = asleep.questions["heard"].options["nothing"]
    radio = asleep.page.get_by_role("radio", name=option.label, exact=True)
    expect(radio).to_have_accessible_description(option.hint)


def test_a_new_screen_takes_the_place_of_the_old_while_the_focus_rests(asleep: QuizPage) -> None:
    asleep.start()
    asleep.answer("heard", "nothing")
    asleep.page.evaluate(
        """() => {
          window.rests = [];
          document.addEventListener("focusin", ({ target }) =>
            rests.push([target.className || target.tagName, document.querySelectorAll("h1").length
              && document.querySelector("[data-quiz] h1").textContent]));
        }"""
    )
    before = asleep.stage.locator("h1").inner_text()
    asleep.press("continue")
    expect(asleep.stage.locator("h1")).to_be_focused()
    rests = asleep.page.evaluate("rests")
    stage, heading = rests[-2:]
    assert "fu-stage" in stage[0]
    assert stage[1] == before  # it still stood when the focus left it
    assert heading[1] != before
