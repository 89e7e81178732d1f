"""Search answers what people type, in their words; it costs nothing until it is opened."""

import json
import re
import tomllib

import pytest
from playwright.sync_api import Page, expect

from scripts.guide.reader import read_guide
from scripts.paths import DOCS, PICTURES, ROOT, SITE
from scripts.site.search_index import WORDS
from tests.conftest import OpenPage, promised

pytestmark = [pytest.mark.built, pytest.mark.browser]

WANTED = tomllib.loads((ROOT / "tests" / "searches.toml").read_text(encoding="utf-8"))
NEAR = 3  # how far down a reader looks for a question asked in our words
MOST = 97_000  # packed bytes: what the words and the script of the theme weighed

# What the search finds for many queries, best first, as sections: timing#no-date-yet.
FOUND = """async (queries) => {
  const worker = new Worker("assets/quiz/find.js");
  const found = [];
  for (const query of queries) {
    const answer = new Promise((done) => (worker.onmessage = ({ data }) => done(data)));
    worker.postMessage(query);
    found.push((await answer).found.map(({ location }) => location.replace("/#", "#")));
  }
  return found;
}"""


def find(page: Page, queries: list[str]) -> dict[str, list[str]]:
    """Return what is found for each query."""
    page.goto("")
    return dict(zip(queries, promised(page, FOUND, queries), strict=True))


def test_what_people_type_leads_to_the_right_section_first(page: Page) -> None:
    assert len(WANTED) > 40
    found = find(page, [*WANTED])
    wrong = {query: hits[:3] for query, hits in found.items() if hits[:1] != [WANTED[query]]}
    assert wrong == {}


def test_every_question_is_found_by_its_own_words(page: Page) -> None:
    asked = {block.title: block.ref for block in read_guide(DOCS).blocks if block.asked}
    assert len(asked) > 40
    found = find(page, [*asked])
    lost = {title: hits[:NEAR] for title, hits in found.items() if asked[title] not in hits[:NEAR]}
    assert lost == {}


def test_a_word_that_is_being_typed_finds_already(page: Page) -> None:
    found = find(page, ["voicem", "christm", "qwertzuiop"])
    assert "calling#leave-one-voicemail" in found["voicem"]
    assert "timing#over-the-holidays" in found["christm"]
    assert found["qwertzuiop"] == []


def test_the_words_come_with_the_first_search_and_not_before(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto("timing/")
    button = page.get_by_role("button", name="Search")
    button.click()
    dialog = page.get_by_role("dialog", name="Search")
    field = dialog.get_by_role("searchbox")
    expect(field).to_be_focused()
    assert "words.json" not in asked
    page.keyboard.type("missed their call")
    first = dialog.get_by_role("listitem").first
    expect(first).to_contain_text("I missed their call")
    expect(dialog.get_by_role("status")).not_to_be_empty()
    assert asked.count("words.json") == 1
    page.keyboard.press("ArrowDown")
    expect(first.get_by_role("link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()
    button.click()
    expect(field).to_have_value("missed their call")
    page.keyboard.press("Enter")
    page.wait_for_url("**/replies/#you-missed-their-call")
    expect(page.locator("#you-missed-their-call")).to_be_in_viewport()


def test_a_link_may_hold_what_is_searched(page: Page) -> None:
    page.goto("?q=voicemail")
    expect(page.get_by_role("dialog").get_by_role("listitem").first).to_contain_text("voicemail")


def test_a_part_that_is_missing_is_told_of_and_the_next_letter_searches(
    open_page: OpenPage,
) -> None:
    with open_page(expected="Failed to load resource") as page:
        dialog = page.get_by_role("dialog")
        said = expect(dialog.get_by_role("status"))
        for part in ("search.js", "find.js", "words.json"):
            page.route(f"**/{part}", lambda route: route.abort())
        page.goto("")
        page.keyboard.press("Control+k")
        said.to_have_text(re.compile("could not be loaded"))
        dialog.get_by_role("button", name="Close").click()
        expect(dialog).to_be_hidden()
        page.unroute("**/search.js")
        page.reload()
        page.keyboard.press("Control+k")
        for letter, part in (("v", "find.js"), ("o", "words.json")):
            expect(dialog.get_by_role("searchbox")).to_be_focused()
            page.keyboard.type(letter)
            said.to_have_text(re.compile("could not be loaded"))
            page.unroute(f"**/{part}")
        page.keyboard.type("icemail")
        expect(dialog.get_by_role("listitem").first).to_contain_text("voicemail")


def test_the_search_weighs_no_more_than_it_did() -> None:
    parts = ("assets/js/search.js", "assets/quiz/find.js", WORDS)
    assert sum((SITE / f"{part}.br").stat().st_size for part in parts) <= MOST


def test_only_the_guide_is_searched() -> None:
    places = {one["location"] for one in json.loads((SITE / WORDS).read_text())}
    assert len(places) > 100
    for page in ("about/phrases/", "about/decisions/", "quiz/", "sources/", "situations/"):
        assert [one for one in places if one.startswith(page)] == [], page
    assert "about/glossary/" in places


def test_what_stands_in_a_picture_is_not_found_as_text() -> None:
    words = (SITE / WORDS).read_text(encoding="utf-8")
    drawings = (file.read_text(encoding="utf-8") for file in PICTURES.iterdir())
    told = {one for text in drawings for one in re.findall(r"<title[^>]*>([^<]+)", text)}
    assert told
    assert [one for one in told if one in words] == []
