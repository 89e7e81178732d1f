"""The quiz, from the first question to the advice, with the real Python in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from tests.site.pilot import ANSWERS, Pilot, fragment, headline

pytestmark = [pytest.mark.built, pytest.mark.browser]

LINK = fragment(ANSWERS)


def test_a_reader_comes_to_an_advice(quiz: Pilot) -> None:
    quiz.start()
    passed = quiz.finish()
    assert passed[:2] == ["1", "2"]
    assert len(passed) <= 7
    expect(quiz.stage.locator("h1")).to_have_text(headline(ANSWERS))
    expect(quiz.stage).to_have_attribute("data-action", "follow-up")


def test_every_link_of_the_advice_leads_to_a_section(quiz: Pilot, site_url: str) -> None:
    quiz.start(LINK).on("advice")
    links = quiz.stage.locator("a:not([href^='mailto:'])").evaluate_all(
        "all => all.map((one) => one.href)"
    )
    assert len(links) > 5
    for link in sorted(set(links)):
        assert link.startswith(site_url)
        quiz.page.goto(link)
        expect(quiz.page.locator(f"[id='{link.partition('#')[2]}']")).to_be_attached()


def test_a_link_brings_the_advice_back(quiz: Pilot) -> None:
    quiz.start(LINK).on("advice")
    expect(quiz.stage.locator("h1")).to_have_text(headline(ANSWERS))


def test_the_same_link_gives_the_same_answers_in_the_address(quiz: Pilot) -> None:
    quiz.start(LINK).on("advice")
    assert set(quiz.page.url.partition("#")[2].split("&")) == set(LINK[1:].split("&"))


def test_a_reload_keeps_what_was_answered(quiz: Pilot) -> None:
    quiz.start()
    quiz.answer("heard", "nothing")
    quiz.submit()
    quiz.answer("interviewed-on", ANSWERS["interviewed-on"])
    quiz.page.reload()
    quiz.on("2")
    expect(quiz.page.locator("#fu-interviewed-on")).to_have_value(ANSWERS["interviewed-on"])
    quiz.submit()
    assert "3" in quiz.finish()


def test_back_shows_the_screen_before_with_its_answer(quiz: Pilot) -> None:
    quiz.start()
    quiz.answer("heard", "nothing")
    quiz.submit()
    quiz.press("back")
    quiz.on("1")
    expect(quiz.page.locator("#fu-heard-nothing")).to_be_checked()


def test_the_browsers_own_back_does_the_same(quiz: Pilot) -> None:
    quiz.start()
    quiz.answer("heard", "nothing")
    quiz.submit()
    quiz.page.go_back()
    quiz.on("1")
    quiz.page.go_forward()
    quiz.on("2")


def test_an_unanswered_question_is_told_and_focused(quiz: Pilot) -> None:
    quiz.start()
    quiz.press("continue")
    summary = quiz.stage.locator(".fu-notice--error")
    expect(summary).to_be_focused()
    summary.locator("a").first.click()
    expect(quiz.page.locator("input[name=fu-heard]").first).to_be_focused()
    assert quiz.screen == "1"


def test_a_refused_part_of_a_link_is_named_and_the_rest_kept(quiz: Pilot) -> None:
    quiz.start("#v=1&heard=nonsense&interviewed-on=2027-02-02")
    expect(quiz.stage.locator(".fu-notice--error")).to_be_visible(timeout=60_000)
    assert "interviewed-on=2027-02-02" in quiz.page.url


def test_the_keyboard_alone_is_enough(quiz: Pilot) -> None:
    quiz.start()
    press = quiz.page.keyboard.press
    while quiz.screen != "advice":
        for question in quiz.asked():
            field = quiz.field(question, ANSWERS[question])
            reach(quiz, question)
            if field.get_attribute("type") == "date":
                field.focus()
                field.fill(ANSWERS[question])
            elif field.get_attribute("type") == "checkbox":
                while not is_focused(quiz, field.get_attribute("id")):
                    press("Tab")
                press("Space")
            else:
                press("Space")
                while not field.is_checked():
                    press("ArrowDown")
        before = quiz.screen
        press("Enter")
        expect(quiz.stage).not_to_have_attribute("data-screen", before or "", timeout=60_000)
        expect(quiz.stage).not_to_have_attribute("data-screen", "slow", timeout=60_000)
        expect(quiz.stage.locator("h1")).to_be_focused()
    expect(quiz.stage.locator("h1")).to_have_text(headline(ANSWERS))


def reach(quiz: Pilot, question: str) -> None:
    """Press Tab until the focus is in the question."""
    for _ in range(200):
        if is_focused(quiz, f"fu-{question}"):
            return
        quiz.page.keyboard.press("Tab")
    pytest.fail(f"Tab does not lead to {question}")


def is_focused(quiz: Pilot, identifier: str | None) -> bool:
    focused = quiz.page.evaluate("document.activeElement.id")
    return re.match(rf"{identifier}\b", focused) is not None


def test_nothing_of_the_answers_leaves_the_page(quiz: Pilot) -> None:
    seen: list[str] = []
    quiz.page.on("request", lambda request: seen.append(f"{request.url} {request.post_data}"))
    quiz.start(LINK).on("advice")
    assert [one for one in seen if ANSWERS["interviewed-on"] in one.partition("#")[0]] == []
    assert quiz.page.context.cookies() == []
    stored = quiz.page.evaluate("JSON.stringify([localStorage, sessionStorage])")
    assert ANSWERS["interviewed-on"] not in stored


def test_a_country_brings_its_holidays_and_no_request_tells_which(quiz: Pilot) -> None:
    asked: list[str] = []
    quiz.page.on("request", lambda request: asked.append(request.url))
    promised = ANSWERS | {"timeline": "date", "decision-date": "2027-02-12", "country": "US"}
    quiz.start(fragment(promised))
    quiz.on("advice")
    expect(quiz.stage.locator("h1")).to_contain_text("17")  # Presidents’ Day is the 15th
    assert [url for url in asked if "almanac" in url.rpartition("/")[2]] != []
    assert not [url for url in asked if "US" in url.partition("#")[0]]
