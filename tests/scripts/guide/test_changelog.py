"""The changelog, read for those who want to hear of changed advice."""

from datetime import date

from scripts.guide.changelog import TITLE, changes

LOG = """# Changelog

## Unreleased

### Advice

- Wait three days (T9, K5). Before, it was two.
- Later in the same version.
  It goes on here.

### Quiz

- A color.

## 2026.12.0 (2026-12-01)

### Laws

- A law begins to apply in a place of which the name is so very long that no list of titles could \
show the sentence without a line that breaks.
"""


def test_advice_and_laws_are_read_newest_first_with_the_day_of_their_version() -> None:
    second, first, law = changes(LOG)
    assert (second.version, second.day, second.kind) == ("Unreleased", None, "advice")
    assert second.text == "Later in the same version. It goes on here."
    assert (first.title, first.names) == ("Wait three days.", ["T9", "K5"])
    assert first.words == "Wait three days. Before, it was two."
    assert (law.version, law.day, law.kind) == ("2026.12.0", date(2026, 12, 1), "law")
    assert law.title.endswith(" …")
    assert len(law.title) < TITLE + 3


def test_a_change_keeps_its_name_when_it_is_released() -> None:
    released = LOG.replace("## Unreleased", "## Unreleased\n\n## 2026.12.1 (2026-12-24)")
    assert [one.id for one in changes(released)] == [one.id for one in changes(LOG)]
    assert [one.day for one in changes(released)][:2] == [date(2026, 12, 24)] * 2
    assert len({one.id for one in changes()}) == len(list(changes()))
