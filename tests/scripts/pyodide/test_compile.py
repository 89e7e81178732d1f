"""Archives come out the same whenever and wherever they are made."""

import zipfile
from pathlib import Path

from scripts.pyodide.compile import read_zip, write_zip


def test_neither_order_nor_time_shows(tmp_path: Path) -> None:
    files = {"a/b": b"1" * 1000, "c": b"2"}
    write_zip(tmp_path / "one", files)
    write_zip(tmp_path / "two", dict(reversed(files.items())))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert read_zip(tmp_path / "one") == files
    for entry in zipfile.ZipFile(tmp_path / "one").infolist():
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert entry.compress_type == zipfile.ZIP_STORED
