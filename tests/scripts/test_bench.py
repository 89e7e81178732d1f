"""What the benchmark reckons with: the line, the tables, the page; never how long anything took."""

from itertools import pairwise

import pytest

from scripts.bench.figures import Record, Series, record_from_json, seconds, size, spread
from scripts.bench.link import FAIR, LOCAL, SLOW, Bucket, Speed
from scripts.bench.page import filled
from scripts.bench.runs import turned
from scripts.bench.tables import markdown, reach, starts, wait
from scripts.bench.visits import Seen, Start

MEGABIT = Speed("test", 1, 0.1)  # 125,000 bytes a second


def seen(*waits: float) -> Seen:
    return Seen(900.0, 250_000, 30, 4000.0, 60.0, 0.0, waits)


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


def test_a_request_waits_for_the_way_there_and_back() -> None:
    assert Bucket(MEGABIT).answers_at(5.0, connected_at=None) == pytest.approx(5.1)


def test_a_new_connection_takes_two_more() -> None:
    assert Bucket(MEGABIT).answers_at(5.0, connected_at=5.0) == pytest.approx(5.3)


def test_a_connection_made_ahead_of_time_has_paid_already() -> None:
    assert Bucket(MEGABIT).answers_at(5.0, connected_at=4.0) == pytest.approx(5.1)


def test_the_table_holds_medians_spread_and_the_share_of_the_usual() -> None:
    found = Record(
        starts={
            "usual cold 9M": Series([8000.0, 4000.0, 5000.0], 4_800_000, 9),
            "ours cold 9M": Series([2000.0, 1900.0, 12_000.0], 2_400_000, 6),
            "ours cold 1.6M": Series([1.0]),
        }
    )
    assert starts(found, FAIR) == [
        ["Usual recipe", "5.00 s", "4.00–8.00 s", "1.00", "4.80 MB", "9"],
        ["Ours", "2.00 s", "1.90–12.0 s", "0.40", "2.40 MB", "6"],
    ]


def test_another_way_begins_each_round() -> None:
    assert ["".join(turned("abc", number)) for number in range(4)] == ["abc", "bca", "cab", "abc"]


def test_times_and_sizes_are_said_with_the_digits_that_matter() -> None:
    assert (seconds(1234), seconds(12_345), spread([900, 12_345])) == (
        "1.23 s",
        "12.3 s",
        "0.90–12.3 s",
    )
    assert (size(999_000), size(2_345_678)) == ("999 kB", "2.35 MB")


def test_what_nobody_sees_is_no_wait_and_the_slowest_reader_counts() -> None:
    assert wait([seen(20.0, 99.0), seen(1.0)]) == "none"
    assert wait([seen(20.0, 1500.0, 700.0), seen(1.0)]) == "2.20 s"


def test_a_goal_is_reached_or_not() -> None:
    assert reach("x", 0.3, 0.22)[-1] == "no"
    assert reach("x", 0.22, 0.22)[-1] == "yes"


def test_a_record_is_read_back_as_it_was_written() -> None:
    found = Record({"Browser": "x"}, 3, reads={"5 9M": [seen(1.0, 2.0)]}, guide_page=(9, 2))
    found.start("ours cold 1.6M", Start(12.34, 5, 6, "advice"))
    assert record_from_json(found.as_json()) == found


def test_a_table_for_the_site_has_its_figures_to_the_right() -> None:
    assert markdown(("a", "b"), [["1", "2"]]) == "| a | b |\n| --- | --: |\n| 1 | 2 |\n"


def test_only_what_stands_between_marks_is_made() -> None:
    page = "by hand\n<!-- made: one -->\nold\n<!-- end -->\nby hand\n"
    once = filled(page, {"one": "new\n"})
    assert once == "by hand\n<!-- made: one -->\n\nnew\n\n<!-- end -->\nby hand\n"
    assert filled(once, {"one": "new\n"}) == once


def test_a_mark_that_nothing_fills_is_an_error() -> None:
    with pytest.raises(ValueError, match="one"):
        filled("<!-- made: one -->\n<!-- end -->", {})


def test_slower_networks_are_slower_in_every_way() -> None:
    assert (SLOW.megabits or 0) < (FAIR.megabits or 0)
    assert SLOW.round_trip > FAIR.round_trip
