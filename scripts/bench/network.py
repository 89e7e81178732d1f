"""What a network costs: arithmetic only, with the time handed in. And what processor is there."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

BITS = 8
CONNECTING = 2  # round trips until a new connection can be used: one to connect, one to encrypt


@dataclass(frozen=True, slots=True)
class Speed:
    """A network: how much comes through in a second, and how long there and back takes.

    `cores` are the processors that the browser gets, None for all.
    """

    name: str
    megabits: float | None = None  # None: as fast as the machine
    round_trip: float = 0.0  # seconds
    cores: float | None = None

    @property
    def words(self) -> str:
        """Say it as people do: 9 Mbit/s, 60 ms."""
        if self.megabits is None:
            held = f", {self.cores:g} processors" if self.cores else ""
            return f"this machine, no network{held}"
        return f"{self.megabits:g} Mbit/s, {self.round_trip * 1000:g} ms"


LOCAL = Speed("local")
FAIR = Speed("9M", 9, 0.06)
SLOW = Speed("1.6M", 1.6, 0.15)
SPEEDS = (LOCAL, FAIR, SLOW)
HALF = Speed("half", cores=0.5)


@dataclass(slots=True)
class Bucket:
    """One line that all connections share: each piece waits until those before it are through."""

    speed: Speed
    free_at: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def reserve(self, size: int, now: float) -> float:
        """Take the line for so many bytes; return when the last of them has come through."""
        if self.speed.megabits is None:
            return now
        with self.lock:
            begins = max(self.free_at, now)
            self.free_at = begins + size * BITS / (self.speed.megabits * 1e6)
            return self.free_at

    def answers_at(self, now: float, connected_at: float | None) -> float:
        """Return when the first byte of an answer can leave; a new connection is slower."""
        trip = self.speed.round_trip
        ready = now if connected_at is None else max(now, connected_at + CONNECTING * trip)
        return ready + trip
