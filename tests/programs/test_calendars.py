"""Our files in calendars that people use: added, added anew after the plan moved, and read back."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event
from icalendar.alarms import Alarms

from followup import bridge
from followup.address import write_fragment
from followup.guide import Guide
from scripts.paths import BUILD, ROOT
from scripts.quiz.plainest import PLAINEST

HERE = ROOT / "tests" / "programs" / "calendars"
FETCHED = BUILD / "programs" / "calendars"
ZONES = ("America/Los_Angeles", "Europe/Berlin", "Pacific/Auckland")
NINE = 9
BASE = PLAINEST  # heard nothing since an interview on 2 February
NEWS = BASE | {
    "heard": "still-deciding",
    "heard-on": "2027-02-04",
    "timeline": "date",
    "decision-date": "2027-02-24",
}
WROTE = BASE | {"check-ins": "1", "last-check-in": "2027-02-04", "calls": "0"}
LATER_ANSWERS = BASE | {"country": "JP", "stage": "final", "contact": "hr"}
CLOSED = BASE | {"closed": "2027-02-09"}
NO = BASE | {"heard": "rejected", "heard-on": "2027-02-04", "replied": "no"}
SHOWN = "{uid}|{start-date}|{cancelled}|{title}"  # of a day, by khal
HOSTILE = "clerk; R&D, \\ “Grüße” 東京 ☎"


@dataclass(frozen=True)
class File:
    """A file that the page saves: for these answers, at this moment, in these circumstances."""

    answers: dict[str, str]
    now: str = "2027-02-03T12:00:00Z"
    earlier: bool = False  # "I added an earlier file"
    name: str = ""

    @property
    def view(self) -> dict[str, Any]:
        """What the page shows."""
        asked = {"answers": self.answers, "today": self.now[:10], "advise": True}
        document: dict[str, Any] = json.loads(bridge.view(json.dumps(asked)))
        return document

    @property
    def steps(self) -> list[date]:
        """The days that are still to come."""
        marks = self.view["timeline"]["marks"]
        return [date.fromisoformat(mark["date"]) for mark in marks if mark["kind"] in STEPS]


STEPS = ("do", "wait", "later", "end")


@dataclass(frozen=True)
class OfAll:
    """The file of “My applications”: of so many, each with its name, after so many were asked."""

    applications: dict[str, dict[str, str]]
    now: str = "2027-02-03T12:00:00Z"
    earlier: bool = False  # a file was saved before
    closed: tuple[str, ...] = ()  # let go since
    name: str = ""
    answers: dict[str, str] = field(default_factory=dict)

    @property
    def view(self) -> dict[str, Any]:
        """What the list is told."""
        links = [write_fragment(one) for one in self.applications.values()]
        employers = [name.partition(":")[0] for name in self.applications]
        asked = {"each": links, "employers": employers, "today": self.now[:10]}
        document: dict[str, Any] = json.loads(bridge.view(json.dumps(asked)))
        return document

    @property
    def kept(self) -> list[dict[str, Any]]:
        """What lies in the browser’s storage."""
        return [
            {
                "id": f"n{number}",
                "employer": name.partition(":")[0],
                "job": name.partition(": ")[2],
                "answers": answers,
                "closed": self.now[:10] if name in self.closed else "",
                "filed": self.earlier,
            }
            for number, (name, answers) in enumerate(self.applications.items())
        ]

    @property
    def steps(self) -> list[date]:
        """The days that are still to come, of all that are open."""
        each = zip(self.view["each"], self.applications, strict=True)
        marks = [
            m for one, name in each if name not in self.closed for m in one["timeline"]["marks"]
        ]
        days = [m["date"] for m in marks if m["kind"] in STEPS and m["date"] >= self.now[:10]]
        return sorted(map(date.fromisoformat, days))


LATER = "2027-02-04T09:00:00Z"
ON_THE_DAY = "2027-02-09T12:00:00Z"
SEVERAL = {
    "Mill: Baker": BASE,
    "Mill: Miller": BASE | {"interviewed-on": "2027-02-03"},
    "Hill": BASE | {"culture": "formal"},
}
BAKER_ASKED = SEVERAL | {
    "Mill: Baker": BASE | {"check-ins": "1", "last-check-in": "2027-02-09", "calls": "0"}
}
JOURNEYS: dict[str, tuple[File | OfAll, ...]] = {
    "several applications": (OfAll(SEVERAL),),
    "several applications, and one was asked": (
        OfAll(SEVERAL),
        OfAll(BAKER_ASKED, ON_THE_DAY, earlier=True),
    ),
    "several applications, and one is let go": (
        OfAll(SEVERAL),
        OfAll(SEVERAL, LATER, earlier=True, closed=("Hill",)),
    ),
    "one file": (File(BASE),),
    "a name with signs of the format": (File(BASE, name=HOSTILE),),
    "a date was named": (File(BASE), File(NEWS, LATER, earlier=True)),
    "the reader wrote early": (File(BASE), File(WROTE, LATER, earlier=True)),
    "more was answered": (File(BASE), File(LATER_ANSWERS, LATER)),
    "a second later": (File(BASE), File(CLOSED, "2027-02-03T12:00:01Z")),
    "a no": (File(BASE), File(NO, LATER, earlier=True)),
    "over a change of the clocks": (
        File(BASE | {"interviewed-on": "2027-03-23"}, "2027-03-24T12:00:00Z"),
    ),
}


@dataclass(frozen=True)
class Seen:
    """A day as a person sees it."""

    name: str
    day: date
    title: str
    canceled: bool
    reminders: tuple[datetime, ...]


def seen_in(event: dict[str, Any], zone: str) -> Seen:
    """Return what a program has printed of a day."""
    moments = (datetime.fromisoformat(one).astimezone(ZoneInfo(zone)) for one in event["reminders"])
    day = date.fromisoformat(event["day"])
    return Seen(event["name"], day, event["title"], event["canceled"], (*moments,))


def ran(command: Sequence[str | Path], zone: str = "UTC", **more: str) -> str:
    """Run a program in a zone; return what it prints."""
    env = os.environ | {"TZ": zone, "LC_ALL": "C.UTF-8"} | more
    done = subprocess.run(
        command, env=env, check=False, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


# ---- the programs ----------------------------------------------------------------------------


def in_icalendar(files: list[Path], zone: str, _home: Path) -> Iterator[Seen]:
    """Read them all; the last that has a name stands, as it is newer."""
    found: dict[str, Seen] = {}
    for file in files:
        for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT"):
            assert isinstance(event, Event)
            alarms = Alarms(event)
            alarms.set_local_timezone(ZoneInfo(zone))
            moments = [time.trigger for time in alarms.times]
            local = (one.astimezone(ZoneInfo(zone)) for one in moments if isinstance(one, datetime))
            canceled = event.get("STATUS") == "CANCELLED"
            name, title = str(event["UID"]), str(event["SUMMARY"])
            found[name] = Seen(name, event.start, title, canceled, (*local,))
    yield from found.values()


def in_node_ical(files: list[Path], zone: str, _home: Path) -> Iterator[Seen]:
    """Read them all; the last that has a name stands."""
    found: dict[str, Seen] = {}
    for file in files:
        for line in ran(["node", HERE / "node-ical.mjs", FETCHED, file], zone).splitlines():
            one = seen_in(json.loads(line), zone)
            found[one.name] = one
    yield from found.values()


def in_khal(files: list[Path], zone: str, home: Path) -> Iterator[Seen]:
    """Import them as its manual says; what lies in its folder is what it shows."""
    kept, settings = home / "calendar", home / "khal.conf"
    kept.mkdir()
    settings.write_text(
        f"[calendars]\n[[mine]]\npath = {kept}\n"
        f"[sqlite]\npath = {home / 'khal.db'}\n"
        f"[locale]\nlocal_timezone = {zone}\ndefault_timezone = {zone}\n"
        "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
        "timeformat = %H:%M\ndatetimeformat = %Y-%m-%d %H:%M\n"
        "longdatetimeformat = %Y-%m-%d %H:%M\n",
        encoding="utf-8",
    )
    khal = ["khal", "-c", str(settings)]
    for file in files:
        ran([*khal, "import", "--batch", "-a", "mine", file], zone, HOME=str(home))
    shown = ran(
        [*khal, "list", "2027-02-01", "90d", "--format", SHOWN, "--day-format", ""],
        zone,
        HOME=str(home),
    )
    stored = {one.name: one for one in in_icalendar([*kept.glob("*.ics")], zone, home)}
    for line in filter(None, shown.splitlines()):
        name, day, canceled, title = line.split("|", 3)
        moments = stored[name].reminders
        yield Seen(name, date.fromisoformat(day), title, bool(canceled.strip()), moments)


def in_evolution(files: list[Path], zone: str, home: Path) -> Iterator[Seen]:
    """Let the server that Evolution and GNOME share receive them."""
    (home / "run").mkdir(mode=0o700)
    inside = ("dbus-run-session", "--", "/usr/bin/python3", HERE / "evolution.py")
    command: list[str | Path] = [*inside, zone, *files]
    own = {"HOME": str(home), "XDG_RUNTIME_DIR": str(home / "run")}
    for line in ran(
        command, zone, **own, XDG_DATA_HOME=str(home), XDG_CONFIG_HOME=str(home)
    ).splitlines():
        yield seen_in(json.loads(line), zone)


def has_evolution() -> bool:
    """Tell whether the server and its bindings are here."""
    wanted = "import gi; gi.require_version('ECal', '2.0'); from gi.repository import ECal"
    python = Path("/usr/bin/python3")
    if not (python.exists() and shutil.which("dbus-run-session")):
        return False
    return subprocess.run([python, "-c", wanted], check=False, capture_output=True).returncode == 0


PROGRAMS: dict[str, tuple[Callable[..., Iterator[Seen]], Callable[[], bool]]] = {
    "icalendar": (in_icalendar, lambda: True),
    "node-ical": (in_node_ical, (FETCHED / "node_modules" / "node-ical").is_dir),
    "khal": (in_khal, lambda: shutil.which("khal") is not None),
    "Evolution": (in_evolution, has_evolution),
}


# ---- what a person would see -------------------------------------------------------------------


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("journey", JOURNEYS)
@pytest.mark.parametrize("program", PROGRAMS)
def test_a_person_sees_the_plan_that_holds(
    program: str, journey: str, zone: str, guide: Guide, tmp_path: Path
) -> None:
    read, is_here = PROGRAMS[program]
    if not is_here():
        pytest.skip(f"{program} is not here")
    made = made_files(JOURNEYS[journey], zone, guide, tmp_path)
    home = tmp_path / "home"
    home.mkdir()
    seen = [*read(made, zone, home)]
    last = JOURNEYS[journey][-1]
    holds = [one for one in seen if not one.canceled]
    steps = [] if last.answers is NO else last.steps
    print(f"{program}, {zone}, {journey}:")  # with -s, the calendar as it stands
    for one in sorted(seen, key=lambda one: one.day):
        print(
            f"  {one.day} {'canceled' if one.canceled else one.title} {[*map(str, one.reminders)]}"
        )
    assert sorted(one.day for one in holds) == steps
    assert all(last.name in one.title for one in holds)
    for one in holds:
        (moment,) = one.reminders
        assert (moment.date(), moment.hour, moment.minute) == (one.day, NINE, 0)
    assert not any(one.reminders for one in seen if one.canceled)


def made_files(
    files: tuple[File | OfAll, ...], zone: str, guide: Guide, folder: Path
) -> list[Path]:
    """Make the files of a journey as the page does, in the reader's zone."""
    wanted = [
        {
            "view": one.view,
            "now": one.now,
            "name": one.name,
            "earlier": one.earlier,
            "kept": one.kept if isinstance(one, OfAll) else None,
        }
        for one in files
    ]
    asked = json.dumps({"phrases": {**guide.phrases}, "files": wanted})
    made = subprocess.run(
        ["node", HERE / "make-files.mjs"],
        input=asked,
        env=os.environ | {"TZ": zone},
        capture_output=True,
        text=True,
        check=True,
    )
    places = [folder / f"{number}.ics" for number, _ in enumerate(files)]
    for place, text in zip(places, json.loads(made.stdout), strict=True):
        place.write_bytes(text.encode())
    return places
