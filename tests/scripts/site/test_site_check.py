"""What is wrong with a built site is found, and what is right is left alone."""

from pathlib import Path

import pytest

from scripts.site.csp import policy
from scripts.site.html import Page, inline_scripts, root_path
from scripts.site.site_check import findings

HEAD = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<link rel="canonical" href="https://example.org/here/"></head>"""


def site(folder: Path, body: str) -> Path:
    """Write a site of two pages."""
    (folder / "other").mkdir()
    (folder / "index.html").write_text(HEAD + f"<body>{body}</body>")
    (folder / "other/index.html").write_text(HEAD + '<body><h1 id="there">Other</h1></body>')
    return folder


@pytest.mark.parametrize(
    "body",
    [
        '<a href="other/">page</a>',
        '<a href="other/#there">place</a>',
        '<a href="/here/other/">absolute under the site\'s own path</a>',
        '<a href="https://example.com/">elsewhere, if the reader asks</a>',
        '<a href="#">top</a>',
        '<a href="mailto:somebody@example.org">mail</a>',
        '<img src="data:image/png;base64,">',
        "<script>inline()</script>",
    ],
)
def test_a_good_page_has_no_finding(tmp_path: Path, body: str) -> None:
    assert findings(site(tmp_path, body)) == []


@pytest.mark.parametrize(
    ("body", "finding"),
    [
        ('<a href="nowhere/">x</a>', "link to nothing: nowhere/"),
        ('<a href="/other/">x</a>', "link to nothing: /other/"),
        ('<a href="../../etc">x</a>', "link to nothing: ../../etc"),
        ('<a href="other/#here">x</a>', "no such place: other/#here"),
        ('<a href="#here">x</a>', "no such place: #here"),
        ('<img src="missing.png" alt="">', "link to nothing: missing.png"),
        ('<p id="a"></p><p id="a"></p>', "id 'a' stands 2 times"),
        ('<p style="color: red">x</p>', "inline style or handler: <p style>"),
        ("<style>p { color: red }</style>", "inline style or handler: <style>"),
        ('<p onclick="go()">x</p>', "inline style or handler: <p onclick>"),
        ('<img src="https://example.com/x.png" alt="">', "loads from elsewhere"),
        ('<script src="//example.com/x.js"></script>', "loads from elsewhere"),
        ('<link rel="stylesheet" href="https://example.com/x.css">', "loads from elsewhere"),
        ("<div><details>x</div></details>", "</div> in line"),
        ('<meta http-equiv="Content-Security-Policy" content="">', "2 content security policies"),
    ],
)
def test_a_fault_is_found_by_page_and_name(tmp_path: Path, body: str, finding: str) -> None:
    (found,) = findings(site(tmp_path, body))
    assert found.startswith(f"index.html: {finding}")


def test_the_site_knows_its_own_path(tmp_path: Path) -> None:
    assert root_path(site(tmp_path, "")) == "/here/"


def test_only_scripts_that_run_need_a_hash(tmp_path: Path) -> None:
    data, file, run = ' type="application/json">{}', ' src="x.js">', ">a()"
    body = "".join(f"<script{rest}</script>" for rest in (data, file, run))
    assert list(inline_scripts(site(tmp_path, body))) == ["a()"]


def test_the_policy_names_each_inline_script() -> None:
    assert "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='" in policy(["abc"])


def test_the_policy_forbids_inline_and_eval() -> None:
    assert "unsafe-inline" not in policy([])
    assert "'unsafe-eval'" not in policy([])


def test_an_address_is_what_a_browser_shows(tmp_path: Path) -> None:
    assert Page(tmp_path, tmp_path / "other/index.html").address == "other/"
    assert Page(tmp_path, tmp_path / "404.html").address == "404.html"
