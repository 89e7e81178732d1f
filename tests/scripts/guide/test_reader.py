"""Markdown in, data out: what editors write and what the brain gets."""

import json

import pytest

from scripts.guide.reader import GuideSourceError, read_guide, read_pages, to_json
from scripts.paths import DOCS
from tests.scripts.little_guide import read


def test_a_section_is_its_heading_and_its_first_paragraph() -> None:
    lead = "Wait [2 days](timing.md#row)\nmore. [T9](s.md#t9){ .fu-claim }"
    body = f"## They *gave* a date {{ #gave }}\n\n{lead}\n\nMore.\n"
    source = read({"timing": body})
    assert source.sections == {
        "timing#gave": {"title": "They gave a date", "lead": "Wait 2 days more."}
    }
    assert str(source.lead_places["timing#gave"]) == "docs/timing.md:11"


def test_links_keep_their_place_and_their_words() -> None:
    source = read({"timing": "## A { #a }\n\nSee [two days](timing.md#row).\n"})
    (link,) = source.links
    assert (link.target, link.text, str(link.place)) == (
        "timing.md#row",
        "two days",
        "docs/timing.md:11",
    )


NUMBERS = "## Numbers { #numbers }\n\nAll.\n\n| When | How long |\n| --- | --- |\n"


def test_a_row_of_the_table_is_a_number_with_an_id() -> None:
    source = read({"timing": NUMBERS + "| Ask from { #no-date } | 5 business days |\n"})
    assert source.timings["no-date"].words == "5 business days"
    assert "timing#no-date" in source.ids


@pytest.mark.parametrize("row", ["| Ask from | 5 days |", "| Ask { #x } | five days |"])
def test_a_row_that_cannot_be_read_names_its_line(row: str) -> None:
    with pytest.raises(GuideSourceError, match=r"docs/timing\.md:15: "):
        read({"timing": NUMBERS + row + "\n"})


def test_a_message_has_a_subject_paragraphs_and_variants() -> None:
    body = (
        "## Ask { #ask }\n\nWhen.\n\n"
        "```text\nSubject: Hi [job]\n\nHello,\n\nBye,\n[your name]\n```\n"
        "\n```text-agency\nHello you.\n```\n"
    )
    message = read({"messages": body}).messages["ask"]
    assert message["usual"] == {
        "subject": "Hi [job]",
        "paragraphs": ["Hello,", "Bye,\n[your name]"],
    }
    assert message["variants"] == {"agency": {"subject": None, "paragraphs": ["Hello you."]}}


def test_an_unknown_kind_of_message_is_refused() -> None:
    with pytest.raises(GuideSourceError, match=r"docs/messages\.md:13: "):
        read({"messages": "## A { #a }\n\nB.\n\n```text-boss\nC\n```\n"})


QUESTION = (
    "## 1. News { #screen-news }\n\n### Heard? { #heard }\n\n"
    "*Why we ask:* it matters.\n\nA hint.\n\n"
)


def test_a_question_has_a_reason_a_hint_and_options() -> None:
    option = "- [Nothing yet](index.md#one){ #heard-nothing } Also a receipt.\n"
    source = read({"quiz": QUESTION + option})
    assert source.screens == {"1": "News"}
    assert source.questions["heard"] == {
        "title": "Heard?",
        "why": "it matters.",
        "hint": "A hint.",
        "options": {
            "nothing": {
                "label": "Nothing yet",
                "hint": "Also a receipt.",
                "section": "index#one",
            }
        },
    }


def test_an_option_without_its_id_is_refused_with_its_line() -> None:
    with pytest.raises(GuideSourceError, match=r"docs/quiz\.md:17: an option of heard"):
        read({"quiz": QUESTION + "- [Nothing](index.md)\n"})


def test_a_question_without_a_reason_is_refused() -> None:
    with pytest.raises(GuideSourceError, match="Why we ask"):
        read({"quiz": "### Heard? { #heard }\n\nJust asking.\n"})


def test_a_claim_needs_a_verdict() -> None:
    assert read({"sources": "### T1 { #t1 }\n\nSaid.\n\n**Kept.** Here.\n"}).claims == {
        "T1": "Kept"
    }
    with pytest.raises(GuideSourceError, match="T1 has no verdict"):
        read({"sources": "### T1 { #t1 }\n\nSaid.\n"})


def test_a_disagreement_names_its_sides_and_how_sure_we_are() -> None:
    body = "## Call? { #k1 }\n\nWrite.\n\n- **S2** says no.\n\n**How sure:** majority view\n"
    assert read({"disagreements": body}).conflicts["K1"] == {
        "title": "Call?",
        "section": "disagreements#k1",
        "ours": "Write.",
        "sides": [["S2", "says no."]],
        "sure": "majority-view",
    }


def test_a_phrase_that_stands_twice_is_refused() -> None:
    table = "## Words { #words }\n\n| Id | Words |\n| --- | --- |\n| a | b |\n| a | c |\n"
    with pytest.raises(GuideSourceError, match="the phrase a stands twice"):
        read({"about/phrases": table})


def test_a_page_without_front_matter_is_refused() -> None:
    with pytest.raises(GuideSourceError, match=r"docs/index\.md:1: "):
        read_pages({"index": "# Hello\n"})


def test_the_real_guide_is_read_the_same_way_twice() -> None:
    first, second = to_json(read_guide(DOCS)), to_json(read_guide(DOCS))
    assert first == second
    assert len(json.loads(first)["sections"]) > 80
