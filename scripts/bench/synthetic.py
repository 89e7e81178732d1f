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
from typing import Any

AXES = ("rules", "questions", "sections")
MAKERS = frozenset(("Rule", "_dont"))  # what makes a rule
NEVER = {"rules": "NEVER = bool(0)", "questions": 'NEVER = when("heard", "nobody")'}


def grown_rules(source: str, times: int) -> str:
    """Return the module of rules with each rule there so many times."""
    module = ast.parse(source)
    body: list[ast.stmt] = []
    for statement in module.body:
        cloner = _RuleCloner(times)
        changed = cloner.visit(copy.deepcopy(statement))
        body += [*cloner.tests, changed]
    module.body = _after_imports(body, NEVER["rules"])
    return ast.unparse(ast.fix_missing_locations(module))


class _RuleCloner(ast.NodeTransformer):
    """Puts the clones of a rule before it, and collects the tests they need."""

    def __init__(self, times: int) -> None:
        self.times = times
        self.tests: list[ast.stmt] = []

    def visit_Tuple(self, node: ast.Tuple) -> ast.Tuple:
        """Clone the rules in a table; other tuples hold none."""
        self.generic_visit(node)
        node.elts = [one for rule in node.elts for one in (*self._clones(rule), rule)]
        return node

    def _clones(self, rule: ast.expr) -> list[ast.expr]:
        if not isinstance(rule, ast.Call) or not is_rule(rule):
            return []
        return [self._clone(rule, number) for number in range(2, self.times + 1)]

    def _clone(self, rule: ast.Call, number: int) -> ast.Call:
        clone = copy.deepcopy(rule)
        values = {word.arg: word for word in clone.keywords}
        if "id" in values:
            identifier, fits = values["id"].value, values["fits"].value
        else:
            identifier, fits = clone.args[0], clone.args[1]
        name = f"{ast.literal_eval(identifier)}-{number}"
        test = f"clone_{name.replace('-', '_')}_{len(self.tests)}"
        self.tests += ast.parse(
            f"def {test}(subject):\n"
            f'    """Fit nobody: stand in for {name}."""\n'
            f"    return {ast.unparse(fits)}(subject) and NEVER\n"
        ).body
        new = (ast.Constant(name), ast.Name(test, ast.Load()))
        if "id" in values:
            values["id"].value, values["fits"].value = new
        else:
            clone.args[:2] = new
        return clone


def count_rules(source: str) -> int:
    """Count the rules in the tables of such a module."""
    tables = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Tuple)]
    return sum(is_rule(one) for table in tables for one in table.elts)


def is_rule(node: ast.expr) -> bool:
    """Tell whether an expression makes a rule."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        return False
    return node.func.id in MAKERS


def grown_questions(source: str, times: int) -> str:
    """Return the module of questions with each question there so many times."""
    module = ast.parse(source)
    for statement in module.body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "QUESTIONS":
            (asked,) = (statement.value,)
            if not isinstance(asked, ast.Tuple):
                raise TypeError("QUESTIONS is no tuple")
            asked.elts = [
                one for question in asked.elts for one in (question, *_others(question, times))
            ]
            at = module.body.index(statement)
            module.body[at:at] = ast.parse(NEVER["questions"]).body
            break
    return ast.unparse(ast.fix_missing_locations(module))


def _others(question: ast.expr, times: int) -> list[ast.expr]:
    """Return clones that are asked of nobody and lead to no other question."""
    return [_other(copy.deepcopy(question), number) for number in range(2, times + 1)]


def _other(question: ast.expr, number: int) -> ast.expr:
    if not isinstance(question, ast.Call):
        raise TypeError("a question is no call")
    words = {word.arg: word.value for word in question.keywords}
    words["id"] = ast.Constant(f"{ast.literal_eval(words['id'])}-{number}")
    guard = words.get("guard", ast.Name("ALWAYS", ast.Load()))
    words["guard"] = ast.Call(
        ast.Name("both", ast.Load()), [guard, ast.Name("NEVER", ast.Load())], []
    )
    kept = {name: value for name, value in words.items() if name not in {"rules_guard", "dates"}}
    question.keywords = [ast.keyword(name, value) for name, value in kept.items()]
    return question


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
