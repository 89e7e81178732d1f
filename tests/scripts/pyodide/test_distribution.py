"""What goes with a version of Pyodide is read from its own files, and written nowhere else."""

import json
from pathlib import Path

import pytest

from scripts.build_cache import files
from scripts.paths import ROOT, WEB
from scripts.pyodide import distribution
from scripts.pyodide.distribution import LOADER, LOCK, WASM

WRITTEN_BY_HAND = {".py", ".js", ".mjs"}


@pytest.mark.parametrize("glue", ["pyodide.asm.js", "pyodide.asm.mjs"])
def test_a_page_fetches_what_is_there(tmp_path: Path, glue: str) -> None:
    for name in (LOADER, WASM, glue, f"{glue}.map", "pyodide.js"):
        (tmp_path / name).touch()
    assert set(distribution.started(tmp_path)) == {LOADER, WASM, glue}


def test_the_lock_file_says_what_the_build_is(tmp_path: Path) -> None:
    (tmp_path / LOCK).write_text(json.dumps({"info": {"python": "3.99.1"}, "packages": {}}))
    assert distribution.info(tmp_path) == {"python": "3.99.1"}
    assert distribution.python_version(tmp_path) == "3.99"


def test_no_source_repeats_what_goes_with_the_version() -> None:
    facts = distribution.info()
    told = [
        distribution.version(),
        *(facts[name] for name in ("abi_version", "platform", "python")),
    ]
    for source in files(ROOT / "scripts", WEB):
        if source.suffix in WRITTEN_BY_HAND:
            text = source.read_text(encoding="utf-8")
            assert not [one for one in told if one in text], source
