"""The real guide has no finding; each kind of mistake is one, with its place."""

import dataclasses
from datetime import date
from typing import Any

import pytest

from scripts.guide import evidence, references
from scripts.guide.reader import GuideSource, Link, Place, Timing, read_guide, read_pages
from scripts.paths import DOCS, ROOT

FRONT = "---\ntitle: T\ndescription: D\nreviewed: 2026-11-22\n---\n\n# Page { #page }\n\n"
HERE = Place("docs/timing.md", 7)


@pytest.fixture(scope="module")
def real() -> GuideSource:
    """Give the real guide."""
    return read_guide(DOCS)


@pytest.fixture
def guide(real: GuideSource) -> GuideSource:
    """Give a copy of the real guide to break."""
    parts = {one.name: getattr(real, one.name) for one in dataclasses.fields(real)}
    return GuideSource(**unshared(parts))


def unshared(part: Any) -> Any:  # noqa: ANN401 - whatever a guide is made of
    """Return a part whose lists and tables may be changed; the words themselves are shared."""
    if isinstance(part, dict):
        return type(part)({key: unshared(one) for key, one in part.items()})
    return [unshared(one) for one in part] if isinstance(part, list) else part


def only(guide: GuideSource) -> str:
    """Return the one finding."""
    (finding,) = references.findings(guide)
    return finding


def test_the_real_guide_has_no_finding(real: GuideSource) -> None:
    assert references.findings(real) == []


def test_a_rule_whose_section_is_gone_is_named(guide: GuideSource) -> None:
    del guide.sections["timing#the-second-message"]
    place, _, complaint = only(guide).partition(": ACTION, a-second-and-last-message: ")
    file, _, line = place.partition(":")
    assert "def a_second_and_last_message(" in (ROOT / file).read_text().splitlines()[int(line) - 1]
    assert complaint == "there is no section timing#the-second-message"


def test_a_rule_whose_claim_is_gone_is_named(guide: GuideSource) -> None:
    del guide.claims["T10"]
    assert all("the ledger has no claim T10" in finding for finding in references.findings(guide))
    assert references.findings(guide)


def test_a_rule_whose_number_is_gone_is_named(guide: GuideSource) -> None:
    del guide.timings["between-contacts"]
    assert (
        "docs/timing.md: the table of numbers has no row between-contacts"
        in references.findings(guide)
    )


@pytest.mark.parametrize(
    ("target", "complaint"),
    [
        ("nowhere.md", "there is no page nowhere.md"),
        ("timing.md#nowhere", "there is no section timing#nowhere"),
        ("timing.md#v=1&heard=nothing", "there is no section timing#v=1&heard=nothing"),
        ("timing/", "link to a page of the guide by its .md file: timing/"),
    ],
)
def test_a_dead_link_is_named(guide: GuideSource, target: str, complaint: str) -> None:
    guide.links.append(Link(HERE, "timing", target, "words"))
    assert only(guide) == f"docs/timing.md:7: {complaint}"


def test_a_link_out_of_a_folder_is_understood(guide: GuideSource) -> None:
    guide.links.append(Link(HERE, "about/decisions/x", "../../timing.md#no-date-yet", "words"))
    assert references.findings(guide) == []


def test_prose_that_says_another_number_than_the_table_is_named(guide: GuideSource) -> None:
    guide.links.append(Link(HERE, "index", "timing.md#no-date", "a week"))
    says = guide.timings["no-date"].words
    assert only(guide).startswith(
        f"docs/timing.md:7: “a week” links to no-date, which says “{says}”"
    )


def test_an_id_that_stands_twice_is_named(guide: GuideSource) -> None:
    guide.ids.setdefault("calling#no-date-yet", []).append(HERE)
    assert "the id no-date-yet is already used at" in only(guide)


def test_a_heading_without_an_id_is_named() -> None:
    source = read_pages({"timing": FRONT + "## No id here\n\nWait.\n"})
    assert [str(one) for one in references.headings(source)] == [
        "docs/timing.md:9: the heading “No id here” has no id such as { #some-id }"
    ]


def test_a_lead_of_too_many_characters_is_named(guide: GuideSource) -> None:
    guide.sections["timing#no-date-yet"]["lead"] = "considerable " * 19
    assert "has 19 words and 247 characters" in only(guide)


def test_a_section_without_a_lead_is_named(guide: GuideSource) -> None:
    guide.sections["timing#no-date-yet"]["lead"] = ""
    assert only(guide).endswith("the section timing#no-date-yet does not begin with a paragraph")


def test_a_lead_that_is_too_long_is_named(guide: GuideSource) -> None:
    guide.sections["timing#no-date-yet"]["lead"] = "word " * 41
    assert "the lead of timing#no-date-yet has 41 words" in only(guide)


def test_a_message_that_is_too_long_is_named(guide: GuideSource) -> None:
    guide.messages["last-message"]["variants"]["panel"]["paragraphs"] = ["word " * 91]
    assert "the message last-message has 91 words; at most 90" in only(guide)


def test_an_unknown_blank_is_named(guide: GuideSource) -> None:
    guide.messages["last-message"]["variants"]["panel"]["paragraphs"] = ["Hello [boss]"]
    assert "the message last-message has an unknown blank [boss]" in only(guide)


def test_an_option_that_is_gone_or_new_is_named(guide: GuideSource) -> None:
    options = guide.questions["contact"]["options"]
    options["boss"] = options.pop("panel")
    assert [finding.partition(": ")[2] for finding in references.findings(guide)] == [
        "contact has no option panel",
        "contact has an option boss that no rule knows",
    ]


def test_a_question_that_is_gone_is_named(guide: GuideSource) -> None:
    del guide.questions["culture"]
    assert only(guide) == "docs/quiz.md: there is no question with the id culture"


