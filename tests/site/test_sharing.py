"""Linking, quoting and citing: what is copied, what a preview shows, what programs can read."""

import json
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import jsonschema
import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from scripts.guide.reader import GuideSource
from scripts.paths import SITE
from scripts.quiz import schema as described
from scripts.site.html import Page as Built
from scripts.site.html import home_address
from tests.conftest import OpenPage, promised

pytestmark = pytest.mark.built

ARTICLE = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@cache
def home() -> str:
    return home_address(SITE)


def on_disk(address: str) -> Path:
    """Return the file behind a full address of ours."""
    assert address.startswith(home())
    path = SITE / address.removeprefix(home())
    return path / "index.html" if path.is_dir() else path


# What is said goes by itself, and a busy machine may look only then.
NOTHING_GOES = """const later = setTimeout;
window.setTimeout = (act, wait, ...all) => later(act, wait > 5000 ? 2 ** 31 - 1 : wait, ...all);"""
COPIED = "navigator.clipboard.readText()"
OTHER_THAN = f"""(before) => {{
  {COPIED}.then((text) => (window.copied = text));
  return (window.copied ?? before) !== before;
}}"""


@pytest.fixture
def timing(open_page: OpenPage) -> Iterator[Page]:
    """Give a page of the guide that may use the clipboard."""
    with open_page(permissions=["clipboard-read", "clipboard-write"]) as page:
        page.add_init_script(NOTHING_GOES)
        page.goto("timing/")
        yield page


def is_said(page: Page, text: str) -> None:
    expect(page.get_by_role("status").filter(has_text=text)).to_be_visible()


def share(page: Page) -> Locator:
    """Return what stands at the end of a section, to take it along."""
    return page.locator("details.fu-part", has=page.locator("#their-date")).locator("> .fu-share")


# ---- by hand -------------------------------------------------------------------------


@pytest.mark.browser
@pytest.mark.parametrize("key", ["Enter", "click"])
def test_the_link_of_a_heading_is_copied_and_said(timing: Page, key: str) -> None:
    link = share(timing).get_by_role("link", name="Copy link")
    link.click() if key == "click" else link.press(key)
    is_said(timing, "Link copied")
    assert promised(timing, COPIED) == f"{home()}timing/#their-date"


@pytest.mark.browser
def test_a_quote_is_the_answer_with_its_address(timing: Page, source: GuideSource) -> None:
    share(timing).get_by_role("button", name="Copy as quote").press("Enter")
    is_said(timing, "Quote copied")
    section = source.sections["timing#their-date"]
    address = f"{home()}timing/#their-date"
    assert promised(timing, COPIED) == f"“{section['lead']}” {section['title']}, {address}"


@pytest.mark.browser
def test_where_the_clipboard_is_closed_the_address_is_shown(page: Page) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error())")
    page.add_init_script(NOTHING_GOES)
    page.goto("timing/")
    share(page).get_by_role("link", name="Copy link").click()
    is_said(page, "timing/#their-date")


@pytest.mark.browser
def test_a_letter_is_copied_as_it_is_read_without_the_reasons(open_page: OpenPage) -> None:
    with open_page(permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto("messages/#thank-you-note")
        letter = page.locator("details:has(#thank-you-note) > .fu-letter")
        marked = letter.locator("mark").all_inner_texts()
        assert all(blank[0] + blank[-1] == "[]" for blank in marked)
        letter.get_by_role("button", name="Copy message").click()
        expect(page.get_by_role("status")).to_have_text("Message copied")
        copied = promised(page, COPIED)
        assert copied.startswith("Subject: Thank you, [job] interview\n\nHello [interviewer],\n\n")
        assert copied.endswith("\n\nKind regards,\n[your name]")
        assert letter.locator(".fu-letter__why").first.inner_text() not in copied


@pytest.mark.browser
def test_every_message_can_be_linked_to(page: Page, source: GuideSource) -> None:
    shown = ""
    for message in source.messages.values():
        where, _, place = message["section"].partition("#")
        if where != shown:
            page.goto(f"{where}/")
            shown = where
        fold = page.locator("details.fu-part", has=page.locator(f"[id='{place}']"))
        expect(fold.locator("> .fu-share > a")).to_have_attribute("href", f"#{place}")


@pytest.mark.browser
def test_a_citation_names_page_day_and_address(timing: Page, source: GuideSource) -> None:
    timing.locator(".fu-cite summary").click()
    front = source.pages["timing"]
    copies = timing.locator(".fu-cite").get_by_role("button", name="Copy")
    expect(copies).to_have_count(3)
    copied = ""
    for position in range(3):
        copies.nth(position).click()
        timing.wait_for_function(OTHER_THAN, arg=copied)
        copied = promised(timing, COPIED)
        assert front["title"] in copied
        assert f"{home()}timing/" in copied
        assert front["reviewed"][:4] in copied
        assert not copied.endswith("Copy")
    is_said(timing, "Citation copied")


# ---- previews ------------------------------------------------------------------------------


def test_a_preview_has_words_and_a_card_of_its_own(built: list[Built]) -> None:
    without = {page.name for page in built if "og:image" not in page.found.meta}
    assert without <= {"404.html"}
    for page in built:
        meta = page.found.meta
        if page.name in without:
            continue
        assert meta["og:title"], page.name
        assert meta["og:description"], page.name
        assert meta["og:url"].startswith(home()), page.name
        assert meta["twitter:card"] == "summary_large_image"
        with Image.open(on_disk(meta["og:image"])) as card:
            assert card.size == (int(meta["og:image:width"]), int(meta["og:image:height"]))
            assert len(card.getcolors() or []) > 4, page.name  # words, not an empty sheet


# ---- programs --------------------------------------------------------------------------------


def test_an_article_says_what_it_is(source: GuideSource) -> None:
    for name, front in source.pages.items():
        path = "" if name == "index" else f"{name}/"
        page = Built(SITE, SITE / path / "index.html")
        if page.found.meta.get("robots") == "noindex":
            continue
        (found,) = ARTICLE.findall(page.html)
        article = json.loads(unescape(found))
        jsonschema.validate(article, SCHEMA_OF_AN_ARTICLE)
        assert article["headline"] == front["title"]
        assert article["dateModified"] == front["reviewed"]
        assert article["url"] == page.found.canonical
        assert on_disk(article["image"]).is_file()


SCHEMA_OF_AN_ARTICLE = {
    "type": "object",
    "required": ["@context", "@type", "headline", "image", "dateModified", "author", "publisher"],
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@type": {"const": "Article"},
        "headline": {"type": "string", "minLength": 1, "maxLength": 110},
        "image": {"type": "string", "pattern": "^https://"},
        "dateModified": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
        "license": {"type": "string", "pattern": "^https://creativecommons.org/"},
        "author": {"$ref": "#/$defs/organization"},
        "publisher": {"$ref": "#/$defs/organization"},
    },
    "$defs": {
        "organization": {
            "required": ["@type", "name", "url"],
            "properties": {"@type": {"const": "Organization"}},
        },
    },
}


