"""Break the rules on purpose, one small change at a time, and see whether a test notices.

    python -m scripts.mutation                 all modules: some hours
    python -m scripts.mutation workdays rules/wait

Works on a copy in build/mutation; nothing of the project itself is changed.
What survived, and why it may, stands in docs/about/mutation-testing.md.
"""

import argparse
import compileall
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.guide.reader import read_guide, to_json
from scripts.paths import BUILD, DOCS, ROOT

WORK = BUILD / "mutation"
COPIED = ("widget/followup", "tests", "scripts", "docs", "pyproject.toml")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "assets")
DAYS = "test_workdays test_answers"
RULES = (
    "test_turns test_steps test_cases test_edges test_after_silence test_workdays test_reference "
    "test_wording test_what_if test_kept test_timeline test_rights test_properties"
)  # first those that fail soonest
TABLES = ("wait", "action", "channel", "also_call", "message", "avoid")
TESTS = {
    "workdays": DAYS,
    "facts": RULES,
    "engine": RULES,
    **{f"rules/{table}": RULES for table in TABLES},
}
PYTEST = f"{sys.executable} -m pytest -x -q --tb=no --assert=plain -p no:cacheprovider"
SECONDS = 300  # for one run of the tests; who takes longer waits for a day that never comes
# In the copy the guide is read from docs/ once, and not again for each change.
CONFTEST = """
from pathlib import Path

import pytest

from followup.guide import Guide, guide_from_json


@pytest.fixture(scope="session")
def real_guide() -> Guide:
    return guide_from_json(Path("guide.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def guide(real_guide: Guide) -> Guide:
    return real_guide
"""

# What these put in cannot be told from what was there, so nothing is learned from them.
SAME_IN_EFFECT = (
    "core/ReplaceBinaryOperator_BitOr_.*",  # stands only in type annotations, which never run
    "core/ReplaceComparisonOperator_Is_Eq",  # members of an enumeration exist once
    "core/ReplaceComparisonOperator_IsNot_NotEq",
    "core/ReplaceComparisonOperator_Is(Not)?_[LG].*",  # … and have no order but their spelling
)


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change, and whether a test noticed it."""

    place: str
    change: str
    line: str
    outcome: str

    @property
    def was_caught(self) -> bool:
        """A test failed, or did not come to an end."""
        return self.outcome in {"killed", "timeout"}


def copy_project() -> None:
    """Copy what is changed and what tests it."""
    shutil.rmtree(WORK, ignore_errors=True)
    for name in COPIED:
        source, target = ROOT / name, WORK / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=LEFT_OUT)
        else:
            shutil.copy(source, target)
    (WORK / "tests" / "conftest.py").unlink()  # browsers are of no use here
    (WORK / "tests" / "followup" / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    (WORK / "guide.json").write_text(to_json(read_guide(DOCS)), encoding="utf-8")
    compileall.compile_dir(WORK, quiet=1)  # once, and not again for each change


def configure(module: str) -> Path:
    """Write the settings of a run; the module itself is compiled anew for each change."""
    source = WORK / "widget" / "followup" / f"{module}.py"
    for compiled in (source.parent / "__pycache__").glob(f"{source.stem}.*.pyc"):
        compiled.unlink()
    tests = [f"tests/followup/{name}.py" for name in TESTS[module].split()]
    settings = {
        "module-path": f"widget/followup/{module}.py",
        "timeout": SECONDS,
        "excluded-modules": [],
        "test-command": " ".join([PYTEST, *tests]),
    }
    lines = ["[cosmic-ray]", *(f"{key} = {json.dumps(value)}" for key, value in settings.items())]
    lines += ["[cosmic-ray.distributor]", 'name = "local"']
    lines += ["[cosmic-ray.filters.operators-filter]"]
    lines += [f"exclude-operators = {json.dumps(SAME_IN_EFFECT)}"]
    path = WORK / f"{source.stem}.toml"
    path.write_text("\n".join(lines) + "\n")
    return path


def run(tool: str, *arguments: str) -> str:
    """Run a tool of cosmic-ray in the copy."""
    command = [str(Path(sys.executable).with_name(tool)), *arguments]
    env = os.environ | {
        "PYTHONPATH": f"{WORK / 'widget'}{os.pathsep}{WORK}",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    }
    done = subprocess.run(command, cwd=WORK, env=env, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def mutants(module: str) -> Iterator[Mutant]:
    """Try every change to a module and yield what became of it."""
    settings = configure(module).name
    session = Path(settings).with_suffix(".sqlite").name
    run("cosmic-ray", "baseline", settings)
    run("cosmic-ray", "init", settings, session)
    run("cr-filter-operators", session, settings)
    run("cosmic-ray", "exec", settings, session)
    source = (WORK / f"widget/followup/{module}.py").read_text(encoding="utf-8").splitlines()
    for line in run("cosmic-ray", "dump", session).splitlines():
        item, result = json.loads(line)
        if result["worker_outcome"] != "skipped":
            yield mutant(module, item["mutations"][0], result, source)


def mutant(
    module: str, change: dict[str, Any], result: dict[str, str], source: list[str]
) -> Mutant:
    """Return one line of the report."""
    row, column = change["start_pos"]
    return Mutant(
        place=f"{module}.py:{row}:{column}",
        change=change["operator_name"].removeprefix("core/"),
        line=source[int(row) - 1].strip(),
        outcome=result["test_outcome"] or result["worker_outcome"],
    )


def report(module: str, found: list[Mutant]) -> None:
    """Print the figures of a module and what survived."""
    caught = sum(one.was_caught for one in found)
    outcomes = ", ".join(
        f"{count} {name}" for name, count in Counter(m.outcome for m in found).items()
    )
    print(f"{module:10} {caught} of {len(found)} caught, {caught / len(found):.1%} ({outcomes})")
    for one in found:
        if not one.was_caught:
            print(f"  {one.place:22} {one.change:40} {one.line}")


def main() -> int:
    """Run for the modules named, or for all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", choices=[*TESTS, []], metavar="module")
    options = parser.parse_args()
    copy_project()
    for module in options.modules or TESTS:
        report(module, list(mutants(module)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
