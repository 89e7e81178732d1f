"""The wheels hold what they should, and nothing of the day they were made."""

from pathlib import Path

import pytest

from scripts.pyodide.compile import read_zip
from scripts.quiz import wheel

pytestmark = pytest.mark.built


@pytest.fixture(scope="module")
def installable() -> Path:
    """Give the wheel of the build."""
    return wheel.build_wheel()


@pytest.fixture(scope="module")
def compiled(installable: Path) -> Path:
    """Give the browser's wheel of the build."""
    return wheel.build_archive(installable)


def test_the_installable_wheel_brings_the_guide(installable: Path) -> None:
    whole = {"followup/guide.json", "followup/sections.json", "followup/py.typed"}
    assert whole <= set(read_zip(installable))


def test_the_rules_ask_for_no_other_package(installable: Path) -> None:
    (about,) = (text for name, text in read_zip(installable).items() if name.endswith("/METADATA"))
    required = [line for line in about.decode().splitlines() if line.startswith("Requires-Dist")]
    assert required
    assert all("extra ==" in line for line in required)


def test_the_browsers_wheel_brings_bytecode_only(compiled: Path) -> None:
    inside = [name for name in read_zip(compiled) if name.startswith("followup/")]
    assert {Path(name).suffix for name in inside if name != "followup/py.typed"} == {".pyc"}


def test_a_second_making_gives_the_same_bytes(  # and all the rest: make twice
    installable: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(wheel, "BUILD", tmp_path)
    monkeypatch.setattr(wheel, "WHEELS", tmp_path / "wheel")
    monkeypatch.setattr("scripts.build_cache.STAMPS", tmp_path / "stamps")
    assert wheel.build_wheel().read_bytes() == installable.read_bytes()
