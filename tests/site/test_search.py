"""Search leads to each question by the words that people type, not by ours."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from scripts.guide.reader import read_guide
from scripts.paths import DOCS, PICTURES, SITE
from scripts.site.search_index import WORDS
from tests.conftest import OpenPage

pytestmark = [pytest.mark.built, pytest.mark.browser]

PAGES, PLACES = 2, 3  # how far down a reader looks: pages found, and places on each of them

TYPED = {
    "thank-you#when-must-it-go": "when do i send a thank you",
    "thank-you#forgot-to-thank": "forgot to send thank you too late",
    "thank-you#card-or-email": "handwritten card or email",
    "thank-you#thank-a-panel": "thank everyone on panel",
    "thank-you#no-address": "don't have interviewer email address",
    "thank-you#mistake-in-the-note": "misspelled name thank you",
    "thank-you#a-wrong-answer": "gave wrong answer in interview",
    "waiting#they-said-friday": "said friday now tuesday",
    "waiting#they-said-next-week": "they said next week",
    "waiting#due-yesterday": "decision yesterday too soon",
    "waiting#he-said-he-would-call": "said he'd call with decision",
    "timing#no-date-yet": "they gave no date",
    "waiting#in-touch-shortly": "be in touch shortly",
    "waiting#we-will-contact-you": "don't contact us we'll contact you",
    "timing#over-the-holidays": "interview before christmas",
    "timing#wrote-too-early": "emailed too early did I ruin it",
    "waiting#how-many-times": "how many times follow up",
    "channels#call-or-email": "should i call or email",
    "calling#call-her-monday": "told me to call monday",
    "calling#leave-one-voicemail": "got voicemail leave message",
    "replies#you-missed-their-call": "missed their call no voicemail",
    "replies#nobody-called": "phone interview nobody called",
    "replies#canceled-and-silent": "canceled interview never rescheduled",
    "channels#whom-to-contact": "hr or hiring manager",
    "channels#agency": "agency recruiter contact employer",
    "channels#friend-inside": "friend works there",
    "channels#linkedin-requests": "connect linkedin interviewer",
    "silence#what-silence-means": "what does silence mean",
    "silence#ghosted": "ghosted final round",
    "silence#references-then-silence": "called references then silence",
    "silence#posted-again": "job reposted after interview",
    "silence#ad-taken-down": "ad taken down",
    "deadlines#answer-due-thursday": "another offer due thursday",
    "deadlines#no-bluff": "say i have an offer but i don't",
    "replies#offer-without-paper": "verbal offer nothing in writing",
    "replies#on-hold": "hiring freeze on hold",
    "replies#back-up": "back-up candidate",
    "replies#ask-why": "rejected ask why feedback",
    "replies#apply-again": "rejected reapply",
    "replies#no-longer-interested": "don't want job anymore withdraw",
    "channels#internal-job": "internal job",
    "timing#public-jobs": "government job month silence",
    "special-cases#shop-or-restaurant": "restaurant job call or walk in",
    "thank-you#thanks-abroad": "job in germany",
    "timing#first-talk": "phone screen when to ask",
    "thank-you#recorded-interview": "one-way video interview",
}


# All places that were found, by page, best first. A page shows its best place and folds the rest.
FOUND = """all => all.map((page) =>
  [...page.querySelectorAll("a.md-search-result__link")].map(({ href }) => new URL(href).hash))"""


QUESTIONS = {block.ref: block.title for block in read_guide(DOCS).blocks if block.asked}


def search(page: Page, words: str) -> list[list[str]]:
    """Type words into the search and return what it finds: the places on each page."""
    field = page.locator("input[name=query]")
    meta = page.locator(".md-search-result__meta")
    for typed, answer in (("", "Type to start searching"), (words, "matching documents")):
        field.fill(typed)
        field.press("End")  # the theme searches when a key comes up
        expect(meta).to_contain_text(answer)
    found: list[list[str]] = page.locator(".md-search-result__item").evaluate_all(FOUND)
    return found


def test_every_question_is_found_by_the_words_people_type(page: Page) -> None:
    assert set(TYPED) <= set(QUESTIONS)
    page.goto("")
    page.locator("input[name=query]").click()
    lost = []
    for section, words in (QUESTIONS | TYPED).items():  # a new question is found by its heading
        first = [place for places in search(page, words)[:PAGES] for place in places[:PLACES]]
        if f"#{section.partition('#')[2]}" not in first:
            lost.append(f"“{words}” does not lead to {section}, but to {first}")
    assert lost == []


def test_the_words_come_with_the_first_letter_and_not_before(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto("")
    page.keyboard.press("/")
    field = page.locator("input[name=query]")
    expect(field).to_be_focused()
    meta = page.locator(".md-search-result__meta")
    expect(meta).to_contain_text("Type to start searching")
    assert "words.json" not in asked
    page.keyboard.type("voicemail")
    expect(meta).to_contain_text("matching documents")
    assert asked.count("words.json") == 1
    # The list is drawn anew for each letter; whoever stands in it then has to begin again.
    page.locator("a.md-search-result__link[href*='h=voicemail']").first.wait_for()
    page.keyboard.press("ArrowDown")
    expect(page.locator("a.md-search-result__link").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/replies/?h=*")


def test_what_was_searched_is_marked_on_the_page(page: Page) -> None:
    page.goto("replies/?h=voicemail")
    expect(page.locator(".md-content mark").first).to_have_text("voicemail")


def test_a_link_may_hold_what_is_searched(page: Page) -> None:
    page.goto("?q=voicemail")
    expect(page.locator(".md-search-result__meta")).to_contain_text("matching documents")


def test_after_a_failure_the_next_letter_searches(open_page: OpenPage) -> None:
    with open_page(expected="Failed to load resource") as page:
        page.route("**/words.json", lambda route: route.abort())
        page.goto("")
        page.locator("input[name=query]").click()
        meta = page.locator(".md-search-result__meta")
        expect(meta).to_contain_text("Type to start searching")
        with page.expect_event("requestfailed"):
            page.keyboard.type("v")
        page.unroute("**/words.json")
        page.keyboard.type("oice")
        expect(meta).to_contain_text("matching documents")


def test_the_search_is_about_the_guide_and_not_about_how_it_was_decided() -> None:
    places = [one["location"] for one in json.loads((SITE / WORDS).read_text())]
    assert len(places) > 100
    assert [one for one in places if one.startswith("about/decisions/")] == []


def test_what_stands_in_a_picture_is_not_found_as_text() -> None:
    words = (SITE / WORDS).read_text(encoding="utf-8")
    drawings = (file.read_text(encoding="utf-8") for file in PICTURES.iterdir())
    told = {one for text in drawings for one in re.findall(r"<desc[^>]*>([^<]+)", text)}
    assert told
    assert [one for one in told if one in words] == []
