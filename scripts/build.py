"""Make everything, in order, and say what was made: name, size, seconds."""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from scripts.build_cache import files, make
from scripts.guide import evidence, question_lists, references, spelling
from scripts.guide.reader import GuideSourceError, read_guide, to_json
from scripts.pages import disagreements, glossary_tooltips, pictures, prepared, rules_page
from scripts.paths import (
    BUILD,
    DOCS,
    GENERATOR,
    GUIDE_JSON,
    ICAL,
    PACKAGE,
    PICTURES,
    PREPARED,
    PUBLISHED,
    ROOT,
    SITE,
    WEB,
    write_if_changed,
)
from scripts.proof import last_run
from scripts.pyodide import core, library
from scripts.quiz import first_screens, holidays, publish, schema, service_worker, wheel
from scripts.site import (
    compress,
    csp,
    data,
    markdown_twins,
    oembed,
    published_urls,
    search_index,
    short_urls,
    site_check,
    social_cards,
)

QUIZ = ROOT / "scripts" / "quiz"
ROOMS = (QUIZ, ROOT / "scripts" / "site")


LOCKS = {"mkdocs": "requirements.lock", "zensical": "scripts/zensical.lock"}
COMMANDS = {
    "mkdocs": [sys.executable, "-m", "mkdocs", "build", "--strict"],
    "zensical": [str(BUILD / "zensical-env/bin/zensical"), "build", "--clean", "--strict"],
}
SETTINGS = ("SITE_URL", "CONTACT_URL")  # read by mkdocs.yml


LINES = 40  # of what a program said; what went wrong stands at the end
WAY_OUT = (
    "Mend that and run the same command again: what is made already is kept. "
    "If nothing of yours is wrong, make clean and then make setup install everything anew."
)


class BuildError(RuntimeError):
    """A step found something that a person has to mend; the text says what, where and how."""


class StepError(RuntimeError):
    """A step failed; the text names it, and says why and what to do."""


def build_guide() -> Path:
    """Read the guide into the package's data, if it says what the rules need."""
    source = read_guide(DOCS)
    faults = references.findings(source) + spelling.findings(DOCS)
    if faults:
        raise BuildError("\n".join(faults))
    for warning in evidence.stale(source, evidence.newest(source, datetime.now(tz=UTC).date())):
        print(f"warning: {warning}", file=sys.stderr)
    write_if_changed(GUIDE_JSON, to_json(source).encode())
    return GUIDE_JSON


def build_prepared() -> Path:
    """Write what the site generator reads."""
    prepared.prepare(read_guide(DOCS))
    return PREPARED


def build_site() -> Path:
    """Render the site and write its policy, unless nothing it is made of has changed."""
    places = ("deploy", "build/docs", "overrides", "mkdocs.yml", LOCKS[GENERATOR])
    sources = files(PICTURES, WEB / service_worker.NAME, *map(ROOT.joinpath, places), *ROOMS)
    make(SITE, [*sources, *(os.environ.get(name, "") for name in SETTINGS)], _render)
    return SITE


def _render() -> None:
    # Not --quiet: MkDocs would not count its warnings then, and --strict would let them pass.
    command = COMMANDS[GENERATOR]
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_DIR": str(SITE.relative_to(ROOT))}
    done = subprocess.run(command, cwd=ROOT, env=env, check=False, capture_output=True, text=True)
    if done.returncode:
        raise BuildError(done.stderr or done.stdout)
    source = read_guide(DOCS)
    short_urls.write_permalinks(source)
    social_cards.write_cards()
    markdown_twins.write_mirror(source)
    data.write_data(source)
    oembed.write(SITE)
    if GENERATOR == "mkdocs":
        search_index.take_words(SITE)
    csp.write_pages(SITE)
    service_worker.write(SITE)
    csp.write_hosts(SITE)
    faults = [*site_check.findings(SITE), *published_urls.findings()]
    if faults:
        raise BuildError("\n".join(faults))
    if GENERATOR == "mkdocs":
        compress.pack(SITE)


def build_quiz() -> Path:
    """Make the quiz and what it is made of."""
    _step("guide", build_guide)
    _step("rules", rules_page.build_rules)
    _step("proof", last_run.page_of_last_run)
    _step("pictures", pictures.build_pictures)
    _step("terms", glossary_tooltips.build_terms)
    _step("asked", question_lists.build_asked)
    _step("splits", disagreements.build_disagreements)
    _step("almanac", holidays.build_almanac)
    _step("schema", schema.publish)
    _step("docs", build_prepared)
    installable = _step("wheel", wheel.build_wheel)
    compiled = _step("compiled", lambda: wheel.build_archive(installable))
    archive = _step("runtime", lambda: library.build(compiled))
    pyodide = _step("core", core.build)
    return _step("quiz", lambda: build_published(pyodide, archive))


def build_published(pyodide: Path, archive: Path) -> Path:
    """Publish the quiz, unless nothing it is made of has changed."""
    sources = files(pyodide, archive, WEB, PACKAGE, ICAL, ROOT / "package-lock.json", QUIZ)
    make(PUBLISHED, sources, lambda: publish.publish(pyodide, archive, first_screens.build()))
    return PUBLISHED


def _step(name: str, work: Callable[[], Path]) -> Path:
    began = time.perf_counter()
    try:
        made = work()
    except (BuildError, GuideSourceError) as error:
        raise StepError(f"{error}\nThe step “{name}” stops here: mend these lines.") from error
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        raise StepError(f"The step “{name}” failed: {_told(error)}\n{WAY_OUT}") from error
    seconds = time.perf_counter() - began
    size = sum(file.stat().st_size for file in files(made))
    print(f"{name:8} {made.relative_to(ROOT)!s:48} {size:>11,} B {seconds:6.1f} s", flush=True)
    return made


def _told(error: Exception) -> str:
    """Return an error with the end of what its program said, if that was kept."""
    said = getattr(error, "stderr", None) or ""
    text = said.decode(errors="replace") if isinstance(said, bytes) else said
    return "\n".join((str(error), *text.strip().splitlines()[-LINES:]))


def main() -> int:
    """Build; stop at the first thing a person has to mend."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quiz", action="store_true", help="no site: only what it is made of")
    options = parser.parse_args()
    try:
        build_quiz()
        if not options.quiz:
            _step("site", build_site)
    except StepError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
