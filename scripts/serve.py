"""Serve the guide while it is edited: build, show, and build again what a change touches."""

import gc
import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from http.client import NOT_FOUND
from pathlib import Path
from urllib.parse import urlsplit

os.environ["NO_MKDOCS_2_WARNING"] = "1"  # read when it is imported

from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from scripts.build_cache import files
from scripts.guide import references
from scripts.guide.reader import GuideSourceError, read_guide
from scripts.paths import BUILD, DOCS, PACKAGE, PREPARED, ROOT, WEB
from scripts.site import search_index
from scripts.steps import IN_PACKAGE, READABLE, RENDERED, SHOWN, Step, StepError, run

HOST, PORT = "127.0.0.1", 8000
SHOWN_SITE, EDITED = BUILD / "shown", BUILD / "edited"
LOOK, HEAR = 0.2, 0.05  # seconds: how often to look for edits, and how soon to hear of one
ELSEWHERE = [sys.executable, "-m", "scripts.build", "--shown"]
PLACES = [place for place in RENDERED if isinstance(place, Path)]
WATCHED = (DOCS, PACKAGE, WEB, ROOT / "scripts", ROOT / "overrides", ROOT / "mkdocs.yml")


def state() -> dict[Path, int]:
    """Tell when each file that people edit was last written."""
    edited = set(files(*WATCHED)) - IN_PACKAGE
    return {file: file.stat().st_mtime_ns for file in edited if file.exists()}


def code(known: dict[Path, int]) -> dict[Path, int]:
    """Return what this program itself may be made of."""
    return {file: written for file, written in known.items() if file.suffix == ".py"}


def update(begun: dict[Path, int]) -> None:
    """Make what has changed. What fails is said, and the last good quiz stays."""
    if code(state()) != begun:  # this process has the old code
        subprocess.run(ELSEWHERE, cwd=ROOT, check=False)
        return
    try:
        run(SHOWN)
    except StepError as error:
        print(error, file=sys.stderr, flush=True)
        with suppress(StepError):  # said already
            READABLE.run()  # a page with a fault is shown all the same, if it can be read


def address() -> str:
    """Return where the site is shown: under the path that it will have."""
    path = urlsplit(load_config(str(ROOT / "mkdocs.yml")).site_url or "/").path
    return f"http://{HOST}:{PORT}{path}"


class Heads(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """What menus and the site map say of the pages, where only some of them are made."""

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Read the pages that are not made."""
        for page in (one.page for one in files.documentation_pages()):
            if page and page.markdown is None:
                page.read_source(config)
        return env


class Shown:
    """The site as MkDocs makes it, as if it were published here at an address.

    Where the words of some pages have changed since the last time, those pages are made alone.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.known: dict[Path, str] = {}

    def make(self) -> None:
        """Make what has changed."""
        before, self.known = self.known, {}  # none is known, should this fail
        now = heads()
        alone = now == before
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(SHOWN_SITE))
        config.site_url = self.url
        config.plugins["heads"] = Heads()
        build(config, dirty=alone)
        search_index.take_words(SHOWN_SITE, some=alone)
        self.known = now


def heads() -> dict[Path, str]:
    """Return by its path what pages may show of each other file: see ``head``."""
    return {file: head(file) for file in files(*PLACES)}


def head(file: Path) -> str:
    """Return a page as far as its title, nothing of what is copied, else when it was written."""
    if not file.is_relative_to(PREPARED):
        return str(file.stat().st_mtime_ns)
    if file.suffix != ".md":
        return ""
    text = file.read_text(encoding="utf-8")
    return text[: text.find("\n", text.find("\n# ") + 1)]


def watch(before: dict[Path, int]) -> None:
    """Write down each change, for the server to see."""
    while True:
        time.sleep(LOOK)
        after = state()
        if after != before:
            before = after
            EDITED.write_text(str(time.time_ns()))


def read_ahead() -> None:
    """Read the pages before the first change: what is read is kept, so that it is quick, too."""
    with suppress(GuideSourceError):
        references.findings(read_guide(DOCS))


def named(record: logging.LogRecord) -> bool:
    """Name the file that people edit, where MkDocs means what was made of it.

    What it warns of wherever a page is made alone is seen to; see ``Shown``.
    """
    if "'dirty' build" in str(record.msg):
        return False
    record.msg = str(record.msg).replace("Doc file '", f"Doc file '{DOCS.name}/")
    return True


def talk() -> None:
    """Print where the site is shown, and what MkDocs warns of."""
    printed = logging.StreamHandler()
    printed.addFilter(named)
    logging.basicConfig(level=logging.INFO, format="%(message)s", handlers=[printed])
    for quiet in ("mkdocs.commands", "mkdocs.structure", "mkdocs.plugins"):
        logging.getLogger(quiet).setLevel(logging.WARNING)


def serve(url: str, rebuild: Callable[[], None]) -> None:
    """Show the pages, and reload them in the browser after each change, until Ctrl-C."""
    path = urlsplit(url).path
    server = LiveReloadServer(rebuild, HOST, PORT, str(SHOWN_SITE), path, polling_interval=HEAR)
    missing = SHOWN_SITE / "404.html"
    server.error_handler = lambda code: missing.read_bytes() if code == NOT_FOUND else None
    server.watch(str(EDITED))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except OSError as error:
        raise StepError(f"{url} cannot be opened: {error}. Is it shown already?") from error
    finally:
        server.shutdown()


def main() -> int:
    """Serve until Ctrl-C. A build that fails says why and leaves the last good quiz standing."""
    talk()
    gc.set_threshold(100_000, 50, 50)  # MkDocs makes many small things; a sixth less time
    begun = state()
    try:
        run(SHOWN)
        url = address()
        site = Shown(url)
        shown = Step("shown", SHOWN_SITE, RENDERED, (site.make,))

        def rebuild() -> None:
            update(code(begun))
            shown.run()

        if not shown.run():
            site.known = heads()
        EDITED.touch()
        threading.Thread(target=watch, args=(begun,), daemon=True).start()
        threading.Thread(target=read_ahead, daemon=True).start()
        serve(url, rebuild)
    except StepError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
