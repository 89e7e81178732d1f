"""Walk through the quiz in the WebKit of this system, which Playwright cannot drive.

Where it is missing or does not start it is left out, and said to be.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from followup import bridge
from followup.address import write_fragment
from scripts.browsers.webdriver import CannotStartError, Json, WebKit, started
from scripts.paths import GUIDE_JSON, ROOT, SITE
from scripts.quiz.plainest import PLAINEST
from scripts.site.html import root_path
from scripts.site.server import SiteServer

SCRIPT = (ROOT / "scripts" / "browsers" / "journey.js").read_text(encoding="utf-8")
PYTHON = "*.wasm*"  # what the quiz needs to reckon, packed or not
HOST_PAGE = (
    '<!doctype html><title>Another site</title><iframe src="{}embed/" width="100%"></iframe>'
)
PACKAGES = ("webkit2gtk-driver", "xvfb", "xauth")


@dataclass(frozen=True)
class Places:
    """Where the walks lead: the site, the same without Python, and a page that embeds the quiz."""

    site: str
    lame: str
    host: str


@dataclass(frozen=True)
class Reader:
    """Somebody with a browser who answers as plainly as can be."""

    browser: WebKit
    places: Places

    @cached_property
    def today(self) -> date:
        """The browser's own day."""
        return date.today()  # noqa: DTZ011

    @cached_property
    def answers(self) -> dict[str, str]:
        """An interview a week ago."""
        return PLAINEST | {"interviewed-on": (self.today - timedelta(days=7)).isoformat()}

    @property
    def link(self) -> str:
        """The end of an address that brings all answers along."""
        return f"quiz/?again{write_fragment(self.answers)}"

    def advice(self, more: dict[str, str] | None = None) -> str:
        """Return what Python says first on the same day."""
        asked = {
            "answers": self.answers | (more or {}),
            "today": self.today.isoformat(),
            "advise": True,
        }
        return str(json.loads(bridge.view(json.dumps(asked)))["headline"]["text"])

    def do(self, walk: str, argument: object = None) -> Json:
        """Take a walk within the page."""
        return self.browser.run(SCRIPT, [walk, argument])


def main_journey(reader: Reader) -> None:
    """From the first question to the advice."""
    reader.browser.go(f"{reader.places.site}quiz/")
    same(reader.do("answerAll", reader.answers), reader.advice())


def tools(reader: Reader) -> None:
    """By link to the advice: copy, calendar, one's own words, another answer and back."""
    reader.browser.go(f"{reader.places.site}{reader.link}")
    came = reader.do("useTools")
    here, there = reader.advice(), reader.advice(came["took"])
    same(came["headlines"], [here, there, here])
    words = json.loads(GUIDE_JSON.read_text(encoding="utf-8"))["phrases"]
    said = {"copied": words["copied"], "saved": words["calendar-done"], "letter": "My own words."}
    came["copied"] = came["copied"].replace(words["selected"], words["copied"])  # either is well
    same({name: came[name] for name in said}, said)


def again(reader: Reader) -> None:
    """What was typed and not yet sent is there after loading again."""
    reader.browser.go(f"{reader.places.site}quiz/?reload#v=1&heard=nothing")
    typed = reader.do("typeDay", reader.answers["interviewed-on"])
    reader.browser.reload()
    same([typed, reader.do("dayTyped")], [reader.answers["interviewed-on"]] * 2)


def to_a_question(reader: Reader) -> None:
    """A link to a question leads to it, whether it stands first on its screen or further down."""
    for question in ("timeline", "channels"):
        reader.browser.go(f"{reader.places.site}quiz/?{question}#{question}")
        same((question, reader.do("isInSight", question)), (question, True))


def on_another_site(reader: Reader) -> None:
    """In a frame on another origin the same questions lead to the same advice."""
    reader.browser.go(reader.places.host)
    reader.browser.enter_frame()
    same(reader.do("answerAll", reader.answers), reader.advice())


def without_python(reader: Reader) -> None:
    """Where Python cannot be had the page says so, keeps the answers and shows the list."""
    reader.browser.go(f"{reader.places.lame}{reader.link}")
    same(reader.do("whatIsLeft"), {"screen": "down", "list": True, "answers": True})


WALKS = (main_journey, tools, again, to_a_question, on_another_site, without_python)


def same(found: object, expected: object) -> None:
    """Raise ``AssertionError`` unless a walk came to what was expected."""
    if found != expected:
        raise AssertionError(f"{found}, not {expected}")


def tried(places: Places) -> bool:
    """Take the walks and say how they went; fail only where WebKit runs and the quiz does not."""
    done: list[str] = []
    try:
        with started() as browser:
            for walk in WALKS:
                walk(Reader(browser, places))
                done.append(walk.__name__.replace("_", " "))
            said = f"ok, {', '.join(done)}"
    except CannotStartError as error:
        said = f"left out, {error}"
    except (AssertionError, OSError, RuntimeError) as error:
        said = f"FAILED after {done}: {error!r}"
    print(f"webkit: {said}", flush=True)
    return not said.startswith("FAILED")


def lame_copy(folder: Path) -> Path:
    """Make the site anew without what Python needs."""
    lame = folder / "lame"
    shutil.copytree(SITE, lame, copy_function=os.symlink, ignore=shutil.ignore_patterns(PYTHON))
    return lame


def walked() -> bool:
    """Serve the site, the site without Python, and a page that embeds it; walk there."""
    bridge.start(GUIDE_JSON.read_text(encoding="utf-8"))
    root = root_path(SITE)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        site = stack.enter_context(SiteServer(SITE, root).running())
        lame = stack.enter_context(SiteServer(lame_copy(folder), root).running())
        (folder / "index.html").write_text(HOST_PAGE.format(site), encoding="utf-8")
        host = stack.enter_context(SiteServer(folder).running())
        places = Places(site, lame, host.replace("127.0.0.1", "localhost"))
        return tried(places)
