"""What a screen reader says of the quiz: Orca with Chromium and Firefox, on a screen nobody sees.

Orca writes down each sentence that it hands to a voice. The tests say what must be heard, and what
must not be; with -s, the whole of it is shown.
"""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest

from followup.guide import Guide
from followup.questions import QUESTIONS
from tests.site.quiz_page import fragment, view

pytestmark = pytest.mark.built

PATIENCE = 180  # seconds for the longest wait: Python starts late where a screen reader looks on
QUIET = 1.5  # seconds after which a sentence is taken to be the last one
TABS = 60  # stops before anything that is looked for
NEEDED = ("Xvfb", "dbus-daemon", "openbox", "orca", "xdotool", "gdbus", "gsettings", "pgrep")
SAID = re.compile(r"SPEECH OUTPUT: '(.*)'\s*(?:\{|$)")
DAY = (date.today() - timedelta(days=7)).isoformat()  # noqa: DTZ011 - the browser's own day
STATUS = ("--session", "--dest=org.a11y.Bus", "--object-path=/org/a11y/bus")
SET = "org.freedesktop.DBus.Properties.Set"
# Orca would keep back some lines of what it writes down.
AT_ONCE = "import orca.debug\norca.debug.debugFile.reconfigure(line_buffering=True)\n"
CHROMIUM = (
    *("--no-sandbox", "--no-first-run", "--force-renderer-accessibility", "--disable-gpu"),
    *("--no-default-browser-check", "--password-store=basic"),
)
LISTENING = {
    "ACCESSIBILITY_ENABLED": "1",
    "GNOME_ACCESSIBILITY": "1",
    "GTK_MODULES": "gail:atk-bridge",
    "LC_ALL": "C.UTF-8",
    "NO_AT_BRIDGE": "0",
}
BROWSERS: dict[str, tuple[str, Callable[[Path], list[str]]]] = {
    "Chromium": ("chromium", lambda home: [*CHROMIUM, f"--user-data-dir={home}/profile"]),
    "Firefox": ("firefox-esr", lambda home: ["--no-remote", "--profile", f"{home}/profile"]),
}


def plain(text: str) -> str:
    """Return a text with plain spaces, as a voice says it."""
    return re.sub(r"\s+", " ", text).strip()


