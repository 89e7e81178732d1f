"""What WordPress and others make of the address of the quiz when someone pastes it."""

import json
import re
from html.parser import HTMLParser

import pytest
from playwright.sync_api import Page, expect

from scripts.paths import SITE
from scripts.site.html import home_address
from tests.site.embedding import Embed

pytestmark = [pytest.mark.built, pytest.mark.browser]

# What WordPress leaves of the answer of a site it does not know, and how large its frames may be.
ALLOWED = {
    "a": {"href"},
    "blockquote": set[str](),
    "iframe": {
        *("src", "width", "height", "frameborder", "marginwidth", "marginheight"),
        *("scrolling", "title"),
    },
}
LEAST, MOST = 200, 1000
SECRET = "s3cr3tW0rd"  # noqa: S105 - in a test, for nobody


def answer() -> dict[str, object]:
    document: dict[str, object] = json.loads((SITE / "oembed.json").read_text())
    return document


class Allowed(HTMLParser):
    """Notes what WordPress would strip."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.stripped: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Compare a tag with the list."""
        if tag not in ALLOWED:
            self.stripped.append(tag)
        self.stripped += [name for name, _ in attrs if name not in ALLOWED.get(tag, {name})]


def test_the_page_of_the_quiz_says_where_the_answer_is(page: Page, site_url: str) -> None:
    page.goto("quiz/")
    link = page.locator("head link[type='application/json+oembed']")
    home = home_address(SITE)
    assert str(link.get_attribute("rel")).split() == ["alternate"]
    assert link.get_attribute("href") == f"{home}oembed.json"
    assert page.request.get(f"{site_url}oembed.json").json() == answer()
    # WordPress reads only so much of a page in search of the link.
    head = (SITE / "quiz/index.html").read_bytes().find(b"json+oembed")
    assert 0 < head < 150 * 1024


def test_the_answer_has_what_the_format_demands() -> None:
    document = answer()
    assert (document["version"], document["type"]) == ("1.0", "rich")
    assert isinstance(document["width"], int)
    assert isinstance(document["height"], int)
    assert LEAST <= document["height"] <= MOST
    for name in ("title", "provider_name", "provider_url", "html"):
        assert document[name]


def test_wordpress_strips_nothing_from_the_answer() -> None:
    text = str(answer()["html"])
    assert Allowed(text).stripped == []
    kept = re.search(r"(<blockquote>.*?</blockquote>)?.*(<iframe.*?></iframe>)", text, re.DOTALL)
    assert kept is not None
    assert kept[1] + kept[2] == text


# As WordPress shows it: in a sandbox, hidden behind the link until the frame repeats the secret.
HOST = """<script>
addEventListener("message", ({ data, source }) => {
  const frame = document.querySelector(`iframe[data-secret="${data.secret}"]`);
  if (!frame || frame.contentWindow !== source || /[^a-zA-Z0-9]/.test(data.secret)) return;
  document.querySelector("blockquote").style.display = "none";
  frame.removeAttribute("style");
  if (data.message === "height") frame.height = Math.min(Math.max(data.value, LEAST), MOST);
});
</script>""".replace("LEAST", str(LEAST)).replace("MOST", str(MOST))


def shown_by_wordpress(text: str, fragment: str) -> str:
    text = re.sub(r'src="([^"]+)"', rf'src="\1{fragment}#?secret={SECRET}"', text)
    hidden = 'style="position: absolute; visibility: hidden"'
    attributes = f'{hidden} sandbox="allow-scripts" security="restricted" data-secret="{SECRET}"'
    return HOST + text.replace("<iframe", f"<iframe {attributes}")


@pytest.mark.parametrize(("fragment", "first"), [("", "1"), ("#v=1&amp;heard=nothing", "2")])
def test_the_quiz_runs_in_a_post(embed: Embed, site_url: str, fragment: str, first: str) -> None:
    home = home_address(SITE)
    text = str(answer()["html"]).replace(home, site_url)
    with embed(shown_by_wordpress(text, fragment)) as visit:
        expect(visit.page.locator("iframe")).to_be_visible()
        expect(visit.page.locator("blockquote")).to_be_hidden()
        visit.ready().quiz.on(first)
        expect(visit.frame.locator(".fu-notice--error")).to_have_count(0)
        if fragment:
            visit.quiz.press("erase")
        visit.quiz.on("1")
        grown = f"() => document.querySelector('iframe').clientHeight > {LEAST}"
        visit.page.wait_for_function(grown)
        visit.quiz.answer("heard", "nothing")
        visit.quiz.submit()
        visit.quiz.on("2")


def test_without_javascript_a_post_links_to_the_quiz() -> None:
    link = re.search(r'<blockquote><a href="([^"]+)">([^<]+)</a>', str(answer()["html"]))
    assert link is not None
    assert link[1].endswith("/quiz/")
    assert link[2]
