"""Tell whether the page of the last proof still holds for the rules and words as they are."""

from __future__ import annotations

import json
from pathlib import Path

from scripts.build_cache import files, forget, stands
from scripts.guide.reader import read_guide
from scripts.paths import DOCS, PACKAGE, PROOF_PAGE, ROOT, write_if_changed
from scripts.proof.page import HEAD, NOT_YET


def page_of_last_run() -> Path:
    """Leave the page as it is, or, where the rules have changed since, say how to prove them."""
    if not any(stands(PROOF_PAGE, inputs(whole=whole)) for whole in (True, False)):
        forget(PROOF_PAGE)
        write_if_changed(PROOF_PAGE, (HEAD + NOT_YET).encode())
    return PROOF_PAGE


def inputs(*, whole: bool) -> list[Path | str]:
    """Return all that the proof depends on: of the guide its numbers and words, not its prose."""
    rules = [path for path in files(PACKAGE) if path.suffix == ".py"]
    scripts = ROOT / "scripts"
    source = read_guide(DOCS)
    guide = {
        "timings": {row: timing.count for row, timing in source.timings.items()},
        "sections": sorted(source.sections),
        "conflicts": sorted(source.conflicts),
        "messages": source.messages,
        "phrases": source.phrases,
    }
    names = ("prove.py", "guide/all_rules.py", "guide/reader.py", "quiz/holidays.py")
    own = [*(scripts / name for name in names), *files(scripts / "proof")]
    return [*rules, *own, json.dumps(guide, sort_keys=True), *(["all of it"] if whole else [])]
