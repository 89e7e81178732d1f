"""The real guide has no finding; each kind of mistake is one, with its place."""

import dataclasses
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from followup import rules
from followup.model import Written
from scripts.guide import evidence, references
from scripts.guide.all_rules import ALL_RULES
from scripts.guide.reader import GuideSource, Link, Place, Timing
from scripts.paths import ROOT
from tests.scripts.little_guide import read

HERE = Place("docs/timing.md", 7)


@pytest.fixture
def guide(source: GuideSource) -> GuideSource:
    """Give a copy of the real guide to break."""
    parts = {one.name: getattr(source, one.name) for one in dataclasses.fields(source)}
    return GuideSource(**unshared(parts))


def unshared(part: Any) -> Any:  # noqa: ANN401 - whatever a guide is made of
    """Return a part whose lists and tables may be changed; the words themselves are shared."""
    if isinstance(part, dict):
        return type(part)({key: unshared(one) for key, one in part.items()})
    return [unshared(one) for one in part] if isinstance(part, list) else part


def test_the_real_guide_has_no_finding(source: GuideSource) -> None:
    assert references.findings(source) == []


@pytest.mark.parametrize(
    ("kind", "name", "rule", "code", "complaint"),
    [
        (
            *("sections", "timing#the-second-message", "ACTION, a-second-and-last-message"),
            *("def a_second_and_last_message(", "there is no section timing#the-second-message"),
        ),
        (
            *("messages", "new-times", "MESSAGE, new-times", '"new-times"'),
            "docs/messages.md has no message with the id new-times",
        ),
    ],
)
def test_what_a_rule_needs_is_missed_at_the_line_of_the_rule(  # noqa: PLR0913, PLR0917
    guide: GuideSource, kind: str, name: str, rule: str, code: str, complaint: str
) -> None:
    del getattr(guide, kind)[name]
    (finding,) = references.findings(guide)
    place, _, said = finding.partition(f": {rule}: ")
    file, _, line = place.partition(":")
    assert code in (ROOT / file).read_text().splitlines()[int(line) - 1]
    assert said == complaint


