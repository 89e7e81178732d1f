"""What is promised beside the advice: nothing told, no device reached for, what is kept holds."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from followup.guide import Guide
from scripts.paths import SITE
from scripts.site.html import root_path
from scripts.site.server import SiteServer
from tests.conftest import PATIENCE, OpenPage, unwatched_page
from tests.site.faulty import Fault, FaultyServer
from tests.site.quiz_page import ANSWERS, QuizPage, fragment, headline, set_day
from tests.site.test_offline import everything, wait_until_kept

pytestmark = [pytest.mark.built, pytest.mark.browser]

DAY, NAME, SEARCHED = ANSWERS["interviewed-on"], "Zyxwolda", "voicemail"
DEVICES = ["camera", "display-capture", "geolocation", "hid", "microphone", "payment", "serial"]
STORED = "() => [localStorage.length, sessionStorage.length, document.cookie]"
ALLOWED = "() => document.featurePolicy.allowedFeatures()"
MARKUP = """() => {
  try { document.body.insertAdjacentHTML("beforeend", "<b>text</b>"); return "done"; }
  catch (error) { return error.name; }
}"""


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """Give a browser that may keep what it was sent."""
    with browser.new_context() as context:
        context.set_default_timeout(PATIENCE)
        yield context


def test_no_request_tells_an_answer_a_name_or_a_search(
    browser: Browser, site_url: str, guide: Guide
) -> None:
    asked: list[Request] = []
    with unwatched_page(browser, base_url=site_url) as page:
        page.on("request", lambda one: asked.append(one))  # noqa: PLW0108 - no method
        quiz = QuizPage(page, guide).start()
        quiz.finish()
        page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        for field in page.locator("[data-quiz] input[type=text]:visible").all():
            field.press_sequentially(NAME)
        with page.expect_download():
            quiz.press("calendar")
        page.goto("calling/")
        page.get_by_role("button", name="Search").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_role("searchbox").press_sequentially(SEARCHED)
        found = dialog.get_by_role("listitem").get_by_role("link").first
        expect(found).to_be_visible()
        found.click()
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(page.locator("h1")).to_be_visible()
        assert page.evaluate(STORED) == [0, 0, ""]
    asked = [one for one in asked if one.url.startswith("http")]
    assert len(asked) > 20
    for one in asked:
        sent = f"{one.url.partition('#')[0]} {one.headers} {one.post_data}"
        assert one.method == "GET"
        assert one.url.startswith(site_url)
        assert "?" not in one.url
        assert [word for word in (DAY, NAME, SEARCHED) if word in sent] == []
        assert not one.headers.get("referer")
        assert "cookie" not in one.headers


def test_a_host_that_sends_no_headers_tells_nobody_which_page_a_link_stood_on(
    browser: Browser, guide: Guide
) -> None:
    server = SiteServer(SITE, root_path(SITE))
    server.rules = []
    with server.running() as url, unwatched_page(browser, base_url=url) as page:
        asked: list[Request] = []
        page.on("request", lambda one: asked.append(one))  # noqa: PLW0108 - no method
        QuizPage(page, guide).start(fragment(ANSWERS)).on("advice")
        page.locator("a[href*=timing]").first.evaluate("(link) => link.click()")
        page.wait_for_url("**/timing/**")
    told = {one.headers.get("referer", "") for one in asked}  # styles and workers name themselves
    assert [one for one in told if one.endswith("/")] == []


@pytest.mark.parametrize("path", ["timing/", "quiz/", "embed/"])
def test_no_device_is_within_reach_and_no_window_holds_another(page: Page, path: str) -> None:
    reply = page.goto(path)
    assert reply is not None
    assert reply.headers["cross-origin-opener-policy"] == "same-origin"
    assert reply.headers["cross-origin-resource-policy"] == "cross-origin"
    assert {*DEVICES} & {*page.evaluate(ALLOWED)} == set()


def test_where_our_code_stands_alone_text_becomes_no_markup(open_page: OpenPage) -> None:
    with open_page(expected="TrustedHTML") as page:
        page.goto("embed/")
        assert page.evaluate(MARKUP) == "TypeError"
        page.goto("timing/")  # it can be told apart
        assert page.evaluate(MARKUP) == "done"


def test_a_host_in_trouble_is_not_seen_by_who_has_kept_the_site(
    reader: BrowserContext, guide: Guide
) -> None:
    server, page = FaultyServer(), reader.new_page()
    with server.running() as url:
        page.goto(f"{url}thank-you/")
        wait_until_kept(page, everything())
        reader.new_cdp_session(page).send("Network.clearBrowserCache")
        server.faults += [Fault("/timing/", "500"), Fault("/quiz/", "404")]
        server.faults.append(Fault("/assets/*", "500"))
        page.goto(f"{url}timing/")
        expect(page.locator("h1")).to_be_visible()
        expect(page.locator(".fu-share__act").first).to_be_attached()
        set_day(page)
        page.goto(f"{url}quiz/{fragment(ANSWERS)}")
        quiz = QuizPage(page, guide)
        quiz.on("advice")
        expect(quiz.stage.locator("h1")).to_have_text(headline(ANSWERS))


def test_what_was_cleared_is_kept_again_at_the_next_visit(reader: BrowserContext) -> None:
    page = reader.new_page()
    with FaultyServer().running() as url:
        page.goto(f"{url}thank-you/")
        wait_until_kept(page, everything())
        page.evaluate(
            "async () => { for (const name of await caches.keys()) caches.delete(name); }"
        )
        page.goto(f"{url}timing/")
        wait_until_kept(page, everything())
