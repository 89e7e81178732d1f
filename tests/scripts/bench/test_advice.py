"""The measuring of advice tells the middle and the slow end apart."""

from scripts.bench.advice import Measured, at, row


def test_a_line_gives_the_median_and_what_nine_of_ten_stay_within() -> None:
    found = [Measured(questions=3, here=float(n), browser=2.0 * n) for n in range(1, 12)]
    assert row("all", found).split() == ["all", "11", "6.0", "10.0", "12.0", "20.0"]


def test_nine_of_ten_leave_out_only_the_slowest() -> None:
    assert at([1.0] * 9 + [100.0], 0.8) == 1.0
    assert at([1.0] * 9 + [100.0], 0.9) == 100.0
