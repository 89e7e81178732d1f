"""Remember what a product was made from, so that nothing is made twice."""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from scripts.paths import BUILD, ROOT

STAMPS = BUILD / "stamps"


def files(*places: Path) -> list[Path]:
    """List the files in these places (a file is its own place), without caches."""
    found: set[Path] = set()
    for place in places:
        inside = place.rglob("*") if place.is_dir() else [place]
        found.update(p for p in inside if p.is_file() and "__pycache__" not in p.parts)
    return sorted(found)


def digest(inputs: Iterable[Path | str]) -> str:
    """Hash texts and files, a file by its name in the project and its bytes."""
    total = hashlib.sha256()
    for item in inputs:
        if isinstance(item, Path):
            name = item.relative_to(ROOT).as_posix() if item.is_relative_to(ROOT) else item.name
            part = hashlib.sha256(item.read_bytes()).hexdigest()
            total.update(f"{name}:{part}\n".encode())
        else:
            total.update(f"{item}\n".encode())
    return total.hexdigest()


def stands(product: Path, inputs: Iterable[Path | str]) -> bool:
    """Tell whether the product is there and was made from inputs just like these."""
    stamp = STAMPS / product.name
    return product.exists() and stamp.is_file() and stamp.read_text() == digest(inputs)


def forget(product: Path) -> None:
    """Let the product count as not made."""
    (STAMPS / product.name).unlink(missing_ok=True)


def make(
    product: Path, inputs: Iterable[Path | str], recipe: Callable[[], object], name: str = ""
) -> bool:
    """Run the recipe unless the product stands and its inputs are as they were; say if it ran.

    The stamp has the product's name, or one of its own.
    """
    key, stamp = digest(inputs), STAMPS / (name or product.name)
    if product.exists() and stamp.is_file() and stamp.read_text() == key:
        return False
    stamp.unlink(missing_ok=True)
    recipe()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(key)
    return True
