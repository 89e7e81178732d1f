"""Make the one zip with Python's library and the package that the page boots.

It holds only the modules that the package uses, compiled; small stand-ins replace modules that
Pyodide or the library name without our needing them (see docs/about/decisions). It must answer like
the ordinary Python, or the library is shipped as it came.
"""

from pathlib import Path

from scripts.build_cache import files, make
from scripts.paths import BUILD, PACKAGE, PYODIDE, ROOT
from scripts.pyodide import ask, distribution, fallback
from scripts.pyodide.compile import LOCK, SCRIPT, compile_archive, read_zip, write_zip
from scripts.pyodide.distribution import STDLIB

STANDINS = ROOT / "scripts" / "pyodide" / "standins"
COMPILED = BUILD / "library" / STDLIB.name
ARCHIVE = BUILD / "python.zip"
PLAIN = BUILD / "python-plain.zip"
TRIALS = BUILD / "trials"
AT_THE_TERMINAL = tuple(
    f"followup/{name}.py" for name in ("__main__", "quiz", "guide_index", "tools", "mcp_server")
)


def build(wheel: Path) -> Path:
    """Make the zip for this compiled wheel of the package; return its path."""
    ours = [Path(__file__), Path(fallback.__file__), *ask.SOURCES, *files(STANDINS)]
    make(ARCHIVE, [build_compiled(), wheel, *ours], lambda: write(wheel))
    fallback.tell(ARCHIVE)
    return ARCHIVE


def build_plain() -> Path:
    """Make a zip of the whole library and the package, all as it came; return its path.

    It is made in no time and needs no other tool, but a page starts from it at half the speed.
    """
    sources = [file for file in files(PACKAGE) if file.suffix == ".py"]
    package = {f"{PACKAGE.name}/{file.relative_to(PACKAGE).as_posix()}": file for file in sources}

    def recipe() -> None:
        ours = {n: p.read_bytes() for n, p in package.items() if n not in AT_THE_TERMINAL}
        write_zip(PLAIN, read_zip(STDLIB) | ours)

    make(PLAIN, [PYODIDE / distribution.MANIFEST, Path(__file__), *sources], recipe)
    return PLAIN


def build_compiled() -> Path:
    """Make the whole library, compiled; return its path."""
    inputs = [LOCK, SCRIPT, PYODIDE / distribution.MANIFEST]
    make(COMPILED, inputs, lambda: compile_archive(STDLIB, COMPILED.parent, optimize=2))
    return COMPILED


def write(wheel: Path) -> None:
    """Write the zip, with stand-ins and only what is used if that answers alike."""
    package = {
        name: content
        for name, content in read_zip(wheel).items()
        if name.startswith("followup/")
        and name.endswith(".pyc")
        and name.removesuffix("c") not in AT_THE_TERMINAL
    }

    def small() -> bytes:
        everything = _with_standins(read_zip(COMPILED)) | package
        needed = ask.whole(_zipped("everything", everything)).modules
        archive = _zipped("small", {name: everything[name] for name in needed} | package)
        if ask.whole(archive).views != ask.ordinary(ask.REQUESTS):
            raise ask.UnlikeError("answers otherwise")
        return archive.read_bytes()

    fallback.write(ARCHIVE, small, lambda: build_plain().read_bytes())


def _with_standins(library: dict[str, bytes]) -> dict[str, bytes]:
    """Leave out all of a package that has a stand-in, as their files have other names."""
    sources = {one.relative_to(STANDINS).as_posix(): one.read_bytes() for one in files(STANDINS)}
    replaced = {name.split("/")[0].removesuffix(".py") for name in sources}
    compiled = compile_archive(_zipped("standins", sources), TRIALS / "compiled", optimize=2)
    return read_zip(compiled) | {
        name: content
        for name, content in library.items()
        if name.split("/")[0].removesuffix(".pyc") not in replaced
    }


def _zipped(name: str, files: dict[str, bytes]) -> Path:
    archive = TRIALS / f"{name}.zip"
    archive.parent.mkdir(parents=True, exist_ok=True)
    write_zip(archive, files)
    return archive
