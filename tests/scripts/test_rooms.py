"""Which room may use which: those above it in this list, and nobody a command."""

import ast
from collections.abc import Iterator
from pathlib import Path

from scripts.paths import ROOT

SCRIPTS = ROOT / "scripts"
SHARED = ["paths", "build_cache"]
TABLE = "steps"  # used by the commands
ROOMS = ["guide", "pages", "pyodide", "quiz", "site", "browsers", "bench"]
BESIDE = {"proof": ["guide", "quiz", "proof"]}  # used by commands, and by what measures
MAY_USE = BESIDE | {room: ROOMS[: number + 1] for number, room in enumerate(ROOMS)}
MAY_USE["bench"] += BESIDE


def used(file: Path) -> Iterator[str]:
    """Yield the rooms and modules at the top that a file imports, wherever it does so."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "scripts":
            inside = str(node.module).split(".")[1:]
            yield from inside[:1] or (name.name for name in node.names)


def test_a_room_uses_only_rooms_above_it_and_no_command() -> None:
    files = [file for file in SCRIPTS.rglob("*.py") if "standins" not in file.parts]
    found = {(file.relative_to(SCRIPTS).parts, one) for file in files for one in used(file)}
    rooms = {path[0] for path, _ in found if len(path) > 1}
    assert rooms == set(MAY_USE)
    allowed = {path: MAY_USE.get(path[0], [*MAY_USE, TABLE]) for path, _ in found}
    wrong = [(*pair,) for pair in found if pair[1] not in [*allowed[pair[0]], *SHARED]]
    assert not wrong


def test_the_readme_names_every_room_and_every_command() -> None:
    lines = (SCRIPTS / "README.md").read_text(encoding="utf-8").splitlines()
    named = [line.split("`")[1].rstrip("/") for line in lines if line.startswith("| `")]
    rooms = {*MAY_USE}
    modules = {file.stem for file in SCRIPTS.glob("*.py")}
    assert sorted(named) == sorted(rooms | modules)
