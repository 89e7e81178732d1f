"""The pictures say what the quiz says, on the same days, and in words as well."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from followup.answers import read_answers
from followup.engine import LADDER, advise
from followup.guide import Guide, guide_from_json
from followup.model import Action
from followup.rules import ACTION
from followup.timeline import Kind
from followup.wording import NO_BREAK, Words
from scripts.guide.reader import GuideSource, GuideSourceError, named_items, to_json
from scripts.pages import pictures
from scripts.paths import DOCS
from tests.scripts.little_guide import read


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
    marks = pictures.timelines(guide)[0]["line"]["marks"]
    assert [mark["when"] for mark in marks] == [
        "Tue, Feb\u00a02",
        "by Wed, Feb\u00a03",
        "Fri, Feb\u00a012",
        "Tue, Feb\u00a016",
        "Tue, Feb\u00a023",
        "Tue, Mar\u00a09",
    ]
    front_page = (DOCS / "index.md").read_text(encoding="utf-8").replace(" ", NO_BREAK)
    words = Words(guide, pictures.INTERVIEW)
    days = [pictures.in_full(words, mark["date"]).replace(" ", NO_BREAK) for mark in marks]
    assert all(f"**{day}:**" in front_page for day in days)


def test_another_number_in_the_guide_moves_the_picture(source: GuideSource) -> None:
    row = replace(source.timings["after-their-date"], count=3)
    changed = replace(source, timings=source.timings | {"after-their-date": row})
    marks = pictures.timelines(guide_from_json(to_json(changed)))[0]["line"]["marks"]
    assert [mark["date"] for mark in marks if mark["kind"] == Kind.DO] == ["2027-02-17"]


def parsed(html: str) -> ET.Element:
    """Return a picture as elements."""
    return ET.fromstring(f"<root>{html}</root>")  # noqa: S314 - our own words


def test_a_follow_up_is_drawn_with_all_its_words(guide: Guide, drawn: dict[str, str]) -> None:
    for one in pictures.timelines(guide):
        root = parsed(drawn[one["id"] + ".html"])
        labels = {f"#{label.get('id')}": label.text for label in root.iter("text")}
        window, marks = one["line"]["window"], one["line"]["marks"]
        said = {mark[key] for mark in marks for key in ("label", "when")}
        more = ({window["label"]}, {window["short"]})
        for picture, own in zip(root.findall(".//svg"), more, strict=True):
            assert said | own <= {labels[use.get("href", "")] for use in picture.iter("use")}


def test_what_shows_no_styles_tells_a_picture_once(drawn: dict[str, str]) -> None:
    for html in drawn.values():
        told = [one.text for one in parsed(html).iter("text")]
        assert len(set(told)) == len(told)
        assert html.count("<svg") != 1, "drawn once: then no label has to be shared"


def test_words_are_never_taken_for_marks_of_the_picture(guide: Guide) -> None:
    lines = pictures.timelines(guide)
    lines[0]["line"]["marks"][0]["label"] = odd = 'A & B <i> "C"'
    assert odd in {text.text for text in parsed(pictures.drawn(lines)[0]).iter("text")}


def test_every_picture_is_well_formed_and_named(drawn: dict[str, str]) -> None:
    for name, html in drawn.items():
        root = parsed(html)
        ids = {part.get("id") for part in root.iter()}
        for one in root.findall(".//svg"):
            assert one.get("role") == "img", name
            assert one.get("aria-labelledby") in ids
        assert not re.search(r"</(?:text|title|b|span)><[^/]", html), "words would run together"
        assert not re.search(r'\s(style|on\w+)="', html)
        assert all(
            line.startswith("<") for line in html.split("\n") if line
        )  # raw, not a paragraph


def test_no_id_stands_on_two_pictures(drawn: dict[str, str]) -> None:
    ids = re.findall(r'\sid="([^"]+)"', "".join(drawn.values()))
    assert len(ids) == len(set(ids))


def test_what_is_drawn_stands_inside_the_picture(drawn: dict[str, str]) -> None:
    for html in drawn.values():
        for svg in parsed(html).findall(".//svg"):
            left, top, wide, high = map(float, (svg.get("viewBox") or "").split())
            for one in svg.iter("use"):
                assert 0 <= float(one.get("x", "0")) - left <= wide
                assert 0 < float(one.get("y", "0")) - top <= high


def test_the_list_of_ways_to_write_is_as_long_as_the_rules_know(source: GuideSource) -> None:
    block = next(one for one in source.blocks if one.ref == "channels#ladder")
    assert len(list(named_items(block))) == len(LADDER)


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
    page = "## A {{ #a }}\n\nThe lead.\n\n{}More.\n"
    picture = '--8<-- "timeline-with-date.html"\n\n'
    with_it, without = (to_json(read({"timing": page.format(one)})) for one in (picture, ""))
    assert with_it == without
