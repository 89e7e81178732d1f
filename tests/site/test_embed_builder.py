"""The page for other sites hands out a line of HTML, and the line does what it says."""

import pytest
from playwright.sync_api import Page, expect

from scripts.paths import SITE
from scripts.site.html import home_address
from tests.conftest import OpenPage
from tests.site.embedding import Embed
from tests.site.quiz_page import ANSWERS, fragment

pytestmark = [pytest.mark.built, pytest.mark.browser]

CODE = "[data-embed-code] code"
LINK = fragment(ANSWERS)


def here(code: str, site_url: str) -> str:
    """Take the address of the site as it is served in the tests."""
    return code.replace(home_address(SITE), site_url)


def test_the_line_stands_there_without_javascript(
    open_page: OpenPage, embed: Embed, site_url: str
) -> None:
    with open_page(java_script_enabled=False) as page:
        page.goto("for-other-sites/")
        code = page.locator(CODE).inner_text()
        expect(page.locator("[data-builder]")).to_be_hidden()
    assert code.count("\n") <= 1
    with embed(here(code, site_url)) as visit:
        visit.ready()
        visit.has_height("> 500")
        assert visit.page.locator("iframe").get_attribute("title")


def test_the_line_with_choices_gives_what_was_chosen(
    page: Page, embed: Embed, site_url: str
) -> None:
    page.goto("for-other-sites/")
    page.locator("[name=theme]").select_option("dark")
    page.locator("[name=answers]").fill(f"{site_url}quiz/{LINK}")
    page.locator("[name=sandbox]").check()
    expect(page.locator(CODE)).to_contain_text("sandbox")
    code = page.locator(CODE).inner_text()
    page.locator("[data-builder-preview]").scroll_into_view_if_needed()
    shown = page.frame_locator("[data-builder-preview] iframe")
    expect(shown.locator("[data-quiz]")).to_have_attribute("data-screen", "advice")
    with embed(here(code, site_url)) as visit:
        visit.ready().quiz.on("advice")
        assert visit.frame.evaluate("origin") == "null"
        expect(visit.frame.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        with visit.page.expect_popup() as opened:
            visit.frame.locator(".fu-more").first.click()
        opened.value.wait_for_url(f"{site_url}**")


def test_every_question_can_be_the_first(page: Page) -> None:
    page.goto("for-other-sites/")
    offered = page.locator("[name=question]").locator("option")
    expect(offered).not_to_have_count(1)
    values = offered.evaluate_all("all => all.map(({ value }) => value)")
    assert set(ANSWERS) <= set(values)
    page.locator("[name=question]").select_option("timeline")
    page.locator("[data-builder-preview]").scroll_into_view_if_needed()
    shown = page.frame_locator("[data-builder-preview] iframe")
    expect(shown.locator("#fu-timeline-date")).to_be_visible()


def test_a_careless_paste_cannot_break_out_of_the_line(page: Page) -> None:
    page.goto("for-other-sites/")
    before = page.locator(CODE).inner_text()
    page.locator("[name=answers]").fill('#v=1&heard=nothing"><script>alert(1)</script>')
    expect(page.locator(CODE)).to_contain_text('heard=nothing"')
    expect(page.locator(CODE)).not_to_contain_text("alert")
    page.locator("[name=answers]").fill('"><script>alert(1)</script>')
    expect(page.locator(CODE)).to_have_text(before)
