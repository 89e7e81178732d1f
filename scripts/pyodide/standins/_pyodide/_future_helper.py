"""Pyodide asks for this module by name, and uses it only for coroutines."""
