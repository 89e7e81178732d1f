"""The search of the site that Zensical makes is ours, under our policy."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.built, pytest.mark.browser]


def test_the_search_finds_a_section_and_goes_there(page: Page) -> None:
    page.goto("")
    page.get_by_role("button", name="Search").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("searchbox").press_sequentially("leave a voicemail")
    first = dialog.get_by_role("listitem").first
    expect(first).to_contain_text("voicemail")
    first.get_by_role("link").click()
    page.wait_for_url("**/calling/#leave-one-voicemail")
    expect(page.locator("#leave-one-voicemail")).to_be_in_viewport()
