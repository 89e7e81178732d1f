"""The page of what others made names each part that is carried, as the build uses it."""

import json
import re
from importlib.metadata import metadata

import pytest

from scripts.guide.reader import GuideSource, plain, rows
from scripts.paths import DOCS, PYODIDE, ROOT
from scripts.quiz.bundle import LUNR_SOURCE

PAGE = "about/licenses"
NODE = (
    "pyodide",
    "ical.js",
    "qr",
)  # of these the site carries files; the others only help to make it
PYTHON = {"Material for MkDocs": "mkdocs-material", "holidays": "holidays"}


@pytest.fixture(scope="module")
def parts(source: GuideSource) -> dict[str, tuple[str, str]]:
    """Return version and license of each part, by its name in small letters."""
    block = next(one for one in source.blocks if one.ref == f"{PAGE}#parts-by-others")
    found = [[plain(cell) for cell in cells] for cells, _ in rows(block)]
    return {name.lower(): (version, license_) for name, version, license_, *_ in found}


@pytest.mark.parametrize("name", NODE)
def test_what_comes_from_npm_stands_as_the_lock_has_it(
    parts: dict[str, tuple[str, str]], name: str
) -> None:
    locked = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    one = locked[f"node_modules/{name}"]
    assert parts[name] == (one["version"], one["license"])


@pytest.mark.parametrize(("name", "package"), PYTHON.items())
def test_what_comes_from_pypi_stands_as_the_lock_has_it(
    parts: dict[str, tuple[str, str]], name: str, package: str
) -> None:
    lock = (ROOT / "requirements.lock").read_text()
    version = re.search(rf"^{package}==(\S+)", lock, re.MULTILINE)
    assert version
    assert parts[name.lower()] == (version.group(1), metadata(package)["License-Expression"])


def test_python_and_what_it_was_built_with_stand_as_pyodide_says(
    parts: dict[str, tuple[str, str]],
) -> None:
    info = json.loads((PYODIDE / "pyodide-lock.json").read_text())["info"]
    assert parts["cpython"][0] == info["python"]
    assert parts["emscripten"][0] == info["platform"].removeprefix("emscripten_").replace("_", ".")


def test_the_library_of_the_search_stands_as_it_comes_with_mkdocs(
    parts: dict[str, tuple[str, str]],
) -> None:
    head = LUNR_SOURCE.read_text(encoding="utf-8")[:300]
    version, license_ = re.findall(r"- (\d[\d.]+)$|@license (\w+)", head, re.MULTILINE)
    assert parts["lunr"] == (version[0], license_[1])


def test_every_font_has_its_license(parts: dict[str, tuple[str, str]]) -> None:
    fonts = sorted((DOCS / "assets/fonts").glob("*.woff2"))
    assert fonts
    for font in fonts:
        assert parts[font.stem.replace("-", " ")][1] == "OFL-1.1"
        assert font.with_name(f"{font.stem}-OFL.txt").is_file()
