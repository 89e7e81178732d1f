"""A result is short, and whole for everybody: six stories on a phone, on paper, large, mirrored."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time

import pytest
from playwright.sync_api import Page, expect

from followup.guide import Guide
from tests.conftest import OpenPage, origin_of, sheets, without_faults
from tests.site.axe import fits, resize
from tests.site.quiz_page import TODAY, QuizPage, set_day, view
from tests.site.test_result import arrived, finished, situations

pytestmark = [pytest.mark.built, pytest.mark.browser]

WIDTH, HEIGHT = 360, 740  # of a phone
SCREENS = 4
COMMON = {
    "heard": "nothing",
    "interviewed-on": "2027-02-02",
    "timeline": "none",
    "instructions": "none",
    "other-deadline": "none",
    "thanked": "yes",
    "check-ins": "0",
    "contact": "hiring-manager",
    "channels": "email+phone",
    "culture": "unsure",
    "manner": "friendly",
    "calls-normal": "no",
}
STORIES: dict[str, dict[str, str]] = {
    "their date has passed": {"timeline": "date", "decision-date": "2027-02-05"},
    "they named no date": {},
    "two weeks, and please wait": {
        "timeline": "two-weeks",
        "instructions": "wait-for-us",
        "interviewed-on": "2027-02-05",
    },
    "a missed call": {"heard": "asked", "replied": "no", "asked-for": "missed-call"},
    "an offer elsewhere": {
        "other-deadline": "offer",
        "deadline-on": "2027-02-12",
        "deadline-told": "no",
    },
    "a shop, only a phone, call me": {
        "interviewed-on": "2027-02-04",
        "instructions": "call-any",
        "thanked": "no",
        "channels": "phone",
        "culture": "direct",
        "calls-normal": "yes",
    },
}
TOLD_TODAY = {"other-deadline": "offer", "deadline-on": "2027-02-09", "deadline-told": "yes"}
COPIES = re.compile("copy|mail", re.IGNORECASE)
ENDS = "document.querySelector('.fu-result__body').getBoundingClientRect().bottom + scrollY"
# What WCAG 1.4.12 asks for.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }"""
OWN_STYLES = """async (rules) => {
  const sheet = new CSSStyleSheet();
  await sheet.replace(rules);
  document.adoptedStyleSheets = [sheet];
}"""
CUT_OFF = """() => [...document.querySelectorAll(".fu-plan svg")]
  .filter((one) => one.checkVisibility())
  .flatMap((one) => { const box = one.getBoundingClientRect();
    return [...one.querySelectorAll("text")].filter((text) => {
      const { left, right } = text.getBoundingClientRect();
      return left < box.left - 1 || right > box.right + 1; }); })
  .map((text) => text.textContent)"""


@pytest.fixture
def result(kept: Page, site_url: str, guide: Guide) -> Iterator[QuizPage]:
    """Give a phone with the quiz on it, in the one page of this module: Python wakes up once."""
    kept.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    with without_faults(kept, origin_of(site_url)):
        yield arrived(QuizPage(kept, guide), COMMON)


def told(quiz: QuizPage, name: str) -> QuizPage:
    quiz.follow(COMMON | STORIES[name])
    headline = view(COMMON | STORIES[name], advise=True)["headline"]["text"]
    expect(quiz.stage.locator("h1")).to_have_text(headline)
    quiz.stage.locator("details").evaluate_all("all => all.forEach((one) => (one.open = false))")
    return quiz


@contextmanager
def styled(page: Page, rules: str) -> Iterator[None]:
    """Lay a reader's own styles over the page, as a policy lets a reader do."""
    page.evaluate(OWN_STYLES, rules)
    yield
    page.evaluate("document.adoptedStyleSheets = []")


@pytest.mark.parametrize("name", STORIES)
def test_a_result_ends_within_four_screens_of_a_phone(result: QuizPage, name: str) -> None:
    told(result, name)
    ends = result.page.evaluate(ENDS)
    assert ends <= SCREENS * HEIGHT, f"{ends / HEIGHT:.2f} screens"
    assert fits(result.page)


