"""A number is changed in its row; the prose that repeats it follows."""

from pathlib import Path

from scripts import renumber
from scripts.guide.reader import read_guide
from scripts.guide.references import numbers_in_prose
from tests.scripts.little_guide import FRONT

TABLE = "## Numbers { #numbers }\n\nAll.\n\n| When | How long |\n| --- | --- |\n"
ROW = "| Ask from { #no-date } | 5 business days |\n"


def test_prose_follows_the_table(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "about").mkdir(parents=True)
    (docs / "timing.md").write_text(FRONT + TABLE + ROW)
    home, about = docs / "index.md", docs / "about" / "x.md"
    line = "Wait [5 business days]({}timing.md#no-date). [See here]({}timing.md#numbers)\n"
    home.write_text(FRONT + "## A { #a }\n\n" + line.format("", ""))
    about.write_text(FRONT + "## B { #b }\n\n" + line.format("../", "../"))
    untouched = home.read_text()
    renumber.main(docs)
    assert home.read_text() == untouched
    (docs / "timing.md").write_text(FRONT + TABLE + ROW.replace("5", "6"))
    assert len(list(numbers_in_prose(read_guide(docs)))) >= 1
    renumber.main(docs)
    assert list(numbers_in_prose(read_guide(docs))) == []
    for file in (home, about):
        assert "Wait [6 business days](" in file.read_text()
        assert "[See here](" in file.read_text()
