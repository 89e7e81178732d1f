"""What is published of Pyodide is what was published by Pyodide."""

import shutil
from pathlib import Path

import pytest

from scripts.paths import PYODIDE
from scripts.pyodide import distribution

NAMES = [line.split()[1] for line in distribution.RECORDED.read_text().splitlines()]


def test_what_is_installed_is_what_was_recorded() -> None:
    distribution.check()
    assert {*distribution.started(PYODIDE), distribution.STDLIB.name} <= {*NAMES}


def test_a_changed_file_stops_the_build(tmp_path: Path) -> None:
    for name in NAMES:
        shutil.copy(PYODIDE / name, tmp_path)
    distribution.check(tmp_path)
    changed = tmp_path / distribution.LOADER
    changed.write_bytes(changed.read_bytes() + b"\n")
    with pytest.raises(ValueError, match=distribution.LOADER):
        distribution.check(tmp_path)
