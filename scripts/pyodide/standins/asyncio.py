"""Pyodide asks for this module by name as it starts, and uses it only for coroutines."""
