"""What the benchmark reckons with: the line, the tables, the page; never how long anything took."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from followup.answers import read_answers
from followup.facts import Facts
from followup.guide import guide_from_json
from followup.questions import QUESTIONS
from followup.rules import ACTION
from scripts.bench.held import held
from scripts.bench.network import FAIR, LOCAL, Bucket, Speed
from scripts.bench.page import PAGE, filled, page
from scripts.bench.picture import clear, picture, table
from scripts.bench.record import Record, Seen, kept, seconds, size, spread
from scripts.bench.runs import turned
from scripts.bench.synthetic import count_rules, grown_guide, grown_questions, grown_rules
from scripts.bench.tables import markdown, reach, small, starts, wait
from scripts.bench.tracing import read
from scripts.guide.reader import read_guide, to_json
from scripts.paths import DOCS, PACKAGE

MEGABIT = Speed("test", 1, 0.1)  # 125,000 bytes a second


def seen(*waits: float) -> Seen:
    return Seen(screen=900, bytes=250_000, requests=30, ready=4000, block=0, waits=[*waits])


def test_bytes_take_the_time_that_the_speed_says() -> None:
    assert Bucket(MEGABIT).reserve(125_000, now=10.0) == pytest.approx(11.0)


def test_pieces_of_all_connections_go_one_after_the_other() -> None:
    bucket = Bucket(MEGABIT)
    ends = [bucket.reserve(12_500, now=10.0) for _ in range(5)]
    assert [later - earlier for earlier, later in pairwise(ends)] == pytest.approx([0.1] * 4)


def test_a_line_that_was_idle_saves_nothing_up() -> None:
    bucket = Bucket(MEGABIT)
    bucket.reserve(125_000, now=0.0)
    assert bucket.reserve(125_000, now=60.0) == pytest.approx(61.0)


def test_no_network_takes_no_time() -> None:
    bucket = Bucket(LOCAL)
    assert (bucket.reserve(10**9, now=5.0), bucket.answers_at(5.0, 5.0)) == (5.0, 5.0)


@pytest.mark.parametrize(
    ("connected_at", "answers_at"),
    [(None, 5.1), (5.0, 5.3), (4.0, 5.1)],
    ids=["there and back", "a new connection takes two more", "made ahead of time"],
)
def test_a_request_waits_for_the_way(connected_at: float | None, answers_at: float) -> None:
    assert Bucket(MEGABIT).answers_at(5.0, connected_at) == pytest.approx(answers_at)


def test_the_table_holds_medians_spread_and_the_share_of_the_usual() -> None:
    measured: Record = kept("starts")
    measured["starts"] = {
        "usual cold 9M": {"times": [8000, 4000, 5000], "bytes": 4_800_000, "requests": 9},
        "ours cold 9M": {"times": [2000, 1900, 12_000], "bytes": 2_400_000, "requests": 1},
        "ours cold 1.6M": {"times": [1], "bytes": 0, "requests": 0},
    }
    _, _, usual, ours = starts(measured, FAIR).replace("\N{NO-BREAK SPACE}", " ").splitlines()
    assert "| 5.00 s | from 4.00 s to 8.00 s | 1.00 of the usual | 4.80 MB | 9 requests" in usual
    assert "| 2.00 s | from 1.90 s to 12.0 s | 0.40 of the usual | 2.40 MB | 1 request |" in ours


def test_another_way_begins_each_round() -> None:
    assert ["".join(turned("abc", number)) for number in range(4)] == ["abc", "bca", "cab", "abc"]


def test_times_and_sizes_are_said_with_the_digits_that_matter() -> None:
    assert [seconds(1234), spread([900, 12_345])] == ["1.23 s", "from 0.90 s to 12.3 s"]
    sizes = ["0 kB", "0.4 kB", "9.9 kB", "999 kB", "2.35 MB"]
    assert [size(count) for count in (0, 383, 9_900, 999_000, 2_345_678)] == sizes
    assert (small(-0.04), small(2.34), small(1234)) == ("0.0 ms", "2.3 ms", "1,234 ms")


def test_waits_that_are_seen_add_up_and_the_longest_is_told_beside_the_median() -> None:
    assert wait([seen(20.0, 290.0), seen(1.0), seen(0.0)]) == "none"
    assert wait([seen(20.0, 1500.0, 700.0)]) == "2.20 s"
    assert wait([seen(1.0), seen(1500.0, 700.0), seen(2.0)]) == "none, at worst 2.20 s"


def test_a_goal_is_reached_or_not() -> None:
    assert reach("x", 0.3, 0.22)[-1] == "missed"
    assert reach("x", 0.22, 0.22)[-1] == "reached"


def test_a_number_and_its_unit_stay_in_one_line() -> None:
    table = "| a | b |\n| --- | --- |\n| 1.5\N{NO-BREAK SPACE}s from 2 sides | 2 |\n"
    assert markdown(("a", "b"), [["1.5 s from 2 sides", "2"]]) == table


def test_only_what_stands_between_marks_is_made() -> None:
    page = "by hand\n<!-- made: one -->\nold\n<!-- end -->\nby hand\n"
    once = filled(page, {"one": "new\n"})
    assert once == "by hand\n<!-- made: one -->\n\nnew\n\n<!-- end -->\nby hand\n"
    assert filled(once, {"one": "new\n"}) == once


def test_a_mark_that_nothing_fills_is_an_error() -> None:
    with pytest.raises(ValueError, match="one"):
        filled("<!-- made: one -->\n<!-- end -->", {})


# ---- growth ----------------------------------------------------------------------------------


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Any]:
    """Give a function that loads a module of the package that was made larger."""

    def loaded(source: str) -> Any:  # noqa: ANN401 - a module's names are not known here
        made = ModuleType("grown")
        monkeypatch.setitem(sys.modules, "grown", made)
        exec(source, vars(made))  # noqa: S102 (our own source)
        return made

    return loaded


def test_grown_rules_say_what_the_rules_say(load: Callable[[str], Any]) -> None:
    source = (PACKAGE / "rules" / "action.py").read_text(encoding="utf-8")
    grown = grown_rules(source, 3)
    assert count_rules(grown) == 3 * count_rules(source)
    table = load(grown).ACTION
    assert len({rule.id for rule in table.rules}) == len(table.rules) == 3 * len(ACTION.rules)
    subject = Facts(
        read_answers({"heard": "nothing", "interviewed-on": "2027-02-02"}, date(2027, 2, 9)),
        guide_from_json(to_json(read_guide(DOCS))).timings,
    )
    assert table.decide(subject).rule.id == ACTION.decide(subject).rule.id


def test_grown_questions_are_asked_of_nobody(load: Callable[[str], Any]) -> None:
    grown = load(grown_questions((PACKAGE / "questions.py").read_text(encoding="utf-8"), 3))
    known = {question.id for question in QUESTIONS}
    asked = [one for one in grown.QUESTIONS if one.id not in known]
    assert len(asked) == 2 * len(QUESTIONS)
    answers = {"heard": "asked", "replied": "yes", "interviewed-on": "past"}
    assert not any(grown.holds(one.guard, answers) for one in asked)


def test_a_grown_guide_has_more_of_one_kind_only() -> None:
    guide = json.dumps({"sections": {"a": 1}, "questions": {"b": 2}})
    assert json.loads(grown_guide(guide, "sections", 3)) == {
        "sections": {"a": 1, "a-2": 1, "a-3": 1},
        "questions": {"b": 2},
    }
    assert json.loads(grown_guide(guide, "rules", 3)) == json.loads(guide)


# ---- the picture -----------------------------------------------------------------------------


def event(name: str, at: float, tid: int, took: float = 0, **data: object) -> dict[str, Any]:
    """Return an event as a browser traces it, in microseconds."""
    return {
        "name": name,
        "ph": "X",
        "ts": at * 1000,
        "dur": took * 1000,
        "tid": tid,
        "args": {"data": data},
    }


def file(name: str, begins: float, ends: float, tid: int, size: int) -> list[dict[str, Any]]:
    return [
        event("ResourceSendRequest", begins, tid, requestId=name, url=f"http://x/{name}"),
        event("ResourceFinish", ends, tid, requestId=name, encodedDataLength=size),
    ]


TRACED = [
    event("navigationStart", 1000, 1, documentLoaderURL="http://x/quiz/"),
    *file("quiz/page.js", 1010, 1200, 1, 30_000),
    *file("search.js", 1010, 1900, 3, 90_000),
    *file("quiz/python.zip", 1300, 2000, 2, 700_000),
    *file("quiz/a.js", 1310, 1400, 2, 5_000),
    *file("quiz/b.js", 1320, 1500, 2, 6_000),
    event("v8.wasm.compileConsume", 1600, 2, 100),
    event("RunTask", 2000, 2, 300),
    event("RunTask", 2320, 2, 500),
    event("RunTask", 2000, 1, 900),
]


def test_a_trace_says_what_was_fetched_compiled_and_run() -> None:
    found = read(TRACED, {"screen": 250.0, "ready": 1500.0}, FAIR)
    assert [tuple(bar.values()) for bar in found["bars"]] == [
        ("the page", "fetched", 0.0, 200.0, 30_000),
        ("small files", "fetched", 310.0, 500.0, 11_000),
        ("python.zip", "fetched", 300.0, 1000.0, 700_000),
        ("WebAssembly", "compiled", 600.0, 700.0, 0),
        ("the worker", "run", 1000.0, 1500.0, 0),
    ]


def test_no_line_goes_through_a_weight() -> None:
    assert clear(100.0, [90.0, 200.0]) == 100.0
    assert clear(100.0, [110.0]) == 118.0


def test_the_picture_and_its_table_name_the_same_things() -> None:
    found = read(TRACED, {"screen": 250.0, "ready": 1500.0}, FAIR)
    drawn = picture(found).lower()
    for line in table(found).splitlines()[2:]:
        assert line.split("|")[1].strip(" *").lower() in drawn


# ---- the page --------------------------------------------------------------------------------


def test_the_page_shows_what_was_recorded_last() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m scripts.bench --page"


@pytest.mark.parametrize(
    ("group", "limits"),
    [
        ("cpu/followup-bench", {"cpu.cfs_period_us": "10000", "cpu.cfs_quota_us": "5000"}),
        ("followup-bench", {"cpu.max": "5000 10000"}),
    ],
)
def test_a_browser_is_held_by_the_groups_that_there_are(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, group: str, limits: dict[str, str]
) -> None:
    monkeypatch.setattr("scripts.bench.held.GROUPS", tmp_path)
    monkeypatch.setattr("scripts.bench.held.BUILD", tmp_path)
    assert held(Path("/bin/echo"), 0.5) is None
    (tmp_path / group).mkdir(parents=True, exist_ok=True)
    for name in (*limits, "cgroup.procs"):
        (tmp_path / group / name).touch()
    program = held(Path("/bin/echo"), 0.5)
    assert program is not None
    assert {name: (tmp_path / group / name).read_text() for name in limits} == limits
    assert subprocess.check_output([program, "a b"], text=True) == "a b\n"
    assert (tmp_path / group / "cgroup.procs").read_text().strip().isdigit()
