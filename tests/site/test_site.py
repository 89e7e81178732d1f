"""Every page of the built site: ours alone, readable by all, and leading somewhere."""

import re
from http import HTTPStatus

import pytest
from playwright.sync_api import Page, expect

from scripts.site.html import root_path
from scripts.paths import DOCS, ROOT, SITE
from scripts.site.server import SiteServer
from scripts.site.site_check import findings
from tests.conftest import OpenPage

pytestmark = [pytest.mark.built, pytest.mark.browser]

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
CHECK = """async () => {
  // The page answers to its new width first: what scrolls now gets the focus. That may take a moment.
  for (let patience = 4; ; patience -= 1) {
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
    const { violations } = await axe.run();
    if (violations.length && patience) await new Promise((done) => setTimeout(done, 250));
    else return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`);
  }
}"""
POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-"
# Tables whose text is cut off at the edge; a narrow screen shows their rows as paragraphs.
CUT = """[...document.querySelectorAll(".md-typeset__scrollwrap")]
  .filter((frame) => frame.scrollWidth > frame.clientWidth + 1)
  .map((frame) => frame.textContent.trim().slice(0, 40))"""


def addresses() -> list[str]:
    """List the pages as a browser names them, read off the sources."""
    names = [path.relative_to(DOCS).with_suffix("").as_posix() for path in DOCS.rglob("*.md")]
    folders = [name.removesuffix("index").removesuffix("/") for name in sorted(names)]
    return [f"{folder}/" if folder else "" for folder in folders] + ["404.html"]


def test_links_ids_styles_and_origins_are_in_order() -> None:
    assert findings(SITE) == []


def test_each_page_stands_under_the_policy_in_page_and_header(page: Page) -> None:
    for address in addresses():
        response = page.goto(address, wait_until="domcontentloaded")
        assert response is not None
        assert response.status == HTTPStatus.OK, address
        header = response.headers["content-security-policy"]
        meta = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content")
        framed_by = "*" if address == "embed/" else "'none'"
        assert header == f"{meta}; frame-ancestors {framed_by}", address
        assert header.startswith(POLICY), address
        assert "unsafe-inline" not in header, address


# One page after the other, as a reader goes through them. Dark differs in its colors only.
@pytest.mark.parametrize(("scheme", "widths"), [("light", (320, 1280)), ("dark", (1280,))])
def test_each_page_is_accessible_and_fits(
    open_page: OpenPage, scheme: str, widths: tuple[int, ...]
) -> None:
    with open_page(color_scheme=scheme, reduced_motion="reduce") as page:
        for address in addresses():
            page.goto(address)
            page.evaluate(AXE)
            for width in widths:
                page.set_viewport_size({"width": width, "height": 800})
                assert page.evaluate(CHECK) == [], f"{address} {width} px"
                assert page.evaluate("document.documentElement.scrollWidth") <= width, address
                assert page.evaluate(CUT) == [], f"{address} {width} px"


def test_every_page_of_the_guide_leads_back_into_the_quiz() -> None:
    pages = [path for path in DOCS.glob("*.md") if path.stem not in {"index", "quiz"}]
    assert len(pages) > 10
    for path in pages:
        html = (SITE / path.stem / "index.html").read_text(encoding="utf-8")
        article = html[html.index("<article") : html.index("</article>")]
        assert re.search(r'href="(\.\./)?quiz/["#]', article), path.stem


def test_a_wrong_address_leads_home_and_to_the_quiz(open_page: OpenPage, site_url: str) -> None:
    with open_page(expected="404") as page:
        response = page.goto("no/such/page/")
        assert response is not None
        assert response.status == HTTPStatus.NOT_FOUND
        links = page.locator("article a[href]").evaluate_all("all => all.map((one) => one.href)")
        assert links == [f"{site_url}{place}" for place in ("#one-minute", "quiz/", "situations/")]


def test_the_search_finds_and_goes_there(page: Page) -> None:
    page.goto("", wait_until="networkidle")  # the theme fetches its index for the first letter
    page.locator("input[name=query]").click()
    page.locator("input[name=query]").press_sequentially("voicemail", delay=50)
    page.locator(".md-search-result__link").first.click()
    expect(page).to_have_url(re.compile(r"\?h="))
    expect(page.locator("article")).to_contain_text("voicemail")


def test_the_site_works_under_another_path(open_page: OpenPage) -> None:
    assert root_path(SITE) != "/elsewhere/deep/"
    with (
        SiteServer(SITE, "/elsewhere/deep/").running() as url,
        open_page(url=url) as page,
    ):
        page.goto("timing/")
        page.get_by_role("link", name="Find my day").first.click()
        expect(page.locator("[data-quiz] h1")).to_be_visible()
        expect(page.locator("[data-quiz]")).to_have_attribute(
            "data-state", "asking", timeout=60_000
        )
