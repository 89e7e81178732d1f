"""Archives come out the same whenever and wherever they are made."""

import zipfile
from pathlib import Path

from scripts.pyodide.compile import read_zip, write_zip


def test_order_does_not_show(tmp_path: Path) -> None:
    write_zip(tmp_path / "one", {"a": b"1", "b": b"2"})
    write_zip(tmp_path / "two", {"b": b"2", "a": b"1"})
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_files_are_stored_without_a_time(tmp_path: Path) -> None:
    write_zip(tmp_path / "zip", {"a": b"1" * 1000})
    (entry,) = zipfile.ZipFile(tmp_path / "zip").infolist()
    assert entry.date_time == (1980, 1, 1, 0, 0, 0)
    assert entry.compress_type == zipfile.ZIP_STORED


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write_zip(tmp_path / "zip", {"a/b": b"1"})
    assert read_zip(tmp_path / "zip") == {"a/b": b"1"}


def test_the_list_in_a_wheel_names_what_is_there(tmp_path: Path) -> None:
    files = {"p/m.pyc": b"", "p-1.dist-info/RECORD": b"p/m.py,sha256=old,1\n"}
    write_zip(tmp_path / "wheel", files)
    record = read_zip(tmp_path / "wheel")["p-1.dist-info/RECORD"].decode()
    assert record == (
        "p/m.pyc,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0\np-1.dist-info/RECORD,,\n"
    )