def test_a_phrase_that_is_gone_is_named(guide: GuideSource) -> None:
    del guide.phrases["do-email"]
    assert only(guide) == "docs/about/phrases.md: there is no phrase do-email"


def test_front_matter_that_is_not_the_agreed_one_is_named(guide: GuideSource) -> None:
    guide.pages["timing"] = {"title": "T", "reviewed": "2026-11-22"}
    assert only(guide).startswith("docs/timing.md:1: the front matter must be")


ENTRY = "### T1 { #t1 }\n\nSaid.\n\n**Kept.** See [here](timing.md#a).\n"
CITE = "## A { #a }\n\nWait. [T1](sources.md#t1){ .fu-claim }\n"
TWO_WAY = {"sources": FRONT + ENTRY, "timing": FRONT + CITE}


def test_a_claim_and_its_section_lead_to_each_other() -> None:
    assert complaints(TWO_WAY) == []


def test_a_kept_claim_whose_entry_names_no_section_is_named() -> None:
    entry = ENTRY.replace("timing.md", "sources.md")
    assert complaints(TWO_WAY | {"sources": FRONT + entry}) == [
        "docs/sources.md:9: T1 is kept, but its entry names no section"
    ]


def test_a_kept_claim_that_no_section_cites_is_named() -> None:
    assert complaints(TWO_WAY | {"timing": FRONT + "## A { #a }\n\nWait.\n"}) == [
        "docs/sources.md:9: T1 is kept, but no section cites it",
        "docs/sources.md:9: T1 names timing#a, which does not cite it",
    ]


def test_a_section_that_does_not_lead_back_is_named() -> None:
    other = {"calling": FRONT + CITE.replace("#a }", "#b }"), "timing": FRONT + "## A { #a }\n"}
    assert complaints(TWO_WAY | other) == [
        "docs/sources.md:9: T1 names timing#a, which does not cite it"
    ]


def test_a_section_leads_back_by_the_disagreement_it_shows() -> None:
    split = SPLIT.replace("no.", "no. [T1](sources.md#t1){ .fu-claim }")
    texts = {"disagreements": FRONT + split, "timing": FRONT + SHOWN}
    assert complaints(TWO_WAY | texts) == []


def test_a_claim_that_was_set_aside_needs_no_place() -> None:
    entry = "### T1 { #t1 }\n\nSaid.\n\n**Set aside.** Not for us.\n"
    assert complaints({"sources": FRONT + entry}) == []


SPLIT = "## Call? { #k1 }\n\nWrite.\n\n- **S2** says no.\n\n**How sure:** our judgment\n"
SHOWN = '## A { #a }\n\nWait.\n\n--8<-- "k1.md"\n'


def test_a_disagreement_that_no_section_shows_is_named() -> None:
    texts = {"disagreements": FRONT + SPLIT, "timing": FRONT + SHOWN}
    assert complaints(texts) == []
    (finding,) = complaints(texts | {"timing": FRONT + "## A { #a }\n\nWait.\n"})
    assert finding.startswith("docs/disagreements.md:9: no section shows K1")


def test_a_line_that_shows_no_disagreement_is_named() -> None:
    texts = {"disagreements": FRONT + SPLIT, "timing": FRONT + SHOWN}
    assert complaints(texts | {"calling": FRONT + SHOWN.replace("k1", "k99")}) == [
        "docs/calling.md:13: there is no disagreement k99"
    ]
    (finding,) = complaints(texts | {"about/x": FRONT + SHOWN})  # its links would lead nowhere
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
    assert complaints({"timing": FRONT + FIGURES + text}) == [finding]


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
    assert complaints({"timing": FRONT + FIGURES + text}) == []


def complaints(texts: dict[str, str]) -> list[str]:
    """Return what is said about the sources of pages."""
    return [str(one) for one in references.sources_given(read_pages(texts))]


def test_a_page_is_stale_a_year_after_its_review() -> None:
    source = read_pages({"timing": FRONT + "Words.\n"})
    assert evidence.stale(source, date(2027, 11, 22)) == []
    assert evidence.stale(source, date(2027, 11, 23)) == [
        "docs/timing.md:1: last reviewed on 2026-11-22, more than a year ago"
    ]


def test_a_review_on_a_leap_day_lasts_a_year() -> None:
    assert evidence.a_year_later(date(2028, 2, 29)) == date(2029, 3, 1)


def test_the_newest_review_counts_where_the_clock_is_behind() -> None:
    source = read_pages({"timing": FRONT + "Words.\n"})
    assert evidence.newest(source, date(2001, 1, 1)) == date(2026, 11, 22)
    assert evidence.newest(source, date(2030, 1, 1)) == date(2030, 1, 1)


def test_numbers_have_their_words() -> None:
    assert Timing(1, "day", HERE).words == "1 day"
    assert Timing(7, "day", HERE).words == "7 days"
    assert Timing(1, "business day", HERE).words == "1 business day"


def test_a_message_that_the_rules_choose_is_missed_at_its_line(guide: GuideSource) -> None:
    del guide.messages["new-times"]
    place, _, complaint = only(guide).partition(": MESSAGE, new-times: ")
    file, _, line = place.partition(":")
    assert '"new-times"' in (ROOT / file).read_text().splitlines()[int(line) - 1]
    assert complaint == "docs/messages.md has no message with the id new-times"


def test_a_sentence_of_a_message_without_a_reason_is_named(guide: GuideSource) -> None:
    guide.messages["new-times"]["usual"]["paragraphs"].append("One more.")
    finding = only(guide)
    assert finding.startswith(str(guide.places["new-times"]))
    assert "sentences and" in finding
