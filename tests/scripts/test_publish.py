"""The quiz of former releases goes along for a month, and no longer."""

import json
from datetime import date, timedelta
from pathlib import Path

from scripts.publish import KEPT, RECORD, carry

TODAY = date(2027, 2, 9)


def release(place: Path, *folders: str) -> Path:
    """Write a site with these folders of the quiz."""
    for folder in folders:
        (place / "assets/quiz" / folder).mkdir(parents=True)
        (place / "assets/quiz" / folder / "quiz.js").write_text(folder)
    return place


def test_a_folder_that_is_gone_goes_along_and_is_dated(tmp_path: Path) -> None:
    old = release(tmp_path / "old", "0" * 12, "python-" + "0" * 12, "elsewhere")
    new = release(tmp_path / "new", "1" * 12, "python-" + "0" * 12)
    assert carry(old, new, TODAY) == {"0" * 12: "2027-02-09"}
    assert (new / "assets/quiz" / ("0" * 12) / "quiz.js").is_file()
    assert not (new / "assets/quiz/elsewhere").exists()
    assert json.loads((new / RECORD).read_text()) == {"0" * 12: "2027-02-09"}


def test_it_goes_with_the_first_release_after_a_month(tmp_path: Path) -> None:
    second = release(tmp_path / "second", "1" * 12)
    carry(release(tmp_path / "first", "0" * 12), second, TODAY)
    last = carry(second, release(tmp_path / "third", "2" * 12), TODAY + KEPT)
    assert last == {"0" * 12: "2027-02-09", "1" * 12: "2027-03-11"}
    late = carry(second, release(tmp_path / "late", "2" * 12), TODAY + KEPT + timedelta(days=1))
    assert list(late) == ["1" * 12]


def test_a_release_that_comes_back_is_the_present_one(tmp_path: Path) -> None:
    second = release(tmp_path / "second", "1" * 12)
    carry(release(tmp_path / "first", "0" * 12), second, TODAY)
    assert list(carry(second, release(tmp_path / "again", "0" * 12), TODAY)) == ["1" * 12]
