"""Pyodide fetches from here the words that explain its methods to a programmer. There are none."""


class InternalError(Exception):
    """A fault of Pyodide's own."""


class ConversionError(Exception):
    """A value that has no counterpart in the other language."""


class _JsProxyMetaClass(type):
    """The type of the types of JavaScript's objects."""


class _Untold:
    def __init__(self, _token=None):
        pass

    def __getattr__(self, _name):
        return self


_instantiate_token = jsnull = object()


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return _Untold
