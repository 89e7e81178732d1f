"""All that a build makes, as one table, in order: what, of what, and by what work.

A step runs only if something that it is made of has changed, or if what it makes is not there.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from followup.holidays import Holidays
from scripts.build_cache import STAMPS, files, make
from scripts.guide import evidence, question_lists, references, spelling
from scripts.guide.changelog import CHANGELOG
from scripts.guide.reader import GuideSource, GuideSourceError, read_guide, to_json
from scripts.pages import changes_page, desk, pictures, prepared, rules_page, who_answers
from scripts.pages.disagreements import disagreements
from scripts.pages.glossary_tooltips import tooltips
from scripts.paths import (
    ALMANAC_JSON,
    BUILD,
    CHANGES_PAGE,
    DOCS,
    GENERATOR,
    GUIDE_JSON,
    ICAL,
    PACKAGE,
    PICTURES,
    PREPARED,
    PROOF_PAGE,
    PUBLISHED,
    PYODIDE,
    QR,
    QR_MODULE,
    ROOT,
    RULES_PAGE,
    SCHEMAS,
    SECTIONS_JSON,
    SITE,
    WEB,
    write_if_changed,
)
from scripts.proof import last_run, samples
from scripts.pyodide import distribution, frozen, library
from scripts.pyodide.fallback import reason
from scripts.quiz import endings, first_screens, holidays, publish, schema, service_worker, wheel
from scripts.site import (
    bill_of_materials,
    compress,
    csp,
    data,
    entries,
    feed,
    hashes,
    markdown_twins,
    oembed,
    published_urls,
    search_index,
    short_urls,
    site_check,
    social_cards,
)

WAY_OUT = (
    "Mend that and run the same command again: what is made already is kept. "
    "If nothing of yours is wrong, make clean and then make setup install everything anew."
)
IN_PACKAGE = {GUIDE_JSON, ALMANAC_JSON, SECTIONS_JSON}  # made, beside what people write
WHOLE = (
    os.environ.get("PYTHON_START") == "whole"
)  # the one setting that takes the frozen start back
# Numbers of samples: what shows which functions to keep, and what is then compared.
PROFILED, ODD, HELD_OUT = (10**6, 1_001_200), (3 * 10**6, 3_000_300), (2 * 10**6, 2_000_600)
COMMANDS = {
    # Not --quiet: MkDocs would not count its warnings then, and --strict would let them pass.
    "mkdocs": [sys.executable, "-m", "mkdocs", "build", "--strict"],
    "zensical": [str(BUILD / "zensical-env/bin/zensical"), "build", "--clean", "--strict"],
}


class BuildError(RuntimeError):
    """A step found something that a person has to mend; the text says what, where and how."""


class StepError(RuntimeError):
    """A step failed; the text names it, and says why and what to do."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that the build makes.

    It is made of files, of whole folders, and of settings, which are names of the environment. A
    step that is made of nothing runs every time, as its work itself looks for what has changed.
    """

    name: str
    makes: Path
    of: tuple[Path | str, ...]
    work: tuple[Callable[[], object], ...]
    about: str = ""  # of a long one: what it does and how long that takes

    def inputs(self) -> list[Path | str]:
        """List all that it is made of, as it is now; what was made into a folder is named alone."""
        found = files(*(place for place in self.of if isinstance(place, Path)))
        settings = (name for name in self.of if isinstance(name, str))
        return [
            *(file for file in found if file not in IN_PACKAGE or file in self.of),
            *(f"{name}={os.environ.get(name, '')}" for name in settings),
        ]

    def run(self) -> bool:
        """Do the work if that is needed; say whether it was. Raises ``StepError``."""
        if not self.of:
            self._make()
            return True
        return make(self.makes, self.inputs(), self._make, f"step {self.name} {self.makes.name}")

    def _make(self) -> None:
        if self.about:
            print(f"{self.name:9} {self.about} …", flush=True)
        began = time.perf_counter()
        try:
            for work in self.work:
                work()
        except (BuildError, GuideSourceError) as error:
            raise StepError(f"{error}\nThe step “{self.name}” stops: mend these lines.") from error
        except (subprocess.SubprocessError, OSError, ValueError) as error:
            raise StepError(f"The step “{self.name}” failed: {reason(error)}\n{WAY_OUT}") from error
        size = sum(file.stat().st_size for file in files(self.makes))
        place, took = str(self.makes.relative_to(ROOT)), time.perf_counter() - began
        print(f"{self.name:9} {place:36} {size:>11,} B {took:6.1f} s", flush=True)


def run(steps: Iterable[Step]) -> None:
    """Run what has to be run, in order. Raises ``StepError``."""
    for step in steps:
        step.run()


# ---- work that is put together here ------------------------------------------------------


def make_guide() -> None:
    """Read the guide into the package's data, if it says what the rules need."""
    source = read_guide(DOCS)
    faults = references.findings(source) + spelling.findings(DOCS)
    if faults:
        raise BuildError("\n".join(faults))
    for warning in evidence.stale(source, datetime.now(tz=UTC).date()):
        print(f"warning: {warning}", file=sys.stderr)
    write_if_changed(GUIDE_JSON, to_json(source).encode())


