"""Values that are worked out when they are first asked for, and then kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Found = TypeVar("Found")


class lazy_property(Generic[Found]):  # noqa: N801 - a decorator
    """A property that is worked out once; unlike ``functools.cached_property`` it takes no lock."""

    def __init__(self, work_out: Callable[[Any], Found]) -> None:
        """Keep what works it out."""
        self.work_out, self.__doc__ = work_out, work_out.__doc__
        self.name = work_out.__name__

    def __get__(self, one: Any, _: type | None = None) -> Found:  # noqa: ANN401
        """Work it out; the next time it is found in the object itself."""
        found = self.work_out(one)
        vars(one)[self.name] = found
        return found
