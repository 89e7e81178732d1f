"""The desk of advisers: a link, a code, a handout and a lesson, with a line that is not ours."""

import json
import subprocess
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from followup.guide import Guide
from scripts.paths import ROOT, SITE
from scripts.site.html import home_address
from tests.conftest import OpenPage, sheets
from tests.site.axe import COLORS, NARROW, WIDE, dark, fits, resize, violations
from tests.site.embedding import Embed
from tests.site.quiz_page import ANSWERS, QuizPage, fragment

pytestmark = [pytest.mark.built, pytest.mark.browser]

OFFICE = "Riverside Library (job desk), Tuesdays & Fridays"
LINE = "Riverside%20Library%20%28job%20desk%29%2C%20Tuesdays%20%26%20Fridays"
CHOSEN = f"#v=1&country=DE&region=DE-BY&culture=formal&note={LINE}"
SENDER = ".fu-sender"
READ = """
import decode from "./node_modules/qr/decode.js";
let text = "";
for await (const part of process.stdin) text += part;
const { width, height, data } = JSON.parse(text);
process.stdout.write(decode({ width, height, data: Uint8Array.from(data) }));
"""


def chosen(page: Page) -> None:
    """Fill in the desk."""
    page.goto("advisers/")
    expect(page.locator("[data-desk-link] code")).to_have_text(f"{home_address(SITE)}quiz/")
    expect(page.locator("[name=region]")).to_be_hidden()
    page.locator("[name=country]").select_option("DE")
    page.locator("[name=region]").select_option("DE-BY")
    page.locator("[name=culture]").select_option("formal")
    page.locator("[name=note]").fill(OFFICE)


def scanned(page: Page) -> str:
    """Return what a camera would read in the code on the page."""
    shot = page.locator("[data-desk-qr] svg").screenshot(scale="css")
    with Image.open(BytesIO(shot)) as picture:
        pixels = picture.convert("RGBA")
    seen = {"width": pixels.width, "height": pixels.height, "data": list(pixels.tobytes())}
    command = ["node", "--input-type=module", "--eval", READ]
    done = subprocess.run(
        command, cwd=ROOT, input=json.dumps(seen), check=True, capture_output=True, text=True
    )
    return done.stdout


def test_the_desk_makes_a_link_and_a_code_that_says_the_same(page: Page) -> None:
    chosen(page)
    link = page.locator("[data-desk-link] code")
    expect(link).to_have_text(f"{home_address(SITE)}quiz/{CHOSEN}")
    assert scanned(page) == link.inner_text()
    expect(page.locator("[data-desk-embed] code")).to_contain_text("embed/#v=1&amp;country=DE")
    for name in ("handout", "lesson"):
        expect(page.locator(f"article a[href$='{name}/{CHOSEN}']")).to_have_count(1)


def test_the_line_is_shown_as_theirs_and_gets_into_no_message(page: Page, guide: Guide) -> None:
    quiz = QuizPage(page, guide)
    quiz.start(f"{fragment(ANSWERS)}&note={LINE}").on("advice")
    expect(page.locator(SENDER)).to_have_text(f"Added by whoever sent this link: {OFFICE}")
    assert "note" not in page.evaluate("location.href")
    assert OFFICE not in quiz.stage.inner_text()
    expect(quiz.stage.locator(".fu-problem, .fu-notice--error")).to_have_count(0)


def test_an_embedded_quiz_shows_the_line(embed: Embed, site_url: str) -> None:
    end = f"{fragment(ANSWERS)}&note={LINE}".replace("&", "&amp;")
    with embed(f'<iframe src="{site_url}embed/{end}"></iframe>') as visit:
        visit.quiz.on("advice")
        expect(visit.frame.locator(SENDER)).to_contain_text(OFFICE)


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("%3Cb%3Ebold%3C%2Fb%3E%20%3Cimg%20src%3Dx%3E", "<b>bold</b> <img src=x>"),
        ("one%0Atwo%E2%80%AEthree", "one two three"),
        ("a" * 200, "a" * 80),
        ("%F0%9F%93%9E" * 100, "📞" * 80),
    ],
)
def test_a_line_is_plain_and_short(page: Page, sent: str, shown: str) -> None:
    page.goto(f"handout/#note={sent}")
    expect(page.locator(f"{SENDER} bdi")).to_have_text(shown)
    expect(page.locator(f"{SENDER} bdi *")).to_have_count(0)


@pytest.mark.parametrize("sent", ["", "%20", "%E0%A4%A"])
def test_no_line_is_shown_where_none_can_be_read(page: Page, sent: str) -> None:
    page.goto(f"handout/#note={sent}")
    expect(page.locator("[data-desk-qr] svg")).to_be_visible()
    expect(page.locator(SENDER)).to_have_count(0)


@pytest.mark.parametrize("name", ["handout", "lesson"])
def test_a_sheet_carries_line_and_answers_and_prints_on_one_page(page: Page, name: str) -> None:
    page.goto(f"{name}/{CHOSEN}")
    expect(page.locator(SENDER)).to_contain_text(OFFICE)
    if name == "handout":
        assert scanned(page) == f"{home_address(SITE)}quiz/{CHOSEN}"
    else:
        expect(page.locator(f"article a[href$='quiz/{CHOSEN}']")).to_have_count(1)
    assert sheets(page) == 1


def test_the_desk_is_accessible_when_it_is_filled_in(page: Page) -> None:
    chosen(page)
    for width in (NARROW, WIDE):
        resize(page, width)
        assert fits(page), f"{width} px"
    assert violations(page) == []
    with dark(page):
        assert violations(page, *COLORS) == [], "dark"


def test_without_javascript_the_sheets_are_there_as_they_are(open_page: OpenPage) -> None:
    with open_page(java_script_enabled=False) as page:
        page.goto("advisers/")
        expect(page.locator("[data-desk]")).to_be_hidden()
        expect(page.locator("article a[href$='handout/']").first).to_be_visible()
        page.goto("handout/")
        expect(page.locator("[data-desk-address]")).to_have_text(f"{home_address(SITE)}quiz/")
