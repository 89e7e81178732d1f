"""Pyodide asks here for the docstring of each of its methods."""


def get_cmeth_docstring(_method):
    """Say nothing."""
    return ""
