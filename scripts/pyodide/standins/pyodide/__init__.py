"""The modules that Pyodide imports when it has started."""
