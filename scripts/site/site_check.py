"""Check the built site: links and anchors resolve, nothing foreign loads, the policy stands."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from scripts.guide.reader import ANSWERS, QUIZ_PAGE
from scripts.paths import SITE
from scripts.site.html import Page, pages, root_path

INDEX = "index.html"


def findings(site: Path = SITE) -> list[str]:
    """List what is wrong, each with its page."""
    every = pages(site)
    ids = {page.name: set(page.found.ids) for page in every}
    root = root_path(site)
    checks = [(page, _check(page, ids, root)) for page in every]
    return [f"{page.name}: {fault}" for page, faults in checks for fault in faults]


def _check(page: Page, ids: dict[str, set[str]], root: str) -> Iterator[str]:
    found = page.found
    yield from (f"id {i!r} stands {n} times" for i, n in Counter(found.ids).items() if n > 1)
    yield from (f"inline style or handler: {where}" for where in found.styled)
    yield from found.torn[:1]  # all that follows is torn as well
    if len(found.policies) != 1:
        yield f"{len(found.policies)} content security policies"
    for load in found.loads:
        if page.target(load, root) is None and not load.startswith("data:"):
            yield f"loads from elsewhere: {load}"
    for link in (*found.links, *found.loads):
        yield from _broken(page, link, ids, root)


def _broken(page: Page, link: str, ids: dict[str, set[str]], root: str) -> Iterator[str]:
    target = page.target(link, root)
    if target is None:
        return
    path, anchor = target
    file = page.site / path
    file = file / INDEX if file.is_dir() else file
    if not file.is_file():
        yield f"link to nothing: {link}"
    elif anchor.startswith(ANSWERS):
        if file != page.site / QUIZ_PAGE / INDEX:
            yield f"answers for a page that does not ask: {link}"
    elif anchor and file.suffix == ".html":
        name = file.relative_to(page.site).as_posix()
        if anchor not in ids[name]:
            yield f"no such place: {link}"
