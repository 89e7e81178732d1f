"""The quiz, from the first question to the advice, with the real Python in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from followup.questions import BY_ID, lines_of
from scripts.site.html import Page as Built
from tests.site.quiz_page import ANSWERS, QuizPage, fragment, headline

pytestmark = [pytest.mark.built, pytest.mark.browser]

LINK = fragment(ANSWERS)


def test_a_reader_comes_to_an_advice(quiz: QuizPage) -> None:
    quiz.start()
    passed = quiz.finish()
    assert passed[:2] == ["1", "2"]
    assert len(passed) <= 4
    expect(quiz.stage.locator("h1")).to_have_text(headline(ANSWERS))
    expect(quiz.stage).to_have_attribute("data-action", "follow-up")


def test_every_link_of_the_advice_leads_to_a_section(
    quiz: QuizPage, site_url: str, built: list[Built]
) -> None:
    quiz.start(LINK).on("advice")
    links = quiz.stage.locator("a:not([href^='mailto:'])").evaluate_all(
        "all => all.map((one) => one.href)"
    )
    assert len(links) > 5
    places = {f"{one.address}#{place}" for one in built for place in one.found.ids}
    pages = {one.address for one in built}
    assert {link.removeprefix(site_url) for link in links} <= places | pages


def test_a_reload_keeps_what_was_answered(asleep: QuizPage) -> None:
    asleep.start()
    asleep.answer("heard", "nothing")
    asleep.submit()
    asleep.answer("interviewed-on", ANSWERS["interviewed-on"])
    asleep.page.reload()
    asleep.on("2")
    expect(asleep.page.locator("#fu-interviewed-on")).to_have_value(ANSWERS["interviewed-on"])
    asleep.submit()
    asleep.on("3")


def test_an_unanswered_question_is_told_and_focused(asleep: QuizPage) -> None:
    asleep.start()
    asleep.press("continue")
    summary = asleep.stage.locator(".fu-notice--error")
    expect(summary).to_be_focused()
    expect(summary).not_to_have_attribute("role", "alert")  # the focus says it once
    summary.locator("a").first.click()
    expect(asleep.page.locator("input[name=fu-heard]").first).to_be_focused()
    asleep.on("1")


def test_a_refused_part_of_a_link_is_named_and_the_rest_kept(quiz: QuizPage) -> None:
    quiz.start("#v=1&heard=nonsense&interviewed-on=2027-02-02")
    expect(quiz.stage.locator(".fu-notice--error")).to_be_visible()
    assert quiz.told() == ["interviewed-on"]


def test_the_keyboard_alone_is_enough(quiz: QuizPage) -> None:
    quiz.start()
    while quiz.screen != "advice":
        for question in quiz.asked():
            if ANSWERS[question] != BY_ID[question].plain:
                answer_by_keys(quiz, question, ANSWERS[question])
        before = quiz.screen
        quiz.page.keyboard.press("Enter")
        expect(quiz.stage).not_to_have_attribute("data-screen", before or "")
        expect(quiz.stage).not_to_have_attribute("data-screen", "slow")
        expect(quiz.stage.locator("h1")).to_be_focused()
    expect(quiz.stage.locator("h1")).to_have_text(headline(ANSWERS))


def answer_by_keys(quiz: QuizPage, question: str, value: str) -> None:
    """Answer a question without a pointer: by its line, its field or its options."""
    press = quiz.page.keyboard.press
    lines = lines_of(question)
    line = next((one for one in lines if one.value in {"", value}), None)
    if line:
        reach(quiz, f"true-{line.id}")
        press("Space")
        if line.value:
            return
    reach(quiz, question)
    field = quiz.field(question, value)
    if field.get_attribute("type") == "date":
        quiz.page.keyboard.type(value)
        return
    press("Space")
    while not field.is_checked():
        press("ArrowDown")


def reach(quiz: QuizPage, place: str) -> None:
    """Press Tab until the focus is in a question, or on one of its options."""
    for _ in range(200):
        if re.match(rf"fu-{place}\b", quiz.page.evaluate("document.activeElement.id")):
            return
        quiz.page.keyboard.press("Tab")
    pytest.fail(f"Tab does not lead to {place}")


def test_nothing_of_the_answers_leaves_the_page(quiz: QuizPage) -> None:
    seen: list[str] = []
    quiz.page.on("request", lambda request: seen.append(f"{request.url} {request.post_data}"))
    quiz.start(LINK).on("advice")
    assert [one for one in seen if ANSWERS["interviewed-on"] in one.partition("#")[0]] == []
    assert quiz.page.context.cookies() == []
    stored = quiz.page.evaluate("JSON.stringify([localStorage, sessionStorage])")
    assert ANSWERS["interviewed-on"] not in stored


def test_a_country_brings_its_holidays_and_no_request_tells_which(quiz: QuizPage) -> None:
    asked: list[str] = []
    quiz.page.on("request", lambda request: asked.append(request.url))
    promised = ANSWERS | {"timeline": "date", "decision-date": "2027-02-12", "country": "US"}
    quiz.start(fragment(promised))
    quiz.on("advice")
    expect(quiz.stage.locator("h1")).to_contain_text("17")  # Presidents’ Day is the 15th
    assert [url for url in asked if "almanac" in url.rpartition("/")[2]] != []
    assert not [url for url in asked if "US" in url.partition("#")[0]]


def test_the_region_is_asked_for_with_the_country_and_moves_the_day(quiz: QuizPage) -> None:
    promised = ANSWERS | {"timeline": "date", "decision-date": "2027-02-12"}
    quiz.start(fragment(promised))
    quiz.on("advice")
    expect(quiz.stage.locator("h1")).to_contain_text("16")
    quiz.stage.locator("[data-fold=stated] > summary").click()
    quiz.press("beside")
    quiz.on("5")
    region = quiz.page.get_by_label(quiz.questions["region"].title)
    expect(region).to_have_count(0)
    country = quiz.page.locator("#fu-country")
    country.select_option("NO")
    country.select_option("CA")
    region.select_option(label="Ontario")
    country.select_option("NO")
    expect(region).to_have_count(0)
    country.select_option("CA")
    region.select_option(label="Ontario")
    quiz.press("continue")
    quiz.on("advice")
    expect(quiz.stage.locator("h1")).to_contain_text("17")  # Family Day is the 15th
