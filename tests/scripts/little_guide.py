"""Little guides for tests: each page is given as what stands under its front matter and title."""

from scripts.guide.reader import GuideSource, read_pages

FRONT = "---\ntitle: T\ndescription: D\nreviewed: 2026-11-22\n---\n\n# Page\n\n"


def read(pages: dict[str, str]) -> GuideSource:
    """Read pages by their names; the first line of a body is line 9 of its file."""
    return read_pages({page: FRONT + body for page, body in pages.items()})
