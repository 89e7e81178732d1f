"""Nothing is made twice, and everything is made again when it must be."""

from pathlib import Path

import pytest

from scripts import build_cache


class BrokenError(Exception):
    """A recipe went wrong."""


@pytest.fixture
def product(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the path of a product, with stamps kept apart from the project's own."""
    monkeypatch.setattr(build_cache, "STAMPS", tmp_path / "stamps")
    return tmp_path / "product"


def make(product: Path, *inputs: Path | str) -> bool:
    return build_cache.make(product, inputs, product.touch)


def test_the_same_inputs_make_once(product: Path) -> None:
    assert make(product, "a")
    assert not make(product, "a")


def test_another_input_makes_again(product: Path) -> None:
    make(product, "a")
    assert make(product, "b")


def test_a_changed_file_makes_again(product: Path, tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_text("one")
    make(product, source)
    source.write_text("two")
    assert make(product, source)


def test_a_missing_product_is_made_again(product: Path) -> None:
    make(product, "a")
    product.unlink()
    assert make(product, "a")


def test_a_failed_recipe_is_tried_again(product: Path) -> None:
    make(product, "a")

    def fails() -> None:
        raise BrokenError

    with pytest.raises(BrokenError):
        build_cache.make(product, ["b"], fails)
    assert make(product, "a")
