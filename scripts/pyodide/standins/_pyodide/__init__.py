"""Pyodide's Python half, as far as it is needed: to start, and to call a function with a string."""

from . import _base, _importhook


def set_excepthook():
    """Leave it: Python itself tells an error well enough."""


__all__ = ["_base", "_importhook", "set_excepthook"]
