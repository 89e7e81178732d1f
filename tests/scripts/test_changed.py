"""Two versions of the rules are compared as people would: how many change, which, and how."""

import re
import subprocess
from pathlib import Path

import pytest

from scripts import changed
from scripts.paths import ROOT
from scripts.proof.samples import worlds

pytestmark = pytest.mark.slow
COUNT = 500
NAME = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")
AFTER = "| They named a day: ask from { #after-their-date } | 2 business days |"
NINE = AFTER.replace("2 business", "9 business")
TWO = "CONTACTS_AT_MOST = 2"


def git(root: Path, *command: str) -> None:
    subprocess.run(["git", "-C", str(root), *NAME, *command], check=True, capture_output=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a repository with the rules and the guide as they are, committed."""
    changed.copy_sources(ROOT, tmp_path)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "first")
    return tmp_path


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_another_number_moves_days_and_says_so_in_words(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(project / "docs" / "timing.md", AFTER, NINE)
    assert changed.main(["--count", str(COUNT)], project) == 0
    first, count, *groups = capsys.readouterr().out.splitlines()
    assert first == "Since HEAD:"
    changing = int(count.removesuffix(f" of {COUNT:,} combinations change."))
    assert 0 < changing < COUNT
    text = "\n".join(groups)
    assert "their-date-is-not-over → their-date-is-not-over\n  a later day\n" in text
    assert "the-promised-date-has-passed → their-date-is-not-over\n  follow-up → wait\n" in text
    assert "an earlier day" not in text
    assert "      before: " in text


def test_another_limit_changes_what_is_advised(project: Path) -> None:
    edit(project / "widget" / "followup" / "facts.py", TWO, TWO.replace("2", "1"))
    text = "\n".join(changed.compare(project, "HEAD", COUNT))
    later = r"^\d+  \S*second-message → nothing-more-to-send-yet\n  a later day\n"
    assert re.search(later, text, re.MULTILINE)


def test_a_change_that_no_reader_is_told_of_is_named(project: Path) -> None:
    told = project / "CHANGELOG.md"
    told.write_text("Waits are longer.\n", encoding="utf-8")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message", "second")
    edit(project / "docs" / "timing.md", AFTER, NINE)
    said = "\n".join(changed.compare(project, "HEAD", 60))
    assert "\nCHANGELOG.md: nothing new; " in said
    assert "\ntests/cases: nothing new; " in said
    edit(told, "longer", "shorter")
    assert "CHANGELOG.md" not in "\n".join(changed.compare(project, "HEAD", 60))


def test_nothing_changed_is_said_too(project: Path) -> None:
    assert changed.compare(project, "HEAD", 60) == ["0 of 60 combinations change."]


def test_the_last_tag_is_the_last_release(project: Path) -> None:
    assert changed.last_release(project) == "HEAD"
    git(project, "tag", "v1")
    assert changed.last_release(project) == "v1"


def test_a_version_that_is_not_there_is_named(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert changed.main(["nowhere", "--count", "1"], project) == 1
    assert "nowhere" in capsys.readouterr().err


def test_a_version_that_breaks_is_named_by_its_last_line(project: Path) -> None:
    (project / "widget" / "followup" / "errors.py").write_text("1 / 0", encoding="utf-8")
    with pytest.raises(changed.RevisionError, match="ZeroDivisionError"):
        changed.compare(project, "HEAD", 10)


def test_each_kind_of_difference_has_a_name() -> None:
    base = ["rule", "wait", "none", "2027-02-09", ""]
    cases = {
        "wait → follow-up": ["other", "follow-up", "email", "2027-02-09", "to hr"],
        "none → email": ["rule", "wait", "email", "2027-02-10", ""],
        "nobody → to hr": ["rule", "wait", "none", "2027-02-09", "to hr"],
        "a later day": ["rule", "wait", "none", "2027-02-10", ""],
        "an earlier day": ["rule", "wait", "none", "2027-02-08", ""],
        "the same advice, by another rule": ["other", "wait", "none", "2027-02-09", ""],
    }
    for name, after in cases.items():
        assert changed.difference(base, after) == name


def test_the_same_worlds_come_every_time() -> None:
    some = list(worlds(400))
    assert some == list(worlds(400))
    assert len(some) == 400
    assert len({str(one) for one in some}) > 390
