"""What an assistant may ask: each answer names its claims, and its links stay."""

from datetime import date

import pytest

from followup.errors import AnswerError
from followup.guide import Guide
from followup.guide_index import GuideIndex, IndexedSection
from followup.tools import MOST, Tools
from scripts.guide.reader import GuideSource
from scripts.site.data import searched

TODAY = date(2027, 2, 9)
GIVEN = {"interviewed-on": "2027-02-02", "thanked": "yes", "channels": "email"}


@pytest.fixture(scope="module")
def tools(guide: Guide, source: GuideSource) -> Tools:
    """Give the tools, on a day in February."""
    sections = (
        IndexedSection(**one | {"claims": tuple(one["claims"])}) for one in searched(source)
    )
    return Tools(guide, GuideIndex(sections), "https://guide.example/", lambda: TODAY)


def test_advice_names_its_claims_and_where_they_stay(tools: Tools) -> None:
    advice = tools.advise(GIVEN)
    assert (advice["kind"], advice["day"]["date"]) == ("advice", "2027-02-09")
    (quiet, *_) = advice["rules"]
    assert quiet["rule"] == "a-quiet-week-has-passed"
    assert quiet["link"] == f"https://guide.example/s/{quiet['section'].partition('#')[2]}/"
    assert {"id": "T7", "link": "https://guide.example/s/t7/"} in quiet["claims"]
    assert "[your name]" in advice["message"]["text"]


def test_advice_tells_what_the_law_gives(tools: Tools) -> None:
    (right,) = tools.advise({**GIVEN, "region": "CA-ON", "staff": "yes"})["what_the_law_gives"]
    assert (right["legal_day"], right["ask"]["on"]) == ("2027-03-19", "2027-03-22")
    assert "45 days" in right["ask"]["message"]["text"]
    assert right["link"] == "https://guide.example/s/law-ontario/"
    assert tools.advise(GIVEN)["what_the_law_gives"] == []


def test_another_day_gives_another_advice(tools: Tools) -> None:
    assert tools.advise(GIVEN, "2027-02-03")["day"]["date"] == "2027-02-09"
    with pytest.raises(AnswerError):
        tools.advise(GIVEN, "soon")


def test_without_the_day_of_the_interview_it_is_asked_for_once(tools: Tools) -> None:
    for answers in ({}, {"interviewed-on": "2027-02-30"}):
        asked = tools.advise(answers)
        assert (asked["kind"], asked["id"]) == ("question", "interviewed-on")
        assert [problem["question"] for problem in asked["problems"]] == ["interviewed-on"]
        assert "2027-02-09" in asked["problems"][0]["text"]


def test_the_questions_come_to_an_end_and_the_needed_ones_come_first(tools: Tools) -> None:
    answers: dict[str, str] = {}
    needed = []
    while (asked := tools.next_question(answers))["kind"] == "question":
        needed.append(asked["needed"])
        value = asked["if_nothing_applies"] or GIVEN.get(asked["id"], "unsure")
        if value == "unsure" and value not in asked["accepts"]:
            value = asked["options"][0]["value"]
        answers[asked["id"]] = value
        assert not asked["problems"]
    assert needed == sorted(needed, reverse=True)
    assert {True, False} == set(needed)
    assert tools.advise(answers)["problems"] == []


def test_a_search_finds_the_advice_before_what_it_rests_on(tools: Tools) -> None:
    found = [one["section"] for one in tools.search_guide("voicemail", MOST)["sections"]]
    assert "messages#voicemail" in found
    assert found.index("messages#voicemail") < found.index("sources#n1")
    for one in tools.search_guide("second message")["sections"]:
        assert one["link"] == f"https://guide.example/s/{one['section'].partition('#')[2]}/"
        assert one["lead"]


def test_a_search_takes_any_text_and_keeps_to_its_limit(tools: Tools) -> None:
    for query in ("", '"', "NOT ( OR *", "title:thanks", "–", "a" * 5000):
        assert isinstance(tools.search_guide(query)["sections"], list)
    assert tools.search_guide("zzzz")["sections"] == []
    assert len(tools.search_guide("the", 1000)["sections"]) == MOST
    assert len(tools.search_guide("the", -1)["sections"]) == 1
