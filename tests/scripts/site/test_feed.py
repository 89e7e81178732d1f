"""The feed of changes, as a program that reads feeds finds it."""

import pytest

from scripts.guide.changelog import changes
from scripts.guide.reader import GuideSource
from scripts.site import feed

feedparser = pytest.importorskip("feedparser", reason="make setup installs it")

HOME = "https://example.org/should-i-call/"
LOG = """## Unreleased

### Advice

- Wait three days <now> & not two (T9, K5, DR0).

## 2026.12.0 (2026-12-01)

### Laws

- A law begins to apply.
"""


def test_a_reader_of_feeds_finds_each_change(source: GuideSource) -> None:
    read = feedparser.parse(feed.feed(source, changes(LOG), HOME, "Should I Call?"))
    assert not read.bozo, read.bozo_exception
    assert (read.version, read.feed.id) == ("atom10", f"{HOME}changes.xml")
    assert read.feed.title == "Should I Call? What changed"
    advice, law = read.entries
    assert advice.title == "Wait three days <now> & not two."
    assert advice.content[0].value == "Wait three days <now> & not two."
    assert advice.link == advice.id != law.id
    assert [tag.term for tag in (*advice.tags, *law.tags)] == ["advice", "law"]
    assert law.updated == "2026-12-01T00:00:00Z"
    assert read.feed.updated == max(one.updated for one in read.entries)


def test_a_change_leads_to_the_claims_and_disagreements_that_it_names(source: GuideSource) -> None:
    (advice, _) = feedparser.parse(feed.feed(source, changes(LOG), HOME, "Name")).entries
    related = [link.href for link in advice.links if link.rel == "related"]
    assert related == [f"{HOME}sources/#t9", f"{HOME}disagreements/#k5"]


def test_readers_that_sort_by_time_keep_the_order(source: GuideSource) -> None:
    more = LOG.replace("### Advice\n", "### Advice\n\n- Older.\n")
    entries = feedparser.parse(feed.feed(source, changes(more), HOME, "Name")).entries
    times = [one.updated for one in entries if one.category == "advice"]
    assert len(times) == 2
    assert times == sorted(times, reverse=True)
    assert len(set(times)) == len(times)


def test_a_feed_without_changes_is_one(source: GuideSource) -> None:
    read = feedparser.parse(feed.feed(source, (), HOME, "Name"))
    assert not read.bozo
    assert read.entries == []
