"""The face is bundled into few files, and they do what its modules do."""

import re

import pytest

from scripts.build_cache import files
from scripts.paths import WEB
from scripts.quiz import bundle

PYTHON = {"TOTAL": 1234, "PYTHON": "../python-0123/"}


@pytest.fixture(scope="module")
def doors() -> dict[str, str]:
    """Bundle as for some Python."""
    return {name: text.decode() for name, text in bundle.doors(PYTHON).items()}


def test_no_door_waits_for_a_module_of_its_own(doors: dict[str, str]) -> None:
    for name, text in doors.items():
        assert not re.search(r"\bfrom ?[\"']|\bimport ?[\"']", text), name


def test_what_lies_beside_a_door_is_found_from_there(doors: dict[str, str]) -> None:
    assert re.search(r'new URL\("worker\.js",import\.meta\.url\)', doors["controller.js"])
    assert "import.meta.url" in doors["worker.js"]


def test_a_constant_that_the_worker_has_not_stops_the_build() -> None:
    with pytest.raises(ValueError, match="NO_SUCH"):
        bundle.doors({"NO_SUCH": 1})


def test_the_same_sources_give_the_same_bytes(doors: dict[str, str]) -> None:
    assert {name: text.decode() for name, text in bundle.doors(PYTHON).items()} == doors


def test_the_styles_are_shorter_and_as_many() -> None:
    styles, source = bundle.styles().decode(), "".join(p.read_text() for p in files(WEB / "css"))
    assert len(styles) < len(source)
    assert set(re.findall(r"--fu-[\w-]+", styles)) == set(re.findall(r"--fu-[\w-]+", source))


def test_what_esbuild_doubts_stops_the_build() -> None:
    with pytest.raises(ValueError, match="Unexpected"):
        bundle._esbuild("a { color: }}", "--loader=css")  # noqa: SLF001
