"""What a reader answers stands in the tab's own memory: not in its address, not in its title."""

import re

import pytest
from playwright.sync_api import expect

from tests.site.quiz_page import ANSWERS, QuizPage, fragment, headline

pytestmark = [pytest.mark.built, pytest.mark.browser]

LINK = fragment(ANSWERS)
KNOWN = {key: ANSWERS[key] for key in ("heard", "interviewed-on")}
PLAIN = re.compile(r"/quiz/$")  # an address that tells nothing
# Notes what each entry of the history holds when it is met, before the quiz hears of it.
MEET = """window.met = [];
addEventListener("popstate", () => met.push(JSON.stringify(history.state)));"""


def test_neither_address_nor_title_tells_an_answer(quiz: QuizPage) -> None:
    quiz.start()
    title = quiz.page.title()
    while quiz.screen != "advice":
        quiz.fill_in()
        expect(quiz.page).to_have_url(PLAIN)
        quiz.submit()
        expect(quiz.page).to_have_title(title)
    expect(quiz.page).to_have_url(PLAIN)


@pytest.mark.parametrize(
    ("link", "screen"), [("#v=1&heard=nothing", "2"), ("#timeline", "3"), ("#v=1", "1")]
)
def test_a_link_is_read_and_then_cleared(asleep: QuizPage, link: str, screen: str) -> None:
    asleep.start(link).on(screen)
    expect(asleep.page).to_have_url(PLAIN)
    asleep.page.reload()
    asleep.on(screen)


def test_a_link_that_is_followed_on_the_page_is_cleared_too(quiz: QuizPage) -> None:
    quiz.start().is_awake()
    quiz.page.evaluate("link => (location.hash = link)", LINK)
    quiz.on("advice")
    expect(quiz.page).to_have_url(PLAIN)
    quiz.page.go_back()
    quiz.on("1")
    expect(quiz.page.locator("input:checked")).to_have_count(0)


def test_a_step_after_a_link_on_the_page_is_there_after_a_reload(asleep: QuizPage) -> None:
    asleep.start()
    asleep.page.evaluate("link => (location.hash = link)", fragment(KNOWN))
    asleep.go_on("3")
    asleep.on("4")
    asleep.page.reload()
    asleep.on("4")
    assert asleep.told() == [*KNOWN, "timeline"]


def test_a_result_stands_after_a_reload_and_after_a_look_at_the_guide(quiz: QuizPage) -> None:
    quiz.start(LINK).on("advice")
    quiz.page.reload()
    quiz.on("advice")
    quiz.look_elsewhere()
    quiz.on("advice")
    expect(quiz.stage.locator("h1")).to_have_text(headline(ANSWERS))
    expect(quiz.page).to_have_url(PLAIN)


def test_back_goes_through_the_screens_even_after_a_look_at_the_guide(asleep: QuizPage) -> None:
    asleep.start()
    asleep.go_on("1", "2")
    asleep.on("3")
    asleep.answer("timeline", "none")  # chosen, and not yet sent with Continue
    asleep.look_elsewhere()
    asleep.on("3")
    expect(asleep.page.locator("#fu-timeline-none")).to_be_checked()
    asleep.page.go_back()
    asleep.on("2")
    expect(asleep.page.locator("#fu-interviewed-on")).to_have_value(ANSWERS["interviewed-on"])
    asleep.page.go_forward()
    asleep.on("3")
    expect(asleep.page.locator("#fu-timeline-none")).to_be_checked()


@pytest.mark.parametrize("steps", [0, 2])
def test_erasing_leaves_no_answer_in_any_entry_of_the_tab(asleep: QuizPage, steps: int) -> None:
    page = asleep.page
    page.add_init_script(MEET)
    asleep.start()
    before = page.evaluate("history.length")
    asleep.go_on("1", "2")
    asleep.on("3")
    for screen in ["2", "1"][:steps]:
        page.go_back()
        asleep.on(screen)
    asleep.press("erase")
    page.wait_for_function("before => history.length === before + 1", arg=before)  # none ahead
    page.evaluate("met.length = 0")
    for number, step in enumerate(("back", "forward"), 1):
        page.evaluate(f"history.{step}()")
        page.wait_for_function("number => met.length === number", arg=number)
        asleep.on("1")
        expect(page.locator("input:checked")).to_have_count(0)
    assert "heard" not in page.evaluate("[...met, JSON.stringify(history.state)].join()")
    page.reload()
    asleep.on("1")
    expect(page.locator("input:checked")).to_have_count(0)


def test_erasing_goes_on_from_an_empty_screen(asleep: QuizPage) -> None:
    asleep.start()
    asleep.go_on("1", "2")
    asleep.on("3")
    asleep.press("erase")
    asleep.on("1")
    expect(asleep.stage.get_by_role("button", name=asleep.phrases["back"])).to_have_count(0)
    erased = asleep.stage.locator(".fu-hint", has_text=asleep.phrases["erased"])
    expect(erased).to_be_visible()
    asleep.go_on("1")
    asleep.on("2")
    expect(erased).to_have_count(0)
    asleep.press("back")
    asleep.on("1")
    expect(asleep.page.locator("#fu-heard-nothing")).to_be_checked()


OLDER = {"quiz": {"run": "a", "branch": 0, "screen": 3, "depth": 2}}  # its answers: in the address


LEFT = [(OLDER, fragment(KNOWN), "3"), (OLDER, "", "3"), ("other", "", "1"), ({"quiz": 7}, "", "1")]


def test_what_another_version_left_in_the_history_is_no_error(asleep: QuizPage) -> None:
    for state, link, screen in LEFT:
        asleep.start()
        left = "([state, link]) => history.replaceState(state, '', location.pathname + link)"
        asleep.page.evaluate(left, [state, link])
        asleep.page.reload()
        asleep.on(screen)
        expect(asleep.page).to_have_url(PLAIN)
        assert asleep.told() == (list(KNOWN) if link else []), (state, link)


def test_where_the_history_is_refused_the_quiz_goes_on(asleep: QuizPage) -> None:
    refused = "History.prototype.pushState = History.prototype.replaceState = () => { throw 0 }"
    asleep.page.add_init_script(refused)
    asleep.start(fragment(KNOWN)).on("3")
    asleep.go_on("3")
    asleep.on("4")
    assert asleep.told() == [*KNOWN, "timeline"]
