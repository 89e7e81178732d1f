"""What a reader of the guide sees beyond words: disagreements that open, blanks that stand out."""

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import OpenPage

pytestmark = [pytest.mark.built, pytest.mark.browser]

SPLIT = "#their-date ~ details.fu-split"
SHOWN = "(one) => one.getBoundingClientRect().height > 0"


def test_a_disagreement_opens_without_javascript(open_page: OpenPage) -> None:
    with open_page(java_script_enabled=False) as page:
        page.goto("timing/")
        split = page.locator(SPLIT).first
        expect(split.get_by_text("How sure:")).not_to_be_visible()
        split.locator("summary").click()
        for part in ("Our advice:", "Why we chose this:", "How sure:"):
            expect(split.get_by_text(part)).to_be_visible()
        split.get_by_role("link", name="All disagreements").click()
        expect(page.locator("h2#k5")).to_be_in_viewport()


def test_a_disagreement_stands_open_on_paper(open_page: OpenPage) -> None:
    with open_page(java_script_enabled=False) as page:
        page.goto("timing/")
        side = page.locator(SPLIT).first.locator("li").last
        assert not side.evaluate(SHOWN)
        page.emulate_media(media="print")
        assert side.evaluate(SHOWN)


def test_the_blanks_of_a_message_are_marked_and_its_words_are_the_same(page: Page) -> None:
    page.goto("messages/")
    message = page.locator("#thank-you-note ~ .highlight, #thank-you-note ~ pre").first
    marked = message.locator("mark").all_inner_texts()
    assert "[interviewer]" in marked
    assert all(blank[0] + blank[-1] == "[]" for blank in marked)
    assert "Hello [interviewer],\n\nThank you for" in message.inner_text()
