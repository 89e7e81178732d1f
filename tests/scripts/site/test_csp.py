"""Each place gets one policy, and only the embedded quiz may be framed."""

import fnmatch
from collections import Counter
from pathlib import Path

import pytest

from scripts.paths import SITE
from scripts.quiz import publish
from scripts.site import csp
from scripts.site.compress import WAYS
from scripts.site.server import Rules, read_headers

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<link rel="canonical" href="https://example.org/here/"></head><body>{}</body></html>"""
FOLDERS = ("0123456789ab", "python-ba9876543210")
PLACES = ("", "embed/", "for-other-sites/", "about/deep/")
MOST_RULES, LONGEST_LINE = 100, 2000  # what Cloudflare Pages reads


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write the policy into a site of four pages and a file."""
    published, build, site = (tmp_path / name for name in ("quiz", "build", "site"))
    for folder in FOLDERS:
        (published / folder).mkdir(parents=True)
        (site / "assets/quiz" / folder).mkdir(parents=True)
        (site / "assets/quiz" / folder / "a.js").write_text("")
    for place in PLACES:
        (site / place).mkdir(parents=True, exist_ok=True)
        (site / place / "index.html").write_text(PAGE.format("<script>inline()</script>"))
    (site / "404.html").write_text(PAGE.format(""))
    monkeypatch.setattr(publish, "PUBLISHED", published)
    monkeypatch.setattr(csp, "BUILD", build)
    csp.write_pages(site)
    csp.write_hosts(site)
    return site


def sent(rules: Rules, path: str) -> list[tuple[str, str]]:
    """List the headers of a path, as hosts that apply every rule do."""
    return [
        header for pattern, named in rules if fnmatch.fnmatchcase(path, pattern) for header in named
    ]


def headers(site: Path, path: str) -> dict[str, str]:
    found = sent(read_headers((site / "_headers").read_text()), path)
    assert len(found) == len(dict(found)), f"{path} gets a header twice"
    return dict(found)


@pytest.mark.parametrize(
    "path", ["/", "/index.html", "/404.html", "/about/deep/", "/for-other-sites/"]
)
def test_a_page_may_not_be_framed(site: Path, path: str) -> None:
    assert headers(site, path)["Content-Security-Policy"].endswith("; frame-ancestors 'none'")


def test_the_embedded_quiz_may_be_framed_by_anyone(site: Path) -> None:
    rules = headers(site, "/embed/")["Content-Security-Policy"]
    assert "frame-ancestors" not in rules  # even `*` shuts out who has no address
    assert "X-Frame-Options" not in headers(site, "/embed/")
    assert "worker-src 'self' blob:;" in rules


def test_only_one_page_has_workers_of_its_own_words_and_one_has_frames(site: Path) -> None:
    text = {place: (site / place / "index.html").read_text() for place in PLACES}
    assert [place for place in PLACES if "blob:" in text[place]] == ["embed/"]
    assert [place for place in PLACES if "frame-src" in text[place]] == ["for-other-sites/"]


def test_a_page_says_what_its_header_says(site: Path) -> None:
    for place in PLACES:
        rules = headers(site, f"/{place}")["Content-Security-Policy"].partition("; frame-anc")[0]
        text = (site / place / "index.html").read_text()
        assert f'content="{rules}"' in text
        referrer = headers(site, f"/{place}")["Referrer-Policy"]
        assert f'<meta name="referrer" content="{referrer}">' in text


def test_a_second_time_changes_nothing(site: Path) -> None:
    before = {file: file.read_bytes() for file in site.rglob("*") if file.is_file()}
    csp.write_pages(site)
    csp.write_hosts(site)
    assert before == {file: file.read_bytes() for file in site.rglob("*") if file.is_file()}


def test_nginx_is_told_the_same(site: Path) -> None:
    text = (site.parent / "build/nginx.conf").read_text()
    assert "{{" not in text
    assert "location / {" in text
    for place in ("embed/", "for-other-sites/"):
        assert f'/{place.replace("-", chr(92) + "-")}" "' in text
        assert headers(site, f"/{place}")["Content-Security-Policy"] in text
    assert headers(site, "/")["Content-Security-Policy"] in text


@pytest.mark.parametrize("path", ["/", "/404.html", "/about/deep/"])
def test_a_page_is_asked_for_anew(site: Path, path: str) -> None:
    assert headers(site, path)["Cache-Control"] == "no-cache"
    assert 'default "no-cache"' in (site.parent / "build/nginx.conf").read_text()


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_is_named_by_its_contents_is_kept_for_ever(site: Path, folder: str) -> None:
    assert "immutable" in headers(site, f"/assets/quiz/{folder}/a.js")["Cache-Control"]
    assert folder in (site.parent / "build/nginx.conf").read_text()


def test_what_is_missing_is_not_kept_as_missing(site: Path) -> None:
    assert "Cache-Control" not in headers(site, f"/assets/quiz/{FOLDERS[0]}/gone.js")
    assert "map $status:$uri $fu_cache" in (site.parent / "build/nginx.conf").read_text()


def test_a_slot_without_a_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        csp.fill("a {{slot}}", other="b")


@pytest.mark.built
def test_every_file_gets_one_policy_and_no_header_twice() -> None:
    text = (SITE / "_headers").read_text()
    rules = read_headers(text)
    twins = {suffix for suffix, _ in WAYS.values()}  # sent in the place of another file
    files = [
        file.relative_to(SITE).as_posix()
        for file in SITE.rglob("*")
        if file.is_file() and file.suffix not in twins
    ]
    for name in sorted({*files, *(f.removesuffix("index.html") for f in files)} - {"_headers"}):
        counted = Counter(header for header, _ in sent(rules, f"/{name}"))
        assert counted["Content-Security-Policy"] == 1, name
        assert counted["Access-Control-Allow-Origin"] == 1, name
        assert max(counted.values()) == 1, name
    assert len(rules) <= MOST_RULES
    assert max(map(len, text.splitlines())) <= LONGEST_LINE
