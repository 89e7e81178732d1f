"""A package and a guide many times their size: clones under new ids that never fit.

A clone of a rule is a line of its table with a test of its own, which asks the
original's test and then says no. A clone of a question has its own words and a
guard that holds for nobody. A clone of a section has the same words. So the
advice stays what it is, and all that grows is what must be loaded, read and
gone through.
"""

from __future__ import annotations

import ast
import copy
import json
from typing import Any, TypeGuard

AXES = ("rules", "questions", "sections")
NEVER = {"rules": "NEVER = bool(0)", "questions": 'NEVER = when("heard", "nobody")'}


def grown_rules(source: str, times: int) -> str:
    """Return a module of rules with each line of its tables there so many times."""
    module = ast.parse(source)
    body: list[ast.stmt] = []
    for statement in module.body:
        if is_line(statement):
            body += [_clone(statement, number) for number in range(2, times + 1)]
        body.append(statement)
    module.body = _after_imports(body, NEVER["rules"])
    return ast.unparse(ast.fix_missing_locations(module))


def _clone(line: ast.FunctionDef, number: int) -> ast.FunctionDef:
    clone = copy.deepcopy(line)
    clone.name = f"{line.name}_{number}"
    words = f'"""Fit nobody: stand in for {line.name}."""'
    clone.body = ast.parse(f"{words}\nreturn {line.name}({line.args.args[0].arg}) and NEVER").body
    return clone


def count_rules(source: str) -> int:
    """Count the lines of the tables in such a module."""
    return sum(map(is_line, ast.parse(source).body))


def is_line(statement: ast.stmt) -> TypeGuard[ast.FunctionDef]:
    """Tell whether a statement is the test of a line, with the line above it."""
    return isinstance(statement, ast.FunctionDef) and any(
        isinstance(one, ast.Call) and ast.unparse(one.func).endswith(".line")
        for one in statement.decorator_list
    )


def grown_questions(source: str, times: int) -> str:
    """Return the module of questions with each question there so many times."""
    module = ast.parse(source)
    at, asked = next(
        (at, statement.value)
        for at, statement in enumerate(module.body)
        if isinstance(statement, ast.Assign)
        and ast.unparse(statement.targets[0]) == "QUESTIONS"
        and isinstance(statement.value, ast.Tuple)
    )
    questions = [one for one in asked.elts if isinstance(one, ast.Call)]
    asked.elts += [_other(one, number) for number in range(2, times + 1) for one in questions]
    module.body[at:at] = ast.parse(NEVER["questions"]).body
    return ast.unparse(ast.fix_missing_locations(module))


def _other(question: ast.Call, number: int) -> ast.Call:
    """Return a clone that is asked of nobody and leads to no other question."""
    words = {word.arg: word.value for word in question.keywords}
    words["id"] = ast.Constant(f"{ast.literal_eval(words['id'])}-{number}")
    guard = words.get("guard", ast.Name("ALWAYS", ast.Load()))
    words["guard"] = ast.Call(
        ast.Name("both", ast.Load()), [guard, ast.Name("NEVER", ast.Load())], []
    )
    kept = {name: value for name, value in words.items() if name not in {"rules_guard", "dates"}}
    return ast.Call(question.func, [], [ast.keyword(name, value) for name, value in kept.items()])


def grown_guide(text: str, axis: str, times: int) -> str:
    """Return the guide with the sections, or the words of the questions, so many times."""
    guide: dict[str, Any] = json.loads(text)
    if axis in {"questions", "sections"}:
        guide[axis] = {
            name if number == 1 else f"{name}-{number}": words
            for number in range(1, times + 1)
            for name, words in guide[axis].items()
        }
    return json.dumps(guide, ensure_ascii=False, separators=(",", ":"))


def _after_imports(body: list[ast.stmt], line: str) -> list[ast.stmt]:
    last = max(at for at, one in enumerate(body) if isinstance(one, (ast.Import, ast.ImportFrom)))
    return [*body[: last + 1], *ast.parse(line).body, *body[last + 1 :]]
