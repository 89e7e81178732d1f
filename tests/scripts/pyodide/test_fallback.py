"""What makes the page's Python smaller is not needed: if it fails, the whole is shipped."""

import shutil
import subprocess
from pathlib import Path

import pytest

from scripts.paths import PYODIDE
from scripts.pyodide import core, fallback, library, run_requests, strip_wasm, wasm
from scripts.pyodide.compile import read_zip
from scripts.pyodide.distribution import started
from scripts.quiz import wheel


def test_what_was_given_up_is_told_at_every_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails() -> int:
        command = ["node", "-e", "console.error('the stand-in is no good'); process.exit(3)"]
        subprocess.run(command, check=True, capture_output=True)
        return 1

    assert fallback.first_that_works(tmp_path / "it", [("the small one", fails)]) is None
    for _ in range(2):
        fallback.tell(tmp_path / "it")
        told = capsys.readouterr().err
        assert told.startswith("warning: the small one")
        assert "the stand-in is no good" in told


def test_the_first_way_that_works_is_taken_however_others_fail(tmp_path: Path) -> None:
    ways = (("one", lambda: int("one")), ("two", lambda: 2), ("three", lambda: 3))
    assert fallback.first_that_works(tmp_path / "it", ways) == 2


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Give the compiled package, and let the zip be made anew, with stand-ins of our own."""
    standins = shutil.copytree(library.STANDINS, tmp_path / "standins")
    monkeypatch.setattr(library, "STANDINS", standins)
    for name in ("ARCHIVE", "REPORT"):
        monkeypatch.setattr(library, name, tmp_path / getattr(library, name).name)
    monkeypatch.setattr(library, "TRIALS", tmp_path / "trials")
    return wheel.build_archive(wheel.build_wheel())


@pytest.mark.built
def test_a_standin_that_raises_is_left_out(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (library.STANDINS / "inspect.py").write_text('raise RuntimeError("no stand-in")\n')
    library.write(package)
    fallback.tell(library.ARCHIVE)
    assert "no stand-in" in capsys.readouterr().err
    kept = read_zip(library.ARCHIVE)
    assert kept["inspect.pyc"] == read_zip(library.COMPILED)["inspect.pyc"]
    assert len(kept) < len(read_zip(library.COMPILED))


@pytest.mark.built
def test_a_library_that_cannot_be_trimmed_is_shipped_whole(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "_only", lambda _names, _files: {})
    library.write(package)
    kept = read_zip(library.ARCHIVE)
    assert read_zip(library.COMPILED).items() < kept.items()
    assert "followup/bridge.pyc" in kept


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Let Pyodide's own files be made anew, here."""
    monkeypatch.setattr(core, "CORE", tmp_path / "core")
    return tmp_path / "core"


def assert_whole(folder: Path) -> None:
    for name in started():
        assert (folder / name).read_bytes() == (PYODIDE / name).read_bytes()


@pytest.mark.built
def test_a_pyodide_that_was_cut_wrongly_is_shipped_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(content: bytes, glue: str, _loader: str, _builtins: object) -> tuple[bytes, str]:
        module = wasm.read(content)
        module.bodies = [strip_wasm.STOP for _ in module.bodies]
        return module.encode(), glue

    monkeypatch.setattr(strip_wasm, "slimmed", broken)
    core.write()
    fallback.tell(folder)
    assert "warning" in capsys.readouterr().err
    assert_whole(folder)
    assert run_requests.ask(library.ARCHIVE, [], folder).broken == []


@pytest.mark.built
def test_a_pyodide_that_never_answers_is_shipped_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hangs(content: bytes, _glue: str, _loader: str, _builtins: object) -> tuple[bytes, str]:
        monkeypatch.setattr(run_requests, "PATIENCE", 1)  # it never ends, however long we wait
        return content, "for (;;);"

    monkeypatch.setattr(strip_wasm, "slimmed", hangs)
    core.write()
    assert_whole(folder)
