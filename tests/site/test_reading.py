"""What a reader of the guide sees beyond words: pages that end, folds, letters to copy."""

from collections import defaultdict
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.guide.reader import QUIZ_PAGE, GuideSource, address_of
from scripts.pages import redirects
from scripts.paths import SITE
from scripts.site.html import Page as Built
from tests.conftest import OpenPage, promised, sheets

pytestmark = [pytest.mark.built, pytest.mark.browser]

PHONE = {"width": 360, "height": 740}
MOST_SCREENS = 10
MOST_SHEETS = 6
SMALLEST = 9  # points, of what a section says on paper
POINTS = """() => [...document.querySelectorAll(".fu-part > p:not([class]), .fu-part > ul > li")]
  .map((one) => parseFloat(getComputedStyle(one).fontSize) * 0.75)"""
FOLD = "details.fu-part"

# What an address names, and below a heading that folds what it is the heading of.
SEEN = """(place) => {
  const named = document.getElementById(place);
  const below = named.closest("summary")?.nextElementSibling ?? named;
  return named.checkVisibility() && below.checkVisibility();
}"""
CLOSE = "for (const fold of document.querySelectorAll('details')) fold.open = false;"
UNSEEN = f"""async (places) => {{
  const seen = {SEEN}, unseen = [];
  for (const place of places) {{
    {CLOSE}
    const arrived = new Promise((done) => addEventListener("hashchange", done, {{ once: true }}));
    location.hash = place;
    await arrived;
    if (!seen(place)) unseen.push(place);
  }}
  return unseen;
}}"""
UNSEEN_WITHOUT_SCRIPTS = f"""(places) => places.filter((place) => {{
  {CLOSE}
  location.hash = place;
  return !({SEEN})(place);
}})"""


def folded_places() -> dict[str, list[str]]:
    """Return the published places by their page, for the pages that fold."""
    found: dict[str, list[str]] = defaultdict(list)
    for address in redirects.read():
        path, _, place = address.removeprefix("/").partition("#")
        if place and 'class="fu-part"' in (SITE / path / "index.html").read_text("utf-8"):
            moved = Built(SITE, SITE / path / "index.html").found.moved
            found[path] += [place] if place not in moved else []
    return found


@pytest.fixture
def obeying(browser: Browser) -> None:
    """Leave out what WebDriver BiDi cannot ask of Firefox: to run no scripts, and to print."""
    if browser.browser_type.name != "chromium":
        pytest.skip("this driver can neither turn off scripts nor print")


def guide_pages(source: GuideSource) -> list[str]:
    """Return the addresses of the pages that give advice."""
    others = (QUIZ_PAGE, "embed", "for-other-sites", "about/")
    return [address_of(name) for name in source.pages if not name.startswith(others)]


def test_a_page_of_the_guide_ends_after_a_few_screens_of_a_phone(
    open_page: OpenPage, source: GuideSource
) -> None:
    with open_page(viewport=PHONE) as page:
        for address in guide_pages(source):
            page.goto(address)
            height = page.evaluate("document.documentElement.scrollHeight")
            assert height <= MOST_SCREENS * PHONE["height"], address


@pytest.mark.usefixtures("obeying")
def test_a_page_of_the_guide_prints_on_a_few_sheets(kept: Page, source: GuideSource) -> None:
    for address in guide_pages(source):
        kept.goto(address)
        assert 1 <= sheets(kept) <= MOST_SHEETS, address
        kept.emulate_media(media="print")
        assert min(kept.evaluate(POINTS), default=SMALLEST) >= SMALLEST, address
        kept.emulate_media(media="null")


def test_looking_for_words_on_a_page_opens_the_folds_they_stand_in(page: Page) -> None:
    """A browser's own search cannot be pressed here: this is the nearest that each can be told."""
    page.goto("timing/")
    claim = page.locator(".fu-from a[href*='sources/#b4']")
    words = claim.text_content() or ""
    expect(claim).to_be_hidden()
    browser = page.context.browser
    if browser and browser.browser_type.name == "firefox":
        assert page.evaluate("(words) => window.find(words)", words)
    else:
        page.goto("about:blank")
        page.goto(f"timing/#:~:text={quote(words)}")
    expect(claim).to_be_in_viewport()


def test_each_published_address_opens_what_it_names(open_page: OpenPage) -> None:
    with open_page() as page:
        for path, places in folded_places().items():
            page.goto(path)
            assert promised(page, UNSEEN, places) == [], path


@pytest.mark.usefixtures("obeying")
def test_each_published_address_opens_what_it_names_without_scripts(open_page: OpenPage) -> None:
    with open_page(java_script_enabled=False) as page:
        for path, places in folded_places().items():
            page.goto(path)
            assert page.evaluate(UNSEEN_WITHOUT_SCRIPTS, places) == [], path


def test_an_address_leads_into_view_and_its_fold_can_be_closed_again(page: Page) -> None:
    page.goto("timing/#no-date-yet")
    fold = page.locator(FOLD, has=page.locator("#no-date-yet"))
    expect(fold.locator("h2")).to_be_in_viewport()
    answer = fold.locator("> summary + p")
    expect(answer).to_be_in_viewport()
    fold.locator("summary").first.press("Enter")
    expect(answer).to_be_hidden()


def test_a_section_and_its_sources_open_without_scripts(open_page: OpenPage) -> None:
    with open_page(java_script_enabled=False) as page:
        page.goto("timing/")
        fold = page.locator(FOLD, has=page.locator("#is-it-all-right-to-ask"))
        claim = fold.locator("a[href*='sources/#b4']")
        expect(claim).to_be_hidden()
        fold.locator("summary").first.click()
        fold.locator(".fu-from > summary").click()
        expect(claim).to_be_visible()


@pytest.mark.usefixtures("obeying")
def test_what_is_folded_stands_open_on_paper(open_page: OpenPage) -> None:
    with open_page(java_script_enabled=False) as page:
        page.goto("timing/")
        row = page.locator("#after-their-date")
        assert not row.is_visible()
        page.emulate_media(media="print")
        assert row.is_visible()
