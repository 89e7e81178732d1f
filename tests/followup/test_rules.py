"""The tables: what a line is made of, and that its reference is for reviewers alone."""

import json
from dataclasses import replace

import pytest

from followup import bridge
from followup.rules import ACTION, ALSO_CALL, AVOID, CHANNEL, FLOORS, WAIT
from scripts.guide.reader import read_guide, to_json
from scripts.paths import DOCS
from scripts.proof import samples

TABLES = (ACTION, WAIT, FLOORS, CHANNEL, ALSO_CALL, AVOID)
WORLDS = 50


def views() -> list[str]:
    """Return the advice and a screen for many answers, without the references."""
    return [
        bridge.view(json.dumps({"answers": answers, "today": today.isoformat(), **more}))
        for answers, today in samples.worlds(WORLDS)
        for more in ({"advise": True}, {"screen": 3}, {"screen": 4})
    ]


def test_nothing_is_decided_by_a_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    bridge.start(to_json(read_guide(DOCS)))
    usual = views()
    for table in TABLES:
        lines = tuple(replace(rule, ref=f"any-{rule.ref}") for rule in table.rules)
        monkeypatch.setattr(table, "rules", lines)
    assert [view.replace('"ref":"any-', '"ref":"') for view in views()] == usual
