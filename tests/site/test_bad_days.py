"""Days on which something is odd: the clock, the wait, what stands around the quiz."""

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from followup.guide import Guide
from tests.conftest import OpenPage
from tests.site.embedding import Embed
from tests.site.quiz_page import ANSWERS, NOON, TODAY, QuizPage, fragment, set_day

pytestmark = [pytest.mark.built, pytest.mark.browser]

MANY = "#v=1&" + "&".join(f"k{number}=1" for number in range(50_000))
# When the quiz first stands, and how long the page was busy till then, in milliseconds.
BUSY = """window.busy = [];
new PerformanceObserver((list) => busy.push(...list.getEntries().map(({ duration }) => duration)))
  .observe({ type: "longtask", buffered: true });"""
RETURN = "dispatchEvent(new Event('focus'))"


# ---- links ---------------------------------------------------------------------------


def test_a_link_without_end_is_refused_in_one_sentence_and_the_quiz_begins(
    asleep: QuizPage,
) -> None:
    asleep.page.add_init_script(BUSY)
    asleep.start(MANY).on("1")
    said = asleep.stage.get_by_text("too long to be one of ours")
    expect(said).to_be_visible()
    assert len(said.all()) == 1
    assert asleep.told() == []
    assert max(asleep.page.evaluate("busy"), default=0) < 1000  # it was two minutes and more


def test_a_link_without_end_leaves_a_running_quiz_alone(asleep: QuizPage) -> None:
    asleep.start(fragment({"heard": "nothing"})).on("2")
    asleep.page.evaluate("link => (location.hash = link)", MANY)
    expect(asleep.stage.get_by_text("too long to be one of ours")).to_have_count(1)
    asleep.on("2")
    assert asleep.told() == ["heard"]


@pytest.mark.parametrize("path", ["timing/", "quiz/"])
def test_an_address_that_cannot_be_decoded_is_no_error(page: Page, path: str) -> None:
    page.goto(f"{path}#%")
    expect(page.locator("body")).to_be_visible()
    if path == "timing/":  # all that the script of the page adds is there
        expect(page.locator(".fu-share__act").first).to_be_attached()


# ---- days ----------------------------------------------------------------------------


def test_who_comes_back_on_another_day_sees_what_holds_then_and_loses_nothing(
    quiz: QuizPage,
) -> None:
    quiz.start(fragment(ANSWERS)).on("advice")
    expect(quiz.stage.get_by_text("A new day has begun")).to_have_count(0)
    day_before = quiz.stage.locator("h1").inner_text()
    set_day(quiz.page, NOON + timedelta(days=20))
    quiz.page.evaluate(RETURN)
    expect(quiz.stage.get_by_text("A new day has begun")).to_have_count(1)
    quiz.on("advice")
    expect(quiz.stage.locator("h1")).not_to_have_text(day_before)
    expect(quiz.stage.get_by_text(re.compile(r"from today, Monday, March\s1"))).not_to_have_count(0)


def test_today_pressed_after_midnight_is_the_new_day(asleep: QuizPage) -> None:
    asleep.start(fragment({"heard": "nothing"})).on("2")
    set_day(asleep.page, NOON + timedelta(days=1))
    today = asleep.stage.get_by_role("button", name=asleep.phrases["today"]).or_(
        asleep.stage.get_by_role("radio", name=asleep.phrases["today"])
    )
    today.first.click(force=True)
    expect(asleep.stage.get_by_text("A new day has begun")).to_have_count(1)
    asleep.on("2")
    today.first.click(force=True)
    value = "2027-02-10"
    asleep.page.wait_for_function("(day) => JSON.stringify(history.state).includes(day)", arg=value)
    assert TODAY not in asleep.page.evaluate("JSON.stringify(history.state)")


