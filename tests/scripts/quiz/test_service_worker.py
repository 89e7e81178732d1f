"""The service worker is told what to keep, and by which hash it knows that something changed."""

from pathlib import Path

from scripts.quiz import service_worker


def test_a_key_follows_the_contents(tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text("one")
    before = service_worker.key("timing/", file)
    assert before.startswith("timing/?")
    assert service_worker.key("timing/", file) == before
    file.write_text("two")
    assert service_worker.key("timing/", file) != before
