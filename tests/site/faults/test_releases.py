"""Three releases in a row: old tabs, old pages and slow caches go on, or say what to do."""

import os
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from followup.guide import Guide
from scripts import publish as publishing
from scripts.paths import PYODIDE, SITE
from scripts.pyodide.frozen import FROZEN
from scripts.pyodide.library import ARCHIVE
from scripts.quiz import first_screens, publish, service_worker
from scripts.site import entries
from scripts.site.html import root_path
from scripts.site.server import Handler, SiteServer, read_headers
from tests.conftest import PATIENCE, unwatched_page
from tests.site.quiz_page import ANSWERS, QuizPage, fragment, headline, set_day
from tests.site.test_offline import SAVES_DATA

pytestmark = [pytest.mark.built, pytest.mark.browser]

FIRST = date(2027, 1, 1)
MONTH = timedelta(days=30)


class _Current(Handler):
    """Answers with the release that is online now, on connections from before, too."""

    def do_GET(self) -> None:  # noqa: N802 - as the base names it
        self.root, self.rules = (
            self.host.root,
            read_headers((self.host.root / "_headers").read_text()),
        )
        self.directory = str(self.root)
        super().do_GET()


class Releases(SiteServer):
    """A host on which one release takes the place of the other."""

    handler: type[Handler] = _Current


class _SlowCaches(_Current):
    """As GitHub Pages: everything may be kept for ten minutes."""

    def end_headers(self) -> None:
        self.rules = [
            (pattern, [one for one in named if one[0] != "Cache-Control"])
            for pattern, named in self.rules
        ]
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()


