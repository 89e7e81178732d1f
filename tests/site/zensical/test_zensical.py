"""The search of the site that Zensical makes: its own dialog, under our policy."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.built, pytest.mark.browser]

FOUND = re.compile(r"/messages/\?h=voicemail#voicemail$")


def test_the_search_finds_a_section_and_goes_there(page: Page) -> None:
    page.goto("")
    page.locator(".md-search__button").click()
    page.get_by_role("combobox").press_sequentially("voicemail")
    first = page.get_by_role("option").first
    expect(first).to_have_attribute("href", FOUND)
    first.click()
    expect(page).to_have_url(FOUND)
    expect(page.locator("#voicemail")).to_be_in_viewport()
