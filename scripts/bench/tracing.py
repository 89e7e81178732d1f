"""What a trace of the browser says about a start."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from scripts.bench.network import Speed

SMALL = 20_000  # bytes: smaller files share a bar
LONG, PAUSE = 5.0, 60.0  # milliseconds: what counts as work, and what does not part it
MARK = "fu:"  # marks of the worker's own, if it makes any
WASM = ("v8.wasm.compileConsume", "wasm.OnBytesReceived", "wasm.FinishStreaming")
Event = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bar:
    """Something that took its time, in milliseconds since the reader set out for the page."""

    name: str
    kind: str  # fetched, compiled or run
    begins: float
    ends: float
    bytes: int = 0


@dataclass(slots=True)
class Trace:
    """One start."""

    network: str
    bars: list[Bar] = field(default_factory=list)
    marks: dict[str, float] = field(default_factory=dict)

    def as_json(self) -> str:
        """Return it as text."""
        return json.dumps(asdict(self), indent=1) + "\n"


def trace_from_json(text: str) -> Trace:
    """Read a start back."""
    data: dict[str, Any] = json.loads(text)
    return Trace(data["network"], [Bar(**one) for one in data["bars"]], data["marks"])


# ---- what the events say -----------------------------------------------------------------


def read(events: list[Event], seen: dict[str, float], speed: Speed) -> Trace:
    """Find in a trace what was fetched, compiled and run until Python was awake."""
    zero = next(
        one["ts"]
        for one in events
        if one["name"] == "navigationStart"
        and one["args"].get("data", {}).get("documentLoaderURL", "").endswith("/quiz/")
    )
    events = [
        one | {"ts": (one["ts"] - zero) / 1000, "dur": one.get("dur", 0) / 1000}
        for one in events
        if one.get("ts", 0) >= zero or one["ph"] == "M"
    ]
    files = list(fetched(events))
    page = files[0][1]
    worker = next(one["tid"] for one in events if one["name"] in WASM)
    ready, screen = seen["ready"], seen["screen"]
    early = [bar for bar, thread in files if thread != worker and bar.ends <= screen]
    parts = [
        bar
        for bar, thread in files
        if screen < bar.ends and bar.begins < ready  # sent for by the page already, or not
        if thread == worker or (thread == page and bar.bytes >= SMALL)
    ]
    found = Trace(speed.words)
    found.bars = [
        together("the page", early, begins=0.0),
        *shown(parts),
        *compiled(events, worker),
        *worked(events, worker, ready),
    ]
    found.marks = {"first question": screen, "Python is awake": ready} | {
        one["name"].removeprefix(MARK): one["ts"]
        for one in events
        if one["name"].startswith(MARK) and one.get("tid") == worker
    }
    return found


def fetched(events: Iterable[Event]) -> Iterator[tuple[Bar, int]]:
    """Yield each file with the thread that asked for it."""
    asked: dict[str, Event] = {}
    for one in events:
        data = one.get("args", {}).get("data", {})
        if one["name"] == "ResourceSendRequest" and not data["url"].startswith("data:"):
            asked[data["requestId"]] = one
        if one["name"] == "ResourceFinish" and data["requestId"] in asked:
            start = asked.pop(data["requestId"])
            name = PurePosixPath(urlsplit(start["args"]["data"]["url"]).path).name
            length = int(data.get("encodedDataLength", 0))
            yield Bar(name, "fetched", start["ts"], one["ts"], length), start["tid"]


def together(name: str, bars: list[Bar], begins: float | None = None) -> Bar:
    """Put files into one bar."""
    first = min(bar.begins for bar in bars) if begins is None else begins
    return Bar(
        name, "fetched", first, max(bar.ends for bar in bars), sum(bar.bytes for bar in bars)
    )


def shown(parts: list[Bar]) -> Iterator[Bar]:
    """Yield the large files by themselves and the small ones in one bar."""
    small = [bar for bar in parts if bar.bytes < SMALL]
    if small:
        yield together("small files", small)
    yield from sorted((bar for bar in parts if bar not in small), key=lambda bar: bar.ends)


def compiled(events: list[Event], worker: int) -> Iterator[Bar]:
    """Yield the compiling of scripts and of WebAssembly."""
    scripts = [one for one in events if one["name"] == "v8.compileModule" and one["dur"] >= LONG]
    for one in scripts:
        if one["tid"] == worker:
            name = PurePosixPath(urlsplit(one["args"].get("fileName", "")).path).name
            name = name or PurePosixPath(one["args"].get("data", {}).get("url", "")).name
            yield Bar(name or "scripts", "compiled", one["ts"], one["ts"] + one["dur"])
    wasm = [one for one in events if one["name"] in WASM and one.get("tid") == worker]
    if wasm:
        ends = max(one["ts"] + one["dur"] for one in wasm)
        yield Bar("WebAssembly", "compiled", min(one["ts"] for one in wasm), ends)


def worked(events: list[Event], worker: int, ready: float) -> Iterator[Bar]:
    """Yield the time that the worker's thread was busy, in stretches."""
    tasks = sorted(
        (one["ts"], min(one["ts"] + one["dur"], ready))
        for one in events
        if one["name"] == "RunTask"
        and one.get("tid") == worker
        and one["dur"] >= LONG
        and one["ts"] < ready
    )
    for begins, ends in stretches(tasks):
        yield Bar("the worker", "run", begins, ends)


def stretches(times: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Join what is parted by short pauses only."""
    found: list[tuple[float, float]] = []
    for begins, ends in times:
        if found and begins - found[-1][1] <= PAUSE:
            found[-1] = (found[-1][0], max(found[-1][1], ends))
        else:
            found.append((begins, ends))
    return found
