"""Packed twins stand beside the files of the site, the same on every build."""

import gzip
from pathlib import Path

import brotli
import pytest

from scripts.paths import SITE
from scripts.site.compress import pack

WORDS = b"Should I call? " * 99


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a site of four files."""
    site = tmp_path / "site"
    (site / "deep").mkdir(parents=True)
    (site / "deep/index.html").write_bytes(WORDS)
    (site / "same.js").write_bytes(WORDS)
    (site / "tiny.css").write_bytes(b"a{}")
    (site / "card.png").write_bytes(WORDS)
    return site


def names(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def test_what_gets_smaller_has_both_twins(site: Path, tmp_path: Path) -> None:
    before = names(site)
    pack(site, tmp_path / "cache")
    assert names(site) - before == {
        f"{name}{suffix}" for name in ("deep/index.html", "same.js") for suffix in (".br", ".gz")
    }
    assert brotli.decompress((site / "same.js.br").read_bytes()) == WORDS
    assert gzip.decompress((site / "same.js.gz").read_bytes()) == WORDS


def test_equal_files_have_equal_twins_at_any_time(site: Path, tmp_path: Path) -> None:
    pack(site, tmp_path / "cache")
    first = {name: (site / name).read_bytes() for name in names(site)}
    pack(site, tmp_path / "another")
    assert first == {name: (site / name).read_bytes() for name in names(site)}


def test_equal_files_packed_side_by_side_are_whole(site: Path, tmp_path: Path) -> None:
    for number in range(60):
        (site / f"{number}.js").write_bytes(WORDS)
    pack(site, tmp_path / "cache")
    for twin in site.rglob("*.br"):
        assert brotli.decompress(twin.read_bytes()) == WORDS
    assert len(names(tmp_path / "cache")) == 4  # two contents, two ways


def test_nothing_is_packed_twice(site: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    pack(site, cache)
    before = {file: file.stat().st_mtime_ns for file in cache.iterdir()}
    pack(site, cache)
    assert {file: file.stat().st_mtime_ns for file in cache.iterdir()} == before


def test_what_is_gone_is_forgotten(site: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    pack(site, cache)
    before = names(cache)
    (site / "tiny.css").unlink()
    pack(site, cache)
    assert len(before - names(cache)) == 2


@pytest.mark.built
def test_the_twins_of_the_site_are_of_its_files() -> None:
    twins = list(SITE.rglob("*.br"))
    assert twins
    for twin in twins:
        assert brotli.decompress(twin.read_bytes()) == twin.with_suffix("").read_bytes(), twin
