"""A missing browser is got, or said in one line."""

from pathlib import Path

import pytest

from scripts.browsers import chromium

HERE = Path("/somewhere/chromium")


def find(monkeypatch: pytest.MonkeyPatch, *answers: Path | None) -> list[list[str]]:
    """Let each look find the next answer; write down the commands that are run in between."""
    looks = iter(answers)
    commands: list[list[str]] = []

    def run(command: list[str]) -> bool:
        commands.append(command)
        return True

    monkeypatch.setattr(chromium, "_find", lambda _: next(looks))
    monkeypatch.setattr(chromium, "_run", run)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    return commands


def test_a_browser_that_is_there_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    commands = find(monkeypatch, HERE)
    assert chromium.chromium() == HERE
    assert commands == []


def test_playwright_is_asked_first(monkeypatch: pytest.MonkeyPatch) -> None:
    commands = find(monkeypatch, None, HERE)
    assert chromium.chromium() == HERE
    assert [command[1:] for command in commands] == [["-m", "playwright", "install", "chromium"]]


def test_then_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    commands = find(monkeypatch, None, None, HERE)
    assert chromium.chromium() == HERE
    assert "apt-get" in commands[-1]


def test_the_one_without_windows_comes_before_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    commands = find(monkeypatch, None, None, None, HERE)
    assert chromium.chromium(windows=False) == HERE
    installed = [command[-1] for command in commands if "install" in command]
    assert installed == ["chromium", "chromium-headless-shell", "chromium"]


def test_having_none_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    find(monkeypatch, *[None] * 4)
    assert chromium.main() == 1
    assert capsys.readouterr().err.splitlines()[-1].startswith("No Chromium: install one")


def test_a_named_browser_comes_before_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM_PATH", str(HERE))
    assert chromium.chromium() == HERE
