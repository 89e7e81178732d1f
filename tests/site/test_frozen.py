"""The Python that is awake answers alone; where it stops, the whole one does, unseen."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from followup.guide import Guide
from scripts.paths import PYODIDE
from scripts.pyodide import ask, freeze_module, frozen, wasm
from scripts.pyodide.distribution import WASM
from scripts.quiz.publish import FROZEN
from tests.conftest import OpenPage
from tests.site.quiz_page import ANSWERS, QuizPage, fragment, headline

pytestmark = [pytest.mark.built, pytest.mark.browser]


@pytest.fixture(scope="module")
def little(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a frozen Python that can show a screen, and stops where it would have to advise."""
    whole = wasm.read((PYODIDE / WASM).read_bytes())
    image, file = frozen.read_image(), tmp_path_factory.mktemp("little") / FROZEN
    marked, count = frozen.FOLDER / "marked.wasm", whole.first + len(whole.bodies)
    called = ask.frozen(marked, ask.REQUESTS[:1], image.stack, count).called
    file.write_bytes(freeze_module.module(whole, image, called))
    return file


def asked_for(page: Page) -> list[str]:
    """List the files that a page asks for from now on."""
    names: list[str] = []
    page.on("request", lambda request: names.append(request.url.rpartition("/")[2]))
    return names


def test_it_answers_alone(open_page: OpenPage, guide: Guide) -> None:
    with open_page() as page:
        asked = asked_for(page)
        quiz = QuizPage(page, guide).start(fragment(ANSWERS))
        quiz.on("advice")
        expect(quiz.stage.locator("h1")).to_have_text(headline(ANSWERS))
        assert FROZEN in asked
        assert WASM not in asked


def test_where_it_stops_the_whole_one_answers(
    open_page: OpenPage, guide: Guide, little: Path
) -> None:
    with open_page() as page:
        asked = asked_for(page)
        page.route(f"**/{FROZEN}", lambda route: route.fulfill(path=little))
        quiz = QuizPage(page, guide).start(fragment(ANSWERS))
        quiz.on("advice")
        expect(quiz.stage.locator("h1")).to_have_text(headline(ANSWERS))
        assert WASM in asked
        quiz.press("back")
        quiz.on("4")
        quiz.submit()
        quiz.on("advice")


def test_it_is_tried_before_anybody_asks(open_page: OpenPage, guide: Guide, little: Path) -> None:
    with open_page() as page:
        page.route(f"**/{FROZEN}", lambda route: route.fulfill(path=little))
        with page.expect_request(f"**/{WASM}"):  # it rehearses while nobody asks
            QuizPage(page, guide).start().on("1")


def test_where_it_cannot_be_had_the_whole_one_answers(open_page: OpenPage, guide: Guide) -> None:
    with open_page(expected="Failed to load resource") as page:
        page.route(f"**/{FROZEN}", lambda route: route.abort())
        quiz = QuizPage(page, guide).start(fragment(ANSWERS))
        quiz.on("advice")
        expect(quiz.stage.locator("h1")).to_have_text(headline(ANSWERS))
