"""What a trace of the browser says about a start."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from scripts.bench.network import Speed
from scripts.bench.record import Bar, Trace

SMALL = 20_000  # bytes: smaller files share a bar
LONG, PAUSE = 5.0, 60.0  # milliseconds: what counts as work, and what does not part it
WASM = ("v8.wasm.compileConsume", "wasm.OnBytesReceived", "wasm.FinishStreaming")
Event = dict[str, Any]


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
    early = [one for one, thread in files if thread != worker and one["ends"] <= screen]
    parts = [
        one
        for one, thread in files
        if screen < one["ends"] and one["begins"] < ready  # sent for by the page already, or not
        if thread == worker or (thread == page and one["bytes"] >= SMALL)
    ]
    return {
        "network": speed.words,
        "bars": [
            together("the page", early) | {"begins": 0.0},
            *shown(parts),
            *compiled(events, worker),
            *worked(events, worker, ready),
        ],
        "marks": {"first question": screen, "Python is awake": ready},
    }


def bar(name: str, kind: str, begins: float, ends: float, size: int = 0) -> Bar:
    """Return a bar of the picture."""
    return {"name": name, "kind": kind, "begins": begins, "ends": ends, "bytes": size}


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
            yield bar(name, "fetched", start["ts"], one["ts"], length), start["tid"]


def together(name: str, bars: list[Bar]) -> Bar:
    """Put files into one bar."""
    begins, ends = min(one["begins"] for one in bars), max(one["ends"] for one in bars)
    return bar(name, "fetched", begins, ends, sum(one["bytes"] for one in bars))


def shown(parts: list[Bar]) -> Iterator[Bar]:
    """Yield the large files by themselves and the small ones in one bar."""
    small = [one for one in parts if one["bytes"] < SMALL]
    if small:
        yield together("small files", small)
    yield from sorted((one for one in parts if one not in small), key=lambda one: one["ends"])


def compiled(events: list[Event], worker: int) -> Iterator[Bar]:
    """Yield the compiling of scripts and of WebAssembly."""
    scripts = [one for one in events if one["name"] == "v8.compileModule" and one["dur"] >= LONG]
    for one in scripts:
        if one["tid"] == worker:
            name = PurePosixPath(urlsplit(one["args"].get("fileName", "")).path).name
            name = name or PurePosixPath(one["args"].get("data", {}).get("url", "")).name
            yield bar(name or "scripts", "compiled", one["ts"], one["ts"] + one["dur"])
    wasm = [one for one in events if one["name"] in WASM and one.get("tid") == worker]
    if wasm:
        ends = max(one["ts"] + one["dur"] for one in wasm)
        yield bar("WebAssembly", "compiled", min(one["ts"] for one in wasm), ends)


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
        yield bar("the worker", "run", begins, ends)


def stretches(times: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Join what is parted by short pauses only."""
    found: list[tuple[float, float]] = []
    for begins, ends in times:
        if found and begins - found[-1][1] <= PAUSE:
            found[-1] = (found[-1][0], max(found[-1][1], ends))
        else:
            found.append((begins, ends))
    return found
