"""After one visit the guide and the quiz can be had without a network."""

import os
import shutil
import socket
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from playwright.sync_api import TimeoutError as WaitedInVainError

from followup.guide import Guide
from scripts.paths import SITE
from scripts.quiz import service_worker
from scripts.site.csp import DEPLOY
from scripts.site.html import root_path
from scripts.site.server import Handler, SiteServer
from tests.conftest import PATIENCE, promised
from tests.site.quiz_page import ANSWERS, QuizPage, headline

pytestmark = [pytest.mark.built, pytest.mark.browser]

KEPT = """async () => {
  const [registration] = await navigator.serviceWorker.getRegistrations();
  if (!registration) return null;
  const keys = await (await caches.open(registration.scope)).keys();
  return keys.map(({ url }) => url.slice(registration.scope.length)).sort();
}"""
# Asks anew at each look: what is promised is true at once for whoever waits.
JUST = f"""(wanted) => {{
  ({KEPT})().then((found) => (window.kept = JSON.stringify(found)));
  return window.kept === JSON.stringify(wanted);
}}"""
OFF = """() => {
  Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()])
    .then((left) => (window.isOff = left.flat().length === 0));
  return window.isOff;
}"""
IDLE = "new Promise((done) => requestIdleCallback(done, { timeout: 5000 }))"  # kept then
# Notes what became of the attempt to keep: a worker that cannot is given up.
GIVEN_UP = """const register = ServiceWorkerContainer.prototype.register;
window.givenUp = new Promise((done) => {
  ServiceWorkerContainer.prototype.register = async function (...all) {
    const registration = await register.apply(this, all);
    const worker = registration.installing;
    worker.addEventListener("statechange", () => worker.state === "redundant" && done(true));
    return registration;
  };
});"""
SAVES_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"


class _Once(Handler):
    protocol_version = "HTTP/1.0"  # a connection ends with its answer


class Brief(SiteServer):
    """Leaves no connection open: once it has stopped, nothing answers any more."""

    handler = _Once


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """Give a browser that may keep what it was sent."""
    with browser.new_context() as context:
        context.set_default_timeout(PATIENCE)
        yield context


@pytest.fixture
def server() -> SiteServer:
    return Brief(SITE, root_path(SITE))


def everything(site: Path = SITE) -> list[str]:
    return [*service_worker.guide(site), *service_worker.python()]


def wait_until_kept(page: Page, places: Iterable[str]) -> None:
    """Wait until just these are kept."""
    wanted = sorted({*places})
    try:
        page.wait_for_function(JUST, arg=wanted, polling=100)
    except WaitedInVainError:
        assert promised(page, KEPT) == wanted


