"""How Python calls a function of JavaScript: as is. Here it never does."""

from _pyodide_core import JsFuncSignature, js2py_default_call_result, py2js_default


def _any(*args, **kwargs):
    pass


no_default = object()
default_signature = JsFuncSignature(
    _any,
    False,  # noqa: FBT003 (the type takes no names)
    0,
    (),
    (),
    py2js_default,
    (),
    (),
    (),
    py2js_default,
    js2py_default_call_result,
)
