"""Several applications at once: the steps of each alone, and what holds once a step was done."""

import json
from datetime import date
from typing import Any

import pytest

from followup import bridge
from followup.address import write_fragment
from followup.answers import understand
from followup.engine import after_silence, next_step
from followup.errors import AnswerError
from followup.facts import Facts
from followup.guide import Guide, guide_from_json
from followup.model import QUIET
from scripts.guide.reader import read_guide, to_json
from scripts.paths import DOCS
from scripts.proof.samples import random_answers

WORLDS = list(random_answers(0, 120))


@pytest.fixture(autouse=True, scope="module")
def guide() -> Guide:
    text = to_json(read_guide(DOCS))
    bridge.start(text)
    return guide_from_json(text)


def ask(each: list[dict[str, str]], today: date, **more: object) -> list[Any]:
    """Return the next steps for these answers."""
    links = [write_fragment(one) for one in each]
    asked = {"each": links, "today": today.isoformat(), **more}
    found: list[Any] = json.loads(bridge.view(json.dumps(asked)))["each"]
    return found


def test_each_gets_what_its_own_result_says() -> None:
    for answers, today in WORLDS[:30]:
        (found,) = ask([answers], today)
        asked = {"answers": answers, "today": today.isoformat(), "advise": True}
        alone = json.loads(bridge.view(json.dumps(asked)))
        for key in ("headline", "action", "channel", "to", "on", "latest", "answers", "rights"):
            assert found[key] == alone[key]
        assert found["words"] == {key: alone["words"][key] for key in found["words"]}
        assert [mark for mark in found["timeline"]["marks"] if mark["date"] < found["on"]] == []


def test_once_a_step_was_done_the_rules_go_on_as_after_silence(guide: Guide) -> None:
    told = 0
    for answers, today in WORLDS:
        (found,) = ask([answers], today)
        s = understand(found["answers"], today).situation
        step = next_step(Facts(s, guide.timings))
        assert (found["done"] is None) is (step.action in QUIET)
        if found["done"] is None or step.on != today:
            continue
        reading = understand(found["done"], today)
        assert reading.problems == ()
        lived = next_step(Facts(after_silence(s, step), guide.timings))
        assert next_step(Facts(reading.situation, guide.timings)).action is lived.action
        told += 1
    assert told > len(WORLDS) / 4


def test_a_step_can_be_done_earlier_and_by_phone() -> None:
    answers = {"interviewed-on": "2027-02-02", "thanked": "yes", "channels": "email+phone"}
    (found,) = ask([answers], date(2027, 2, 9), done_on="2027-02-08", by_phone=True)
    done = {"check-ins": "1", "last-check-in": "2027-02-08", "calls": "1"}
    assert found["done"] == found["done"] | done


def test_who_has_not_said_enough_gets_none_and_the_others_their_step() -> None:
    found = ask([{}, {"heard": "rejected"}, {"interviewed-on": "soon"}], date(2027, 2, 9))
    assert [one and one["action"] for one in found] == [None, "close-with-thanks", None]


@pytest.mark.parametrize("more", [{"each": 1}, {"each": [], "done_on": "soon"}])
def test_what_makes_no_sense_is_refused(more: dict[str, object]) -> None:
    with pytest.raises(AnswerError):
        bridge.view(json.dumps({"today": "2027-02-09", **more}))
