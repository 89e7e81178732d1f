"""Days in the browser: picked, typed, chosen, and always said back in words."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.site.quiz_page import ANSWERS, QuizPage, fragment

pytestmark = [pytest.mark.built, pytest.mark.browser]

SECOND = "#v=1&heard=nothing"  # leads to the day of the interview; today is 9 February 2027
THIRD = f"{SECOND}&interviewed-on=2027-02-02"


def chip(quiz: QuizPage, choice: str) -> Locator:
    """Find a quick choice; it says its day, too."""
    return quiz.stage.locator(".fu-chip", has_text=re.compile(f"^{quiz.phrases[choice]} "))


def is_on(quiz: QuizPage, day: str) -> None:
    expect(quiz.page.locator("#fu-interviewed-on")).to_have_value(day)


def type_day(quiz: QuizPage, text: str) -> None:
    quiz.page.locator("#fu-interviewed-on-typed").fill(text)


def asked_about(quiz: QuizPage, text: str, ask: str) -> Locator:
    """Go on with a text that is no one day; return where the days that may be meant stand."""
    quiz.start(SECOND)
    type_day(quiz, text)
    is_on(quiz, "")
    quiz.press("continue")
    expect(quiz.stage.locator(".fu-notice--error")).to_be_focused()
    return quiz.stage.get_by_role("group", name=ask)


QUICK = {
    "today": "2027-02-09",
    "yesterday": "2027-02-08",
    "a-week-ago": "2027-02-02",
    "two-weeks-ago": "2027-01-26",
}


def test_a_quick_choice_is_a_day(asleep: QuizPage) -> None:
    asleep.start(SECOND)
    for choice, day in QUICK.items():
        chip(asleep, choice).click()
        asleep.on("3")  # nothing else is open there
        asleep.press("back")
        is_on(asleep, day)


def test_a_typed_day_is_said_back_in_words(asleep: QuizPage) -> None:
    asleep.start(SECOND)
    type_day(asleep, "2 feb")
    expect(asleep.stage.locator(".fu-echo")).to_contain_text("Tuesday, February\u00a02")
    is_on(asleep, "2027-02-02")
    asleep.press("continue")
    asleep.on("3")
    expect(asleep.stage.locator(".fu-told")).to_contain_text("Tuesday, February\u00a02")


def test_what_can_mean_two_days_offers_both(asleep: QuizPage) -> None:
    which = asked_about(asleep, "02/03", asleep.phrases["which-day"])
    expect(which.get_by_role("button")).to_have_text(
        ["Tuesday, March\u00a02", "Wednesday, February\u00a03"]
    )
    which.get_by_role("button", name="Wednesday, February\u00a03").click()
    expect(which).to_be_hidden()
    is_on(asleep, "2027-02-03")
    expect(asleep.page.locator("#fu-interviewed-on-typed")).to_be_focused()
    asleep.press("continue")
    asleep.on("3")


def test_a_day_beyond_its_month_offers_the_last_one(asleep: QuizPage) -> None:
    ask = asleep.phrases["short-month"].format(month="February 2026", n=28)
    which = asked_about(asleep, "30 Feb 2026", ask)
    expect(asleep.page.locator("#fu-interviewed-on-typed")).to_have_value("30 Feb 2026")
    which.get_by_role("button", name="Saturday, February\u00a028, 2026").click()
    expect(which).to_be_hidden()
    is_on(asleep, "2026-02-28")
    asleep.press("continue")
    asleep.on("3")


def test_what_is_no_day_is_told_at_its_field(asleep: QuizPage) -> None:
    asleep.start(SECOND)
    type_day(asleep, "soon")
    asleep.press("continue")
    asleep.stage.locator(".fu-notice--error a").click()
    typed = asleep.page.locator("#fu-interviewed-on-typed")
    expect(typed).to_have_value("soon")
    expect(typed).to_have_attribute("aria-invalid", "true")
    error = asleep.page.locator("#fu-interviewed-on-error")
    expect(error).to_have_text(asleep.phrases["not-a-day"])
    expect(typed).to_have_attribute("aria-describedby", re.compile("fu-interviewed-on-error"))
    expect(typed).to_be_focused()


def test_a_day_before_the_interview_is_said_to_count_no_more_at_its_field(asleep: QuizPage) -> None:
    asleep.start(THIRD).on("3")
    asleep.answer("timeline", "date")
    field = asleep.page.locator("#fu-decision-date")
    note = asleep.stage.locator(".fu-echo", has_text=asleep.phrases["echo-history"])
    field.fill("2027-02-12")
    expect(asleep.stage.locator("#fu-decision-date-echo")).to_be_visible()
    expect(note).to_have_count(0)
    field.fill("2027-02-01")
    expect(note).to_be_visible()


def test_a_day_from_elsewhere_stands_in_the_field_as_one_could_type_it(asleep: QuizPage) -> None:
    asleep.start("#v=1&heard=nothing&interviewed-on=2026-11-20").on("3")
    asleep.change("interviewed-on")
    typed = asleep.page.locator("#fu-interviewed-on-typed")
    expect(typed).to_have_value("November 20")
    asleep.page.locator("#fu-interviewed-on").fill("2027-02-02")  # the calendar of the browser
    expect(typed).to_have_value("February 2")
    expect(asleep.stage.locator(".fu-echo")).to_contain_text("7 days ago")


def test_the_error_says_what_is_wrong_and_once(asleep: QuizPage) -> None:
    asleep.start(SECOND)
    type_day(asleep, "30 feb 2027")
    asleep.press("continue")
    ask = asleep.phrases["short-month"].format(month="February 2027", n=28)
    link = asleep.stage.locator(".fu-notice--error a")
    expect(link).to_contain_text(ask)
    expect(asleep.page.locator("#fu-interviewed-on-error")).to_be_hidden()
    link.click()
    expect(asleep.page.locator("#fu-interviewed-on-typed")).to_be_focused()


def test_what_is_over_was_not_in_the_future(asleep: QuizPage) -> None:
    asleep.start("#v=1&heard=rejected&replied=yes")
    asleep.page.locator("#fu-heard-on-typed").fill("friday")
    expect(asleep.page.locator("#fu-heard-on")).to_have_value("2027-02-05")


def test_words_for_a_time_say_the_day_they_come_to(quiz: QuizPage) -> None:
    quiz.start(THIRD)
    quiz.stage.get_by_role("button", name="Yes, roughly").click()
    option = quiz.stage.locator("label", has=quiz.page.locator("#fu-timeline-early-next-week"))
    expect(option).to_contain_text("Wednesday, February\u00a010")
    quiz.on("3")


def test_a_typed_day_takes_the_place_of_not_sure(asleep: QuizPage) -> None:
    known = {key: ANSWERS[key] for key in ("heard", "interviewed-on")}
    asleep.start(fragment(known))
    asleep.answer("timeline", "date")
    asleep.page.locator("#fu-decision-date-unsure").check()
    asleep.page.locator("#fu-decision-date-typed").fill("in 2 days")
    expect(asleep.page.locator("#fu-decision-date-unsure")).not_to_be_checked()
    expect(asleep.page.locator("#fu-decision-date")).to_have_value("2027-02-11")
    asleep.page.locator("#fu-decision-date-unsure").check()
    expect(asleep.page.locator("#fu-decision-date-typed")).to_have_value("")
