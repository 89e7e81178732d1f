"""What a journey leaves in the files of the browser: in its history, its tabs, its forms."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, sync_playwright

from followup.guide import Guide
from scripts.browsers.engines import find
from tests.conftest import PATIENCE
from tests.site.quiz_page import QuizPage, fragment

pytestmark = [pytest.mark.built, pytest.mark.browser]

# A day and a name that stand in no file of ours.
ANSWERS = {
    "heard": "nothing",
    "interviewed-on": "2027-01-29",
    "thanked": "yes",
    "timeline": "none",
    "culture": "unsure",
}
NAME = "Zyxwolda"
TELLING = ("2027-01-29", NAME)
ENTRIES = "SELECT url, title FROM urls"
Record = Callable[[str, object], None]


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


def journey(profile: Path, url: str, guide: Guide, *, erase: bool) -> None:
    """Answer by a link and by hand, type a name, search, and leave; with a profile on disk."""
    engine = find("chromium")
    with sync_playwright() as playwright:
        context: BrowserContext = playwright.chromium.launch_persistent_context(
            profile, **engine.options, service_workers="allow"
        )
        context.set_default_timeout(PATIENCE)
        page = context.pages[0]
        quiz = QuizPage(page, guide).start(fragment(ANSWERS), path=f"{url}quiz/")
        while quiz.screen != "advice":
            quiz.fill_in()
            quiz.submit()
        page.locator("[data-quiz] input:visible").first.fill(NAME)
        if erase:
            page.evaluate(
                "() => document.querySelectorAll('details').forEach((one) => (one.open = true))"
            )
            quiz.press("erase")
            quiz.on("1")
        page.goto(f"{url}timing/")
        page.get_by_role("button", name="Search").click()
        page.get_by_role("dialog").get_by_role("searchbox").wait_for()
        page.keyboard.type("voicemail")
        page.get_by_role("dialog").get_by_role("listitem").first.wait_for()
        context.close()


def told(profile: Path) -> dict[str, list[str]]:
    """List the files of a profile that hold something telling."""
    found: dict[str, list[str]] = {}
    for file in sorted(file for file in profile.rglob("*") if file.is_file()):
        content = file.read_bytes()
        words = [
            word
            for word in TELLING
            if word.encode() in content or word.encode("utf-16-le") in content
        ]
        if words:
            found[file.relative_to(profile).as_posix()] = words
    return found


@pytest.mark.parametrize("erase", [False, True])
def test_history_sync_and_forms_know_nothing_of_the_answers(
    profile: Path, site_url: str, guide: Guide, record_property: Record, *, erase: bool
) -> None:
    journey(profile, site_url, guide, erase=erase)
    (history,) = profile.glob("*/History")
    with sqlite3.connect(history) as database:
        entries = database.execute(ENTRIES).fetchall()
    assert any("quiz/" in url for url, _ in entries)
    telling = [
        entry for entry in entries if any(word in str(entry) for word in (*TELLING, "voicemail"))
    ]
    assert telling == []
    found = told(profile)
    record_property("traces", f"erased: {erase}: {found or 'none'}")
    allowed = "Sessions/"  # where a browser keeps open tabs, to open them again
    assert [file for file in found if allowed not in file] == []
    if erase:
        assert found == {}
