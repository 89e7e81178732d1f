"""The page of the rules says what the rules say: every line, its numbers, its day."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

import pytest

from followup import rules
from followup.answers import understand
from followup.engine import advise
from followup.facts import Facts
from followup.guide import Guide
from followup.model import AnyRule, Table, Timings
from followup.questions import BESIDE, LINES, QUESTIONS, Condition
from followup.wording import Words
from scripts.guide import references
from scripts.guide.all_rules import ALL_RULES
from scripts.guide.reader import GuideSource, read_pages, together
from scripts.pages import rules_page as tables
from scripts.pages.rules_numbers import asks_for_the_wait, rows_read
from scripts.pages.rules_screens import named
from scripts.pages.rules_words import tidy
from scripts.proof.samples import random_answers

WORLDS, FEWER = 2_500, 700


@pytest.fixture(scope="module")
def page(source: GuideSource) -> str:
    """Give the page."""
    return tables.page(source)


class Noting(dict[Any, int]):
    """Timings that write down which rows are read."""

    def __init__(self, timings: Timings) -> None:
        super().__init__(timings)
        self.read: set[str] = set()

    def __getitem__(self, row: object) -> int:
        self.read.add(str(row))
        return super().__getitem__(row)


def situations(count: int) -> Iterator[Any]:
    yield from (understand(*world).situation for world in random_answers(0, count))


def test_every_rule_has_its_line_and_its_anchor_once(page: str) -> None:
    ids = [rule.id for _, rule in ALL_RULES]
    assert [one for one, times in Counter(ids).items() if times > 1] == []
    anchors = re.findall(r"^\| \d+ \{ #rule-([a-z-]+) \}", page, flags=re.MULTILINE)
    assert Counter(anchors) == Counter(ids)


def test_a_line_says_its_test_and_names_itself(page: str) -> None:
    for _, rule in ALL_RULES:
        (line,) = re.findall(rf"^.*#rule-{rule.id} .*$", page, flags=re.MULTILINE)
        assert f"{rule.ref} · `{rule.id}`" in line
        assert all(f"[{claim}]" in line for claim in (*rule.claims, *rule.conflicts))
        if rule is not rules.AFTER_A_TOLD_DEADLINE:
            said = (rule.fits.__doc__ or "").split("\n")[0].replace('"', "")
            assert said in re.sub("[“”]", "", line)


def test_lines_stand_in_the_order_in_which_they_are_tried(page: str) -> None:
    for table in (rules.ACTION, rules.WAIT, rules.CHANNEL, rules.ALSO_CALL):
        places = [page.index(f"#rule-{rule.id} ") for rule in table.rules]
        assert places == sorted(places), table.name


def test_the_page_obeys_the_rules_for_pages(source: GuideSource, page: str) -> None:
    assert references.findings(together([source, read_pages({"about/rules": page})])) == []


def test_a_number_of_the_guide_is_a_number_of_the_page(source: GuideSource, page: str) -> None:
    row = source.timings["no-date"]
    assert f"[{row.words}](../timing.md#no-date) after the interview." in page


@pytest.mark.parametrize("table", [rules.ACTION, rules.WAIT], ids=["ACTION", "WAIT"])
def test_no_test_reads_a_number_that_its_line_does_not_show(
    guide: Guide, table: Table[Facts, Any]
) -> None:
    behind_the_wait = {rule.then.timing for rule in (*rules.WAIT.rules, *rules.FLOORS.rules)}
    behind_the_wait.add(rules.AFTER_A_TOLD_DEADLINE.then.timing)
    shown = {rule.id: shown_rows(rule, guide.timings) for rule in table.rules}
    for situation in situations(FEWER):
        for rule in table.rules:
            noting = Noting(guide.timings)
            rule.fits(Facts(situation, noting))
            allowed = set(shown[rule.id])
            if asks_for_the_wait(rule.fits):
                allowed |= behind_the_wait
            assert noting.read <= allowed, rule.id


def shown_rows(rule: AnyRule, timings: Timings) -> list[str]:
    days: list[Callable[..., object]] = [rule.then.on] if hasattr(rule.then, "on") else []
    return rows_read(timings, rule.fits, *days)


def test_every_number_shown_is_read_by_someone(guide: Guide) -> None:
    noting = Noting(guide.timings)
    for situation in situations(WORLDS):
        for rule in rules.ACTION.rules:
            if rule.fits(Facts(situation, noting)):
                rule.then.on(Facts(situation, noting))
                break
    shown = {row for rule in rules.ACTION.rules for row in shown_rows(rule, guide.timings)}
    assert shown <= noting.read


def test_a_line_says_what_a_result_says(guide: Guide, source: GuideSource) -> None:
    for situation in situations(FEWER):
        plan = advise(situation, guide.timings)
        rule = plan.next.because[0][1]
        phrase = Words(guide, situation.today).phrase_about(plan.next, "headline")
        said = guide.phrases[phrase].replace(" Do it {day}.", "")
        first = re.split(r"[{]", said)[0].strip().rstrip(",")
        assert tables.headline(source, rule).startswith(tidy(first)), rule.id


def test_each_message_that_the_rules_choose_is_there(page: str) -> None:
    for rule in rules.MESSAGE.rules:
        assert f"(../messages.md#{rule.id})" in page


def test_every_question_on_the_way_is_there_with_its_case(page: str) -> None:
    for question in QUESTIONS:
        there = f"](../quiz.md#{question.id}) |" in page
        assert there is (question.screen != BESIDE)


def test_every_line_to_tick_is_there(source: GuideSource, page: str) -> None:
    for line in LINES:
        assert source.lines[line.id] in page


def test_a_guard_without_words_is_named() -> None:
    strange = ((Condition("thanked", ("yes",)),), (Condition("calls", ("1",)),))
    assert named(strange)[0] == "always"
    with pytest.raises(ValueError, match="no guard"):
        named(())


def test_the_pictures_are_blocks_without_styles(source: GuideSource) -> None:
    for picture in tables.pictures(source).values():
        assert "style" not in picture
        assert "\n" not in picture


def test_the_picture_holds_every_line_of_the_table(source: GuideSource) -> None:
    words = unescape(tables.pictures(source)["ACTION-picture"])
    for rule in rules.ACTION.rules:
        assert tables.sentence(rule) in words
        assert tables.headline(source, rule) in words
