"""The two sites are compared: a difference that nobody explained is a failure and is named."""

import json
from pathlib import Path

import pytest

from scripts import zensical

PAGE = """<html><head><link rel="canonical" href="https://example.org/here/"></head><body>
<article>{skip}<h1 id="top">Top<a class="headerlink" href="#top">#</a></h1>{words}</article>"""
FOUND = [{"location": "#top"}]


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Path, Path]:
    """Give two sites that are equal but for what differs by nature."""
    one, other = tmp_path / "mkdocs", tmp_path / "zensical"
    for site, skip in ((one, ""), (other, '<a id="__skip" tabindex="-1"></a>')):
        (site / "search").mkdir(parents=True)
        (site / "index.html").write_text(PAGE.format(skip=skip, words="A link"))
        (site / "sitemap.xml").write_text("<loc>https://example.org/here/</loc>")
        (site / "search/words.json").write_text(json.dumps(FOUND))
    return one, other


def test_what_differs_by_nature_has_a_cause(sites: tuple[Path, Path]) -> None:
    assert zensical.main(*sites) == 0


HOME = "index.html"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (HOME, PAGE.format(skip="", words='A <a href="x/">link</a>'), "links:  → x"),
        (HOME, PAGE.format(skip="", words='A <b id="x">link</b>'), "ids: #x"),
        (HOME, PAGE.format(skip="", words='A <abbr title="x">link</abbr>'), "abbreviations:  x"),
        (HOME, PAGE.format(skip="", words="A word"), "words: "),
        (HOME, PAGE.format(skip="", words='<i class="x">A link</i>'), "elements:  <i class=x>"),
        ("search/words.json", "[]", "search entries: #top"),
        ("sitemap.xml", "", "site map: https://example.org/here/"),
        ("index.md", "words", "files for programs: index.md"),
        ("x/index.html", PAGE, "pages: x/"),
        ("s/x/index.html", '<meta http-equiv="refresh" content="0">', "short addresses: s/x/ → 0"),
    ],
)
def test_what_nobody_explained_is_named_and_fails(
    sites: tuple[Path, Path], capsys: pytest.CaptureFixture[str], name: str, text: str, told: str
) -> None:
    (sites[1] / name).parent.mkdir(parents=True, exist_ok=True)
    (sites[1] / name).write_text(text)
    assert zensical.main(*sites) == 1
    _, _, unexplained = capsys.readouterr().out.partition("no cause is known")
    assert told in unexplained
