"""Bundle the face: from some forty modules to the few files that a browser fetches."""

import subprocess
from pathlib import Path

from scripts.paths import ROOT, WEB

ESBUILD = ROOT / "node_modules" / ".bin" / "esbuild"
SMALL = ("--minify", "--charset=utf8", "--log-level=warning")
MODULE = ("--loader=js", "--format=esm", "--target=es2022")
# Each holds all it needs. Parts in common would be one more file, known only once these are there.
DOORS = {
    "controller.js": WEB / "app",
    "embedded.js": WEB / "embed",
    "worker.js": WEB / "python",
}


def doors(total: int, python: str) -> dict[str, bytes]:
    """Return each door with all that it imports.

    The worker learns how many bytes will come, and in which folder Python lies.
    """
    sources = {name: (folder / name).read_text() for name, folder in DOORS.items()}
    told = {"TOTAL = 0;": f"TOTAL = {total};", 'PYTHON = "./";': f'PYTHON = "../{python}/";'}
    for blank, filled in told.items():
        sources["worker.js"] = sources["worker.js"].replace(f"const {blank}", f"const {filled}")
    return {
        name: _esbuild(text, "--bundle", *MODULE, room=DOORS[name])
        for name, text in sources.items()
    }


def entry(folder: str) -> bytes:
    """Return the file that pages name; it alone knows the folder of this build."""
    return shorten((WEB / "quiz.js").read_text().replace("./parts/", f"./{folder}/"))


def shorten(source: str) -> bytes:
    """Return a module that imports nothing, in fewer bytes."""
    return _esbuild(source, *MODULE)


def styles() -> bytes:
    """Return the styles of the quiz."""
    return _esbuild((WEB / "quiz.css").read_text(), "--bundle", "--loader=css")


def _esbuild(source: str, *options: str, room: Path = WEB) -> bytes:
    """Bundle or shorten a text, which lies in a room of the face. It fails on any doubt."""
    done = subprocess.run(
        [ESBUILD, *SMALL, *options],
        cwd=room,
        input=source.encode(),
        check=True,
        capture_output=True,
    )
    if done.stderr:
        raise ValueError(done.stderr.decode())
    return done.stdout
