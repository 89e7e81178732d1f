"""Name the folders that every script agrees on."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PACKAGE = ROOT / "widget" / "followup"
WEB = ROOT / "widget" / "web"
PYODIDE = ROOT / "node_modules" / "pyodide"
ICAL = ROOT / "node_modules" / "ical.js" / "dist" / "ical.min.js"  # one module, no dependencies
BUILD = ROOT / "build"
PICTURES = BUILD / "pictures"  # what pages include
SITE = ROOT / "site"
GUIDE_JSON = PACKAGE / "guide.json"
ALMANAC_JSON = PACKAGE / "almanac.json"
PUBLISHED = DOCS / "assets" / "quiz"
RULES_PAGE = DOCS / "about" / "rules.md"
PROOF_PAGE = DOCS / "about" / "proof.md"


def write_if_changed(path: Path, content: bytes) -> bool:
    """Write only new bytes, so that a watching server settles; say whether it wrote."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True
