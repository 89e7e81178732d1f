"""A release is made whole or not at all, and each refusal says why."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import release

MAKEFILE = (
    "check:\n\t@test ! -e ../red\n"
    'addresses:\n\t@echo "# $(DATE)" >> docs/addresses.txt\n\t@test ! -e ../unbuildable\n'
)
FILES = {
    "pyproject.toml": '[project]\nname = "followup"\nversion = "2026.11.0"\n',
    "CITATION.cff": "cff-version: 1.2.0\nversion: 2026.11.0\ntype: software\n",
    "CHANGELOG.md": "# Log\n\n## Unreleased\n\n### Advice\n\n- Kinder.\n\n## 2026.11.0\n\n- Old.\n",
    "docs/addresses.txt": "/\n",
}
DAY = "2026-11-30"
WHO = {
    f"GIT_{who}_{what}": "somebody@example.org"
    for who in ("AUTHOR", "COMMITTER")
    for what in ("NAME", "EMAIL")
}
ENVIRONMENT = WHO | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def git(root: Path, *command: str) -> str:
    done = subprocess.run(["git", "-C", str(root), *command], check=True, capture_output=True)
    return done.stdout.decode()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a committed project whose checks and build fail if a file beside it says so."""
    root = tmp_path_factory.mktemp("template")
    for name, text in (FILES | {"Makefile": MAKEFILE}).items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text)
    at = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), f"{DAY}T12:00:00Z")
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "first"]):
        env = os.environ | ENVIRONMENT | at
        subprocess.run(["git", "-C", str(root), *command], check=True, env=env)
    return root


@pytest.fixture
def project(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a copy of the project, and a name to commit under, whatever git's settings here."""
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    return shutil.copytree(template, tmp_path / "project")


def state(root: Path) -> list[str]:
    """Return the history, the tags, and what differs from the last commit."""
    return [git(root, *one) for one in (["log", "--format=%H"], ["tag"], ["status", "--short"])]


def test_a_release_is_one_commit_with_a_tag_that_holds_the_notes(project: Path) -> None:
    assert release.main(["2026.12.0"], project) == 0
    assert git(project, "log", "--format=%s") == "release: 2026.12.0\nfirst\n"
    assert git(project, "status", "--porcelain") == ""
    heading = (
        "## Unreleased\n\n## 2026.12.0 (2026-11-30)\n\n### Advice\n\n- Kinder.\n\n## 2026.11.0"
    )
    assert heading in (project / "CHANGELOG.md").read_text()
    assert 'version = "2026.12.0"' in (project / "pyproject.toml").read_text()
    cited = "version: 2026.12.0\ndate-released: 2026-11-30\ntype: software\n"
    assert (project / "CITATION.cff").read_text() == f"cff-version: 1.2.0\n{cited}"
    assert (project / "docs/addresses.txt").read_text() == "/\n# 2026-11-30\n"
    assert git(project, "cat-file", "-t", "2026.12.0") == "tag\n"
    notes = git(project, "tag", "--list", "--format=%(contents)", "2026.12.0")
    assert notes.strip() == "2026.12.0\n\n### Advice\n\n- Kinder."


def test_the_next_release_takes_only_what_is_new_and_a_day_that_is_given(project: Path) -> None:
    assert release.main(["2026.12.0"], project) == 0
    changelog = project / "CHANGELOG.md"
    changelog.write_text(changelog.read_text().replace("leased\n", "leased\n\n- Newer.\n", 1))
    git(project, "commit", "--quiet", "--all", "--message", "newer")
    assert release.main(["2027.2.10", "--date", "2027-02-14"], project) == 0
    assert "## 2027.2.10 (2027-02-14)\n\n- Newer.\n\n## 2026.12.0" in changelog.read_text()
    assert (project / "CITATION.cff").read_text().count("date-released") == 1


def make_dirty(root: Path) -> None:
    (root / "notes.txt").write_text("mine")


def tag(root: Path) -> None:
    git(root, "tag", "2026.12.0")


def say_nothing(root: Path) -> None:
    changelog = root / "CHANGELOG.md"
    changelog.write_text(changelog.read_text().replace("- Kinder.\n", ""))
    git(root, "commit", "--quiet", "--all", "--message", "nothing to say")


def redden(root: Path) -> None:
    (root.parent / "red").touch()


def nothing(_root: Path) -> None: ...


@pytest.mark.parametrize(
    ("version", "prepare", "why"),
    [
        ("2026.13.0", nothing, "no version"),
        ("", nothing, "no version"),
        ("2026.11.0", nothing, "not newer than 2026.11.0"),
        ("2026.9.7", nothing, "not newer than 2026.11.0"),
        ("2026.12.0", make_dirty, "not clean"),
        ("2026.12.0", tag, "tag 2026.12.0 exists"),
        ("2026.12.0", say_nothing, "Nothing stands under “Unreleased”"),
        ("2026.12.0", redden, "checks are red"),
    ],
)
def test_a_release_is_refused_with_one_sentence(
    project: Path,
    capfd: pytest.CaptureFixture[str],
    version: str,
    prepare: Callable[[Path], None],
    why: str,
) -> None:
    prepare(project)
    before = state(project)
    assert release.main([version], project) == 1
    assert why in capfd.readouterr().err
    assert state(project) == before


HOOKS = {"commit": ("pre-commit", "exit 1"), "tag": ("reference-transaction", "! grep -q /tags/")}


@pytest.mark.parametrize("step", ["build", "commit", "tag"])
def test_a_release_that_fails_midway_leaves_all_as_it_was(project: Path, step: str) -> None:
    if step == "build":
        (project.parent / "unbuildable").touch()
    else:
        name, refusal = HOOKS[step]
        hook = project / ".git/hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\n{refusal}\n")
        hook.chmod(0o755)
    before = state(project)
    assert release.main(["2026.12.0"], project) == 1
    assert state(project) == before


def test_a_dry_run_shows_the_lines_and_changes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state(project)
    assert release.main(["2026.12.0", "--dry-run"], project) == 0
    shown = capsys.readouterr().out
    assert '-version = "2026.11.0"\n' in shown
    assert '+version = "2026.12.0"\n' in shown
    assert "+## 2026.12.0 (2026-11-30)\n" in shown
    assert state(project) == before