SHEETS = (desk.choices, who_answers.who_answers)


def write_included(source: GuideSource) -> None:
    """Write what the pages include."""
    parts = (pictures.pictures, tooltips, question_lists.lists, disagreements, *SHEETS)
    for part in parts:
        for name, text in part(source).items():
            write_if_changed(PICTURES / name, text.encode())


def slim_python() -> None:
    """Make the library with the package, compiled and without what is never used."""
    library.build(wheel.build_archive(wheel.build_wheel()))


def freeze_python() -> None:
    """Make the Python that is awake, unless readers are to get the whole one."""
    if not WHOLE:
        known = Holidays.from_json(ALMANAC_JSON.read_text(encoding="utf-8"))
        profile = [*samples.later_rounds(), *samples.with_regions(known, samples.DAYS[0])]
        profile += samples.requests(*PROFILED)
        profile += samples.requests(*ODD, odd=True)
        held_out = [*samples.requests(*HELD_OUT), *samples.with_regions(known, samples.DAYS[-1])]
        frozen.build(profile, held_out)


def publish_quiz() -> None:
    """Publish the quiz with the Python that is awake, and the small one beside it."""
    distribution.check()
    awake = b"" if WHOLE else frozen.FROZEN.read_bytes()
    ended = endings.ENDINGS.read_bytes()
    publish.publish(PYODIDE, library.ARCHIVE, first_screens.build(), awake, ended)


def publish_plain_quiz() -> None:
    """Publish the quiz with Python as it comes, which takes no time to make."""
    distribution.check()
    publish.publish(PYODIDE, library.build_plain(), first_screens.build())


def render() -> None:
    """Let the site generator make the pages."""
    command = COMMANDS[GENERATOR]
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_DIR": str(SITE.relative_to(ROOT))}
    done = subprocess.run(command, cwd=ROOT, env=env, check=False, capture_output=True, text=True)
    if done.returncode:
        said = done.stderr or done.stdout
        raise BuildError(said.replace("Doc file '", f"Doc file '{DOCS.name}/"))


def check_site() -> None:
    """Refuse a site with links that lead nowhere, or without an address that was published."""
    faults = [*site_check.findings(SITE), *published_urls.findings()]
    if faults:
        raise BuildError("\n".join(faults))


def from_guide(write: Callable[[GuideSource], object]) -> Callable[[], object]:
    """Return work that writes something of the guide."""
    return lambda: write(read_guide(DOCS))


# ---- the table -------------------------------------------------------------------------------

HERE, LOCKED = Path(__file__), ROOT / "requirements.lock"
GENERATOR_LOCKED = {"mkdocs": LOCKED, "zensical": ROOT / "scripts" / "zensical.lock"}[GENERATOR]
GUIDE, PAGES, QUIZ, SITES, PROOF = (
    ROOT / "scripts" / room for room in ("guide", "pages", "quiz", "site", "proof")
)
WRITTEN = (DOCS, PACKAGE, GUIDE, PAGES, HERE)
FACE = (
    GUIDE_JSON,
    ALMANAC_JSON,
    WEB,
    PACKAGE,
    ICAL,
    ROOT / "package-lock.json",
    ROOT / "pyproject.toml",
    QUIZ,
    HERE,
)
SETTINGS = ("SITE_URL", who_answers.CONTACT)  # read by mkdocs.yml
RENDERED = (
    PREPARED,
    PICTURES,
    ROOT / "overrides",
    ROOT / "mkdocs.yml",
    GENERATOR_LOCKED,
    *SETTINGS,
)