def test_an_action_that_rests_on_no_claim_is_named_at_its_line(
    guide: GuideSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = [
        (table, dataclasses.replace(rule, claims=()) if rule.id == "it-is-on-hold" else rule)
        for table, rule in ALL_RULES
    ]
    monkeypatch.setattr(references, "ALL_RULES", changed)
    (finding,) = references.findings(guide)
    place = references.place_of_rule("ACTION", "it-is-on-hold")
    assert finding == f'{place}: it names no claim; write claims="T9", with those that it rests on'


def link(target: str, words: str = "words") -> Link:
    return Link(HERE, "timing", target, words)


@pytest.mark.parametrize(
    ("damage", "complaint"),
    [
        (lambda guide: guide.claims.pop("T10"), ": the ledger has no claim T10"),
        (
            lambda guide: guide.timings.pop("between-contacts"),
            ": docs/timing.md has no row between-contacts; write one",
        ),
        (
            lambda guide: guide.links.append(link("timing.md#v=1&heard=nothing")),
            "docs/timing.md:7: there is no section timing#v=1&heard=nothing",
        ),
        (
            lambda guide: guide.links.append(link("timing/")),
            "docs/timing.md:7: link to a page of the guide by its .md file: timing/",
        ),
        (
            lambda guide: guide.links.append(link("timing.md#no-date", "a week")),
            "docs/timing.md:7: “a week” links to no-date, which says “",
        ),
        (
            lambda guide: panel(guide).update(paragraphs=["word " * 91]),
            "the message last-message has 91 words; at most 90",
        ),
        (
            lambda guide: guide.messages["new-times"]["usual"]["paragraphs"].append("One more."),
            "the message new-times has ",
        ),
        (
            lambda guide: guide.phrases.pop("so-it-is-on-hold"),
            ": there is no phrase so-it-is-on-hold; write a row",
        ),
        (
            lambda guide: guide.phrases.pop("do-email"),
            ": there is no phrase do-email; write a row",
        ),
        (
            lambda guide: (
                guide.places.update({"ask-why": HERE})
                or guide.messages.update({"ask-why": guide.messages["new-times"]})
            ),
            "docs/timing.md:7: which-message does not list ask-why",
        ),
        (
            lambda guide: guide.pages.update(timing={"title": "T", "reviewed": "2026-11-22"}),
            "docs/timing.md:1: the front matter must be",
        ),
    ],
)
def test_what_is_damaged_is_named(
    guide: GuideSource, damage: Callable[[GuideSource], object], complaint: str
) -> None:
    damage(guide)
    found = references.findings(guide)
    assert found
    assert all(complaint in finding for finding in found)


def panel(guide: GuideSource) -> dict[str, Any]:
    text: dict[str, Any] = guide.messages["last-message"]["variants"]["panel"]
    return text


def test_a_link_out_of_a_folder_is_understood(guide: GuideSource) -> None:
    guide.links.append(Link(HERE, "about/decisions/x", "../../timing.md#no-date-yet", "words"))
    assert references.findings(guide) == []


ENTRY = "### T1 { #t1 }\n\nSaid.\n\n**Kept.** See [here](timing.md#a).\n"
CITE = "## A { #a }\n\nWait. [T1](sources.md#t1){ .fu-claim }\n"
TWO_WAY = {"sources": ENTRY, "timing": CITE}


def test_a_claim_and_its_section_lead_to_each_other() -> None:
    assert complaints(TWO_WAY) == []


def test_a_kept_claim_whose_entry_names_no_section_is_named() -> None:
    entry = ENTRY.replace("timing.md", "sources.md")
    assert complaints(TWO_WAY | {"sources": entry}) == [
        "docs/sources.md:9: T1 is kept, but its entry names no section"
    ]


def test_a_kept_claim_that_no_section_cites_is_named() -> None:
    assert complaints(TWO_WAY | {"timing": "## A { #a }\n\nWait.\n"}) == [
        "docs/sources.md:9: T1 is kept, but no section cites it",
        "docs/sources.md:9: T1 names timing#a, which does not cite it",
    ]


def test_a_section_that_does_not_lead_back_is_named() -> None:
    other = {"calling": CITE.replace("#a }", "#b }"), "timing": "## A { #a }\n"}
    assert complaints(TWO_WAY | other) == [
        "docs/sources.md:9: T1 names timing#a, which does not cite it"
    ]


def test_a_section_leads_back_by_the_disagreement_it_shows() -> None:
    split = SPLIT.replace("no.", "no. [T1](sources.md#t1){ .fu-claim }")
    texts = {"disagreements": split, "timing": SHOWN}
    assert complaints(TWO_WAY | texts) == []


def test_a_claim_that_was_set_aside_needs_no_place() -> None:
    entry = "### T1 { #t1 }\n\nSaid.\n\n**Set aside.** Not for us.\n"
    assert complaints({"sources": entry}) == []


SPLIT = "## Call? { #k1 }\n\nWrite.\n\n- **S2** says no.\n\n**How sure:** our judgment\n"
SHOWN = '## A { #a }\n\nWait.\n\n--8<-- "k1.md"\n'


def test_a_disagreement_that_no_section_shows_is_named() -> None:
    texts = {"disagreements": SPLIT, "timing": SHOWN}
    assert complaints(texts) == []
    (finding,) = complaints(texts | {"timing": "## A { #a }\n\nWait.\n"})
    assert finding.startswith("docs/disagreements.md:9: no section shows K1")


def test_a_line_that_shows_no_disagreement_is_named() -> None:
    texts = {"disagreements": SPLIT, "timing": SHOWN}
    assert complaints(texts | {"calling": SHOWN.replace("k1", "k99")}) == [
        "docs/calling.md:13: there is no disagreement k99"
    ]
    (finding,) = complaints(texts | {"about/x": SHOWN})  # its links would lead nowhere
    assert finding.startswith("docs/about/x.md:13: a disagreement can be shown only")


FIGURES = "## A { #a }\n\nThe lead.\n\n"


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        ("Of all, 33% agree. See [ours](sources.md#t1).", "Of all, 33%", 13),
        ("- Half.\n- About 20 percent.", "About 20 percent", 14),
        ("A poll (n = 500) says so.", "A poll (n = 5", 13),
        ("It says one in five.", "It says one in five", 13),
        ("A third of them agree.", "A third of", 13),
        ("| a | b |\n| - | - |\n| x | 4.5 % |", "4.5 %", 15),
    ],
)
def test_a_figure_without_its_source_is_named(text: str, words: str, line: int) -> None:
    finding = f"docs/timing.md:{line}: a figure without a link to its source: “{words}”"
    assert complaints({"timing": FIGURES + text}) == [finding]


