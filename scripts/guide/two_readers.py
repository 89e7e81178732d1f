"""Hold the site's reader of Markdown against ours: the page and the quiz must say the same.

The site is made by Python-Markdown, and the guide is read for the quiz by markdown-it, which knows
places. They part ways in corners that nobody means. So each page is read by both, as a row of
texts: every heading, paragraph, list item, cell and block of code, with what it stands in. Where
the rows differ, the build refuses the line and says how to write it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from html.parser import HTMLParser
from itertools import takewhile

from markdown import Markdown
from markdown_it.token import Token
from mkdocs.utils.yaml import yaml_load

from scripts.guide.reader import GuideSource, Place, parsed, plain, squeezed, without_included
from scripts.paths import ROOT

# What a site generator adds by itself; what it includes and numbers says nothing of a page's text.
BY_ITSELF, LEFT_OUT = ("tables", "fenced_code"), ("pymdownx.snippets", "toc")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
TEXTS = frozenset((*HEADINGS, "p", "li", "td", "th", "pre", "summary", "dt", "dd"))
AROUND = frozenset(("ul", "ol", "blockquote", "table"))
SLOT_AT_END = re.compile(r"\{(\w+)\}(\s*\|)")  # else the site takes it for attributes of the cell
SHORT = 60  # letters of a text that a finding quotes

# What the two read differently, and what to write: the first that fits is said.
ADVICE = (
    (r"^\s*--8<--", "let a line that includes something begin at the margin"),
    (r"^ {1,3}(?:[-*+]|\d+[.)])\s", "indent a list within a list by four spaces"),
    (r"\S.*\n(?:[-*+]|\d+[.)])\s", "put an empty line before a list, or begin the line otherwise"),
    (r"\S.*\n\s*\|", "put an empty line before a table"),
    (r"\S.*\n\s*#", "let a line begin with # only if it is a heading, with an empty line before"),
    (r"^\s*[!?]{3}", "write it as a paragraph: boxes are not read"),
    (r"(?:\*\*|__)[^*_]+(?:\*\*|__)\w", "put a space behind the bold words"),
    (r"\\\s*$", "leave out the backslash at the end of the line"),
    (r"[{]", "put braces right behind a link, or at the very end of a heading or cell"),
    (r"<", "leave out the HTML, or put it between empty lines"),
    (r"^#.*#", "leave out the signs # behind the heading"),
)
ELSE = "write it more plainly"


@dataclass(slots=True)
class Text:
    """A piece of a page: what it stands in, its words, and the line it begins on, if known."""

    kind: str  # "h2", "ul p", "table td": a list item is a paragraph of its list
    words: str
    line: int = 0


def faults(source: GuideSource) -> Iterator[tuple[Place, str]]:
    """Yield what the page shows otherwise than the quiz would say it."""
    for page, body in source.texts.items():
        file = f"docs/{page}.md"
        for line, text in differences(body):
            yield Place(file, line), text


@lru_cache(maxsize=200)
def differences(body: str) -> tuple[tuple[int, str], ...]:
    """Return the lines of a page that the two read differently, and what to do there."""
    indented = re.search(r"^[ \t]+--8<--", body, re.MULTILINE)
    if indented:
        return ((body.count("\n", 0, indented.start()) + 1, ADVICE[0][1]),)
    ours, theirs = our_texts(body), their_texts(body)
    rows = [[f"{one.kind}: {one.words}" for one in texts] for texts in (ours, theirs)]
    found = SequenceMatcher(None, rows[0], rows[1], autojunk=False).get_opcodes()
    return tuple(
        told(body, ours[a:b] or ours[max(a - 1, 0) : a], ours[a:b], theirs[c:d])
        for what, a, b, c, d in found
        if what != "equal"
    )


def told(body: str, near: list[Text], ours: list[Text], theirs: list[Text]) -> tuple[int, str]:
    """Return the line of a difference, and a sentence about it."""
    line = near[0].line if near else 1
    lines = "\n".join(takewhile(str.strip, body.split("\n")[line - 1 :]))
    how = next((how for seen, how in ADVICE if re.search(seen, lines, re.MULTILINE)), ELSE)
    return line, f"the page shows {quoted(theirs)}, the quiz reads {quoted(ours)}; {how}"


def quoted(texts: list[Text]) -> str:
    """Return the beginning of the first text, with what it stands in."""
    if not texts:
        return "nothing"
    words, kind = texts[0].words, texts[0].kind
    return f"“{words if len(words) <= SHORT else f'{words[:SHORT]}…'}” [{kind}]"


# ---- ours --------------------------------------------------------------------------------


def our_texts(body: str) -> list[Text]:
    """Return the texts of a page as the guide is read."""
    texts: list[Text] = []
    around: list[str] = []
    line = 0
    for token in parsed(body):
        line = token.map[0] + 1 if token.map else line
        if token.type == "inline":
            texts.append(Text(kind_of(around), plain(token), line))
        elif token.type in {"fence", "code_block"}:
            texts.append(Text(kind_of([*around, "pre"]), squeezed(token.content), line))
        elif token.type == "html_block":
            inside = html_texts(token.content)
            texts += [
                Text(kind_of([*around, *one.kind.split()]), one.words, line) for one in inside
            ]
        elif token.nesting:
            step(around, token)
    return [text for text in texts if text.words]


def step(around: list[str], token: Token) -> None:
    """Go into what a token opens, or out of what it closes."""
    if token.nesting > 0:
        around.append(token.tag)
    else:
        around.pop()


def kind_of(around: list[str]) -> str:
    """Name what a text stands in; whether the items of a list have air between them is a look."""
    outer = [tag for tag in around if tag in AROUND]
    inner = next((tag for tag in reversed(around) if tag in TEXTS), "p")
    return " ".join([*outer, "p" if inner == "li" else inner])


# ---- theirs ------------------------------------------------------------------------------


def their_texts(body: str) -> list[Text]:
    """Return the texts of a page as the site shows it."""
    converter = site_reader()
    converter.reset()
    return html_texts(converter.convert(with_slots(without_included(body))))


def with_slots(text: str) -> str:
    """Return a page whose slots, as {date}, are read as words also where they end a cell."""
    return SLOT_AT_END.sub(r"{\1&#125;\2", text)


@cache
def site_reader() -> Markdown:
    """Return the site's reader of Markdown, as its settings say."""
    settings = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
    configured: dict[str, dict[str, object]] = {name: {} for name in BY_ITSELF}
    for one in settings:
        configured |= one if isinstance(one, dict) else {one: {}}
    names = [name for name in configured if name not in LEFT_OUT]
    return Markdown(extensions=names, extension_configs={name: configured[name] for name in names})


def html_texts(html: str) -> list[Text]:
    """Return the texts of some HTML."""
    reader = _Texts()
    reader.feed(html)
    reader.close()
    return reader.done()


class _Texts(HTMLParser):
    """Collects texts; a claim's chip, an empty anchor and what is no text are left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.around: list[str] = []
        self.texts: list[Text] = []
        self.words: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in TEXTS or tag in AROUND:
            self._flush()
            self.around.append(tag)
        elif tag == "br":
            self.words.append(" ")
        elif tag == "a" and "fu-claim" in (dict(attrs).get("class") or "").split():
            self.words = ["".join(self.words).rstrip()]
            self.silent += 1
        elif self.silent and tag == "a":
            self.silent += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in TEXTS or tag in AROUND:
            self._flush()
            while self.around and self.around.pop() != tag:
                pass
        elif tag == "a" and self.silent:
            self.silent -= 1

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(data)

    def done(self) -> list[Text]:
        """Return all that was read."""
        self._flush()
        return self.texts

    def _flush(self) -> None:
        words = squeezed("".join(self.words))
        self.words = []
        if words:
            self.texts.append(Text(kind_of(self.around), words))
