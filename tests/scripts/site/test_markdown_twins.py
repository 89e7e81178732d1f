"""The twins in plain Markdown lose nothing that a page says, and hold no HTML."""

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from scripts.guide.reader import read_guide
from scripts.paths import DOCS, SITE
from scripts.site.markdown_twins import FRAMED, INSIDE, without_html

pytestmark = pytest.mark.built

PAGES = [page for page in read_guide(DOCS).pages if not page.startswith(INSIDE)]
COMMONMARK = MarkdownIt("commonmark").enable("table")


def twin(page: str) -> str:
    folder = SITE if page == "index" else SITE / page
    return (folder / "index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_a_twin_holds_no_html_outside_code(page: str) -> None:
    kinds = [
        (one.type, one.content)
        for token in COMMONMARK.parse(twin(page))
        for one in (token, *(token.children or []))
    ]
    assert [content for kind, content in kinds if kind.startswith("html")] == []
    assert not any("{ " in content and "}" in content for kind, content in kinds if kind == "text")


@pytest.mark.parametrize("page", PAGES)
def test_what_a_sentence_announces_follows_it(page: str) -> None:
    tokens = COMMONMARK.parse(twin(page))
    for token, following in zip(tokens[1:], tokens[3:], strict=False):
        if token.type == "inline" and token.level == 1 and token.content.endswith(":"):
            assert following.type not in {"paragraph_open", "heading_open"}, token.content


@pytest.mark.parametrize("page", PAGES)
def test_the_head_names_the_twin(page: str) -> None:
    folder = SITE if page == "index" else SITE / page
    named = re.search(
        r'<link rel="alternate " type="text/markdown" href="([^"]*)">',
        (folder / "index.html").read_text(encoding="utf-8"),
    )
    is_framed = read_guide(DOCS).pages[page].get("template") == FRAMED
    assert (named is None) == is_framed
    if named:
        assert named[1].endswith("/index.md" if page == "index" else f"/{page}/index.md")


def test_llms_txt_has_what_its_proposal_reads() -> None:
    """It wants a title, a summary, free text, and lists of links."""
    text = (SITE / "llms.txt").read_text(encoding="utf-8")
    head, *lists = re.split(r"^## .*\n", text, flags=re.MULTILINE)
    assert re.match(r"# .+\n\n> .+\n\n\S.*\n\n$", head), head
    links = [line for one in lists for line in one.split("\n") if line]
    assert all(re.fullmatch(r"- \[[^\]]+\]\(https?://[^)]+\): .+", line) for line in links)
    titles = [line.partition("]")[0] for line in links]
    assert len(set(titles)) == len(titles), "a page twice"


def test_lines_of_html_go_and_lines_of_words_stay() -> None:
    body = (
        '<div class="a" markdown>\n\nWords.\n\n</div>\n\n<form>\n<b>x</b>\n</form>\n\nMore `<b>`.'
    )
    assert without_html(body).split() == ["Words.", "More", "`<b>`."]


def test_every_twin_is_there() -> None:
    assert {file.relative_to(SITE) for file in SITE.glob("*/index.md")} == {
        Path(page) / "index.md" for page in PAGES if page != "index"
    }
