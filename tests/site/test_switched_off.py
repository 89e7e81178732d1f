"""The quiz with something missing: no JavaScript, no Python, no network half way."""

import re

import pytest
from playwright.sync_api import Route, expect

from followup.guide import Guide
from tests.conftest import OpenPage
from tests.site.quiz_page import ANSWERS, QuizPage, fragment

pytestmark = [pytest.mark.built, pytest.mark.browser]

BLOCKED = "Failed to load resource"


def test_without_javascript_all_questions_can_be_read(open_page: OpenPage, guide: Guide) -> None:
    with open_page(java_script_enabled=False) as page:
        page.goto("quiz/")
        at_rest = page.locator(".fu-static").inner_text().split()
        shut = page.locator(".fu-static details:not([open]) > summary")
        while shut.count() > 0:
            shut.first.click()
        assert len(at_rest) < len(page.locator(".fu-static").inner_text().split()) / 2
        for question, text in guide.questions.items():
            expect(page.locator(f"[id='{question}']")).to_be_visible()
            for value in text.options:
                expect(page.locator(f"[id='{question}-{value}']")).to_be_visible()


def test_without_javascript_an_option_leads_to_its_section(
    open_page: OpenPage, guide: Guide
) -> None:
    with open_page(java_script_enabled=False) as page:
        page.goto("quiz/")
        page.locator("#heard-rejected").click()
        section = guide.questions["heard"].options["rejected"].section
        expect(page).to_have_url(re.compile("/{}/#{}$".format(*section.split("#"))))


# Each other file: make test-faults.
@pytest.mark.parametrize("missing", ["*.wasm", "worker.js"])
def test_without_python_the_page_says_so_and_keeps_the_answers(
    open_page: OpenPage, guide: Guide, missing: str
) -> None:
    with open_page(expected=BLOCKED) as page:
        page.route(f"**/{missing}", lambda route: route.abort())
        quiz = QuizPage(page, guide).start(fragment(ANSWERS))
        quiz.on("down")
        expect(quiz.stage.get_by_text(guide.phrases["down-title"])).to_be_visible()
        expect(page.locator(".fu-static")).to_be_visible()
        page.unroute(f"**/{missing}")
        quiz.press("down-again")
        quiz.on("advice")


def test_while_the_book_can_go_on_nobody_stops_for_python(
    open_page: OpenPage, guide: Guide
) -> None:
    with open_page(expected=BLOCKED) as page:
        page.route("**/*.wasm", lambda route: route.abort())
        quiz = QuizPage(page, guide).start()
        hint = quiz.stage.locator(".fu-hint", has_text=guide.phrases["down-hint"])
        expect(hint).to_be_visible()
        quiz.go_on("1", "2", "3")
        quiz.on("4")
        expect(hint).to_be_visible()
        expect(page.locator(".fu-static")).to_be_hidden()
        quiz.fill_in()
        quiz.press("continue")
        quiz.on("down")
        expect(quiz.stage.locator("h2").first).to_be_focused()
        expect(page.locator(".fu-static")).to_be_visible()
        quiz.press("back")
        quiz.on("4")
        expect(page.locator("#fu-true-thanked-yes")).to_be_checked()
        page.go_back()
        quiz.on("3")


def test_answers_given_before_python_failed_are_kept(open_page: OpenPage, guide: Guide) -> None:
    with open_page(expected=BLOCKED) as page:
        waiting: list[Route] = []
        gone: list[bool] = []
        page.route("**/frozen.wasm", lambda route: route.abort())
        page.route("**/guide.json", lambda route: route.abort() if gone else waiting.append(route))
        with page.expect_request("**/guide.json"):
            quiz = QuizPage(page, guide).start()
        quiz.go_on("1", "2")
        quiz.on("3")
        quiz.answer("timeline", "next-week")
        gone.append(True)
        waiting.pop().abort()
        hint = quiz.stage.locator(".fu-hint", has_text=guide.phrases["down-hint"])
        expect(hint).to_be_visible()
        page.unroute("**/guide.json")
        quiz.press("down-again")
        expect(hint).to_be_hidden()
        expect(page.locator("#fu-timeline-next-week")).to_be_checked()
        assert quiz.told() == ["heard", "interviewed-on"]
        quiz.submit()
        quiz.on("4")
        quiz.is_awake()


def test_a_browser_without_workers_still_asks(open_page: OpenPage, guide: Guide) -> None:
    with open_page() as page:
        page.add_init_script("Worker = undefined")
        quiz = QuizPage(page, guide).start()
        expect(quiz.stage.locator(".fu-hint", has_text=guide.phrases["down-hint"])).to_be_visible()
        quiz.go_on("1")
        quiz.on("2")


@pytest.mark.parametrize("missing", ["fetch", "Intl.DateTimeFormat"])
def test_a_browser_that_lacks_something_says_so_and_leaves_the_list(
    open_page: OpenPage, missing: str
) -> None:
    with open_page(expected="page error") as page:
        page.add_init_script(f"{missing} = undefined")
        page.goto("quiz/")
        expect(page.locator(".fu-static")).to_be_visible()
        notice = page.locator("[role=alert], [data-quiz] .fu-notice")
        expect(notice.locator("visible=true").first).to_be_visible()


@pytest.mark.parametrize(
    ("path", "missing"),
    [("quiz/", "quiz.js"), ("quiz/", "first-screens.json"), ("embed/", "controller.js")],
)
def test_without_the_quiz_files_the_page_says_so_and_a_try_brings_it(
    open_page: OpenPage, guide: Guide, missing: str, path: str
) -> None:
    with open_page(expected=BLOCKED) as page:
        page.route(f"**/{missing}", lambda route: route.abort())
        page.goto(path)
        expect(page.locator("#heard, .fu-static").first).to_be_visible()
        again = page.get_by_role("alert").get_by_role("button")
        expect(again).to_be_visible()
        page.unroute(f"**/{missing}")
        again.click()
        QuizPage(page, guide).on("1")
        expect(page.get_by_role("alert")).to_have_count(0)


def test_a_quiz_that_takes_long_is_told_of_and_takes_its_place_when_it_comes(
    open_page: OpenPage, guide: Guide
) -> None:
    with open_page() as page:
        waiting: list[Route] = []
        page.route("**/first-screens.json", lambda route: waiting.append(route))  # noqa: PLW0108 - no method
        page.goto("quiz/")
        expect(page.get_by_role("alert")).to_be_visible()
        waiting.pop().continue_()
        QuizPage(page, guide).on("1")
        expect(page.get_by_role("alert")).to_have_count(0)