class SlowCaches(Releases):
    """A host whose replies are kept for ten minutes."""

    handler = _SlowCaches


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Make three releases of the site; words and Python are new in each."""
    return [release(tmp_path_factory.mktemp(f"release-{n}"), n) for n in (1, 2, 3)]


def release(place: Path, number: int) -> Path:
    """Publish the site with other words and another Python."""
    site, quiz = place / "site", place / "docs/assets/quiz"
    quiz.mkdir(parents=True)
    awake = FROZEN.read_bytes() + bytes([0, 2, 1, number])  # a section that nobody reads
    shutil.copytree(
        SITE,
        site,
        copy_function=os.link,
        ignore=shutil.ignore_patterns("*.br", "*.gz", "former.json"),
    )
    shutil.rmtree(site / "assets/quiz")
    with pytest.MonkeyPatch.context() as patch:
        for module in (publish, service_worker, entries):
            patch.setattr(module, "PUBLISHED", quiz)
        patch.setattr(service_worker, "PREPARED", place / "docs")
        screens = first_screens.build().replace('"continue":"', f'"continue":"{number} ')
        publish.publish(PYODIDE, ARCHIVE, screens, awake)
        shutil.copytree(quiz, site / "assets/quiz")
        (old,) = {folder.parent.name for folder in (SITE / "assets/quiz").glob("*/quiz.js")}
        (new,) = {folder.parent.name for folder in quiz.glob("*/quiz.js")}
        was, now = (
            publish.integrity((place / "quiz.js").read_bytes())
            for place in (SITE / "assets/quiz" / old, quiz / new)
        )
        for page in site.rglob("*.html"):
            text = page.read_text().replace(f"quiz/{old}/", f"quiz/{new}/").replace(was, now)
            page.unlink()
            page.write_text(text)
        (site / "sw.js").unlink()
        service_worker.write(site)
    return site


def online(server: SiteServer, site: Path) -> None:
    """Put a release in the place of the one that is served."""
    server.root = site


def carried(site: Path, former: Path, day: date) -> Path:
    """Return a copy of a release that takes along what is online."""
    copy = site.parent / f"with-{former.parent.name}-{day}"
    if copy.exists():
        return copy
    shutil.copytree(site, copy, copy_function=os.link)
    publishing.carry(former, copy, day)
    return copy


def open_tab(page: Page, guide: Guide, url: str, answers: dict[str, str]) -> QuizPage:
    """Open the quiz, with Python still to come."""
    page.add_init_script(SAVES_DATA)
    set_day(page)
    page.goto(f"{url}quiz/{fragment(answers)}")
    quiz = QuizPage(page, guide)
    quiz.on("4")
    return quiz


HALF = {key: ANSWERS[key] for key in ("heard", "interviewed-on", "timeline")}


@pytest.mark.parametrize("host", [Releases, SlowCaches])
def test_an_old_tab_is_told_of_the_new_version_and_keeps_its_answers(
    browser: Browser, guide: Guide, releases: list[Path], host: type[SiteServer]
) -> None:
    server = host(releases[0], root_path(SITE))
    with server.running() as url, unwatched_page(browser) as page:
        quiz = open_tab(page, guide, url, HALF)
        online(server, releases[1])
        quiz.fill_in()
        page.get_by_role("button", name="1 Continue").click()
        quiz.on("down")
        expect(quiz.stage.get_by_text(guide.phrases["outdated-title"])).to_be_visible()
        expect(quiz.stage.get_by_text(guide.phrases["outdated-safe"])).to_be_visible()
        quiz.press("outdated-reload")
        quiz.on("4")
        expect(page.locator("#fu-true-thanked-yes")).to_be_checked()
        page.get_by_role("button", name="2 Continue").click()
        quiz.on("advice")
        expect(quiz.stage.locator("h1")).to_have_text(headline(ANSWERS))


@pytest.mark.parametrize("host", [Releases, SlowCaches])
def test_with_former_releases_carried_along_an_old_tab_goes_on(
    browser: Browser, guide: Guide, releases: list[Path], host: type[SiteServer]
) -> None:
    second = carried(releases[1], releases[0], FIRST)
    third = carried(releases[2], second, FIRST + MONTH)
    server = host(releases[0], root_path(SITE))
    with server.running() as url, unwatched_page(browser) as page:
        quiz = open_tab(page, guide, url, HALF)
        online(server, third)
        quiz.fill_in()
        page.get_by_role("button", name="1 Continue").click()
        quiz.on("advice")
        expect(quiz.stage.locator("h1")).to_have_text(headline(ANSWERS))


def test_a_former_release_goes_after_a_month_and_a_build_has_none(releases: list[Path]) -> None:
    def quizzes(site: Path) -> set[str]:
        return {file.parent.name for file in (site / "assets/quiz").glob("*/quiz.js")}

    one, two, three = (quizzes(site) for site in releases)
    second = carried(releases[1], releases[0], FIRST)
    assert quizzes(second) == one | two
    assert quizzes(carried(releases[2], second, FIRST + MONTH)) == one | two | three
    assert quizzes(carried(releases[2], second, FIRST + MONTH + timedelta(days=1))) == two | three


def test_a_page_from_a_slow_cache_beside_a_new_release(
    browser: Browser, guide: Guide, releases: list[Path]
) -> None:
    """An edge of the network still has the page of the first release; the rest is new."""
    second = carried(releases[1], releases[0], FIRST + timedelta(days=2))
    page_file = second / "quiz/index.html"
    page_file.unlink()
    shutil.copy(releases[0] / "quiz/index.html", page_file)
    with (
        SlowCaches(second, root_path(SITE)).running() as url,
        unwatched_page(browser, base_url=url) as page,
    ):
        quiz = QuizPage(page, guide).start(fragment(ANSWERS))
        quiz.on("advice")


def test_without_carrying_a_page_from_a_cache_is_fetched_anew_by_try_again(
    browser: Browser, guide: Guide, releases: list[Path]
) -> None:
    server = SlowCaches(releases[0], root_path(SITE))
    with server.running() as url, unwatched_page(browser, base_url=url) as page:
        page.route("**/quiz/*/quiz.js", lambda route: route.abort())
        page.goto("quiz/")  # the page alone is kept
        page.unroute("**/quiz/*/quiz.js")
        online(server, releases[1])
        page.goto("about:blank")
        page.goto("quiz/")
        again = page.get_by_role("alert").get_by_role("button")
        again.or_(page.locator("[data-screen='1']")).first.wait_for()
        if again.count():
            again.click()
        QuizPage(page, guide).on("1")
        expect(page.get_by_role("button", name="2 Continue")).to_be_visible()


@pytest.mark.parametrize("host", [Releases, SlowCaches])
def test_with_a_service_worker_an_old_tab_goes_on_and_a_new_one_is_new(
    browser: Browser, guide: Guide, releases: list[Path], host: type[SiteServer]
) -> None:
    server = host(releases[0], root_path(SITE))
    with server.running() as url, browser.new_context() as context:
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        set_day(page)
        page.goto(f"{url}quiz/{fragment(HALF)}")
        old = QuizPage(page, guide)
        old.on("4")
        page.wait_for_function(KEPT_PYTHON)
        for site in releases[1:]:
            online(server, site)
            tab = context.new_page()
            set_day(tab)
            tab.goto(f"{url}quiz/{fragment(ANSWERS)}")
            QuizPage(tab, guide).on("advice")
            tab.close()
        page.reload()
        QuizPage(page, guide).on("4")
        expect(page.get_by_role("button", name="3 Continue")).to_be_visible()


KEPT_PYTHON = """() => {
  caches.keys().then(async ([name]) => {
    const keys = name ? await (await caches.open(name)).keys() : [];
    window.hasPython = keys.some(({ url }) => url.endsWith(".wasm"));
  });
  return window.hasPython;
}"""
