"""The questions while Python is still on its way: nothing waits and nothing is lost."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Route, expect

from followup.guide import Guide
from tests.conftest import OpenPage
from tests.site.quiz_page import ANSWERS, SLEEPS, QuizPage, fragment, headline

pytestmark = [pytest.mark.built, pytest.mark.browser]

ALL = ["1", "2", "3", "4"]
TOO_LONG_AGO = "2020-02-02"
COUNT = """
globalThis.asks = 0;
const { postMessage } = Worker.prototype;
Worker.prototype.postMessage = function (message) {
  if (message.type === "ask") globalThis.asks += 1;
  return postMessage.call(this, message);
};
"""
FILLED = {"heard": "filled", "replied": "yes", "heard-on": "2027-02-05"}


@dataclass
class Sleep:
    """Holds back a part of Python until the test says so.

    What is held stays held: where a handler is taken off in between, Playwright 1.64 later fails
    another test with “no running event loop”.
    """

    quiz: QuizPage
    held: list[Route] = field(default_factory=list)
    awake: bool = False

    def hold(self, route: Route) -> None:
        """Answer a request later, if it is early."""
        if self.awake:
            route.continue_()
        else:
            self.held.append(route)

    def wake(self) -> None:
        """Let everything through; what a reload gave up needs no answer."""
        self.awake = True
        for route in self.held[-1:]:
            route.continue_()


@pytest.fixture
def sleep(open_page: OpenPage, guide: Guide) -> Iterator[Sleep]:
    """Give a quiz whose Python does not wake up by itself."""
    with open_page() as page:
        asleep = Sleep(QuizPage(page, guide))
        page.route(SLEEPS, asleep.hold)
        yield asleep


def test_all_questions_need_no_python_and_then_the_wait_is_spoken_of(sleep: Sleep) -> None:
    quiz = sleep.quiz.start()
    for screen in ALL:
        quiz.on(screen)
        expect(quiz.stage).to_have_attribute("data-state", "waking")
        quiz.fill_in()
        quiz.press("continue")
    quiz.on("slow")
    expect(quiz.stage.locator("progress")).to_be_visible()
    expect(quiz.stage.locator(".fu-load__words")).to_contain_text("MB")
    assert quiz.told() == list(ANSWERS)
    sleep.wake()
    quiz.on("advice")
    expect(quiz.stage.locator("h1")).to_have_text(headline(ANSWERS))


def test_a_long_wait_offers_to_try_again(sleep: Sleep, guide: Guide) -> None:
    quiz = sleep.quiz.start(fragment(ANSWERS))
    quiz.on("slow")
    again = quiz.stage.get_by_role("button", name=guide.phrases["down-again"])
    expect(again).to_be_visible()
    sleep.awake = True
    again.click()
    quiz.on("advice")
    expect(quiz.stage.locator("h1")).to_have_text(headline(ANSWERS))


def test_whoever_has_one_day_to_tell_hears_without_python_how_it_ended(sleep: Sleep) -> None:
    quiz, errors = sleep.quiz, list[str]()
    quiz.page.on("pageerror", lambda error: errors.append(str(error)))
    quiz.page.add_init_script(COUNT)
    quiz.start().on("1")
    for question, value in FILLED.items():
        quiz.answer(question, value)
    quiz.press("continue")
    quiz.on("advice")
    expect(quiz.stage.locator("h1")).to_have_text(headline(FILLED))
    expect(quiz.stage).to_have_attribute("data-state", "waking")
    expect(quiz.stage).to_have_attribute("aria-busy", "false")
    quiz.press("back")
    quiz.on("1")
    quiz.press("continue")
    quiz.on("advice")
    sleep.wake()
    expect(quiz.stage).to_have_attribute("data-state", "advising")
    assert quiz.page.evaluate("() => asks") == 0
    quiz.press("back")
    quiz.on("1")
    asks = quiz.page.evaluate("() => asks")
    quiz.press("continue")
    quiz.on("advice")
    expect(quiz.stage.locator("h1")).to_have_text(headline(FILLED))
    assert quiz.page.evaluate("() => asks") == asks
    assert errors == []


def test_back_forward_change_reload_and_erase_work_in_its_sleep(sleep: Sleep) -> None:
    quiz = sleep.quiz.start()
    quiz.go_on("1", "2")
    quiz.on("3")
    quiz.press("back")
    quiz.on("2")
    expect(quiz.page.locator("#fu-interviewed-on")).to_have_value(ANSWERS["interviewed-on"])
    quiz.page.go_back()
    quiz.on("1")
    expect(quiz.page.locator("#fu-heard-nothing")).to_be_checked()
    quiz.page.go_forward()
    quiz.on("2")
    quiz.page.go_forward()
    quiz.on("3")
    quiz.page.reload()
    quiz.on("3")
    quiz.change("heard")
    quiz.on("1")
    expect(quiz.stage).to_have_attribute("data-state", "waking")
    quiz.submit()
    quiz.on("3")
    quiz.press("erase")
    quiz.on("1")
    expect(quiz.page.locator("input:checked")).to_have_count(0)
    assert quiz.told() == []


def test_a_link_is_understood_as_far_as_the_book_goes(sleep: Sleep) -> None:
    known = {key: ANSWERS[key] for key in ("heard", "interviewed-on", "timeline")}
    quiz = sleep.quiz.start(fragment(known))
    quiz.on("4")
    assert quiz.told() == list(known)


def test_a_finished_link_waits_and_can_be_changed_meanwhile(sleep: Sleep) -> None:
    quiz = sleep.quiz.start(fragment(ANSWERS))
    quiz.on("slow")
    assert quiz.told() == list(ANSWERS)
    quiz.change("timeline")
    quiz.on("3")
    quiz.answer("timeline", "next-week")
    quiz.press("continue")
    quiz.on("slow")
    quiz.press("back")
    quiz.on("3")
    sleep.wake()
    quiz.is_awake()
    quiz.press("continue")
    quiz.on("advice")
    expect(quiz.stage.locator("h1")).to_have_text(headline(ANSWERS | {"timeline": "next-week"}))


def test_a_day_that_cannot_be_is_shown_on_its_screen_as_python_wakes(sleep: Sleep) -> None:
    quiz = sleep.quiz.start()
    quiz.go_on("1")
    quiz.answer("interviewed-on", TOO_LONG_AGO)
    quiz.press("continue")
    quiz.go_on("3")
    quiz.on("4")
    sleep.wake()
    quiz.on("2")
    expect(quiz.stage.locator(".fu-notice--error")).to_be_focused()
    expect(quiz.page.locator("#fu-interviewed-on")).to_have_value(TOO_LONG_AGO)
    assert "timeline" in quiz.told()
    quiz.answer("interviewed-on", ANSWERS["interviewed-on"])
    quiz.submit()
    quiz.on("4")


def test_a_reader_in_the_middle_of_a_screen_is_told_after_it(sleep: Sleep) -> None:
    quiz = sleep.quiz.start()
    quiz.go_on("1")
    quiz.answer("interviewed-on", TOO_LONG_AGO)
    quiz.press("continue")
    quiz.on("3")
    quiz.answer("timeline", "none")
    sleep.wake()
    quiz.is_awake()
    quiz.on("3")
    quiz.submit()
    quiz.on("2")
    expect(quiz.stage.locator(".fu-notice--error")).to_be_focused()
    assert "timeline" in quiz.told()


def test_an_answer_that_others_hung_on_names_them_in_its_sleep(sleep: Sleep) -> None:
    quiz = sleep.quiz.start()
    quiz.go_on("1", "2", "3")
    quiz.change("heard")
    quiz.answer("heard", "rejected")
    quiz.answer("replied", "no")
    quiz.answer("heard-on", ANSWERS["interviewed-on"])
    quiz.press("continue")
    notice = quiz.stage.get_by_text(quiz.phrases["dropped-title"])
    sleep.wake()
    expect(notice).to_be_visible()
    quiz.press("undo")
    quiz.on("1")
    expect(quiz.page.locator("#fu-heard-nothing")).to_be_checked()
    quiz.submit()
    quiz.on("4")


SAVES_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
UNSEEN = "Object.defineProperty(document, 'hidden', { value: true, configurable: true })"


@pytest.mark.parametrize(
    ("given", "sign"),
    [
        (SAVES_DATA, "document.querySelector('[data-quiz] input').focus()"),
        (UNSEEN, "document.dispatchEvent(new Event('visibilitychange'))"),
    ],
    ids=["a reader who saves data", "a page behind another"],
)
def test_python_is_not_sent_for_before_somebody_is_there(
    open_page: OpenPage, guide: Guide, given: str, sign: str
) -> None:
    with open_page() as page:
        page.add_init_script(given)
        QuizPage(page, guide).start().on("1")
        with page.expect_request("**/worker.js"):  # sent for once: never before, if now
            page.evaluate(sign)


def test_answers_in_a_link_need_no_other_sign(open_page: OpenPage, guide: Guide) -> None:
    with open_page() as page:
        page.add_init_script(SAVES_DATA)
        page.goto(f"quiz/{fragment(ANSWERS)}")
        QuizPage(page, guide).on("advice")
