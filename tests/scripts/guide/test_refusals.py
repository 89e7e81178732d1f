"""The build refuses a guide with a fault, and says where the fault is."""

import re
import shutil

import pytest

from scripts import steps
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


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Give what the build says of a guide with all these faults."""
    folder = tmp_path_factory.mktemp("faulty")
    docs, written = folder / "docs", folder / "guide.json"
    shutil.copytree(DOCS, docs, ignore=shutil.ignore_patterns("assets"))
    for number, (page, text, _) in enumerate(FAULTS.values()):
        file = docs / f"{page}.md"
        lines = file.read_text(encoding="utf-8").rstrip("\n")
        own = text.replace("#new-section", f"#new-section-{number}")
        file.write_text(f"{lines}\n{own}", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(steps, "DOCS", docs)
        patch.setattr(steps, "GUIDE_JSON", written)
        with pytest.raises(steps.BuildError) as refusal:
            steps.make_guide()
    assert not written.exists()
    return str(refusal.value).splitlines()


@pytest.mark.parametrize("fault", FAULTS)
def test_the_build_refuses(fault: str, refused: list[str]) -> None:
    page, _, complaint = FAULTS[fault]
    said = [line for line in refused if complaint in line]
    assert [line for line in said if re.match(rf"docs/{page}\.md:\d+: ", line)], refused
