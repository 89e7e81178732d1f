"""Read the built pages: what they load, link to, define and run."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

HERE = "http://site.invalid"
# What a browser fetches without being asked: tag -> attribute.
WITH_SOURCE = ("script", "img", "source", "iframe", "video", "audio", "embed")
LOADED = dict.fromkeys(WITH_SOURCE, "src") | {"object": "data"}
PLACES = frozenset(("h2", "h3", "h4", "h5", "h6", "td", "a"))  # where people write ids to link to
# A part that ends where it did not begin tears the page apart: what follows lands beside it.
PARTS = frozenset(("article", "details", "div", "figure", "form", "main", "nav", "section"))
LOADED_RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"}


@dataclass(slots=True)
class Found:
    """What one page holds."""

    ids: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)  # the ids one may link to for ever
    moved: dict[str, str] = field(default_factory=dict)  # an old id, and the one it leads to
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)  # inline and run, so the policy must name them
    styled: list[str] = field(
        default_factory=list
    )  # style attributes, style elements, on… handlers
    torn: list[str] = field(default_factory=list)  # where a part ends that is not the open one
    policies: list[str] = field(default_factory=list)
    canonical: str | None = None
    meta: dict[str, str] = field(default_factory=dict)  # og:title, description, refresh …


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Found()
        self.inline = False
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        found = self.found
        self.parts += [tag] if tag in PARTS else []
        found.ids += [values["id"]] if "id" in values else []
        found.places += [values["id"]] if "id" in values and tag in PLACES else []
        found.links += [values["href"]] if tag == "a" and "href" in values else []
        found.loads += [values[LOADED[tag]]] if values.get(LOADED.get(tag, "")) else []
        found.styled += [f"<{tag}>"] if tag == "style" else []
        found.styled += [f"<{tag} {n}>" for n in values if n == "style" or n.startswith("on")]
        if "fu-moved" in values.get("class", "").split():
            found.moved[values.get("id", "")] = values.get("href", "").partition("#")[2]
        if tag == "link":
            self._link(values)
        if tag == "meta":
            self._meta(values)
        kind = values.get("type", "")
        self.inline = tag == "script" and "src" not in values and kind in {"", "module"}

    def _meta(self, values: dict[str, str]) -> None:
        name = values.get("name") or values.get("property") or values.get("http-equiv", "").lower()
        self.found.meta[name] = values.get("content", "")
        if name == "content-security-policy":
            self.found.policies.append(values.get("content", ""))

    def _link(self, values: dict[str, str]) -> None:
        relations = set(values.get("rel", "").split())
        if relations & LOADED_RELATIONS:
            self.found.loads.append(values.get("href", ""))
        if "canonical" in relations:
            self.found.canonical = values.get("href")

    def handle_data(self, data: str) -> None:
        if self.inline:
            self.found.scripts.append(data)

    def handle_endtag(self, tag: str) -> None:
        self.inline = False
        if tag not in PARTS:
            return
        begun = self.parts.pop() if self.parts else "nothing"
        if begun != tag:
            self.found.torn.append(f"</{tag}> in line {self.getpos()[0]} ends <{begun}>")


@cache
def found_in(html: str) -> Found:
    """Read a page. Many steps ask for the same pages, so each is read once."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found


@dataclass(frozen=True)
class Page:
    """One built page."""

    site: Path
    file: Path

    @property
    def name(self) -> str:
        """Its path in the site: timing/index.html."""
        return self.file.relative_to(self.site).as_posix()

    @property
    def address(self) -> str:
        """Its path in a browser, relative to the site's root: timing/."""
        return self.name.removesuffix("index.html")

    @cached_property
    def html(self) -> str:
        """Its text."""
        return self.file.read_text(encoding="utf-8")

    @property
    def found(self) -> Found:
        """What it holds."""
        return found_in(self.html)

    def target(self, link: str, root: str) -> tuple[str, str] | None:
        """Resolve a link to (path in the site, anchor), or None where it goes elsewhere.

        `root` is the path that absolute links on this site begin with.
        """
        parts = urlsplit(urljoin(f"{HERE}{root}{self.address}", link))
        if f"{parts.scheme}://{parts.netloc}" != HERE:
            return None
        path = unquote(parts.path)
        inside = path.startswith(root)
        place = (
            posixpath.normpath(path.removeprefix(root) or ".") if inside else f"(outside) {path}"
        )
        return place, unquote(parts.fragment)


def pages(site: Path) -> list[Page]:
    """List the pages of a built site."""
    return [Page(site, file) for file in sorted(site.rglob("*.html"))]


def inline_scripts(site: Path) -> Iterator[str]:
    """Go through the inline scripts of the site, each once."""
    yield from sorted({script for page in pages(site) for script in page.found.scripts})


def root_path(site: Path) -> str:
    """Say under which path the site was built, as its front page knows: /should-i-call/."""
    return urlsplit(home_address(site)).path


def home_address(site: Path) -> str:
    """Return the full address of the front page: https://example.org/should-i-call/."""
    return Page(site, site / "index.html").found.canonical or "/"
