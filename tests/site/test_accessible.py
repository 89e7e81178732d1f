"""Every screen of questions for everybody: axe in both schemes, size, zoom, direction, voice."""

from itertools import takewhile

import pytest
from playwright.sync_api import Page, expect

from followup.guide import Guide
from tests.conftest import OpenPage
from tests.site.axe import COLORS, NARROW, WIDE, dark, fits, resize, violations
from tests.site.quiz_page import ANSWERS, QuizPage, fragment

pytestmark = [pytest.mark.built, pytest.mark.browser]

TARGET = 44  # pixels
CONTROLS = "[data-quiz] :is(button, label, input, summary)"
TOO_SMALL = """([controls, least]) => [...document.querySelectorAll(controls)]
  .filter((one) => one.checkVisibility() && !one.closest(".fu-hidden, p, .fu-type label"))
  .filter((one) => one.getAttribute("aria-hidden") !== "true")
  .map((one) => (one.matches("[type=radio], [type=checkbox]") ? one.closest("label") : one))
  .filter((one) => !one.matches("label:not(.fu-option)"))
  .map((one) => [one, one.getBoundingClientRect()])
  .filter(([one, { width, height }]) => Math.min(width, height) < least - 0.5)
  .map(([one, { width, height }]) => `${one.className} ${one.textContent} ${width}x${height}`)"""
FIRST_OF = {1: "heard", 2: "interviewed-on", 3: "timeline", 4: "thanked"}
# What opens further fields on a screen.
OPENING = {
    1: {"heard": "rejected"},
    3: {"timeline": "date"},
    4: {
        "other-deadline": "offer",
        "check-ins": "1",
        "instructions": "call-on",
        "channels": "phone",
    },
}


def leading_to(screen: int) -> str:
    """Return the part of a link that leads to a screen."""
    before = takewhile(lambda pair: pair[0] != FIRST_OF[screen], ANSWERS.items())
    return fragment(dict(before)) if screen > 1 else ""


@pytest.fixture(params=FIRST_OF)
def screen(request: pytest.FixtureRequest) -> int:
    """Give each screen of questions."""
    number: int = request.param
    return number


def shown(page: Page, guide: Guide, screen: int) -> QuizPage:
    """Show a screen; Python may stay away, which is faster."""
    quiz = QuizPage(page, guide).without_python()
    quiz.start(leading_to(screen)).on(str(screen))
    return quiz


def opened(page: Page, guide: Guide, screen: int) -> QuizPage:
    """Show a screen with all that can stand on it, an error included."""
    quiz = shown(page, guide, screen)
    for question, value in OPENING.get(screen, {}).items():
        quiz.answer(question, value)
    quiz.press("continue")
    expect(quiz.stage.locator(".fu-notice--error")).to_be_focused()
    return quiz


def test_a_screen_of_questions_has_no_violation_and_fits(
    page: Page, guide: Guide, screen: int
) -> None:
    quiz = opened(page, guide, screen)
    each_error_belongs_to_its_question(quiz)
    for width in (WIDE, NARROW):
        resize(page, width)
        assert fits(page), f"{width} px"
        assert page.evaluate(TOO_SMALL, [CONTROLS, TARGET]) == [], f"{width} px"
    assert violations(page) == []
    with dark(page):
        assert violations(page, *COLORS) == [], "dark"


def each_error_belongs_to_its_question(quiz: QuizPage) -> None:
    errors = [one for one in quiz.stage.locator(".fu-error").all() if one.is_visible()]
    assert len(errors) == quiz.stage.locator(".fu-notice--error li").count()
    for error in errors:
        name = error.get_attribute("id") or ""
        described = f"[aria-describedby~='{name}']"
        expect(quiz.stage.locator(f"fieldset{described}")).to_be_visible()
        for field in quiz.stage.locator(f".fu-input{described}").all():
            expect(field).to_have_attribute("aria-invalid", "true")


@pytest.mark.parametrize("screen", [2, 3])
def test_a_page_read_from_right_to_left_is_mirrored(page: Page, guide: Guide, screen: int) -> None:
    shown(page, guide, screen)
    resize(page, WIDE)
    left = page.evaluate(INNER, OPTIONS)
    page.evaluate("document.documentElement.dir = document.body.dir = 'rtl'")
    right = page.evaluate(INNER, OPTIONS)
    assert [round(one["left"]) for one in left] == [round(one["right"]) for one in right]
    assert fits(page)


# How far the sign and the words of each option stand from its edge.
OPTIONS = "label.fu-option:not(.fu-options--short *)"
INNER = """(options) => [...document.querySelectorAll(options)].map((one) => {
  const box = one.getBoundingClientRect();
  const label = one.querySelector("input").getBoundingClientRect();
  return { left: label.left - box.left, right: box.right - label.right };
})"""


def test_there_is_one_voice_and_it_is_polite(page: Page, guide: Guide) -> None:
    live = "[role=status], [aria-live]:not([aria-live=off]), [role=log]"
    expect(shown(page, guide, 1).stage.locator(live)).to_have_count(1)


def test_the_focus_follows_to_the_new_heading_and_the_title_says_if_there_is_an_error(
    page: Page, guide: Guide
) -> None:
    quiz = shown(page, guide, 1)
    quiz.go_on("1")
    quiz.on("2")
    heading = quiz.stage.locator("h1")
    expect(heading).to_be_focused()
    title = page.title()
    quiz.press("continue")
    expect(page).to_have_title(quiz.phrases["title-problem"].format(title=title))


def test_nothing_moves_for_those_who_asked_for_less_motion(page: Page, guide: Guide) -> None:
    moving = """all => all.map((one) => getComputedStyle(one)).filter((one) =>
      parseFloat(one.transitionDuration) > 0.01 || one.animationName !== "none").length"""
    page.emulate_media(reduced_motion="reduce")
    assert shown(page, guide, 1).stage.locator("*").evaluate_all(moving) == 0


def test_forced_colours_leave_the_choice_visible(open_page: OpenPage, guide: Guide) -> None:
    with open_page(forced_colors="active") as page:
        quiz = shown(page, guide, 1)
        page.locator("#fu-heard-offer").check()
        for value, outline in (("offer", "solid"), ("nothing", "none")):
            option = quiz.stage.locator("label", has=page.locator(f"#fu-heard-{value}"))
            expect(option).to_have_css("outline-style", outline)
        expect(quiz.stage.get_by_role("button", name=quiz.phrases["continue"])).to_be_visible()


def test_four_times_as_large_nothing_is_cut_off(page: Page, guide: Guide) -> None:
    # 400 % on a window of 1280 × 1024 leaves 320 × 256.
    page.set_viewport_size({"width": NARROW, "height": 256})
    quiz = shown(page, guide, 1)
    quiz.go_on("1", "2")
    quiz.on("3")
    expect(quiz.stage.locator("h1")).to_be_in_viewport()
    assert fits(page)
