"""Find which rows of the table of numbers a test or a day of the rules can read.

The rules name rows by their ids. So it is enough to look at the strings in the
compiled functions, and in those that they call, without running any of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from inspect import isfunction
from types import CodeType, FunctionType

from followup import rules
from followup.facts import Facts
from followup.lazy_property import lazy_property
from followup.model import Rule, Wait

# What leads here has a table of its own on the page: how long to keep quiet.
WAITS: frozenset[object] = frozenset((rules.due, rules.due_date))
# A row named in two halves: "after" and "on-hold". A test of one kind of news reads one half.
HALVES = {"STILL_DECIDING": "still-going-on", "ON_HOLD": "on-hold"}


def rows_read(rows: Collection[str], *functions: Callable[..., object]) -> list[str]:
    """Return the ids among ``rows`` that functions can read, in the order of ``rows``.

    The first is the test of a rule: if it is about one kind of news, rows for
    the other kind are left out.
    """
    words = {one for function in functions for found in reached(function) for one in strings(found)}
    halves = {f"{one}-{half}" for one in words for half in HALVES.values() if half in words}
    named = [HALVES[name] for name in names(functions[0]) if name in HALVES]
    other = tuple(f"-{half}" for half in HALVES.values() if named and half not in named)
    return [row for row in rows if row in words | halves and not row.endswith(other)]


def asks_for_the_wait(function: Callable[..., object]) -> bool:
    """Tell whether a function asks when a question about news is due."""
    return any(isinstance(one, FunctionType) and one in WAITS for one in reached(function))


def names(function: Callable[..., object]) -> tuple[str, ...]:
    """Return the names that a function mentions itself."""
    return function.__code__.co_names if isinstance(function, FunctionType) else ()


def strings(found: object) -> Iterator[str]:
    """Yield the strings of a function, or the row of a rule."""
    if isinstance(found, Rule) and isinstance(found.then, Wait):
        yield found.then.timing
    if isinstance(found, FunctionType) and found not in WAITS:
        for code in codes(found.__code__):
            yield from (one for one in code.co_consts if isinstance(one, str))


def codes(code: CodeType) -> Iterator[CodeType]:
    """Yield a piece of code and those inside it."""
    yield code
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield from codes(one)


def reached(function: Callable[..., object]) -> list[object]:
    """Return a function and all of ours that it leads to; a wait is not looked into."""
    found: list[object] = [function]
    for one in found:
        if isinstance(one, FunctionType) and one not in WAITS:
            here = (thing(name, one) for code in codes(one.__code__) for name in code.co_names)
            found.extend(other for other in here if other is not None and other not in found)
    return found


def thing(name: str, function: FunctionType) -> object | None:
    """Return what a name means in a function: one of our functions, a rule, or a fact."""
    meant = function.__globals__.get(name)
    if isinstance(meant, Rule):
        return meant
    if isfunction(meant) and meant.__module__.startswith(rules.__name__):
        return meant
    fact = Facts.__dict__.get(name)
    if isinstance(fact, lazy_property):
        return fact.work_out
    return fact if isfunction(fact) else None