def test_words_for_another_day_are_folded_and_cannot_be_copied(result: QuizPage) -> None:
    told(result, "two weeks, and please wait")
    fold = result.stage.locator("details[data-fold=words]")
    expect(fold).not_to_have_attribute("open", "")
    expect(fold.locator("summary").first).to_contain_text("Wednesday, February 24")
    fold.locator("summary").first.click()
    expect(fold.locator(".fu-letter")).to_be_visible()
    expect(fold.get_by_role("button", name=COPIES)).to_have_count(0)
    expect(fold.get_by_role("link", name=COPIES)).to_have_count(0)


def test_on_the_day_to_decide_the_words_for_a_no_are_ready(result: QuizPage) -> None:
    result.follow(COMMON | TOLD_TODAY)
    letter = result.stage.locator("[data-message=withdrawing]")
    expect(result.stage.get_by_role("button", name=COPIES).first).to_be_visible()
    letter.locator(".fu-blank").first.click()
    expect(result.page.locator("#fu-blank-job")).to_be_focused()
    result.follow(COMMON | TOLD_TODAY | {"deadline-on": "2027-02-11"})
    expect(letter).to_be_hidden()
    result.unfold("refusal")
    expect(letter).to_be_visible()
    fold = result.stage.locator("[data-fold=refusal]")
    expect(fold.get_by_role("button", name=COPIES)).to_have_count(0)


def test_at_twice_the_text_size_nothing_runs_out_of_the_page(result: QuizPage) -> None:
    for name in STORIES:
        told(result, name)
        result.stage.locator("details").evaluate_all("all => all.map((one) => (one.open = true))")
        with styled(result.page, "html { font-size: 200% !important; }"):
            assert fits(result.page), name


def test_with_wide_spacing_the_plan_is_not_cut_off(result: QuizPage) -> None:
    for width in (360, 1280):
        resize(result.page, width)
        for name in STORIES:
            told(result, name)
            with styled(result.page, SPACED):
                assert result.page.evaluate(CUT_OFF) == [], name
                assert fits(result.page), name


def test_read_from_right_to_left_the_plan_stays_in_order(result: QuizPage) -> None:
    told(result, "their date has passed")
    result.page.evaluate("document.documentElement.dir = document.body.dir = 'rtl'")
    assert fits(result.page)
    assert result.page.evaluate(CUT_OFF) == []
    result.page.evaluate("document.documentElement.dir = document.body.dir = 'ltr'")


def test_in_forced_colors_signs_are_still_seen(open_page: OpenPage, guide: Guide) -> None:
    with open_page(forced_colors="active") as page:
        quiz = arrived(QuizPage(page, guide), COMMON)
        told(quiz, "their date has passed")
        filled = "all => all.map((one) => getComputedStyle(one).backgroundColor)"
        pips = quiz.stage.locator(".fu-facts .fu-sure__pips i").evaluate_all(filled)
        assert pips[0] == pips[1] != pips[2]
        chevron = """one => { const { backgroundColor, forcedColorAdjust } =
          getComputedStyle(one, "::after"); return [backgroundColor, forcedColorAdjust]; }"""
        color, adjust = quiz.stage.locator("[data-fold] > summary").first.evaluate(chevron)
        assert adjust == "none" or color != page.evaluate(
            "getComputedStyle(document.body).backgroundColor"
        )
        ink = quiz.stage.locator(".tl-name:visible").first
        expect(ink).to_have_css(
            "fill", page.evaluate("getComputedStyle(document.querySelector('.fu-result h1')).color")
        )


def test_each_action_prints_on_one_sheet_of_any_paper(open_page: OpenPage, guide: Guide) -> None:
    with open_page() as page:
        quiz = arrived(QuizPage(page, guide))
        cases = [(case["answers"], case["today"]) for case in situations().values()]
        cases += [(COMMON | more, date.fromisoformat(TODAY)) for more in STORIES.values()]
        for given, today in cases:
            answers = finished(given, today)
            set_day(page, datetime.combine(today, time(12)))
            quiz.follow(answers)
            expected = view(answers, today=today.isoformat())["headline"]["text"]
            expect(quiz.stage.locator("h1")).to_have_text(expected)
            assert sheets(page) == 1, expected


def test_the_call_words_are_on_the_paper(result: QuizPage) -> None:
    tomorrow = STORIES["an offer elsewhere"] | {"deadline-on": "2027-02-10"}
    result.follow(COMMON | tomorrow)
    expect(result.stage.locator("h1")).to_contain_text("by phone")
    result.page.emulate_media(media="print")
    expect(result.stage.locator(".fu-letter--script")).to_be_visible()
    result.page.emulate_media(media="screen")