def schema(name: str) -> dict[str, object]:
    """Return a published description."""
    described: dict[str, object] = json.loads((SITE / "assets" / "schema" / name).read_text())
    jsonschema.Draft202012Validator.check_schema(described)
    return described


@pytest.mark.parametrize("name", ["sections", "rules", "messages", "doubtful-numbers"])
def test_the_data_is_what_its_description_says(name: str) -> None:
    document = json.loads((SITE / f"{name}.json").read_text())
    jsonschema.validate(document, schema("data.schema.json"))
    assert on_disk(document["$schema"]).is_file()


def test_the_addresses_of_the_data_lead_somewhere(source: GuideSource, built: list[Built]) -> None:
    ids = {page.address: set(page.found.ids) for page in built}
    sections = json.loads((SITE / "sections.json").read_text())["sections"]
    rules = json.loads((SITE / "rules.json").read_text())["rules"]
    numbers = json.loads((SITE / "doubtful-numbers.json").read_text())["doubtful-numbers"]
    addresses = [one["address"] for one in sections + numbers]
    addresses += [rule["section"] for table in rules for rule in table["rules"]]
    for address in addresses:
        path, _, place = address.removeprefix(home()).partition("#")
        assert place in ids[path], address
    assert all(on_disk(one["permalink"]).is_file() for one in sections + numbers)
    assert {one["id"] for one in sections} >= {ref.partition("#")[2] for ref in source.sections}


def test_each_page_of_the_guide_has_a_twin_in_markdown(source: GuideSource) -> None:
    guide = [page for page in source.pages if not page.startswith("about/") and page != "embed"]
    whole = (SITE / "llms-full.txt").read_text()
    listed = (SITE / "llms.txt").read_text()
    for page in guide:
        path = "" if page == "index" else f"{page}/"
        twin = (SITE / path / "index.md").read_text()
        assert twin in whole
        assert f"({home()}{path}index.md)" in listed
        assert not re.search(r"\{ ?[#.]|--8<--|\]\((?!https?:|mailto:)", twin)


def test_a_twin_holds_the_words_and_the_messages_of_its_page(source: GuideSource) -> None:
    for ref, section in source.sections.items():
        page = ref.partition("#")[0]
        twin = (SITE / ("" if page == "index" else page) / "index.md").read_text()
        assert section["title"] in twin
    for message in source.messages.values():
        twin = (SITE / message["section"].partition("#")[0] / "index.md").read_text()
        assert all(paragraph in twin for paragraph in message["usual"]["paragraphs"])


def test_the_descriptions_are_published() -> None:
    for name in (described.SOURCE.name, described.DATA.name):
        schema(name)


def test_the_site_map_lists_pages_and_no_states() -> None:
    listed = re.findall(r"<loc>(.*?)</loc>", (SITE / "sitemap.xml").read_text())
    assert home() in listed
    assert all(on_disk(address).is_file() for address in listed)
    assert not [one for one in listed if urlsplit(one).fragment or "/s/" in one]