def test_a_clock_that_cannot_be_right_is_named(asleep: QuizPage) -> None:
    for year in ("1970", "2100"):
        set_day(asleep.page, datetime.fromisoformat(f"{year}-01-01T12:00:00"))
        asleep.page.goto("quiz/")
        asleep.on("1")
        said = asleep.stage.get_by_text("Your device says that today is")
        expect(said).to_contain_text(year)
        expect(said).to_be_visible()


def test_a_clock_that_can_be_right_is_not(asleep: QuizPage) -> None:
    asleep.start()
    expect(asleep.stage.get_by_text("Your device says that today is")).to_have_count(0)


# ---- waits ---------------------------------------------------------------------------


def test_holidays_that_never_come_are_not_waited_for(open_page: OpenPage, guide: Guide) -> None:
    with open_page() as page:
        page.route("**/almanac.json", lambda _: None)
        quiz = QuizPage(page, guide).start(fragment(ANSWERS | {"country": "DE"}))
        quiz.on("advice")
        expect(quiz.stage.get_by_text("holidays").first).to_be_visible()


def test_that_python_failed_is_said_once(open_page: OpenPage, guide: Guide) -> None:
    with open_page(expected="Failed to load resource") as page:
        page.route("**/*.wasm", lambda route: route.abort())
        quiz = QuizPage(page, guide).start()
        voice = quiz.stage.get_by_role("status")
        expect(voice).to_have_text(guide.phrases["down-hint"])


# ---- what stands around --------------------------------------------------------------


NO_STORAGE = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError"); },
    configurable: true });"""


def test_where_storage_is_refused_search_and_colors_work(page: Page) -> None:
    page.add_init_script(NO_STORAGE)
    page.goto("timing/")
    page.get_by_role("button", name="Menu").click()
    page.locator("[data-fu-scheme]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto("timing/")
    page.get_by_role("button", name="Search").click()
    dialog = page.get_by_role("dialog", name="Search")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("voicemail")
    expect(dialog.get_by_role("listitem").first).to_contain_text("voicemail")


def test_nothing_is_stored_before_a_reader_asks_for_it(page: Page) -> None:
    page.goto("timing/")
    expect(page.locator(".fu-share__act").first).to_be_attached()
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
        0,
        0,
        "",
    ]


FLAGS = ("allow-same-origin", "allow-forms", "allow-popups", "allow-downloads")


def test_a_sandbox_with_all_permissions_asks_and_goes_on(embed: Embed, site_url: str) -> None:
    """Without any: a hostile site. With each alone: make test-faults."""
    asks_and_goes_on_in_a_sandbox(embed, site_url, FLAGS)


def asks_and_goes_on_in_a_sandbox(embed: Embed, site_url: str, flags: tuple[str, ...]) -> None:
    sandbox = " ".join(("allow-scripts", *flags))
    with embed(f'<iframe src="{site_url}embed/" sandbox="{sandbox}"></iframe>') as shown:
        quiz = shown.quiz
        quiz.on("1")
        quiz.fill_in()
        quiz.press("continue")
        quiz.on("2")


def test_a_stranger_in_the_form_takes_no_focus(asleep: QuizPage) -> None:
    asleep.start(fragment({"heard": "nothing"})).on("2")
    field = asleep.stage.get_by_role("textbox").first
    asleep.stage.locator(".fu-form__fields").evaluate(
        "fields => fields.append(document.createElement('com-1password-button'))"
    )
    field.press_sequentially("3 feb")
    expect(field).to_be_focused()
    expect(field).to_have_value("3 feb")


def test_a_frame_that_asks_for_too_much_gets_no_more_than_a_page(
    embed: Embed, site_url: str
) -> None:
    body = (
        f'<iframe src="{site_url}embed/"></iframe><script src="{site_url}assets/embed.js"></script>'
    )
    with embed(body) as shown:
        shown.quiz.on("1")
        shown.frame.evaluate("parent.postMessage({ message: 'height', value: 1e12 }, '*')")
        shown.has_height("=== 20000")