@dataclass
class Desk:
    """A screen, a keyboard, a browser and a screen reader, all of their own."""

    home: Path
    browser: str
    env: dict[str, str]
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def log(self) -> Path:
        """What Orca writes down."""
        return self.home / "orca.log"

    def start(self, *command: str) -> None:
        """Start a program of the desk."""
        out = (self.home / f"{Path(command[0]).name}.out").open("w")
        with out:
            one = subprocess.Popen(
                command,
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )
        self.running.append(one)

    def ask(self, *command: str) -> None:
        """Run a small program on the desk."""
        subprocess.run(command, env=self.env, check=True, capture_output=True, timeout=PATIENCE)

    def heard(self, since: int = 0) -> list[str]:
        """List what was said, from this sentence on."""
        text = self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""
        return [plain(found[1]) for line in text.split("\n") if (found := SAID.search(line))][
            since:
        ]

    def hear(self, words: str, since: int) -> str:
        """Wait until these words are said; return all that was said since then."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            said = " ".join(self.heard(since))
            if plain(words) in said:
                return said
            time.sleep(0.1)
        pytest.fail(f"“{words}” is not said, but: {self.heard(since)}")

    def rest(self, since: int) -> str:
        """Wait until nothing more is said; return all that was said."""
        said, changed = self.heard(since), time.monotonic()
        while time.monotonic() < changed + QUIET:
            time.sleep(0.1)
            if self.heard(since) != said:
                said, changed = self.heard(since), time.monotonic()
        return " ".join(said)

    def press(self, key: str) -> int:
        """Press a key; return the number of sentences said before."""
        before = len(self.heard())
        self.ask("xdotool", "key", key)
        return before

    def tab_to(self, words: str) -> str:
        """Go on by Tab until these words are said."""
        passed = []
        for _ in range(TABS):
            said = self.rest(self.press("Tab"))
            passed.append(said)
            if plain(words) in said:
                return said
        pytest.fail(f"Tab does not lead to “{words}”, but: {passed}")

    def open(self, address: str, title: str) -> None:
        """Open a page in the browser, and wait until its title is said."""
        name, arguments = BROWSERS[self.browser]
        (self.home / "profile").mkdir(exist_ok=True)
        before = len(self.heard())
        self.start(name, *arguments(self.home), address)
        self.hear(title, before)
        self.rest(before)


@pytest.fixture(params=BROWSERS)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """Give a reader who listens, with one of the browsers."""
    missing = [name for name in (*NEEDED, BROWSERS[request.param][0]) if not shutil.which(name)]
    if missing:
        pytest.skip(f"{', '.join(missing)} are not here")
    if subprocess.run(["pgrep", "-x", "orca"], check=False, capture_output=True).returncode == 0:
        pytest.skip("somebody listens to Orca already, and it runs once for each person")
    places = {f"XDG_{one}_HOME": str(tmp_path / one) for one in ("CONFIG", "DATA", "CACHE")}
    (tmp_path / "run").mkdir(mode=0o700)
    env = os.environ | places | {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path / "run")}
    desk = Desk(tmp_path, request.param, env | LISTENING)
    try:
        set_up(desk)
        yield desk
    finally:
        print(f"\n{desk.browser}:", *desk.heard(), sep="\n  ")
        for one in reversed(desk.running):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(one.pid, signal.SIGTERM)
        for one in desk.running:
            with contextlib.suppress(subprocess.TimeoutExpired):
                one.wait(PATIENCE)


def set_up(desk: Desk) -> None:
    """Start what stands on the desk before the browser."""
    shown, tell = os.pipe()
    screen = ["Xvfb", "-displayfd", str(tell), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    null = subprocess.DEVNULL
    desk.running.append(
        subprocess.Popen(screen, pass_fds=(tell,), stdout=null, stderr=null, start_new_session=True)
    )
    with os.fdopen(shown) as number:
        desk.env["DISPLAY"] = f":{number.readline().strip()}"
    os.close(tell)
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--print-address", "--nofork"],
        env=desk.env,
        stdout=subprocess.PIPE,
        stderr=null,
        start_new_session=True,
    )
    desk.running.append(bus)
    assert bus.stdout
    with bus.stdout:
        desk.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
    desk.ask("gsettings", "set", "org.gnome.desktop.interface", "toolkit-accessibility", "true")
    for name in ("ScreenReaderEnabled", "IsEnabled"):
        desk.ask("gdbus", "call", *STATUS, "--method", SET, "org.a11y.Status", name, "<true>")
    own = desk.home / "DATA" / "orca" / "orca-customizations.py"
    own.parent.mkdir(parents=True)
    own.write_text(AT_ONCE)
    desk.start("openbox")
    desk.start("orca", "--debug-file", str(desk.log), "-e", "speech", "-d", "braille")
    desk.hear("Screen reader on", 0)


# ---- what must be heard --------------------------------------------------------------------------


def test_each_new_screen_and_the_result_are_heard(desk: Desk, site_url: str, guide: Guide) -> None:
    given = {"heard": "nothing", "interviewed-on": DAY}
    today = date.today().isoformat()  # noqa: DTZ011 - the browser's own day
    label = guide.questions["timeline"].options["none"].label
    lines = view(given | {"timeline": "none"}, today=today)
    desk.open(f"{site_url}quiz/{fragment(given)}", guide.questions["timeline"].title)
    desk.tab_to(label)
    desk.hear("selected", desk.press("space"))
    desk.tab_to(guide.phrases["continue"])
    desk.hear(f"{lines['title']}", desk.press("Return"))
    desk.tab_to(guide.phrases["continue"])
    since = desk.press("Return")
    left_alone = {one.id: one.plain for one in QUESTIONS if one.plain}
    result = view(left_alone | given | {"timeline": "none"}, today=today, advise=True)
    desk.hear(str(result["headline"]["text"]).split(".")[0], since)


def test_a_fault_is_heard_once(desk: Desk, site_url: str, guide: Guide) -> None:
    given = {"heard": "still-deciding"}
    asked = view(given, today=date.today().isoformat())["questions"][0]  # noqa: DTZ011
    desk.open(f"{site_url}quiz/{fragment(given)}", asked["title"])
    desk.tab_to(guide.phrases["continue"])
    since = desk.press("Return")
    fault = guide.phrases["missing-day"]
    desk.hear(fault, since)
    assert desk.rest(since).count(plain(fault)) == 1


def test_the_way_into_a_page_has_no_nameless_stop(desk: Desk, site_url: str) -> None:
    desk.open(f"{site_url}timing/", "When to get in touch")
    for _ in range(8):
        said = desk.rest(desk.press("Tab"))
        assert "invalid" not in said
        assert re.sub(r"\b(tab|clickable|panel|section)\b|\W", "", said), "a stop without a name"
