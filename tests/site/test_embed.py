"""The quiz in a frame on somebody else's site: it works there, and keeps to itself."""

import html
import json

import pytest
from playwright.sync_api import Page, expect

from scripts.paths import SITE
from tests.site.embedding import Embed
from tests.site.quiz_page import ANSWERS, fragment, headline

pytestmark = [pytest.mark.built, pytest.mark.browser]

REFUSED = "chrome-error://chromewebdata/"
SANDBOX = 'sandbox="allow-scripts"'
PRESET = "v=1&heard=rejected&replied=no"
ANSWERED = fragment(ANSWERS)


def tags(site_url: str, more: str = "", attributes: str = "") -> str:
    """Write what a site puts into its page: the frame, and the script that lets it grow."""
    src = html.escape(f"{site_url}embed/{more}")
    frame = f'<iframe src="{src}" title="Q" width="100%" height="400" {attributes}></iframe>'
    return f'{frame}<script async src="{site_url}assets/embed.js"></script>'


def test_who_only_passes_by_does_not_load_python(embed: Embed, site_url: str) -> None:
    with embed(tags(site_url)) as visit:
        visit.quiz.on("1")
        with visit.page.expect_request("**/worker.js"):  # sent for once: never before, if now
            visit.quiz.answer("heard", "nothing")


def test_holidays_are_counted_in_a_sandbox_too(embed: Embed, site_url: str) -> None:
    with embed(tags(site_url, fragment(ANSWERS | {"country": "DE"}), SANDBOX)) as visit:
        visit.ready().quiz.on("advice")
        expect(visit.frame.locator(".fu-result__note")).to_have_count(0)


def test_the_frame_is_as_tall_as_what_is_in_it(embed: Embed, site_url: str) -> None:
    fits = "document.documentElement.scrollHeight <= innerHeight"
    with embed(tags(site_url)) as visit:
        visit.ready()
        visit.has_height("> 500")
        visit.frame.wait_for_function(fits)
        short = visit.height()
        visit.quiz.stage.get_by_role("button", name="Something else").click()
        visit.has_height(f"> {short}")
        visit.frame.wait_for_function(fits)


def test_a_slow_script_of_ours_is_told_the_height_again(embed: Embed, site_url: str) -> None:
    with embed(tags(site_url).partition("<script")[0]) as visit:
        visit.ready()
        assert visit.height() == 400
        visit.page.add_script_tag(url=f"{site_url}assets/embed.js")
        visit.has_height("> 500")


def test_the_next_question_comes_into_view(embed: Embed, site_url: str) -> None:
    with embed(tags(site_url), viewport={"width": 320, "height": 600}) as visit:
        visit.ready()
        visit.quiz.answer("heard", "nothing")
        visit.quiz.submit()
        heading = visit.frame.locator("[data-quiz] h1")
        expect(heading).to_be_focused()
        expect(heading).to_be_in_viewport()


LISTEN = """<script>
  window.heard = [];
  addEventListener("message", ({ data, origin }) => heard.push({ data, origin }));
</script>"""
PRY = """() => {
  const frame = document.querySelector("iframe");
  const look = (what) => { try { return String(what()) } catch (error) { return error.name } };
  return {
    src: frame.src,
    address: look(() => frame.contentWindow.location.href),
    fragment: look(() => frame.contentWindow.location.hash),
    page: look(() => frame.contentWindow.document),
    title: look(() => frame.contentWindow.document.title),
    name: look(() => frame.contentWindow.name),
    frames: frame.contentWindow.length,
    steps: history.length,
    here: location.href,
    loaded: performance.getEntriesByType("resource").map(({ name }) => name),
    stored: Object.keys(localStorage),
    cookie: document.cookie,
  };
}"""


@pytest.mark.parametrize("attributes", ["", SANDBOX], ids=["frame", "sandbox"])
def test_a_reader_comes_to_an_advice_and_a_hostile_site_hears_only_heights(
    embed: Embed, site_url: str, attributes: str
) -> None:
    with embed(LISTEN + tags(site_url, attributes=attributes)) as visit:
        visit.ready()
        if attributes:
            stores = "(() => { try { return !!localStorage } catch { return false } })()"
            assert not visit.frame.evaluate(stores), "a frame like this must not be able to store"
        before, address = visit.page.evaluate(PRY), visit.frame.url
        assert visit.quiz.finish()[:2] == ["1", "2"]
        expect(visit.frame.locator("[data-quiz] h1")).to_have_text(headline(ANSWERS))
        visit.quiz.press("back")
        visit.quiz.on("4")
        visit.page.wait_for_function("heard.length > 3")
        assert visit.page.evaluate(PRY) == before
        assert before["address"] == before["page"] == before["title"] == "SecurityError"
        assert visit.frame.url == address, "an address could be found out by trial"
        heard = visit.page.evaluate("heard")
        for message in heard:
            assert set(message["data"]) <= {"message", "value", "secret"}
            assert message["data"]["message"] == "height"
            assert isinstance(message["data"]["value"], int)
            assert message["data"]["value"] % 100 == 0
        everything = json.dumps([heard, visit.page.evaluate(PRY), visit.site.asked])
        for value in {"hiring-manager", "friendly", ANSWERS["interviewed-on"]}:
            assert value not in everything


# Comes after what the page itself listens for.
LISTENING = "addEventListener('hashchange', () => (window.hasChanged = true))"


