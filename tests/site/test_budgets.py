"""What a reader's line has to carry, counted exactly: packed bytes and requests of cold visits."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from followup.guide import Guide
from scripts.paths import DOCS, SITE
from scripts.pyodide.distribution import LOADER, glue
from scripts.quiz import service_worker
from scripts.quiz.publish import COUNTED, FROZEN
from scripts.site.compress import WAYS
from tests.conftest import OpenPage, origin_of, without_faults
from tests.site.faulty import Fault, FaultyServer
from tests.site.quiz_page import ANSWERS, QuizPage, fragment
from tests.site.test_offline import everything

pytestmark = [pytest.mark.built, pytest.mark.browser]

GUIDE_PAGE, REQUESTS = 150_000, 15
SHEETS, OF_A_SHEET = {"advisers", "handout", "lesson"}, 5  # further requests: they draw codes
FIRST_QUESTION = 300_000
QUIZ = 960_000  # up to the first advice, without the page around it
WHOLE = {*COUNTED, glue(), LOADER}  # of Python: not for readers, unless the one that is awake stops
WITH_A_QUIZ = {"quiz", "embed", "for-other-sites"}
GUIDE_PAGES = sorted({page.stem for page in DOCS.glob("*.md")} - WITH_A_QUIZ)
NEARLY = 0.1  # how far words about it may be off: each new sentence changes the bytes
IDLE = "new Promise((done) => requestIdleCallback(done, { timeout: 5000 }))"  # else at times never
ICON = "assets/images/favicon.svg"  # asked for as the browser pleases; counted once


def packed(place: str) -> int:
    """Return how many bytes travel for a place of the site."""
    file = SITE / place
    file = file / "index.html" if file.is_dir() else file
    twin = file.with_name(file.name + WAYS["br"][0])
    return (twin if twin.is_file() else file).stat().st_size


class Line:
    """What has travelled since the last look."""

    def __init__(self, server: FaultyServer) -> None:
        self.server = server

    def look(self) -> dict[str, int]:
        """Return the packed bytes of each request; none was made twice."""
        asked, self.server.asked = self.server.asked, []
        once = {*asked, ICON}
        assert [place for place in once - {ICON} if asked.count(place) > 1] == []
        return {place: packed(place) for place in once}


@pytest.fixture
def line() -> Iterator[tuple[str, Line]]:
    """Serve the site for one test alone; say where, and count."""
    server = FaultyServer()
    with server.running() as url:
        yield url, Line(server)


@pytest.mark.parametrize("address", GUIDE_PAGES)
def test_a_page_of_the_guide_is_light(kept: Page, line: tuple[str, Line], address: str) -> None:
    url, sent = line  # a port of its own: nothing is kept from other visits
    with without_faults(kept, origin_of(url)):
        kept.goto(url if address == "index" else f"{url}{address}/")
        kept.wait_for_function("document.fonts.ready")
        kept.wait_for_function(IDLE)  # and what comes after
        kept.goto("about:blank")  # so nothing comes late
    sizes = sent.look()
    assert sum(sizes.values()) <= GUIDE_PAGE, sizes
    assert len(sizes) <= REQUESTS + OF_A_SHEET * (address in SHEETS), sizes


def test_the_first_question_needs_no_python(
    open_page: OpenPage, line: tuple[str, Line], guide: Guide
) -> None:
    url, sent = line
    sent.server.faults += [Fault(f"*/{part}", "stall") for part in (FROZEN, *WHOLE)]
    with open_page(url=url) as page:
        quiz = QuizPage(page, guide).start()
        quiz.on("1")
        page.wait_for_load_state("load")
        quiz.answer("heard", "nothing")
        quiz.press("continue")
        quiz.on("2")
        sizes = sent.look()
        assert sum(sizes.values()) <= FIRST_QUESTION, sizes
        assert len(sizes) <= REQUESTS + 3, sizes  # the quiz, its words, and Python's room


def test_the_way_to_the_first_advice_is_short(
    open_page: OpenPage, line: tuple[str, Line], guide: Guide
) -> None:
    url, sent = line
    with open_page(url=url) as page:
        page.goto("timing/")
        page.wait_for_function(IDLE)
        read = sent.look()
        quiz = QuizPage(page, guide).start(fragment(ANSWERS))
        quiz.on("advice")
        asked = sent.look()
        asked.pop(ICON)
        parts = {place: n for place, n in (read | asked).items() if "/quiz/" in place}
        names = {place.rpartition("/")[2] for place in parts}
        assert FROZEN in names
        assert names.isdisjoint(WHOLE)
        assert sum(parts.values()) <= QUIZ, parts
    kept = {place.partition("?")[0] for place in everything()}
    whole = {*kept, *read, *asked, service_worker.NAME}
    again = kept & read.keys()  # whether it has changed since a moment ago
    travelled = [
        (len(read), sum(read.values())),
        (len(asked), sum(asked.values())),
        (len(whole) + len(again), sum(map(packed, whole))),
    ]
    for (requests, megabytes), (count, size) in zip(told(), travelled, strict=False):
        assert requests == pytest.approx(count, rel=NEARLY)
        assert megabytes == pytest.approx(size / 1e6, rel=NEARLY)


def told() -> list[tuple[float, float]]:
    """Return the requests and megabytes that the page on serving names, in the order there."""
    page = (DOCS / "about/serving.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| [^|]+ \| (\d+)[^|]* \| ([\d.]+)[^|]* \|$", page, re.MULTILINE)
    return [(float(requests), float(megabytes)) for requests, megabytes in rows]
