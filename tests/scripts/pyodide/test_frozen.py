"""The Python that is awake says what the others say, and stops where it does not know."""

from pathlib import Path

import pytest

from scripts.paths import PYODIDE, ROOT
from scripts.proof import samples
from scripts.pyodide import ask, fallback, freeze_module, frozen, wasm
from scripts.pyodide.ask import REQUESTS, UnlikeError
from scripts.pyodide.distribution import WASM
from scripts.pyodide.frozen import FOLDER, FROZEN
from scripts.steps import HELD_OUT

pytestmark = pytest.mark.built

SCREEN, *_ = REQUESTS
ADVICE = REQUESTS[2]
MEMORY, AT_ITS_START = 15_000_000, 20_971_520  # bytes; the second is what Pyodide begins with


@pytest.fixture(scope="module")
def whole() -> wasm.Module:
    """Give Pyodide's own module."""
    return wasm.read((PYODIDE / WASM).read_bytes())


@pytest.fixture(scope="module")
def marked() -> Path:
    """Give the module with all functions, each of which notes that it was called."""
    return FOLDER / "marked.wasm"


def test_readers_get_the_python_that_is_awake(capsys: pytest.CaptureFixture[str]) -> None:
    fallback.tell(FROZEN)
    assert capsys.readouterr().err == ""
    assert FROZEN.stat().st_size > 0


def test_it_needs_nothing_from_outside() -> None:
    sections = dict(wasm.sections(FROZEN.read_bytes()))
    assert wasm.IMPORT not in sections
    assert wasm.START not in sections


def test_it_keeps_nothing_of_the_machine_that_built_it() -> None:
    assert str(ROOT).encode() not in FROZEN.read_bytes()


def test_it_says_what_this_python_says_and_hands_over_what_this_one_refuses() -> None:
    found = ask.frozen(FROZEN, REQUESTS)
    assert found.views == ask.ordinary(REQUESTS)
    assert found.views[-1] is None
    assert found.stopped == []
    assert found.bytes <= MEMORY


def test_it_stops_for_none_of_those_who_were_held_out() -> None:
    first, _ = HELD_OUT  # of all of them the build has made sure
    held_out = [*samples.requests(first, first + 150)]
    found = ask.frozen(FROZEN, held_out)
    assert found.stopped == []
    assert found.views == ask.ordinary(held_out)
    assert found.bytes <= AT_ITS_START  # answers leave nothing behind but calendars


def test_it_stops_at_a_function_that_is_not_there(
    whole: wasm.Module, marked: Path, tmp_path: Path
) -> None:
    image = frozen.read_image()
    called = ask.frozen(marked, [SCREEN], image.stack, whole.first + len(whole.bodies)).called
    little = tmp_path / "little.wasm"
    little.write_bytes(freeze_module.module(whole, image, called))
    found = ask.frozen(little, [SCREEN, ADVICE, SCREEN])
    assert found.views[0] == found.views[2] == ask.ordinary([SCREEN])[0]
    assert found.views[1] is None
    assert [request for request, _ in found.stopped] == [ADVICE]


def test_one_that_answers_otherwise_is_not_shipped(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(frozen, "FROZEN", tmp_path / FROZEN.name)
    monkeypatch.setattr(frozen, "freeze", lambda _profile: FROZEN.read_bytes())
    monkeypatch.setattr(ask, "ordinary", lambda requests: ["otherwise"] * len(requests))
    frozen.write([], [SCREEN])
    fallback.tell(frozen.FROZEN)
    assert UnlikeError.__name__ in capsys.readouterr().err
    assert frozen.FROZEN.read_bytes() == b""
