"""Make the one zip with Python's library and the package that the page boots.

It holds only the modules that the package uses, compiled; small stand-ins replace modules that
Pyodide or the library name without our needing them (see docs/about/decisions). The small zip must
answer like the whole one, or the whole one is shipped.
"""

from pathlib import Path

from scripts.build_cache import files, make
from scripts.paths import BUILD, PACKAGE, PYODIDE, ROOT
from scripts.pyodide import distribution, fallback, run_requests
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

Files = dict[str, bytes]


def build(wheel: Path) -> Path:
    """Make the zip for this compiled wheel of the package; return its path."""
    ours = [Path(__file__), Path(fallback.__file__), *run_requests.SOURCES, *files(STANDINS)]
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
    library = read_zip(COMPILED)
    whole = library | package

    def lean() -> Files:
        wanted = run_requests.ask(_zipped("whole", whole))
        ours = _but_standins(library) | _standins() | package
        used = run_requests.ask(_zipped("first", ours)).modules
        smaller = {name: ours[name] for name in used} | package
        run_requests.must_be_alike(wanted, _zipped("lean", smaller))
        return smaller

    ways = [("the library with stand-ins", lean)]
    write_zip(ARCHIVE, fallback.first_that_works(ARCHIVE, ways) or whole)


def _but_standins(library: Files) -> Files:
    """Leave out all of a package that has a stand-in, as their files have other names."""
    replaced = {path.relative_to(STANDINS).parts[0].removesuffix(".py") for path in files(STANDINS)}
    return {
        name: content
        for name, content in library.items()
        if name.split("/")[0].removesuffix(".pyc") not in replaced
    }


def _standins() -> Files:
    sources = {p.relative_to(STANDINS).as_posix(): p.read_bytes() for p in files(STANDINS)}
    return read_zip(compile_archive(_zipped("standins", sources), TRIALS / "compiled", optimize=2))


def _zipped(name: str, files: Files) -> Path:
    archive = TRIALS / f"{name}.zip"
    archive.parent.mkdir(parents=True, exist_ok=True)
    write_zip(archive, files)
    return archive