def test_a_site_cannot_put_other_answers_into_a_quiz_that_runs(embed: Embed, site_url: str) -> None:
    with embed(tags(site_url)) as visit:
        visit.ready()
        visit.quiz.answer("heard", "nothing")
        visit.quiz.submit()
        visit.frame.evaluate(LISTENING)
        visit.page.evaluate("f => document.querySelector('iframe').src += f", f"#{PRESET}")
        visit.frame.wait_for_function("() => window.hasChanged")
        visit.quiz.is_awake()
        visit.quiz.on("2")


def test_links_open_in_a_tab_of_their_own(embed: Embed, site_url: str) -> None:
    with embed(tags(site_url, ANSWERED)) as visit:
        visit.ready().quiz.on("advice")
        loose = "all => all.filter(a => a.target !== '_blank' || a.rel !== 'noopener').length"
        links = visit.frame.locator("a[href]")
        assert links.count() > 5
        assert links.evaluate_all(loose) == 0
        with visit.page.expect_popup() as opened:
            visit.frame.locator(".fu-more").first.click()
        guide = opened.value
        guide.wait_for_load_state()
        assert guide.url.startswith(site_url)
        assert guide.evaluate("[opener, document.referrer]") == [None, ""]
        assert visit.page.url == visit.site.url


def test_the_link_to_keep_leads_to_the_whole_quiz(embed: Embed, site_url: str) -> None:
    # On another site the clipboard is closed unless that site opens it; the text stands there.
    with embed(tags(site_url, ANSWERED), expected="Clipboard") as visit:
        visit.ready().quiz.on("advice")
        visit.quiz.unfold("keep")
        visit.quiz.press("copy-link")
        link = visit.frame.locator(".fu-copytext").input_value()
        assert link.startswith(f"{site_url}quiz/#v=1&")
        assert set(link.partition("#")[2].split("&")) == set(ANSWERED[1:].split("&"))


def test_a_site_may_set_answers_of_its_own(embed: Embed, site_url: str) -> None:
    with embed(tags(site_url, f"#{PRESET}")) as visit:
        visit.ready().quiz.on("1")  # it asks when that was; the rest is set
        expect(visit.frame.locator("#fu-heard-rejected")).to_be_checked()


def test_a_site_may_begin_at_a_question(embed: Embed, site_url: str) -> None:
    with embed(tags(site_url, "?question=timeline")) as visit:
        visit.ready().quiz.on("3")
        expect(visit.frame.locator("#fu-timeline-date")).to_be_visible()
        passed = visit.quiz.finish()
        assert (passed[0], "1" in passed) == ("3", True)


DARK, LIGHT = "slate", "default"


@pytest.mark.parametrize(
    ("reader", "frame", "shown"),
    [
        ("light", {}, LIGHT),
        ("dark", {}, DARK),
        ("light", {"more": "?theme=dark"}, DARK),
        ("dark", {"more": "?theme=light"}, LIGHT),
        ("dark", {"more": "?theme=nonsense", "attributes": SANDBOX}, DARK),
        ("null", {"attributes": 'style="color-scheme: dark"'}, DARK),
    ],
)
def test_it_is_light_or_dark_as_the_page_around_it(
    embed: Embed, site_url: str, reader: str, frame: dict[str, str], shown: str
) -> None:
    with embed(tags(site_url, **frame), color_scheme=reader) as visit:
        expect(visit.frame.locator("body")).to_have_attribute("data-md-color-scheme", shown)


def test_no_other_page_can_be_framed(embed: Embed, site_url: str) -> None:
    paths = ("", "quiz/", "timing/", "404.html")
    body = "".join(f'<iframe src="{site_url}{path}" title="T"></iframe>' for path in paths)
    with embed(body, expected="console:") as visit:
        frames = visit.page.frames[1:]
        assert len(frames) == len(paths)
        for frame in frames:
            frame.wait_for_url(REFUSED, wait_until="commit")


@pytest.mark.parametrize("depth", [1, 2])
def test_it_stands_in_previews_that_are_locked_in(embed: Embed, site_url: str, depth: int) -> None:
    body = f'<iframe src="{site_url}embed/" title="Q" width="100%" height="400"></iframe>'
    for _ in range(depth):
        inside = body.replace("&", "&amp;").replace('"', "&quot;")
        body = f'<iframe sandbox="allow-scripts" title="P" srcdoc="{inside}"></iframe>'
    with embed(body) as visit:
        inner = visit.page
        for _ in range(depth):
            inner = inner.frame_locator("iframe")  # type: ignore[assignment]
        quiz = inner.frame_locator("iframe").locator("[data-quiz]")
        expect(quiz).to_have_attribute("data-screen", "1")


def test_search_engines_are_asked_to_pass_by(page: Page) -> None:
    page.goto("embed/")
    expect(page.locator("meta[name=robots]")).to_have_attribute("content", "noindex")
    assert "embed/" not in (SITE / "sitemap.xml").read_text()


def test_without_javascript_the_frame_leads_to_the_quiz(embed: Embed, site_url: str) -> None:
    with embed(tags(site_url), java_script_enabled=False) as visit:
        with visit.page.expect_popup() as opened:
            visit.frame.get_by_role("link", name="page of the quiz").click()
        opened.value.wait_for_url(f"{site_url}quiz/")
