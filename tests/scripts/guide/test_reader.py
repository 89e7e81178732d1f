"""Markdown in, data out: what editors write and what the brain gets."""

import json
import re

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


def test_a_claim_has_its_verdict() -> None:
    assert read({"sources": "### T1 { #t1 }\n\nSaid.\n\n**Kept.** Here.\n"}).claims == {
        "T1": "Kept"
    }


def test_a_disagreement_names_its_sides_and_how_sure_we_are() -> None:
    body = "## Call? { #k1 }\n\nWrite.\n\n- **S2** says no.\n\n**How sure:** majority view\n"
    assert read({"disagreements": body}).conflicts["K1"] == {
        "title": "Call?",
        "section": "disagreements#k1",
        "ours": "Write.",
        "sides": [["S2", "says no."]],
        "sure": "majority-view",
    }


PHRASES = "## Words { #words }\n\n| Id | Words |\n| --- | --- |\n| a | b |\n| a | c |\n"


@pytest.mark.parametrize(
    ("page", "body", "refusal"),
    [
        (
            "timing",
            NUMBERS + "| Ask from | 5 days |\n",
            "15: a row of .* has no id",
        ),
        ("timing", NUMBERS + "| Ask { #x } | five days |\n", "15: write the length of x as"),
        ("messages", "## A { #a }\n\nB.\n\n```text-boss\nC\n```\n", "13: a message is fenced as"),
        ("messages", "## A { #a }\n\n```text\nB\n", "11: this block is never closed"),
        ("messages", "```text\nB\n\n```text\nC\n```\n", "9: this block is never closed"),
        ("quiz", QUESTION + "- [Nothing](index.md)\n", "17: an option of heard"),
        ("quiz", "### Heard? { #heard }\n\nJust asking.\n", "9: .*“Why we ask:”"),
        ("sources", "### T1 { #t1 }\n\nSaid.\n", "9: the claim T1 has no verdict"),
        ("about/phrases", PHRASES, "14: the phrase a stands twice"),
        ("about/phrases", PHRASES.replace("| b |", "| |"), "13: the phrase a has no words"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(page: str, body: str, refusal: str) -> None:
    with pytest.raises(GuideSourceError, match=rf"docs/{page}\.md:{refusal}"):
        read({page: body})


def test_a_page_without_front_matter_is_refused() -> None:
    with pytest.raises(GuideSourceError, match=r"docs/index\.md:1: "):
        read_pages({"index": "# Hello\n"})


def test_the_real_guide_is_read_the_same_way_twice() -> None:
    first, second = to_json(read_guide(DOCS)), to_json(read_guide(DOCS))
    assert first == second
    assert len(json.loads(first)["sections"]) > 80


def test_an_older_address_that_leads_on_is_no_hint() -> None:
    page = (DOCS / "quiz.md").read_text(encoding="utf-8")
    titles = tuple(re.findall(r"^\[(.+?)\]\(.*\.fu-moved", page, re.MULTILINE))
    assert titles
    for question in read_guide(DOCS).questions.values():
        assert not question["hint"].endswith(titles)
