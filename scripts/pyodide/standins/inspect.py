"""What dataclasses and Pyodide ask of this module."""


def get_annotations(thing):
    """Tell what a class says of its own fields."""
    return dict(thing.__dict__.get("__annotations__", ()))  # noqa: RUF063 (this is that function)


def signature(_thing):
    """Dataclasses put this after a class's name where a docstring is missing; no one reads it."""
    return "(...)"


def iscoroutinefunction(_thing):
    """Nothing here is a coroutine."""
    return False
