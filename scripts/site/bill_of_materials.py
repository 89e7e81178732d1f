"""Write down what the site is made with, in the form that tools for that read: CycloneDX 1.6.

Each part with its version, license and the hashes of its lock file. What the site carries to
readers is required; the rest only helps to make or try it.
"""

import base64
import json
import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

from scripts.guide.reader import GuideSource, plain, rows
from scripts.paths import ROOT, SITE, write_if_changed

NAME = "sbom.cdx.json"
PAGE = "about/licenses#parts-by-others"
PINNED = re.compile(r"^([a-z0-9._-]+)==([^\s;\\]+)(.*(?:\n    .*)*)", re.MULTILINE | re.IGNORECASE)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
OURS = "followup"
LOCK = ROOT / "requirements.lock"


def from_pip(lock: Path) -> Iterator[dict[str, Any]]:
    """Yield the packages of a lock file of pip, those of this project with their licenses."""
    for name, version, more in PINNED.findall(lock.read_text(encoding="utf-8")):
        yield {
            "type": "library",
            "name": name,
            "version": version,
            "purl": f"pkg:pypi/{name}@{version}",
            "licenses": licenses(name) if lock == LOCK else [],
            "hashes": [{"alg": "SHA-256", "content": code} for code in HASH.findall(more)],
        }


def licenses(name: str) -> list[dict[str, Any]]:
    """Return the license that an installed package states; none where it is not installed here."""
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return []
    if "License-Expression" in about:
        return [{"expression": about["License-Expression"]}]
    named = [one for one in about.get_all("Classifier", []) if one.startswith("License ::")]
    words = [one.rpartition(" :: ")[2] for one in named] or [about["License"]]
    return [{"license": {"name": word.partition("\n")[0]}} for word in words]


def from_npm(lock: Path) -> Iterator[dict[str, Any]]:
    """Yield the packages of a lock file of npm."""
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    for place, one in sorted(packages.items()):
        if not place:
            continue
        name = place.rpartition("node_modules/")[2]
        algorithm, _, code = one["integrity"].partition("-")
        yield {
            "type": "library",
            "name": name,
            "version": one["version"],
            "purl": f"pkg:npm/{name.replace('@', '%40')}@{one['version']}",
            "licenses": [{"expression": one["license"]}],
            "hashes": [
                {"alg": algorithm.upper().replace("SHA", "SHA-"), "content": as_hex(code)},
            ],
        }


def as_hex(code: str) -> str:
    """Return a hash as hexadecimal digits."""
    return base64.b64decode(code).hex()


def carried(source: GuideSource) -> Iterator[dict[str, Any]]:
    """Yield what travels to readers, as the page of licenses names it."""
    block = next(one for one in source.blocks if one.ref == PAGE)
    for cells, _ in rows(block):
        name, version, license_, about, by, *_ = (plain(cell) for cell in cells)
        yield {
            "type": "library",
            "name": name,
            "version": version if version != "–" else "unversioned",
            "scope": "required",
            "description": about,
            "supplier": {"name": by},
            "licenses": [{"expression": license_}],
        }


def bill(source: GuideSource) -> dict[str, Any]:
    """Return the whole bill, the same on every day and machine."""
    helpers = [
        *from_pip(ROOT / "scripts" / "pyodide" / "compiler.lock"),
        *from_pip(LOCK),  # of what stands in both, this one knows more
        *from_npm(ROOT / "package-lock.json"),
    ]
    once = {one["purl"]: {**one, "bom-ref": one["purl"], "scope": "excluded"} for one in helpers}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "name": OURS,
                "version": metadata(OURS)["Version"],
                "licenses": [{"expression": "MIT AND CC-BY-4.0"}],
            }
        },
        "components": [*carried(source), *once.values()],
    }


def write(source: GuideSource, site: Path = SITE) -> None:
    """Put the bill into the built site."""
    text = json.dumps(bill(source), ensure_ascii=False, indent=1)
    write_if_changed(site / NAME, f"{text}\n".encode())
