"""Published addresses lead where they say, in a real browser."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from followup.model import Action
from scripts.guide.reader import read_guide
from scripts.pages import redirects
from scripts.paths import DOCS, ROOT, SITE
from scripts.site import published_urls
from scripts.site.server import SiteServer
from scripts.site.short_urls import permalinks
from tests.conftest import OpenPage, promised
from tests.scripts.site.test_published_urls import site

pytestmark = [pytest.mark.built, pytest.mark.browser]

# As the browser reads the page; to show each one would take most of the time.
MISSING = """async ([path, places]) => {
  const text = await (await fetch(path)).text();
  const page = new DOMParser().parseFromString(text, "text/html");
  return places.filter((place) => !page.getElementById(place));
}"""
LINKS = list(permalinks(read_guide(DOCS), {}))
SAMPLE = random.Random(7).sample(LINKS, 4)  # noqa: S311 - not for secrets


def test_every_place_on_every_page_can_be_gone_to(page: Page) -> None:
    everything = sorted({*published_urls.standing(), *redirects.read()})
    page.goto("")
    for path in sorted({one.partition("#")[0] for one in everything if "/s/" not in one}):
        places = [one.partition("#")[2] for one in everything if one.startswith(f"{path}#")]
        assert promised(page, MISSING, [path.removeprefix("/"), places]) == [], path


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("timing#their-date", "timing/#their-date"),
        ("s/their-date", "timing/#their-date"),
        ("embed?theme=dark", "embed/?theme=dark"),
    ],
)
def test_a_page_without_its_last_slash_leads_to_the_page(
    page: Page, site_url: str, address: str, leads_to: str
) -> None:
    path = address.partition("#")[0].partition("?")[0]
    body = (SITE / path / "index.html").read_text(encoding="utf-8")
    # Such a host shows the page there; ours would lead on by itself.
    shown = re.compile(re.escape(f"{site_url}{path}") + r"(\?.*)?$")
    page.route(shown, lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(address, wait_until="commit")
    page.wait_for_url(f"{site_url}{leads_to}")


def test_every_section_message_situation_and_action_has_a_short_address() -> None:
    moved = set(promised_by_stubs())
    names = {link.name for link in LINKS} | moved
    assert names == {path.name for path in (SITE / "s").iterdir()}
    assert names >= {action.value for action in Action}
    assert names >= {ref.partition("#")[2] for ref in read_guide(DOCS).sections}


def promised_by_stubs() -> Iterator[str]:
    """Yield the ids that the quiz page keeps for what has moved."""
    yield from re.findall(r"\{ #([\w-]+) \.fu-moved \}", (DOCS / "quiz.md").read_text("utf-8"))


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_a_short_address_brings_readers_to_the_section_at_once(
    open_page: OpenPage, *, java_script_enabled: bool
) -> None:
    with open_page(java_script_enabled=java_script_enabled) as page:
        for link in SAMPLE:
            page.goto(f"s/{link.name}/", wait_until="commit")
            page.wait_for_url(f"**/{link.target}")
            running = java_script_enabled and link.page == "quiz"
            place = f"fu-{link.place}-legend" if running else link.place
            expect(page.locator(f"[id='{place}']"), link.name).to_be_in_viewport()


@pytest.mark.parametrize("was", ["when/#their-day", "waiting/#be-kind"], ids=["page", "section"])
def test_a_stub_takes_readers_to_where_the_section_went(
    open_page: OpenPage, tmp_path: Path, was: str
) -> None:
    ledger = tmp_path / "addresses.txt"
    ledger.write_text("/when/\n/when/#their-day\n/waiting/#be-kind\n")
    now: dict[str, tuple[str, ...]] = {
        "index": (),
        "waiting": (),
        "day": ("their-day", "be-kind"),
    }
    built = site(tmp_path, ledger, **now)
    script = Path("assets/js/theme.js")
    (built / script).parent.mkdir(parents=True)
    (built / script).write_bytes((ROOT / "docs" / script).read_bytes())
    add_script = (built / "waiting" / "index.html").read_text()
    (built / "waiting" / "index.html").write_text(
        f'{add_script}<script src="../{script}"></script>'
    )
    with (
        SiteServer(built).running() as url,
        open_page(url=url, expected="404") as page,
    ):
        page.goto(was, wait_until="commit")
        page.wait_for_url(f"**/day/#{was.partition('#')[2]}")
