"""Give every page of the guide a twin in plain Markdown, and list the twins in llms.txt.

Programs that read for people get the guide's own words without the site around them. Each heading
is a link to its short address, so that what is quoted can be cited.
"""

import html
import re
from pathlib import Path

from scripts.guide.reader import ADDRESS, GuideSource, address_of, parsed, split_front_matter
from scripts.guide.references import resolve
from scripts.paths import DOCS, PICTURES, SITE, write_if_changed
from scripts.site.html import Page
from scripts.site.short_urls import FOLDER

INSIDE = "about/"  # how the site is made is no part of the guide
FRAMED = "embed.html"  # the template of what stands in frames: the quiz again, and no page to list
HOW = "Each page of the guide is here as plain Markdown. Its headings link to their own sections."
HEADING = re.compile(r"^(#{2,6}) (.*?)[ \t]*\{[ \t]*#([a-z0-9-]+)[^{}\n]*\}[ \t]*$", re.MULTILINE)
PICTURE = re.compile(r'^--8<-- "(.*\.html)"$', re.MULTILINE)
LISTED = re.compile(r"<li>(.*?)</li>")
STRONG = re.compile(r"</?b\b[^>]*>")
TAG = re.compile(r"<[^>]*>")
MADE = re.compile(r'^--8<-- "(.*\.md)"$', re.MULTILINE)
DISAGREEMENT = re.compile(r'^--8<-- "(k\d+)\.md"$', re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|mailto:)([^()\s#]*)(#[^()\s]*)?\)")
ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*(?:[.#]|data-)[^{}\n]*\}")
BLANK_LINES = re.compile(r"\n{3,}")


def markdown(source: GuideSource, page: str, text: str, home: str) -> str:
    """Return a page as plain Markdown with full addresses."""

    def link(found: re.Match[str]) -> str:
        path, place = found.group(1), found.group(2) or ""
        name = resolve(page, path.removesuffix(".md")) if path else page
        return f"]({home}{name if Path(name).suffix else address_of(name)}{place})"

    front = source.pages[page]
    titles = {block.id: block.title for block in source.blocks}
    _, body = split_front_matter(text, page)
    body = PICTURE.sub(in_words, body)
    body = DISAGREEMENT.sub(
        lambda found: (
            f"Sources disagree: [{titles[found.group(1)]}](disagreements.md#{found.group(1)})"
        ),
        body,
    )
    body = MADE.sub(lambda found: (PICTURES / found.group(1)).read_text(encoding="utf-8"), body)
    body = HEADING.sub(rf"\1 [\2]({home}{FOLDER}/\3/)", body)
    body = ATTRIBUTES.sub("", without_html(body))
    body = BLANK_LINES.sub("\n\n", LINK.sub(link, body)).strip().replace(ADDRESS, home)
    return f"{body}\n\nFrom {home}{address_of(page)}, last reviewed {front['reviewed']}.\n"


def in_words(picture: re.Match[str]) -> str:
    """Return a picture as the list that it has beside it, or as nothing."""
    drawn = (PICTURES / picture.group(1)).read_text(encoding="utf-8")
    plain = (TAG.sub("", STRONG.sub("**", words)) for words in LISTED.findall(drawn))
    return "\n".join(f"- {html.unescape(words)}" for words in plain)


def without_html(body: str) -> str:
    """Drop the lines that are HTML: forms, frames around parts of a page, what only looks."""
    lines = body.split("\n")
    for token in parsed(body):
        if token.type == "html_block" and token.map:
            for number in range(*token.map):
                is_html = lines[number].lstrip().startswith("<")
                lines[number] = "" if is_html else lines[number]
    return "\n".join(lines)


def write_mirror(source: GuideSource, site: Path = SITE) -> None:
    """Write the twins, llms.txt with a line for each, and llms-full.txt with all of them."""
    found = Page(site, site / "index.html").found
    home, name = found.canonical or "/", found.meta["og:site_name"]
    twins = {
        page: markdown(source, page, (DOCS / f"{page}.md").read_text(encoding="utf-8"), home)
        for page in source.pages
        if not page.startswith(INSIDE)
    }
    for page, text in twins.items():
        write_if_changed(site / address_of(page) / "index.md", text.encode())
    about = f"# {name}\n\n> {found.meta['og:description']}\n\n{HOW}\n"
    told = [page for page in twins if source.pages[page].get("template") != FRAMED]
    listed = (
        f"- [{source.pages[page]['title']}]({home}{address_of(page)}index.md): "
        f"{source.pages[page]['description']}"
        for page in told
    )
    write_if_changed(site / "llms.txt", "\n".join((about, "## Guide\n", *listed, "")).encode())
    write_if_changed(
        site / "llms-full.txt", "\n\n".join((about, *(twins[page] for page in told))).encode()
    )
