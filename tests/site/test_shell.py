"""What leads through the site: the header, the menu, the search, and where the focus goes."""

import re
from html import unescape

import pytest
from playwright.sync_api import Locator, Page, expect

from scripts.paths import SITE
from scripts.site.html import Page as Built
from scripts.site.html import root_path
from tests.conftest import OpenPage, origin_of, without_faults
from tests.site.axe import NARROW
from tests.site.test_site import addresses

pytestmark = [pytest.mark.built, pytest.mark.browser]

WIDTHS = (360, 768, 1024, 1280)
KINDS = ("", "quiz/", "timing/", "situations/", "messages/", "about/architecture/", "404.html")
LEADING = ["Find my day", "Questions", "Guide", "Messages"]


def menu_of(page: Page) -> Locator:
    """Give the menu of a page."""
    return page.locator("#fu-menu")


# One template: each width is tried once, and each kind of page.
@pytest.mark.parametrize(
    ("address", "width"),
    [*(("timing/", width) for width in WIDTHS), *((one, 360) for one in KINDS if one != "timing/")],
)
def test_menu_and_search_open_take_the_focus_and_give_it_back(
    kept: Page, site_url: str, address: str, width: int
) -> None:
    kept.set_viewport_size({"width": width, "height": 740})
    forgiven = "404" if address == "404.html" else None
    with without_faults(kept, origin_of(site_url), expected=forgiven):
        kept.goto(address)
        menu = kept.get_by_role("button", name="Menu")
        links = menu_of(kept).get_by_role("link")
        expect(links).to_have_count(0)  # shut, so nobody hears of them
        menu.press("Enter")
        expect(links.first).to_be_focused()
        for name in LEADING:
            expect(links.and_(kept.get_by_role("link", name=name, exact=True))).to_be_visible()
        assert expanded(kept) in (["Menu"], UNTOLD)
        kept.keyboard.press("Escape")
        expect(menu).to_be_focused()
        expect(menu_of(kept)).to_be_hidden()
        assert expanded(kept) in ([], UNTOLD)
        menu.click()
        expect(links.first).to_be_visible()
        menu.click()
        expect(menu_of(kept)).to_be_hidden()

        find = kept.get_by_role("button", name="Search")
        find.press("Enter")
        expect(kept.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
        kept.keyboard.press("Escape")
        expect(find).to_be_focused()
        expect(kept.locator("#fu-search")).to_be_hidden()


def test_behind_the_last_link_of_the_menu_the_page_goes_on_and_is_seen(kept: Page) -> None:
    kept.set_viewport_size({"width": 320, "height": 256})  # 1280 × 1024, four times as large
    kept.goto("timing/")
    kept.get_by_role("button", name="Menu").press("Enter")
    menu_of(kept).get_by_role("button", name="Dark colors").press("Tab")
    expect(menu_of(kept)).to_be_hidden()
    expect(kept.locator("article :focus")).to_be_in_viewport()
    kept.keyboard.press("Shift+Tab")
    expect(kept.get_by_role("button", name="Menu")).to_be_focused()


UNTOLD = None


def expanded(page: Page) -> list[str] | None:
    """Name the buttons that a screen reader calls expanded; only Chromium tells that to a test."""
    browser = page.context.browser
    if browser is None or browser.browser_type.name != "chromium":
        return UNTOLD
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [
        node["name"]["value"]
        for node in nodes
        if node.get("role", {}).get("value") == "button"
        and {"name": "expanded", "value": {"type": "booleanOrUndefined", "value": True}}
        in node.get("properties", [])
    ]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_header_leads_to_the_quiz_at_every_width(kept: Page, width: int) -> None:
    kept.set_viewport_size({"width": width, "height": 740})
    kept.goto("timing/")
    links = kept.get_by_role("banner").get_by_role("link").and_(kept.locator("li > a"))
    shown = LEADING if width >= 960 else LEADING[:1]  # as in extra.css
    expect(links).to_have_text(shown)
    links.first.click()
    kept.wait_for_url("**/quiz/")


def test_without_javascript_the_menu_opens_and_leads_on(open_page: OpenPage) -> None:
    with open_page(java_script_enabled=False, viewport={"width": 360, "height": 740}) as page:
        page.goto("timing/")
        if page.locator("html.no-js").count() == 0:
            pytest.skip("This browser does not let its scripts be switched off.")
        expect(page.get_by_role("button", name="Search")).to_be_hidden()
        page.get_by_role("button", name="Menu").click()
        menu_of(page).get_by_role("link", name="Silence, and letting go").click()
        page.wait_for_url("**/silence/")


MENU = re.compile(r'<nav[^>]* id="fu-menu".*?</nav>', re.DOTALL)
LINK = re.compile(r'<a[^>]*? href="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
TOC = re.compile(r'data-md-component="toc">(.*?)</ul>', re.DOTALL)


def in_menu(page: Built) -> list[tuple[str, str, bool]]:
    """Return the links of the menu: where they lead, their names, whether it is this very page."""
    (menu,) = MENU.findall(page.html)
    found = []
    for link, attributes, name in LINK.findall(menu):
        place, _ = page.target(link, root_path(SITE)) or ("", "")
        found.append((place, unescape(name), "aria-current" in attributes))
    return found


def test_the_menu_reaches_every_page_and_calls_it_by_its_title(built: list[Built]) -> None:
    pages = {page.address: page for page in built if page.address in addresses()}
    left = {*pages} - {"", "404.html", "about/proof/", "embed/", "handout/", "lesson/", "offline/"}
    named = {}
    ahead = [""]
    seen = set()
    while ahead:
        address = ahead.pop()
        if address in seen or address not in pages:
            continue
        seen.add(address)
        for place, name, is_here in in_menu(pages[address]):
            named[f"{place}/"] = name
            assert is_here == (f"{place}/" == address), address
            ahead.append(f"{place}/")
    assert left <= seen
    for address in left:
        title = re.search(r"<h1[^>]*>(.*?)</h1>", pages[address].html, re.DOTALL)
        assert title is not None, address
        words = re.sub(r"<a class=\"headerlink\".*?</a>|<[^>]+>", "", title[1])
        assert unescape(words).strip() == named[address], address


def test_pages_for_makers_stand_behind_one_link(built: list[Built]) -> None:
    home = next(page for page in built if page.address == "")
    about = [place for place, _, _ in in_menu(home) if place.startswith("about/")]
    assert about == ["about/changes", "about/glossary", "about/architecture"]


def test_the_page_follows_the_device_until_the_reader_chooses(open_page: OpenPage) -> None:
    with open_page(color_scheme="light") as page:
        body = page.locator("body")
        page.goto("timing/")
        expect(body).to_have_attribute("data-md-color-scheme", "default")
        page.emulate_media(color_scheme="dark")
        if not page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches"):
            pytest.skip("This browser does not let itself be told that it is dark.")
        expect(body).to_have_attribute("data-md-color-scheme", "slate")
        page.get_by_role("button", name="Menu").click()
        switch = page.get_by_role("button", name="Dark colors", pressed=True)
        switch.press("Space")
        expect(body).to_have_attribute("data-md-color-scheme", "default")
        page.goto("messages/")
        expect(body).to_have_attribute("data-md-color-scheme", "default")
        page.get_by_role("button", name="Menu").click()
        page.get_by_role("button", name="Dark colors", pressed=False).click()
        expect(body).to_have_attribute("data-md-color-scheme", "slate")
        page.emulate_media(color_scheme="light")  # as chosen: it is followed again
        expect(body).to_have_attribute("data-md-color-scheme", "default")


SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""


WIDER = "document.documentElement.scrollWidth - innerWidth"
OPEN = "for (const fold of document.querySelectorAll('details')) fold.open = true;"


@pytest.mark.parametrize("address", KINDS)
def test_large_text_and_wide_spacing_fit(kept: Page, address: str) -> None:
    kept.goto(address)
    kept.evaluate(OPEN)
    for width in (NARROW, *WIDTHS):
        kept.set_viewport_size({"width": width, "height": 740})
        kept.evaluate(SPACED)
        assert kept.evaluate(WIDER) <= 1, f"spaced, {width} px"  # a pixel of rounding
        kept.evaluate("document.adoptedStyleSheets = []")
        kept.evaluate("document.documentElement.style.fontSize = '250%'")  # twice the theme's
        assert kept.evaluate(WIDER) <= 1, f"large, {width} px"
        kept.evaluate("document.documentElement.style.fontSize = ''")


# Signs cut out of a color that can hardly be told from the ground, by the page's own scheme.
LOST = """() => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = "Canvas";
  const light = (color) => color.match(/[\\d.]+/g).slice(0, 3).reduce((a, b) => a + Number(b), 0);
  const ground = light(getComputedStyle(probe).color);
  return [...document.querySelectorAll("body *")].flatMap((one) =>
    ["", "::before", "::after"].flatMap((part) => {
      const { maskImage, content, backgroundColor } = getComputedStyle(one, part || null);
      const isSign = maskImage !== "none" && (!part || content !== "none");
      const isLost = Math.abs(light(backgroundColor) - ground) < 300;
      return isSign && isLost && one.checkVisibility() ? [one.outerHTML.slice(0, 60) + part] : [];
    }));
}"""


def test_colors_of_the_device_leave_every_sign_visible(open_page: OpenPage) -> None:
    with open_page(forced_colors="active", color_scheme="dark", expected="404") as page:
        for address in KINDS:
            page.goto(address)
            if not page.evaluate("() => matchMedia('(forced-colors: active)').matches"):
                pytest.skip("This browser does not let its colors be chosen by the device.")
            page.evaluate("document.body.dataset.mdColorScheme = 'default'")  # light signs on black
            page.get_by_role("button", name="Menu").click()
            expect(menu_of(page)).to_be_visible()
            assert page.evaluate(LOST) == [], address


@pytest.mark.parametrize("address", ["timing/", "messages/"])
def test_on_a_phone_the_page_says_under_its_title_what_stands_on_it(
    open_page: OpenPage, address: str
) -> None:
    with open_page(viewport={"width": 360, "height": 740}) as page:
        page.goto(address)
        headings = page.locator(".md-content h2:not(.fu-stage h2)")
        expect(headings.first).to_be_visible()
        fold = page.locator("summary", has_text="On this page")
        if fold.is_visible():
            fold.click()
            page.locator("details.fu-toc a").last.click()
            expect(headings.last).to_be_in_viewport()
        else:  # the sections are folded to their headings, which is the list
            assert page.locator("details > summary h2").count() > 1


def test_no_page_names_a_list_of_sections_that_it_has_not(built: list[Built]) -> None:
    lists = [one for page in built for one in TOC.findall(page.html)]
    assert lists
    assert [page.name for page in built if "" in map(str.strip, TOC.findall(page.html))] == []
