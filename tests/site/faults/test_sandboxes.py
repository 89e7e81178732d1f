"""Each permission that a sandbox may give the embedded quiz, alone; and none, on a bad day."""

import pytest
from playwright.sync_api import Browser

from followup.guide import Guide
from tests.conftest import unwatched_page
from tests.site.embedding import Embed, EmbeddedQuiz, HostSite
from tests.site.faulty import Fault, FaultyServer
from tests.site.quiz_page import STYLED
from tests.site.test_bad_days import FLAGS, asks_and_goes_on_in_a_sandbox

pytestmark = [pytest.mark.built, pytest.mark.browser]


@pytest.mark.parametrize("flag", FLAGS)
def test_a_sandbox_with_one_permission_asks_and_goes_on(
    embed: Embed, site_url: str, flag: str
) -> None:
    asks_and_goes_on_in_a_sandbox(embed, site_url, (flag,))


def test_in_a_frame_without_an_origin_what_came_damaged_heals(
    browser: Browser, guide: Guide
) -> None:
    names = ("quiz.js", "quiz.css", "controller.js", "worker.js")
    server = FaultyServer(*(Fault(f"/assets/quiz/*/{name}", "one bit", 1) for name in names))
    with server.running() as url:
        body = f'<iframe src="{url}embed/" sandbox="allow-scripts"></iframe>'
        with HostSite(body).running() as site, unwatched_page(browser) as page:
            page.goto(site.url)
            shown = EmbeddedQuiz(page, site, guide).ready()
            shown.quiz.on("1")
            shown.frame.wait_for_function(STYLED)
    assert [fault.met for fault in server.faults] == [1] * len(names)
