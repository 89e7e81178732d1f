"""What makes the page's Python smaller is not needed: if it fails, the whole is shipped."""

import shutil
import subprocess
from pathlib import Path

import pytest

from scripts.pyodide import fallback, library
from scripts.quiz import wheel


def test_what_was_given_up_is_told_at_every_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails() -> bytes:
        command = ["node", "-e", "console.error('the stand-in is no good'); process.exit(3)"]
        subprocess.run(command, check=True, capture_output=True)
        return b"small"

    product = tmp_path / "it"
    fallback.write(product, fails, lambda: b"whole")
    assert product.read_bytes() == b"whole"
    for _ in range(2):
        fallback.tell(product)
        told = capsys.readouterr().err
        assert told.startswith("warning: the small it")
        assert "the stand-in is no good" in told


def test_what_works_is_taken_and_nothing_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    product = tmp_path / "it"
    fallback.write(product, lambda: b"small", lambda: b"whole")
    fallback.tell(product)
    assert (product.read_bytes(), capsys.readouterr().err) == (b"small", "")


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Give the compiled package, and let the zip be made anew, with stand-ins of our own."""
    standins = shutil.copytree(library.STANDINS, tmp_path / "standins")
    monkeypatch.setattr(library, "STANDINS", standins)
    monkeypatch.setattr(library, "ARCHIVE", tmp_path / library.ARCHIVE.name)
    monkeypatch.setattr(library, "TRIALS", tmp_path / "trials")
    return wheel.build_archive(wheel.build_wheel())


@pytest.mark.built
def test_where_a_standin_raises_the_library_is_shipped_whole(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (library.STANDINS / "inspect.py").write_text('raise RuntimeError("no stand-in")\n')
    library.write(package)
    fallback.tell(library.ARCHIVE)
    assert "no stand-in" in capsys.readouterr().err
    assert library.ARCHIVE.read_bytes() == library.build_plain().read_bytes()
