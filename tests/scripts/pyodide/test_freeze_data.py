"""What functions of Pyodide can read is found, and an unknown Pyodide is refused."""

from pathlib import Path

import pytest

from scripts.paths import PYODIDE
from scripts.pyodide import freeze_data, freeze_module, frozen, wasm
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
    found = freeze_data.Reach(whole, image).pointers
    there = [
        freeze_module.word_at(image, image.base + at) == image.base + place
        for at, place in found.items()
        if place >= 0  # else it is a function
    ]
    assert sum(there) > len(there) * 9 // 10  # what Python has changed since points elsewhere


def test_whatever_is_named_by_what_is_reached_is_reached(
    whole: wasm.Module, image: freeze_module.Image
) -> None:
    reach = freeze_data.Reach(whole, image)
    number = next(one.index for one in whole.exports if one.name == "PyInit__json")
    (module,) = (place for place in reach.facts[number].exact if place >= reach.constants_end)
    reach.mark({module})
    alone = {*reach.areas}
    named = [place for at, place in reach.pointers.items() if module <= at < module + 32]
    for place in named:
        reach.mark({place})
    assert reach.areas == alone
    assert len(alone) > 1
    for one in reach.facts:
        reach.mark(reach.read_by(one))
    assert alone < reach.areas


def test_an_unknown_way_of_building_is_refused(
    whole: wasm.Module, image: freeze_module.Image, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(whole), "code", lambda *_: iter([(0x10, 0)]))
    with pytest.raises(wasm.WasmError, match="instruction"):
        freeze_data.Reach(whole, image)
