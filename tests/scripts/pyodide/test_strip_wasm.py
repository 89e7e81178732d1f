"""What is left out of Pyodide is what nothing reaches, and an unknown Pyodide is refused."""

import pytest

from scripts.paths import PYODIDE
from scripts.pyodide import strip_wasm, wasm
from scripts.pyodide.core import CORE
from scripts.pyodide.distribution import WASM, glue

pytestmark = pytest.mark.built

IN_C = ("_datetime", "_json", "_sre", "posix", "time")  # the package cannot do without
NEVER_ASKED = ("_codecs_jp", "_decimal", "pyexpat", "unicodedata")
WORTH_IT = 8  # whoever cuts less than an eighth need not cut


@pytest.fixture(scope="module")
def whole() -> wasm.Module:
    """Give Pyodide's own module."""
    return wasm.read((PYODIDE / WASM).read_bytes())


@pytest.fixture(scope="module")
def slimmed() -> wasm.Module:
    """Give the module that is shipped."""
    return wasm.read((CORE / WASM).read_bytes())


def starts(module: wasm.Module, name: str, whole: wasm.Module) -> bytes:
    """Return the body of the function that starts a module of Python."""
    number = next(one.index for one in whole.exports if one.name == f"PyInit_{name}")
    return module.bodies[number - module.first]


@pytest.mark.parametrize("value", [0, 1, 63, 64, 127, 128, -1, -64, -65, 3_473_218, -(10**9)])
def test_numbers_are_written_as_they_are_read(value: int) -> None:
    assert wasm.Reader(wasm.signed(value)).signed() == value
    if value >= 0:
        assert wasm.Reader(wasm.unsigned(value)).unsigned() == value


def test_a_module_is_written_as_it_was_read(whole: wasm.Module) -> None:
    assert whole.encode() == (PYODIDE / WASM).read_bytes()


def test_every_function_can_be_read_to_its_end(slimmed: wasm.Module) -> None:
    for body in slimmed.bodies:
        *_, (last, _) = wasm.instructions(body)
        assert last == wasm.END


def test_no_number_changes(whole: wasm.Module, slimmed: wasm.Module) -> None:
    assert len(slimmed.bodies) == len(whole.bodies)
    assert slimmed.elements == whole.elements
    assert len(slimmed.imports) == len(whole.imports)
    assert slimmed.imported(wasm.FUNC) == whole.imported(wasm.FUNC)
    assert len(slimmed.data) == len(whole.data)
    assert {*slimmed.exports} < {*whole.exports}


def test_what_python_needs_is_untouched(whole: wasm.Module, slimmed: wasm.Module) -> None:
    for name in IN_C:
        assert starts(slimmed, name, whole) == starts(whole, name, whole)


def test_what_it_never_asks_for_is_gone(whole: wasm.Module, slimmed: wasm.Module) -> None:
    for name in NEVER_ASKED:
        assert starts(slimmed, name, whole) == strip_wasm.NOTHING
    assert slimmed.bodies.count(strip_wasm.STOP) > len(whole.bodies) / WORTH_IT
    assert slimmed.data.count(0) - whole.data.count(0) > len(whole.data) / WORTH_IT


def test_a_function_that_is_called_from_one_that_stays_stays_too(slimmed: wasm.Module) -> None:
    stopped = {n for n, body in enumerate(slimmed.bodies) if body == strip_wasm.STOP}
    left = (body for body in slimmed.bodies if body not in (strip_wasm.STOP, strip_wasm.NOTHING))
    called = {
        value for body in left for kind, value in wasm.instructions(body) if kind == wasm.CALL
    }
    assert not {number - slimmed.first for number in called} & stopped


def test_the_pointers_stand_in_the_data(whole: wasm.Module, slimmed: wasm.Module) -> None:
    reach = strip_wasm.Reach(whole, frozenset())
    written = [kind for kind, _ in whole.code(reach.writer) if kind == wasm.STORE]
    assert len(reach.pointers) + len(reach.odd) == len(written)
    bases = strip_wasm.bases((PYODIDE / glue()).read_text(encoding="utf-8"))
    for at, (is_function, place) in reach.pointers.items():
        base = bases.table if is_function else bases.memory
        assert int.from_bytes(slimmed.data[at : at + 4], "little") == base + place


def test_reaching_follows_calls_and_pointers(whole: wasm.Module) -> None:
    reach = strip_wasm.Reach(whole, frozenset())
    reach.follow([one for one in whole.exports if one.name == "PyInit__json"], [])
    from_json = len(reach.functions)
    reach.follow(whole.exports, [])
    assert 1 < from_json < len(reach.functions) == len(whole.bodies)


def test_an_unknown_way_of_building_is_refused() -> None:
    with pytest.raises(strip_wasm.SlimError, match="begin"):
        strip_wasm.slimmed(b"", "var ___memory_base=elsewhere;", "", ())


def test_an_unknown_way_of_offering_is_refused(whole: wasm.Module) -> None:
    with pytest.raises(strip_wasm.SlimError, match="offers"):
        strip_wasm.slimmed_glue("var offered={};", "", (), whole)
