"""Try ways to make something smaller, none of which is needed, and say which were given up."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

LINES, WIDTH = 40, 200  # of what a failing command said last

Made = TypeVar("Made")


def first_that_works(product: Path, ways: Iterable[tuple[str, Callable[[], Made]]]) -> Made | None:
    """Return what the first way makes that raises nothing, or None.

    Why the others were given up is kept beside the product; `tell` says it at every build.
    """
    given_up = []
    try:
        for name, way in ways:
            try:
                return way()
            except Exception as error:  # noqa: BLE001 (whatever it is, there is a way without)
                given_up.append(f"warning: {name} is given up: {reason(error)}\n")
        return None
    finally:
        _kept(product).write_text("".join(given_up), encoding="utf-8")


def tell(product: Path) -> None:
    """Say what was given up when the product was made, if anything was."""
    print(_kept(product).read_text(encoding="utf-8"), end="", file=sys.stderr)


def _kept(product: Path) -> Path:
    return product.with_name(f"{product.name}.given-up")


def reason(error: Exception) -> str:
    """Return an error with the end of what its program said, if that was kept."""
    said = getattr(error, "stderr", None) or ""
    text = said.decode(errors="replace") if isinstance(said, bytes) else said
    lines = [line[:WIDTH] for line in text.splitlines() if line.strip()]
    return "\n  ".join([f"{type(error).__name__}: {error}", *lines[-LINES:]])
