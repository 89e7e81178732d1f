"""Nothing is lost: a second tab, a look elsewhere, a saved link, hasty clicks, a change of mind."""

import pytest
from playwright.sync_api import Page, expect

from followup.guide import Guide
from followup.questions import lines_of
from tests.site.quiz_page import ANSWERS, QuizPage, fragment, set_day

pytestmark = [pytest.mark.built, pytest.mark.browser]

KNOWN = {key: ANSWERS[key] for key in ("heard", "interviewed-on", "timeline")}
HOSTILE = "<img src=x onerror=alert(1)>"


def another(page: Page, guide: Guide) -> QuizPage:
    """Open another tab of the same browser."""
    tab = page.context.new_page()
    set_day(tab)
    return QuizPage(tab, guide)


def test_a_second_tab_goes_its_own_way(quiz: QuizPage) -> None:
    quiz.start(fragment(KNOWN)).on("4")
    second = another(quiz.page, quiz.guide)
    second.page.goto(f"quiz/{fragment(KNOWN)}")
    second.on("4")
    second.change("timeline")
    second.on("3")
    second.answer("timeline", "next-week")
    second.submit()
    second.on("4")
    quiz.page.reload()
    quiz.on("4")
    for tab, said in ((quiz, "none"), (second, "next-week")):
        label = tab.questions["timeline"].options[said].label
        expect(tab.stage.locator(".fu-told").get_by_text(label, exact=True)).to_have_count(1)
    quiz.fill_in()
    quiz.submit()
    quiz.on("advice")


def test_a_look_elsewhere_loses_nothing(asleep: QuizPage) -> None:
    asleep.start(fragment(KNOWN)).on("4")
    asleep.answer("other-deadline", "offer")  # chosen, and not yet sent with Continue
    asleep.look_elsewhere()
    asleep.on("4")
    expect(asleep.page.locator("#fu-true-other-deadline-offer")).to_be_checked()
    assert asleep.told()[:3] == list(KNOWN)


@pytest.mark.parametrize("screen", ["1", "3"])
def test_a_double_click_is_one_step(asleep: QuizPage, screen: str) -> None:
    before = {"1": 0, "3": 2}[screen]
    asleep.start(fragment(dict(list(ANSWERS.items())[:before])) if before else "").on(screen)
    asleep.fill_in()
    asleep.stage.get_by_role("button", name=asleep.phrases["continue"]).dblclick()
    asleep.on(str(int(screen) + 1))
    expect(asleep.stage.locator(".fu-notice--error")).to_have_count(0)
    asleep.page.go_back()
    asleep.on(screen)


def test_a_double_click_on_back_goes_back_once(asleep: QuizPage) -> None:
    asleep.start()
    asleep.go_on("1", "2")
    asleep.on("3")
    asleep.stage.get_by_role("button", name=asleep.phrases["back"]).dblclick()
    asleep.on("2")


def test_a_changed_answer_keeps_what_still_applies_and_names_what_does_not(quiz: QuizPage) -> None:
    quiz.start(fragment(KNOWN | {"other-deadline": "offer", "deadline-on": "2027-02-19"}))
    quiz.on("4")
    quiz.answer("other-deadline", "none")
    quiz.submit()
    quiz.on("advice")
    notice = quiz.stage.locator(".fu-notice", has_text=quiz.phrases["dropped-title"])
    expect(notice).to_contain_text(quiz.questions["deadline-on"].title)
    expect(quiz.stage.get_by_role("status")).to_contain_text(quiz.questions["deadline-on"].title)
    quiz.press("undo")
    quiz.on("4")
    expect(quiz.page.locator("#fu-deadline-on")).to_have_value("2027-02-19")


def test_what_a_link_holds_is_text_and_never_a_page(quiz: QuizPage) -> None:
    quiz.start(f"#v=1&heard={HOSTILE}&{HOSTILE}=1&interviewed-on={'9' * 1_000}")
    quiz.on("1")
    expect(quiz.stage.locator(".fu-notice--error")).to_be_visible()
    expect(quiz.stage.locator("img")).to_have_count(0)
    quiz.answer("heard", "nothing")
    quiz.submit()
    quiz.on("2")
    assert quiz.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_erasing_forgets_everything_even_behind_back(asleep: QuizPage) -> None:
    asleep.start()
    asleep.go_on("1", "2")
    asleep.on("3")
    asleep.press("erase")
    asleep.on("1")
    asleep.page.go_back()
    asleep.on("1")
    assert asleep.told() == []
    expect(asleep.page.locator("input:checked")).to_have_count(0)


def test_a_link_to_a_question_opens_its_screen(asleep: QuizPage) -> None:
    asleep.start("#timeline").on("3")
    expect(asleep.stage.locator(".fu-notice--error")).to_have_count(0)
    asleep.fill_in()
    asleep.submit()
    asleep.on("1")  # what was passed over is asked next
    asleep.page.evaluate("location.hash = 'thanked'")
    asleep.on("4")
    asleep.page.go_back()
    asleep.on("1")


PLACES = {
    **{one: one for one in ("heard", "interviewed-on", "timeline", "thanked", "channels")},
    "heard-asked": "heard",
    "check-ins-unsure": "check-ins",
    "screen-said": "timeline",
    "screen-whom": "contact",
    "true-contact": "contact",
}


@pytest.mark.parametrize(
    ("width", "places"), [(320, [*PLACES]), (1280, ["timeline", "true-contact"])]
)
def test_a_link_brings_the_reader_to_its_question(
    asleep: QuizPage, width: int, places: list[str]
) -> None:
    asleep.page.set_viewport_size({"width": width, "height": 600})
    for place in places:
        question = PLACES[place]
        asleep.page.goto("about:blank")
        asleep.start(f"#{place}")
        line = asleep.page.locator(f".fu-lines > label:has([id^=fu-true-{question}])").first
        legend = asleep.page.locator(f"#fu-{question}-legend:visible").or_(line)
        expect(legend, place).to_be_in_viewport(ratio=1)
        expect(asleep.stage.locator(":focus"), place).to_have_count(1)
        inside = (line if lines_of(question) else legend.locator("..")).locator(":focus")
        if inside.count() == 0:  # on the heading, just before it
            asleep.page.keyboard.press("Tab")
        expect(inside, place).to_have_count(1)


def test_the_next_screen_begins_at_its_top_with_nothing_laid_over_it(asleep: QuizPage) -> None:
    asleep.page.set_viewport_size({"width": 320, "height": 568})
    asleep.start("#timeline").on("3")
    asleep.fill_in()
    asleep.press("continue")  # at the foot of a long screen
    asleep.on("1")
    expect(asleep.stage.get_by_role("heading", level=1)).to_be_focused()
    asleep.page.wait_for_function("() => scrollY === 0")
    asleep.press("continue")  # the error is scrolled to
    expect(asleep.stage.locator(".fu-notice--error")).to_be_focused()
