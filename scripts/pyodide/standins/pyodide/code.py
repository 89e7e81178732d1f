"""What `pyodide.runPython` calls."""

from _pyodide._base import eval_code  # noqa: F401
