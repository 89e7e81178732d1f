"""The build refuses a guide with a fault, and says where the fault is."""

import shutil
from pathlib import Path

import pytest

from scripts import build
from scripts.paths import DOCS

SECTION = "\n## A new section { #new-section }\n\n"
MESSAGE = SECTION + "Send it.\n\n```text\nHello [interviewer],\n\n"
FAULTS = {
    "a bare statistic": ("silence", SECTION + "Wait.\n\nOf all, 33% agree.\n", "without a link"),
    "a dead link": ("silence", SECTION + "See [this](nowhere.md).\n", "there is no page nowhere"),
    "a dead anchor": (
        "silence",
        SECTION + "See [this](timing.md#nowhere).\n",
        "no section timing#",
    ),
    "a heading without an id": ("silence", "\n## A new section\n\nWait.\n", "has no id"),
    "an id twice": ("silence", "\n## Again { #ghosted }\n\nWait.\n", "is already used"),
    "a lead of 41 words": ("silence", SECTION + "Wait. " * 41 + "\n", "has 41 words"),
    "a lead too long for the quiz": ("silence", SECTION + "considerable " * 19, "characters"),
    "no lead": ("silence", SECTION + "- Wait.\n", "does not begin with a paragraph"),
    "an unknown blank": ("messages", MESSAGE + "From [boss].\n```\n", "an unknown blank [boss]"),
    "a message of 121 words": ("messages", MESSAGE + "word " * 121 + "\n```\n", "at most 120"),
    "a misspelling": ("silence", SECTION + "Wait, and " + "rec" + "ieve.\n", "==> receive"),
    "a question in no list": ("silence", "\n## “When?” { #when }\n\nNow.\n", "in which list"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_build_refuses(fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page, text, complaint = FAULTS[fault]
    docs = tmp_path / "docs"
    shutil.copytree(DOCS, docs, ignore=shutil.ignore_patterns("assets"))
    file = docs / f"{page}.md"
    lines = file.read_text(encoding="utf-8").rstrip("\n")
    file.write_text(f"{lines}\n{text}", encoding="utf-8")
    written = tmp_path / "guide.json"
    monkeypatch.setattr(build, "DOCS", docs)
    monkeypatch.setattr(build, "GUIDE_JSON", written)
    with pytest.raises(build.BuildError, match=rf"docs/{page}\.md:\d+: ") as refused:
        build.build_guide()
    assert complaint in str(refused.value)
    assert not written.exists()
