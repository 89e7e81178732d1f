"""The page on serving counts months from what it says of one reader."""

import re

import pytest

from scripts.paths import DOCS

SECONDS, PEAK, ROUNDED = 365.25 / 12 * 86_400, 5, 0.06
UNITS = {"TB": 1e12, "Mbit/s": 1e6, "Gbit/s": 1e9, "": 1}
READERS = {"1 million": 1e6, "100 million": 1e8}
PAGE = (DOCS / "about/serving.md").read_text(encoding="utf-8")


def cells(first: str) -> list[str]:
    """Return the row of a table that begins so, without that."""
    (row,) = re.findall(rf"^\| {re.escape(first)} \| (.*) \|$", PAGE, re.MULTILINE)
    return [cell.strip() for cell in row.split("|")]


def pair(cell: str) -> list[float]:
    """Read "1.1 to 4.1 TB"."""
    low, high, unit = re.fullmatch(r"([\d.,]+) to ([\d.,]+) ?(\S*)", cell).groups()  # type: ignore[union-attr]
    return [float(one.replace(",", "")) * UNITS[unit] for one in (low, high)]


def number(cell: str) -> float:
    return float(cell.split(maxsplit=1)[0])


@pytest.mark.parametrize("readers", READERS)
def test_a_month_follows_from_one_reader(readers: str) -> None:
    page, quiz = cells("reads one page of the guide"), cells("then goes through the quiz")
    whole = cells("and lets the browser keep all of it for times without a network")
    requests, megabytes = (
        [number(page[at]) + number(quiz[at]), number(whole[at])] for at in (0, 1)
    )
    many = READERS[readers]
    month = [megabyte * 1e6 * many for megabyte in megabytes]
    line = [one * 8 / SECONDS for one in month]
    at_a_peak = [one * PEAK for one in line]
    asked = [one * many * PEAK / SECONDS for one in requests]
    for cell, computed in zip(cells(readers), (month, line, at_a_peak, asked), strict=True):
        assert pair(cell) == pytest.approx(computed, rel=ROUNDED), cell
