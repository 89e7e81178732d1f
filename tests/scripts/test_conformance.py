"""The statement says what a run tried, and nothing that was not tried."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from scripts.conformance import STATEMENT, TABLE, TRIALS, results, written
from scripts.paths import ROOT

DAY = date(2026, 11, 27)
REPORT = """<testsuites><testsuite>
<testcase classname="tests.site.test_site" name="test_a[quiz/]"/>
<testcase classname="tests.site.test_site" name="test_a[timing/]"><failure/></testcase>
<testcase classname="tests.site.test_site" name="test_b"><skipped/></testcase>
</testsuite></testsuites>"""


def test_trials_are_counted_by_test_and_what_was_skipped_was_not_tried(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(REPORT)
    assert results(report) == {"test_site::test_a": Counter({True: 1, False: 1})}


def test_the_table_says_how_many_failed() -> None:
    found = {f"{name}_and_more": Counter({True: 2}) for one in TRIALS for name in one.tests}
    first = next(iter(found))
    found[first] = Counter({True: 2, False: 1})
    table = written(found, DAY, ["axe-core 4"])
    assert "November 27, 2026, with axe-core 4" in table
    assert f"| {TRIALS[0].what} | axe-core | 3 | 1 |" in table
    assert table.count("| none |") == len(TRIALS) - 1


def test_a_line_whose_test_is_gone_is_refused() -> None:
    with pytest.raises(LookupError, match="test_site"):
        written({}, DAY, [])


def test_the_tests_of_the_statement_exist_and_it_has_a_place_for_them() -> None:
    for one in TRIALS:
        for name in one.tests:
            file, _, test = name.partition("::")
            assert f"def {test}" in (ROOT / f"tests/site/{file}.py").read_text(encoding="utf-8")
    assert TABLE.search(STATEMENT.read_text(encoding="utf-8"))