AFTERWARD = (  # in this order: each finds what those before have written
    from_guide(short_urls.write_permalinks),
    social_cards.write_cards,
    from_guide(markdown_twins.write_mirror),
    from_guide(data.write_data),
    from_guide(oembed.write),
    from_guide(feed.write),
    from_guide(bill_of_materials.write),
    search_index.take_words,
    entries.shorten_sheets,
    entries.name_by_content,
    csp.write_pages,
    service_worker.write,
    hashes.write,
    csp.write_hosts,
    check_site,
    *((compress.pack,) if GENERATOR == "mkdocs" else ()),
)

READABLE = Step(
    "pages",
    PREPARED / "index.md",
    (*WRITTEN, ROOT / "overrides" / "moved.html"),
    (from_guide(prepared.prepare),),
)
BEFORE = (
    Step("guide", GUIDE_JSON, (DOCS, PACKAGE, GUIDE, ROOT / "pyproject.toml", HERE), (make_guide,)),
    READABLE,
    Step("holidays", ALMANAC_JSON, (LOCKED, QUIZ / "holidays.py"), (holidays.write_almanac,)),
    Step(
        "included",
        PICTURES,
        (*WRITTEN, WEB / "result", ALMANAC_JSON, who_answers.AUTHOR, who_answers.CONTACT),
        (from_guide(write_included),),
    ),
    Step("codes", QR_MODULE, (QR, PAGES), (desk.publish_qr,)),
    Step("rules", RULES_PAGE, WRITTEN, (from_guide(rules_page.write_rules),)),
    Step("changes", CHANGES_PAGE, (*WRITTEN, CHANGELOG), (from_guide(changes_page.write_changes),)),
    Step(
        "proof",
        PROOF_PAGE,
        (*WRITTEN, PROOF, ROOT / "scripts" / "prove.py", STAMPS / PROOF_PAGE.name),
        (last_run.page_of_last_run,),
    ),
    Step("sections", SECTIONS_JSON, (DOCS, GUIDE, SITES, HERE), (from_guide(data.write_searched),)),
    Step(
        "schema", SCHEMAS, (GUIDE_JSON, PACKAGE, schema.DATA, QUIZ / "schema.py"), (schema.publish,)
    ),
)
PLAIN_QUIZ = (
    Step("quiz", PUBLISHED, (*FACE, PYODIDE, ROOT / "scripts" / "pyodide"), (publish_plain_quiz,)),
)
SMALL_QUIZ = (
    Step(
        "python",
        library.ARCHIVE,
        (),
        (slim_python,),
        "compiled and made small: half a minute if anew",
    ),
    Step(
        "awake",
        frozen.FROZEN,
        (),
        (freeze_python,),
        "Python as it is once it is awake, in one file: a minute if anew",
    ),
    Step(
        "endings",
        endings.ENDINGS,
        (GUIDE_JSON, PACKAGE, QUIZ, HERE),
        (endings.write,),
        "short answers, for all days: ten seconds",
    ),
    Step(
        "quiz",
        PUBLISHED,
        (
            PYODIDE / distribution.WASM,
            library.ARCHIVE,
            frozen.FROZEN,
            endings.ENDINGS,
            "PYTHON_START",
            *FACE,
        ),
        (publish_quiz,),
    ),
)
AFTER = (
    Step(
        "site",
        SITE,
        (
            *RENDERED,
            ROOT / "deploy",
            PUBLISHED,
            WEB / service_worker.NAME,
            GUIDE,
            PAGES,
            QUIZ,
            SITES,
            HERE,
        ),
        (render, *AFTERWARD),
        "the pages, then cards, twins, policy and packing: 15 seconds, at first a minute",
    ),
)
SHOWN = (*BEFORE, *PLAIN_QUIZ)  # while somebody edits
QUIZ_ONLY = (*BEFORE, *SMALL_QUIZ)
EVERYTHING = (*QUIZ_ONLY, *AFTER)
