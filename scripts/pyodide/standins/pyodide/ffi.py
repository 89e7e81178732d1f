"""Pyodide asks for this module by name."""
