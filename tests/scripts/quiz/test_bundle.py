"""The face is bundled into few files, and they do what its modules do."""

import re

import pytest

from scripts.build_cache import files
from scripts.paths import WEB
from scripts.quiz import bundle

PYTHON = {"TOTAL": 1234, "PYTHON": "../python-0123/"}
HASHES = {"guide.json": "sha256-abc="}


@pytest.fixture(scope="module")
def doors() -> dict[str, str]:
    """Bundle as for some Python."""
    return {name: door(name) for name in bundle.DOORS}


def door(name: str) -> str:
    return bundle.door(name, HASHES, PYTHON if name == "worker.js" else {}).decode()


def test_no_door_waits_for_a_module_of_its_own(doors: dict[str, str]) -> None:
    for name, text in doors.items():
        assert not re.search(r"\bfrom ?[\"']|\bimport ?[\"']", text), name


def test_what_lies_beside_a_door_is_found_from_there(doors: dict[str, str]) -> None:
    for name in ("controller.js", "quiz.js", "worker.js"):
        assert "import.meta.url" in doors[name]
        assert "import.meta.files" not in doors[name]
        assert HASHES["guide.json"] in doors[name]


def test_a_constant_that_the_worker_has_not_stops_the_build() -> None:
    with pytest.raises(ValueError, match="NO_SUCH"):
        bundle.door("worker.js", {}, {"NO_SUCH": 1})


def test_the_same_sources_give_the_same_bytes(doors: dict[str, str]) -> None:
    assert {name: door(name) for name in doors} == doors


def test_styles_of_pages_keep_their_rules_and_files_and_lose_what_only_we_read() -> None:
    source = (
        '/* why */\n@font-face { src: url("../a.woff2"); }\n@media print { a { color: red } }\n'
    )
    styles = bundle.shorten_styles(source).decode()
    assert "why" not in styles
    assert "url(../a.woff2)" in styles
    assert "@media print{a{color:red}}" in styles


def test_the_styles_are_shorter_and_as_many() -> None:
    styles, source = bundle.styles().decode(), "".join(p.read_text() for p in files(WEB / "css"))
    assert len(styles) < len(source)
    assert set(re.findall(r"--fu-[\w-]+", styles)) == set(re.findall(r"--fu-[\w-]+", source))


def test_what_esbuild_doubts_stops_the_build() -> None:
    with pytest.raises(ValueError, match="Unexpected"):
        bundle._esbuild("a { color: }}", "--loader=css")  # noqa: SLF001
