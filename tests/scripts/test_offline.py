"""The service worker is told what to keep, and by which hash it knows that something changed."""

from pathlib import Path

from scripts import offline


def test_a_key_follows_the_contents(tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text("one")
    before = offline.key("timing/", file)
    assert before.startswith("timing/?")
    assert offline.key("timing/", file) == before
    file.write_text("two")
    assert offline.key("timing/", file) != before
