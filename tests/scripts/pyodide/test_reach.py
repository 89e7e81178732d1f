"""What functions of Pyodide can reach is found, and an unknown Pyodide is refused."""

from pathlib import Path

import pytest

from scripts.paths import PYODIDE
from scripts.pyodide import freeze_module, frozen, reach, wasm
from scripts.pyodide.distribution import WASM
from scripts.pyodide.frozen import FROZEN

pytestmark = pytest.mark.built

WORTH_IT = 2  # whoever keeps half of the functions need not leave any out


@pytest.fixture(scope="module")
def whole() -> wasm.Module:
    """Give Pyodide's own module."""
    return wasm.read((PYODIDE / WASM).read_bytes())


@pytest.fixture(scope="module")
def image() -> freeze_module.Image:
    """Give the memory of the Python that was frozen."""
    return frozen.read_image()


def bodies(file: Path) -> list[bytes]:
    """Return the functions of a module."""
    reader = wasm.Reader(dict(wasm.sections(file.read_bytes()))[wasm.CODE])
    return [reader.bytes(reader.unsigned()) for _ in range(reader.unsigned())]


@pytest.mark.parametrize("value", [0, 1, 63, 64, 127, 128, -1, -64, -65, 3_473_218, -(10**9)])
def test_numbers_are_written_as_they_are_read(value: int) -> None:
    assert wasm.Reader(wasm.signed(value)).signed() == value
    if value >= 0:
        assert wasm.Reader(wasm.unsigned(value)).unsigned() == value


def test_every_function_can_be_read_to_its_end(whole: wasm.Module) -> None:
    for body in (*whole.bodies, *bodies(FROZEN)):
        *_, (last, _) = wasm.instructions(body)
        assert last == wasm.END


def test_no_number_changes_and_most_functions_are_gone(whole: wasm.Module) -> None:
    kept = bodies(FROZEN)
    assert len(kept) == whole.first + len(whole.bodies)
    assert kept.count(freeze_module.STOP) > len(kept) / WORTH_IT


def test_the_pointers_of_the_module_stand_in_the_image(
    whole: wasm.Module, image: freeze_module.Image
) -> None:
    found = reach.Reach(whole, image, frozenset()).pointers
    there = [
        freeze_module.word_at(image, image.base + at) == image.base + place
        for at, (is_function, place) in found.items()
        if not is_function
    ]
    assert sum(there) > len(there) * 9 // 10  # what Python has changed since points elsewhere


def test_reaching_follows_calls(whole: wasm.Module, image: freeze_module.Image) -> None:
    number = next(one.index for one in whole.exports if one.name == "PyInit__json")
    own = frozenset(range(whole.first, whole.first + len(whole.bodies)))
    alone, all_of_them = (reach.Reach(whole, image, keep) for keep in (frozenset({number}), own))
    alone.follow()
    all_of_them.follow()
    assert alone.functions == {number}
    assert all_of_them.functions == own
    assert alone.areas < all_of_them.areas


def test_an_unknown_way_of_building_is_refused(
    whole: wasm.Module, image: freeze_module.Image, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole, "start", whole.first)  # some function that sets no globals
    monkeypatch.setattr(type(whole), "code", lambda *_: iter([(wasm.CALL, 0)]))
    with pytest.raises(freeze_module.FreezeError, match="instruction"):
        reach.Reach(whole, image, frozenset())