@pytest.mark.parametrize(
    "text",
    [
        "Of all, [33%](https://example.org/poll) agree.",
        "[A third of them](sources.md#evidence-thanks) agree.",
        "One in the morning, two in all.",
        "| a | b |\n| - | - |\n| 33% | [a poll](https://example.org/poll) |",
        "Wait 5 days.",
    ],
)
def test_a_figure_with_its_source_is_fine(text: str) -> None:
    assert complaints({"timing": FIGURES + text}) == []


def complaints(texts: dict[str, str]) -> list[str]:
    """Return what is said about the sources of pages."""
    source = read(texts)
    checks = (
        evidence.claims_without_a_place,
        evidence.disagreements_without_a_place,
        evidence.bare_figures,
    )
    return [f"{place}: {text}" for check in checks for place, text in check(source)]


def test_a_page_is_stale_a_year_after_its_review() -> None:
    source = read({"timing": "Words.\n"})
    assert evidence.stale(source, date(2027, 11, 22)) == []
    assert evidence.stale(source, date(2027, 11, 23)) == [
        "docs/timing.md:1: last reviewed on 2026-11-22, more than a year ago"
    ]


def test_where_the_clock_is_behind_the_newest_review_counts_as_today() -> None:
    source = read({"timing": "Words.\n", "calling": "Words.\n"})
    source.pages["timing"]["reviewed"] = "2028-02-29"
    (fault,) = evidence.stale(source, date(2001, 1, 1))
    assert fault.startswith("docs/calling.md:1: ")


def test_numbers_have_their_words() -> None:
    assert Timing(1, "day", HERE).words == "1 day"
    assert Timing(7, "day", HERE).words == "7 days"
    assert Timing(1, "business day", HERE).words == "1 business day"


def test_a_message_that_no_step_can_get_is_named(
    source: GuideSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = next(one for one in rules.MESSAGE.rules if one.id == "ask-for-news")
    twin = dataclasses.replace(line, id="new-times")
    monkeypatch.setattr(rules.MESSAGE, "rules", (line, twin))
    ((place, text),) = references.messages_chosen(source)
    assert str(place).endswith(": MESSAGE, new-times")
    assert text.startswith("no step gets this message")


def test_a_question_for_news_of_another_kind_is_named(
    source: GuideSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = next(one for one in rules.MESSAGE.rules if one.id == "still-going-on")
    letter = dataclasses.replace(line, then=Written())
    others = [one for one in rules.MESSAGE.rules if one is not line]
    monkeypatch.setattr(rules.MESSAGE, "rules", (letter, *others))
    ((place, text),) = references.messages_chosen(source)
    assert str(place).endswith(": MESSAGE, still-going-on")
    assert "NEWS" in text


def test_an_id_of_two_lines_is_named(source: GuideSource, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules.MESSAGE, "rules", rules.CHANNEL.rules[-1:])
    ((_, text),) = references.rule_ids(source)
    assert text.startswith("the id stands in the table CHANNEL already")
