"""The pictures say what the quiz says, on the same days, and in words as well."""

import copy
import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from followup.answers import read_answers
from followup.engine import advise
from followup.guide import Guide, guide_from_json
from followup.model import Action
from followup.rules import ACTION
from scripts.guide.reader import (
    GuideSource,
    GuideSourceError,
    Timing,
    read_guide,
    read_pages,
    to_json,
)
from scripts.pages import pictures, timeline
from scripts.pages.timeline import Kind, Mark, Timeline
from scripts.paths import DOCS

FRONT = "---\ntitle: T\ndescription: D\nreviewed: 2026-11-22\n---\n\n# Page\n\n"


@pytest.fixture(scope="module")
def source() -> GuideSource:
    """Give the real guide."""
    return read_guide(DOCS)


@pytest.fixture(scope="module")
def guide(source: GuideSource) -> Guide:
    """Give the real guide as the quiz has it."""
    return guide_from_json(to_json(source))


@pytest.fixture(scope="module")
def drawn(source: GuideSource) -> dict[str, str]:
    """Give all pictures."""
    return pictures.pictures(source)


AFTER = {
    Action.THANK_YOU: {"thanked": "yes"},
    Action.FOLLOW_UP: {"check-ins": "1", "calls": "0"},
    Action.LAST_FOLLOW_UP: {"check-ins": "2", "calls": "0"},
}


@pytest.mark.parametrize("example", [pictures.WITH_DATE, pictures.WITHOUT_DATE])
def test_on_each_day_of_the_picture_the_quiz_gives_that_step(
    guide: Guide, example: dict[str, str]
) -> None:
    answers = dict(example)
    for planned in pictures.plan_of(guide, example).steps:
        step = advise(read_answers(answers, planned.on), guide.timings).next
        assert (step.action, step.latest) == (planned.action, planned.latest)
        assert step.action is Action.MOVE_ON or step.on == planned.on
        answers |= AFTER.get(step.action, {})
        if "check-ins" in answers:
            answers["last-check-in"] = planned.on.isoformat()


def test_the_days_are_those_of_the_front_page(guide: Guide) -> None:
    marks = list(pictures.marks_of(pictures.plan_of(guide, pictures.WITH_DATE)))
    assert [mark.when for mark in marks] == [
        "Tue 2 Feb",
        "Fri 12 Feb",
        "by Wed 3 Feb",
        "Tue 16 Feb",
        "Tue 23 Feb",
        "Tue 9 Mar",
    ]
    front_page = (DOCS / "index.md").read_text(encoding="utf-8")
    assert all(f"**{pictures.in_full(mark.day)}:**" in front_page for mark in marks)


def test_another_number_in_the_guide_moves_the_picture(source: GuideSource) -> None:
    changed = copy.deepcopy(source)
    row = changed.timings["after-their-date"]
    changed.timings["after-their-date"] = Timing(3, row.unit, row.place)
    plan = pictures.plan_of(guide_from_json(to_json(changed)), pictures.WITH_DATE)
    days = {mark.name: mark.day for mark in pictures.marks_of(plan)}
    assert days["Ask for news"] == date(2027, 2, 17)


def test_every_picture_is_well_formed_and_described(drawn: dict[str, str]) -> None:
    for name, html in drawn.items():
        root = ET.fromstring(f"<root>{html}</root>")  # noqa: S314 - our own words
        both = root.findall(".//svg")
        assert [one.get("role") for one in both] == ["img", "img"], name
        for one in both:
            ids = {part.get("id") for part in one.iter()}
            assert set((one.get("aria-labelledby") or "").split()) <= ids
            assert all((one.findtext(part) or "").strip() for part in ("title", "desc"))
        assert not re.search(r'\s(style|on\w+)="', html)
        assert "\n" not in html


def test_no_id_stands_on_two_pictures(drawn: dict[str, str]) -> None:
    ids = re.findall(r'\sid="([^"]+)"', "".join(drawn.values()))
    assert len(ids) == len(set(ids))


def test_what_is_drawn_stands_inside_the_picture(drawn: dict[str, str]) -> None:
    for html in drawn.values():
        for svg in ET.fromstring(f"<root>{html}</root>").findall(".//svg"):  # noqa: S314
            _, _, wide, high = map(float, (svg.get("viewBox") or "").split())
            for one in svg.iter("text"):
                assert 0 <= float(one.get("x", "0")) <= wide
                assert 0 < float(one.get("y", "0")) <= high


def test_the_ladder_is_the_list_of_its_section(source: GuideSource) -> None:
    assert [name for name, _ in pictures.rungs(source)] == [
        "Email",
        "Their portal",
        "LinkedIn",
        "The thread they use with you",
        "Mail",
    ]


def test_a_ladder_with_fewer_ways_than_the_rules_is_refused() -> None:
    page = FRONT + "## Ladder { #ladder }\n\nLead.\n\n1. **Email.** First.\n2. **Mail.** Slow.\n"
    with pytest.raises(GuideSourceError, match=r"docs/channels\.md:9: the ladder lists 2 ways"):
        pictures.rungs(read_pages({"channels": page}))


def test_the_decision_at_a_glance_keeps_the_order_of_the_rules(source: GuideSource) -> None:
    shown = pictures.glance_rules()
    assert len(shown) <= 10
    assert shown == [rule for rule in ACTION.rules if rule in shown]
    assert shown[-1] is ACTION.rules[-1]
    assert pictures.rung(source, shown[0]).says == "Send nothing, not even thanks."


def test_a_rule_that_is_gone_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "COMMON", ("no-such-rule",))
    with pytest.raises(GuideSourceError, match="no-such-rule"):
        pictures.glance_rules()


def test_a_page_is_read_as_if_the_picture_were_not_there() -> None:
    page = FRONT + "## A { #a }\n\nThe lead.\n\n{}More.\n"
    with_it = page.replace("{}", '--8<-- "timeline-with-date.html"\n\n')
    assert to_json(read_pages({"timing": with_it})) == to_json(
        read_pages({"timing": page.replace("{}", "")})
    )


def test_labels_never_touch_and_stay_inside() -> None:
    starts = timeline.spread([(10, 80), (20, 80), (25, 80)], 0, 400)
    assert starts == [0, 92, 184]
    starts = timeline.spread([(390, 80), (395, 80)], 0, 400)
    assert starts == [228, 320]


def test_a_weekend_at_the_end_of_the_ruler_is_cut() -> None:
    marks = (Mark(date(2027, 2, 2), Kind.DO, "Ask"), Mark(date(2027, 2, 5), Kind.END, "End"))
    line = Timeline("x", "T", "A", marks, (date(2027, 2, 2), date(2027, 2, 3)))
    assert list(line.weekends) == [(date(2027, 2, 6), date(2027, 2, 6))]


def test_a_run_over_two_months_names_both() -> None:
    assert timeline.span(date(2027, 2, 16), date(2027, 2, 26)) == "16 to 26 Feb"
    assert timeline.span(date(2027, 2, 26), date(2027, 3, 2)) == "26 Feb to 2 Mar"
