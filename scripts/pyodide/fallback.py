"""Make something smaller by a way that is not needed, and say if it was given up."""

import sys
from collections.abc import Callable
from pathlib import Path

LINES, WIDTH = 40, 200  # of what a failing command said last


def write(product: Path, way: Callable[[], bytes], otherwise: Callable[[], bytes]) -> None:
    """Write what the way makes; what it would be otherwise, if that raises anything.

    Why it was given up is kept beside the product; `tell` says it at every build.
    """
    warning = ""
    try:
        made = way()
    except Exception as error:  # noqa: BLE001 (whatever it is, there is a way without)
        warning = f"warning: the small {product.name} is given up: {reason(error)}\n"
        made = otherwise()
    _kept(product).write_text(warning, encoding="utf-8")
    product.write_bytes(made)


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
