"""The result: its picture, what would change it, the calendar file, and what can be taken along."""

import re

import pytest
from playwright.sync_api import expect

from tests.site.pilot import ANSWERS, Pilot, view

pytestmark = [pytest.mark.built, pytest.mark.browser]

LINK = "#v=1&" + "&".join(f"{key}={value}" for key, value in ANSWERS.items())


def result(quiz: Pilot, link: str = LINK) -> Pilot:
    quiz.start(link).on("advice")
    return quiz


def changes() -> list[dict[str, str]]:
    found: list[dict[str, str]] = view(ANSWERS, advise=True)["words"]["changes"]  # type: ignore[index,call-overload,unused-ignore]
    return found


def test_the_plan_is_drawn_for_the_width_there_is_and_said_in_words(quiz: Pilot) -> None:
    result(quiz)
    plan = quiz.stage.locator(".fu-plan")
    expect(plan.locator(".fu-plan__wide")).to_be_visible()
    expect(plan.locator(".fu-plan__tall")).to_be_hidden()
    marks = view(ANSWERS, advise=True)["timeline"]["marks"]  # type: ignore[index]
    expect(plan.get_by_role("img")).to_have_accessible_description("")
    expect(plan.get_by_role("img")).to_have_accessible_name(
        " ".join(["Your plan on a calendar", *(mark["text"] for mark in marks)])
        + " In good time: 9 to 23 Feb"
    )
    plan.locator("summary").click()
    expect(plan.locator("ol > li")).to_have_text([mark["text"] for mark in marks])
    quiz.page.set_viewport_size({"width": 320, "height": 700})
    expect(plan.locator(".fu-plan__tall")).to_be_visible()
    expect(plan.locator(".fu-plan__wide")).to_be_hidden()


def test_trying_another_answer_leaves_the_own_answers_as_they_are(quiz: Pilot) -> None:
    result(quiz)
    before, headline = quiz.page.url, quiz.stage.locator("h1").inner_text()
    change = changes()[0]
    row = quiz.stage.locator(".fu-flips > li").first
    expect(row).to_contain_text(change["if"])
    attempt = row.get_by_role("button").first
    expect(attempt).to_have_attribute("aria-expanded", "false")
    attempt.focus()
    quiz.page.keyboard.press("Enter")
    expect(attempt).to_have_attribute("aria-expanded", "true")
    expect(attempt).to_be_focused()
    sides = row.locator(".fu-compare > div")
    expect(sides.first).to_contain_text(headline)
    expect(sides.last).to_contain_text(change["then"])
    expect(sides.last.locator("mark").first).to_be_visible()
    expect(quiz.stage.locator(".fu-leaf--pencil")).not_to_have_count(0)
    assert quiz.page.url == before
    quiz.page.keyboard.press("Escape")
    expect(attempt).to_have_attribute("aria-expanded", "false")
    expect(attempt).to_be_focused()
    expect(row.locator(".fu-compare")).to_have_count(0)
    assert quiz.page.url == before


def test_only_one_other_answer_is_tried_at_a_time(quiz: Pilot) -> None:
    rows = result(quiz).stage.locator(".fu-flips > li")
    for number in (0, 1):
        rows.nth(number).get_by_role("button").first.click()
        expect(rows.nth(number).locator(".fu-compare")).to_be_visible()
    expect(quiz.stage.locator(".fu-compare")).to_have_count(1)


def test_what_really_happened_becomes_the_answer(quiz: Pilot) -> None:
    row = result(quiz).stage.locator(".fu-flips > li").first
    change = changes()[0]
    row.get_by_role("button").first.click()
    row.get_by_role("button", name=quiz.phrases["use-it"]).click()
    expect(quiz.page).to_have_url(re.compile(f"{change['question']}={change['to']}"))
    expect(quiz.stage.locator("h1")).to_be_focused()
