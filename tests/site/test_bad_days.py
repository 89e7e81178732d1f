"""Days on which something is odd: the address, what stands around the quiz, what is refused."""

import pytest
from playwright.sync_api import Page, expect

from tests.site.embedding import Embed
from tests.site.quiz_page import QuizPage, fragment

pytestmark = [pytest.mark.built, pytest.mark.browser]


@pytest.mark.parametrize("path", ["timing/", "quiz/"])
def test_an_address_that_cannot_be_decoded_is_no_error(page: Page, path: str) -> None:
    page.goto(f"{path}#%")
    expect(page.locator("body")).to_be_visible()
    if path == "timing/":  # all that the script of the page adds is there
        expect(page.locator(".fu-share__act").first).to_be_attached()


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


@pytest.mark.parametrize("flags", [(), *((flag,) for flag in FLAGS), FLAGS], ids="+".join)
def test_each_sandbox_with_scripts_asks_and_goes_on(
    embed: Embed, site_url: str, flags: tuple[str, ...]
) -> None:
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
