"""Write what other sites ask for when someone pastes the address of the quiz: one oEmbed answer."""

import html
import json
from pathlib import Path
from urllib.parse import urljoin

from scripts.guide.reader import QUIZ_PAGE, GuideSource
from scripts.paths import SITE, write_if_changed
from scripts.site.html import Page

NAME = "oembed.json"
# The box that WordPress offers by itself. Frames grow and shrink from there.
WIDTH, HEIGHT = 500, 750
A_DAY = 86_400


def answer(site: str, name: str, title: str) -> dict[str, str | int]:
    """State how the quiz is shown on another site.

    WordPress lets only these elements and attributes through: a link in a plain blockquote, shown
    until the frame speaks, and the frame itself.
    """
    quiz, embed = (html.escape(urljoin(site, place)) for place in ("quiz/", "embed/"))
    label = html.escape(f"{title} – {name}")
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": name,
        "provider_url": site,
        "cache_age": A_DAY,
        "width": WIDTH,
        "height": HEIGHT,
        "html": (
            f'<blockquote><a href="{quiz}">{label}</a></blockquote>'
            f'<iframe src="{embed}" width="{WIDTH}" height="{HEIGHT}" title="{label}"></iframe>'
        ),
    }


def write(source: GuideSource, site: Path = SITE) -> None:
    """Put the answer into the built site."""
    home = Page(site, site / "index.html").found
    document = answer(
        str(home.canonical), home.meta["og:site_name"], source.pages[QUIZ_PAGE]["title"]
    )
    write_if_changed(site / NAME, json.dumps(document, ensure_ascii=False, indent=2).encode())
