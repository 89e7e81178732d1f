"""The real guide has no finding; each kind of mistake is one, with its place."""

import copy

import pytest

from scripts import links
from scripts.guide import GuideSource, Link, Place, Timing, read_guide
from scripts.paths import DOCS

HERE = Place("docs/timing.md", 7)


@pytest.fixture(scope="module")
def real() -> GuideSource:
    """Give the real guide."""
    return read_guide(DOCS)


@pytest.fixture
def guide(real: GuideSource) -> GuideSource:
    """Give a copy of the real guide to break."""
    return copy.deepcopy(real)


def only(guide: GuideSource) -> str:
    """Return the one finding."""
    (finding,) = links.findings(guide)
    return finding


def test_the_real_guide_has_no_finding(real: GuideSource) -> None:
    assert links.findings(real) == []


def test_a_rule_whose_section_is_gone_is_named(guide: GuideSource) -> None:
    del guide.sections["timing#the-second-message"]
    assert only(guide) == (
        "widget/followup/rules.py (ACTION, a-second-and-last-message): "
        "there is no section timing#the-second-message"
    )


def test_a_rule_whose_claim_is_gone_is_named(guide: GuideSource) -> None:
    del guide.claims["T10"]
    assert all("the ledger has no claim T10" in finding for finding in links.findings(guide))
    assert links.findings(guide)


def test_a_rule_whose_number_is_gone_is_named(guide: GuideSource) -> None:
    del guide.timings["between-contacts"]
    assert "docs/timing.md: the table of numbers has no row between-contacts" in links.findings(
        guide
    )


@pytest.mark.parametrize(
    ("target", "complaint"),
    [
        ("nowhere.md", "there is no page nowhere.md"),
        ("timing.md#nowhere", "there is no section timing#nowhere"),
        ("timing/", "link to a page of the guide by its .md file: timing/"),
    ],
)
def test_a_dead_link_is_named(guide: GuideSource, target: str, complaint: str) -> None:
    guide.links.append(Link(HERE, "timing", target, "words"))
    assert only(guide) == f"docs/timing.md:7: {complaint}"


def test_a_link_out_of_a_folder_is_understood(guide: GuideSource) -> None:
    guide.links.append(Link(HERE, "about/decisions/x", "../../timing.md#no-date-yet", "words"))
    assert links.findings(guide) == []


def test_prose_that_says_another_number_than_the_table_is_named(guide: GuideSource) -> None:
    guide.links.append(Link(HERE, "index", "timing.md#no-date", "a week"))
    assert (
        only(guide) == "docs/timing.md:7: “a week” links to no-date, which says “5 business days”"
    )


def test_an_id_that_stands_twice_is_named(guide: GuideSource) -> None:
    guide.ids.setdefault("calling#no-date-yet", []).append(HERE)
    assert "the id no-date-yet is already used at" in only(guide)


def test_a_lead_that_is_too_long_is_named(guide: GuideSource) -> None:
    guide.sections["timing#no-date-yet"]["lead"] = "word " * 41
    assert "the lead of timing#no-date-yet has 41 words" in only(guide)


def test_a_message_that_is_too_long_is_named(guide: GuideSource) -> None:
    guide.messages["voicemail"]["usual"]["paragraphs"] = ["word " * 61]
    assert "the message voicemail has 61 words; at most 60" in only(guide)


def test_an_unknown_blank_is_named(guide: GuideSource) -> None:
    guide.messages["voicemail"]["usual"]["paragraphs"] = ["Hello [boss]"]
    assert "the message voicemail has an unknown blank [boss]" in only(guide)


def test_an_option_that_is_gone_or_new_is_named(guide: GuideSource) -> None:
    options = guide.questions["contact"]["options"]
    options["boss"] = options.pop("panel")
    assert [finding.partition(": ")[2] for finding in links.findings(guide)] == [
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


def test_numbers_have_their_words() -> None:
    assert Timing(1, "day", HERE).words == "1 day"
    assert Timing(7, "day", HERE).words == "7 days"
    assert Timing(1, "business day", HERE).words == "1 business day"
