"""Every page of the built site: ours alone, readable by all, and leading somewhere."""

import re
from functools import cache
from http import HTTPStatus
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from followup.guide import Guide
from scripts.paths import CHANGES_PAGE, DOCS, PREPARED, PROOF_PAGE, RULES_PAGE, SITE
from scripts.site.html import Page as Built
from scripts.site.html import root_path
from scripts.site.server import SiteServer
from scripts.site.site_check import findings
from tests.conftest import OpenPage, origin_of, without_faults
from tests.site.axe import (
    COLORS,
    NARROW,
    NEW,
    WIDE,
    dark,
    fits,
    new_colors,
    resize,
    unseen,
    violations,
)
from tests.site.quiz_page import QuizPage

pytestmark = [pytest.mark.built, pytest.mark.browser]

POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-"
# Tables whose text is cut off at the edge, and cells too narrow for their words; a narrow screen
# shows rows as paragraphs.
CUT = """[...document.querySelectorAll(".md-typeset__scrollwrap, .md-typeset td")]
  .filter((one) => one.matches("td")
    ? one.textContent.trim().length > 20 && one.clientWidth && one.clientWidth < 80
    : one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.textContent.trim().slice(0, 40))"""
OPEN = "document.querySelectorAll('article details').forEach((fold) => (fold.open = true))"


def addresses() -> list[str]:
    """List the pages as a browser names them, read off the sources."""
    made = [page.relative_to(PREPARED) for page in (CHANGES_PAGE, PROOF_PAGE, RULES_PAGE)]
    written = [path.relative_to(DOCS) for path in DOCS.rglob("*.md")]
    names = [page.with_suffix("").as_posix() for page in written + made]
    folders = [name.removesuffix("index").removesuffix("/") for name in sorted(names)]
    return [f"{folder}/" if folder else "" for folder in folders] + ["404.html"]


def test_links_ids_styles_and_origins_are_in_order() -> None:
    assert findings(SITE) == []


def test_each_page_stands_under_the_policy_in_page_and_header(
    site_url: str, built: list[Built]
) -> None:
    found = {page.address: page.found for page in built}
    for address in addresses():
        with urlopen(f"{site_url}{address}") as response:  # noqa: S310 - our own site
            header = response.headers["content-security-policy"]
        (policy,) = found[address].policies
        unframed = "" if address == "embed/" else "; frame-ancestors 'none'"
        assert header == f"{policy}{unframed}", address
        assert header.startswith(POLICY), address
        assert "unsafe-inline" not in header, address


@cache
def alike() -> set[str]:
    """Return records of decisions that another stands for: one template, and the same elements."""
    kinds: dict[frozenset[str], str] = {}
    records = {one for one in addresses() if one.startswith("about/decisions/")}
    for address in sorted(records):
        html = (SITE / address / "index.html").read_text(encoding="utf-8")
        kinds.setdefault(frozenset(re.findall(r"<[a-z0-9]+", html)), address)
    return records - {*kinds.values()}


COLORS_SEEN: list[str] = []  # the kinds of texts whose colors have been looked at


@pytest.mark.parametrize("address", addresses())
def test_each_page_is_accessible_and_fits(
    kept: Page, site_url: str, guide: Guide, address: str
) -> None:
    with without_faults(kept, origin_of(site_url)):
        kept.goto(address)
        if address == "quiz/":
            QuizPage(kept, guide).is_awake()  # or it wakes up while it is looked at
        kept.evaluate(OPEN)  # what is folded is read, too
        for width in (NARROW,) if address in alike() else (NARROW, WIDE):
            resize(kept, width)
            assert fits(kept), f"{width} px"
            assert kept.evaluate(CUT) == [], f"{width} px"
            assert unseen(kept) == [], f"{width} px"
        if address in alike():
            return
        assert violations(kept, without=COLORS) == []
        found = new_colors(kept, COLORS_SEEN)
        COLORS_SEEN.extend(found)
        if found:
            assert violations(kept, *COLORS, within=NEW) == []
            with dark(kept):
                assert violations(kept, *COLORS, within=NEW) == [], "dark"


def test_a_button_that_waits_is_still_read(kept: Page, guide: Guide) -> None:
    kept.goto("quiz/")
    QuizPage(kept, guide).is_awake()
    kept.locator("[data-quiz]").evaluate("one => one.setAttribute('aria-busy', 'true')")
    assert violations(kept, *COLORS, within="[data-quiz]") == []
    with dark(kept):
        assert violations(kept, *COLORS, within="[data-quiz]") == [], "dark"


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


def test_the_site_works_under_another_path(open_page: OpenPage) -> None:
    assert root_path(SITE) != "/elsewhere/deep/"
    with (
        SiteServer(SITE, "/elsewhere/deep/").running() as url,
        open_page(url=url) as page,
    ):
        page.goto("timing/")
        page.get_by_role("link", name="Find my day").first.click()
        expect(page.locator("[data-quiz] h1")).to_be_visible()
        expect(page.locator("[data-quiz]")).to_have_attribute("data-state", "asking")