def test_after_one_page_guide_search_and_quiz_need_no_network(
    reader: BrowserContext, server: SiteServer, guide: Guide
) -> None:
    page = reader.new_page()
    with server.running() as url:
        page.goto(f"{url}thank-you/")
        wait_until_kept(page, everything())
    reader.new_cdp_session(page).send("Network.clearBrowserCache")  # it may go at any time
    reader.set_offline(True)
    page.goto(f"{url}timing/")
    expect(page.locator("h1")).to_be_visible()
    page.get_by_role("button", name="Search").click()
    found = page.get_by_role("dialog")
    expect(found.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("voicemail")
    expect(found.get_by_role("listitem").first).to_contain_text("voicemail")
    quiz = QuizPage(page, guide).start(path=f"{url}quiz/")
    quiz.finish()
    expect(quiz.stage.locator("h1")).to_have_text(headline(ANSWERS))


def test_a_network_that_says_nothing_counts_as_none(
    reader: BrowserContext, server: SiteServer
) -> None:
    page = reader.new_page()
    with server.running() as url:
        page.goto(f"{url}thank-you/")
        wait_until_kept(page, everything())
    server.asked.clear()
    with socket.create_server(("127.0.0.1", server.server_port)):
        page.goto(f"{url}timing/", wait_until="commit")
        expect(page.locator("h1")).to_be_visible()
    assert server.asked == []


def test_whoever_saves_data_keeps_nothing_before_the_quiz(
    reader: BrowserContext, server: SiteServer
) -> None:
    page = reader.new_page()
    page.add_init_script(SAVES_DATA)
    with server.running() as url:
        page.goto(f"{url}timing/")
        promised(page, IDLE)
        assert promised(page, KEPT) is None
        assert {"sw.js", "quiz/"}.isdisjoint(server.asked)
        page.goto(f"{url}quiz/")
        page.locator("[data-quiz] input").first.focus()  # Python waits for a reader
        wait_until_kept(page, everything())


def test_the_quiz_loads_nothing_of_python_twice(reader: BrowserContext, server: SiteServer) -> None:
    page = reader.new_page()
    with server.running() as url:
        page.goto(f"{url}quiz/")
        wait_until_kept(page, everything())
        for part in service_worker.python():
            assert server.asked.count(part) == 1


def test_an_embedded_quiz_keeps_nothing(reader: BrowserContext, server: SiteServer) -> None:
    page = reader.new_page()
    with server.running() as url:
        page.goto(f"{url}embed/")
        page.locator("[data-quiz] input").first.focus()
        expect(page.locator("[data-quiz]")).to_have_attribute("data-state", "asking")
        promised(page, IDLE)
        assert promised(page, KEPT) is None
        assert "sw.js" not in server.asked


def test_where_storage_is_refused_the_pages_are_read_all_the_same(
    reader: BrowserContext, server: SiteServer
) -> None:
    page = reader.new_page()
    page.add_init_script(GIVEN_UP)
    with server.running() as url:
        reader.new_cdp_session(page).send(
            "Storage.overrideQuotaForOrigin", {"origin": url.split("/should")[0], "quotaSize": 1}
        )
        page.goto(f"{url}timing/")
        assert promised(page, "givenUp")
        assert promised(page, KEPT) is None
        page.goto(f"{url}calling/")
        expect(page.locator("h1")).to_be_visible()


@pytest.fixture
def changing_site(tmp_path: Path) -> Path:
    """Give a copy of the site that a test may change, file by file."""
    return Path(shutil.copytree(SITE, tmp_path / "site", copy_function=os.link))


def write(file: Path, content: str) -> None:
    """Write a file anew, without its twins."""
    for old in file.parent.glob(f"{file.name}*"):
        old.unlink()
    file.write_text(content)


def test_a_new_build_is_read_at_once_and_brings_only_what_changed(
    reader: BrowserContext, changing_site: Path
) -> None:
    page = reader.new_page()
    server = SiteServer(changing_site, root_path(SITE))
    with server.running() as url:
        page.goto(f"{url}timing/")
        wait_until_kept(page, everything())
        changed = changing_site / "thank-you/index.html"
        write(changed, changed.read_text().replace("</h1>", " Corrected</h1>", 1))
        write(changing_site / service_worker.NAME, "")
        service_worker.write(changing_site)
        new = everything(changing_site)
        server.asked.clear()
        page.goto(f"{url}thank-you/")
        expect(page.locator("h1")).to_contain_text("Corrected")
        wait_until_kept(page, {*everything(), *new})  # an open tab may need the old ones
        assert {place for place in server.asked if place.endswith("/")} == {"thank-you/"}
        assert not [place for place in server.asked if place.startswith("assets/quiz/python-")]
        page.goto(f"{url}../elsewhere/")  # beside the site: no tab shows the last build any more
        wait_until_kept(page, new)
    reader.set_offline(True)
    page.goto(f"{url}thank-you/")
    expect(page.locator("h1")).to_contain_text("Corrected")


def test_what_was_not_kept_leads_to_what_was(reader: BrowserContext, server: SiteServer) -> None:
    page = reader.new_page()
    with server.running() as url:
        page.goto(f"{url}thank-you/")
        wait_until_kept(page, everything())
    reader.set_offline(True)
    for asked, found in {
        "about/rules/": "about/rules/",
        "timing/index.md": "timing/index.md",  # or its file is not found once the network is back
        "s/their-date/": "timing/#their-date",
        "s/one-minute": "#one-minute",
        "timing": "timing/",
    }.items():
        page.goto(f"{url}{asked}")
        assert page.url == f"{url}{found}"
        if asked == found:
            expect(page.locator("h1")).to_contain_text("No network")


def test_the_worker_can_be_switched_off(reader: BrowserContext, changing_site: Path) -> None:
    page = reader.new_page()
    with SiteServer(changing_site, root_path(SITE)).running() as url:
        page.goto(f"{url}thank-you/")
        wait_until_kept(page, everything())
        write(changing_site / service_worker.NAME, (DEPLOY / "sw-off.js").read_text())
        page.goto(f"{url}timing/")
        page.wait_for_function(OFF, polling=100)
        page.goto(f"{url}calling/")
        expect(page.locator("h1")).to_be_visible()
