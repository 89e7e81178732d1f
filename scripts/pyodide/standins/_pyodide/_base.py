"""Run code for JavaScript, and import for it."""

from importlib import import_module


def eval_code(source, globals=None, **_more):
    """Run statements; give the value of the last one, if it is an expression."""
    import _ast  # noqa: PLC0415 (with it come a hundred types, which the page never needs)

    names = {} if globals is None else globals
    tree = compile(source, "<exec>", "exec", _ast.PyCF_ONLY_AST)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], _ast.Expr) else None
    exec(compile(tree, "<exec>", "exec"), names)  # noqa: S102
    return last and eval(compile(_ast.Expression(last.value), "<exec>", "eval"), names)  # noqa: S307


def pyimport_impl(path):
    """Import a module by its whole name."""
    return import_module(path)
