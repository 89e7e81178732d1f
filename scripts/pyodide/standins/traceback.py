"""Pyodide asks for this module by name. Without its functions Python itself tells an error."""
