"""The bill of materials names each part of the lock files, and is the same on every day."""

import json
import re

import pytest

from scripts.guide.reader import GuideSource
from scripts.paths import ROOT
from scripts.site import bill_of_materials


@pytest.fixture(scope="module")
def bill(source: GuideSource) -> dict[str, list[dict[str, object]]]:
    return bill_of_materials.bill(source)


def test_every_locked_package_is_named_with_hashes_and_a_license(
    bill: dict[str, list[dict[str, object]]],
) -> None:
    parts = {str(one["purl"]): one for one in bill["components"] if "purl" in one}
    lock = (ROOT / "requirements.lock").read_text()
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", lock, re.MULTILINE):
        one = parts[f"pkg:pypi/{name}@{version}"]
        assert one["hashes"]
        assert one["licenses"], name
    npm = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    assert sum(purl.startswith("pkg:npm/") for purl in parts) == len(npm) - 1


def test_what_readers_get_is_required_and_the_rest_is_not(
    bill: dict[str, list[dict[str, object]]],
) -> None:
    required = {one["name"] for one in bill["components"] if one["scope"] == "required"}
    assert {"Pyodide", "CPython", "ical.js", "holidays"} <= required
    assert "pytest" not in required


def test_it_holds_no_day_and_no_number_of_its_own(bill: dict[str, object]) -> None:
    assert {"serialNumber", "timestamp"}.isdisjoint(json.dumps(bill).split('"'))
