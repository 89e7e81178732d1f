"""What the advice goes by stands with it; what is not true is put right there and then."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from followup.guide import Guide
from tests.conftest import origin_of, without_faults
from tests.site.quiz_page import QuizPage, headline, view
from tests.site.test_result import arrived
from tests.site.test_short_result import COMMON

pytestmark = [pytest.mark.built, pytest.mark.browser]


@pytest.fixture
def result(kept: Page, site_url: str, guide: Guide) -> Iterator[QuizPage]:
    """Give the result on a phone, in the one page of this module: Python wakes up once."""
    kept.set_viewport_size({"width": 360, "height": 740})
    with without_faults(kept, origin_of(site_url)):
        yield arrived(QuizPage(kept, guide), COMMON)


def statement(quiz: QuizPage, question: str) -> Locator:
    """Find what is stated of a question."""
    return quiz.stage.locator(f".fu-stated li[data-question={question}]").first


def test_it_stands_with_the_advice_each_a_button(result: QuizPage) -> None:
    stated = view(COMMON, advise=True)["words"]["stated"]
    buttons = result.stage.locator(".fu-stated li > button")
    assert buttons.all_inner_texts() == [one["text"] for one in stated]
    result.stage.locator("[data-fold=stated]").evaluate("one => (one.open = false)")
    expect(buttons.first).to_be_visible()


def test_what_is_not_true_is_put_right_in_its_place(result: QuizPage) -> None:
    one = statement(result, "check-ins")
    one.get_by_role("button").first.click()
    form = one.locator("form")
    expect(form.get_by_role("radio", checked=True)).to_have_value("0")
    result.page.locator("#fu-check-ins-1").check()
    form.locator("[type=submit]").click()
    expect(form.locator(".fu-notice--error")).to_be_focused()  # on which day is not said
    field = result.page.locator("#fu-last-check-in-typed")
    field.fill("Feb 5")
    field.press("Enter")
    more = {"check-ins": "1", "last-check-in": "2027-02-05", "calls": "0"}
    assert headline(COMMON) != headline(COMMON | more)
    expect(result.stage.locator("h1")).to_have_text(headline(COMMON | more))
    expect(result.stage.locator("h1")).to_be_focused()
    expect(statement(result, "check-ins")).to_contain_text("once")
    result.press("undo")
    expect(result.stage.locator("h1")).to_have_text(headline(COMMON))


def test_a_question_that_hangs_on_another_opens_with_it(result: QuizPage) -> None:
    offer = {"other-deadline": "offer", "deadline-on": "2027-02-12", "deadline-told": "no"}
    arrived(result, COMMON | offer)
    one = statement(result, "deadline-told")
    one.get_by_role("button").first.click()
    expect(result.page.locator("#fu-other-deadline-offer")).to_be_checked()
    result.page.locator("#fu-deadline-told-yes").check()
    one.locator("form [type=submit]").click()
    told = headline(COMMON | offer | {"deadline-told": "yes"})
    expect(result.stage.locator("h1")).to_have_text(told)
    result.press("undo")
    expect(statement(result, "deadline-told")).to_be_visible()


def test_escape_or_the_same_answer_changes_nothing(result: QuizPage) -> None:
    one = statement(result, "timeline")
    button = one.get_by_role("button").first
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    result.page.locator("#fu-timeline-none").press("Escape")
    expect(button).to_be_focused()
    expect(one.locator("form")).to_have_count(0)
    button.press("Enter")
    one.locator("form [type=submit]").click()
    expect(one.locator("form")).to_have_count(0)
    expect(result.stage.locator("h1")).to_have_text(headline(COMMON))


def test_one_question_is_open_at_a_time(result: QuizPage) -> None:
    for question in ("timeline", "instructions"):
        statement(result, question).get_by_role("button").first.click()
    expect(result.stage.locator(".fu-stated form")).to_have_count(1)
    expect(statement(result, "instructions").locator("form")).to_have_count(1)


def test_what_decides_the_days_is_put_right_too(result: QuizPage) -> None:
    one = statement(result, "country")
    result.stage.locator("[data-fold=stated]").evaluate("one => (one.open = true)")
    one.get_by_role("button").first.click()
    result.page.locator("#fu-country").select_option("DE")
    one.locator("form [type=submit]").click()
    expect(result.stage.locator("h1")).to_have_text(headline(COMMON | {"country": "DE"}))
    expect(statement(result, "country")).to_contain_text("Germany")
