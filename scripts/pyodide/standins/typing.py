"""The names that the package's own annotations need while it runs: types are checked before."""

from _typing import Generic, TypeVar  # noqa: F401

TYPE_CHECKING = False


class Any:
    """Anything."""


class ClassVar:
    """Dataclasses look for fields that say so; the package has none."""


class _GenericAlias:
    """Dataclasses look for fields of this kind; here nothing is."""


def NewType(_name, kind):  # noqa: N802
    """Name a kind of value: the value stays what it is."""
    return kind


def _generic_class_getitem(cls, _kinds):
    """Python's own Generic asks this: a class of something is that class."""
    return cls


def _generic_init_subclass(_cls, *_args, **_more):
    """Python's own Generic asks this: nothing has to be kept."""
