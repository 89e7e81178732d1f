"""Measure how the start, the size and one advice grow with rules, questions and sections.

    python -m scripts.bench.growth          writes the page of the site

What is measured is a Python that is awake, of a package that was made larger,
each in a fresh browser on this machine, and the same package in the ordinary
Python. The fastest of several starts counts: it is the work itself, without
what else the machine had to do. Besides, the memory of our own worker after a thousand answers.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import quote

from playwright.sync_api import sync_playwright

from scripts.bench import page, recipes
from scripts.bench.record import Growth, Size, keep, machine
from scripts.bench.server import BenchServer
from scripts.bench.synthetic import AXES, count_rules, grown_guide, grown_questions, grown_rules
from scripts.bench.visits import REQUEST, Visits
from scripts.browsers.chromium import chromium
from scripts.paths import BUILD, GUIDE_JSON
from scripts.proof.samples import random_answers
from scripts.pyodide.compile import read_zip, write_zip
from scripts.quiz import wheel
from scripts.site.compress import pack

TIMES = (1, 10, 100)
STARTS, ADVICE = 7, 20  # how often each is measured
ANSWERS = 1000
WORK = BUILD / "bench" / "grown"
HERE = """
import json, statistics, sys, time
sys.path.insert(0, sys.argv[1])
began = time.perf_counter()
from followup import bridge
bridge.start(open(sys.argv[2], encoding="utf-8").read())
start = time.perf_counter() - began
def took():
    began = time.perf_counter()
    bridge.view(sys.argv[3])
    return time.perf_counter() - began
took()
print(json.dumps([start * 1000, statistics.median(took() for _ in range(int(sys.argv[4]))) * 1000]))
"""


def variants() -> Iterator[tuple[str, int]]:
    """Name what is measured; everything once is measured once."""
    yield AXES[0], 1
    yield from ((axis, times) for axis in AXES for times in TIMES[1:])


def lay_out(axis: str, times: int) -> tuple[Path, int]:
    """Make the package so many times, and a worker of it; return where, and how many there are."""
    ordinary = wheel.build_wheel()
    files = read_zip(ordinary)
    guide = grown_guide(files["followup/guide.json"].decode(), axis, times)
    if axis == "rules":
        for module in tables(files):
            files[module] = grown_rules(files[module].decode(), times).encode()
    if axis == "questions":
        module = "followup/questions.py"
        files[module] = grown_questions(files[module].decode(), times).encode()
    work = WORK / f"{axis}-{times}"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    (work / GUIDE_JSON.name).write_text(guide, encoding="utf-8")
    write_zip(work / ordinary.name, files)
    recipes.grown(recipes.RECIPES / "grown" / work.name, work / ordinary.name)
    print(f"{axis} × {times}", flush=True)
    return work, count(axis, files, guide)


def count(axis: str, files: dict[str, bytes], guide: str) -> int:
    """Count what grew."""
    if axis == "rules":
        return sum(count_rules(files[module].decode()) for module in tables(files))
    return len(json.loads(guide)[axis])


def tables(files: dict[str, bytes]) -> list[str]:
    """Return the modules that hold a table of rules."""
    whole = (name for name in files if name.startswith("followup/rules/"))
    return [name for name in whole if not name.endswith("__init__.py")]


def measure() -> Growth:
    """Measure all sizes in turn, and the memory."""
    browser, host = chromium(), BenchServer(recipes.lay_out())
    laid = {variant: lay_out(*variant) for variant in variants()}
    pack(recipes.RECIPES, recipes.PACKED)
    asked: dict[tuple[str, int], list[dict[str, Any]]] = {variant: [] for variant in laid}
    with sync_playwright() as playwright, host.running():
        visits = Visits(playwright, browser, host)
        about = machine(visits.version())
        for _ in range(STARTS):
            for variant, (one, _count) in laid.items():
                worker = visits.worker(f"grown/{one.name}")
                asked[variant].append(visits.ask(worker, [REQUEST] * (ADVICE + 1)))
                print(*variant, f"{asked[variant][-1]['took'][0]:.0f} ms", flush=True)
        heap = {recipe: memory(visits, recipe) for recipe in ("usual", "ours")}
    sizes = [size(*variant, *laid[variant], replies) for variant, replies in asked.items()]
    return {"about": about, "sizes": sizes, "heap": heap}


def size(axis: str, times: int, folder: Path, number: int, replies: list[dict[str, Any]]) -> Size:
    """Put together what was measured at one size."""
    start_here, advice_here = ordinary_python(folder)
    return {
        "axis": axis,
        "times": times,
        "count": number,
        "bytes": replies[0]["bytes"],
        "start": min(one["took"][0] for one in replies),
        "advice": min(median(one["took"][1:]) for one in replies),
        "start_here": start_here,
        "advice_here": advice_here,
    }


def ordinary_python(folder: Path) -> tuple[float, float]:
    """Start the same package in this Python, compiled as it is after its first start, and ask."""
    with tempfile.TemporaryDirectory() as name:
        shutil.unpack_archive(next(folder.glob("*.whl")), name, "zip")
        compiled = [sys.executable, "-m", "compileall", "-q", name]
        subprocess.run(compiled, check=True)
        command = [sys.executable, "-S", "-c", HERE, name, str(folder / "guide.json"), REQUEST]
        runs = [json.loads(subprocess.check_output([*command, str(ADVICE)])) for _ in range(STARTS)]
    start, advice = map(min, zip(*runs, strict=True))
    return start, advice


def memory(visits: Visits, recipe: str) -> tuple[int, int]:
    """Return the bytes that Python holds after the first answer and after the last of many."""
    address = f"{visits.host.bench}memory/worker.js?of={quote(visits.worker(recipe), safe='')}"
    requests = [
        json.dumps({"answers": answers, "today": today.isoformat(), "advise": True})
        for answers, today in random_answers(0, ANSWERS - 1)
    ]
    heap = visits.ask(address, [REQUEST, *requests])["heap"]
    return heap[0], heap[-1]


def main() -> int:
    """Measure and write the page."""
    keep("growth", measure())
    page.write()
    return 0


if __name__ == "__main__":
    sys.exit(main())
