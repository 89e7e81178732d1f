"""The feed of changes on the built site: found from each page, and leading to what changed."""

import pytest

from scripts.paths import SITE
from scripts.site.html import Page as Built
from scripts.site.html import home_address

feedparser = pytest.importorskip("feedparser", reason="make setup installs it")
pytestmark = pytest.mark.built


def test_the_feed_can_be_found_from_each_page_and_leads_to_each_change(built: list[Built]) -> None:
    home = home_address(SITE)
    feed = f'type="application/atom+xml" href="{home}changes.xml"'
    pages = [page for page in built if "s/" not in page.address and page.found.canonical]
    without = [
        page.address
        for page in pages
        if feed not in (SITE / page.address / "index.html").read_text(encoding="utf-8")
    ]
    assert without == ["embed/"]
    read = feedparser.parse((SITE / "changes.xml").read_bytes())
    assert not read.bozo
    assert read.entries
    places = {f"{home}{page.address}#{place}" for page in built for place in page.found.ids}
    led_to = {link.href for entry in read.entries for link in entry.links}
    assert led_to <= places
