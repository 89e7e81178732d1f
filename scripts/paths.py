"""Name the folders that every script agrees on."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PACKAGE = ROOT / "widget" / "followup"
WEB = ROOT / "widget" / "web"
PYODIDE = ROOT / os.environ.get("PYODIDE_FOLDER", "node_modules/pyodide")
ICAL = ROOT / "node_modules" / "ical.js" / "dist" / "ical.min.js"  # one module, no dependencies
QR = ROOT / "node_modules" / "qr" / "index.js"  # one module, no dependencies
BUILD = ROOT / "build"
PICTURES = BUILD / "pictures"  # what pages include
GENERATOR = os.environ.get("GENERATOR", "mkdocs")  # or zensical, for a second site
SITE = ROOT / "site" if GENERATOR == "mkdocs" else BUILD / GENERATOR
GUIDE_JSON = PACKAGE / "guide.json"
ALMANAC_JSON = PACKAGE / "almanac.json"
SECTIONS_JSON = PACKAGE / "sections.json"
PREPARED = BUILD / "docs"  # what a site generator reads: docs/, and what is made
PUBLISHED = PREPARED / "assets" / "quiz"
SCHEMAS = PREPARED / "assets" / "schema"
RULES_PAGE = PREPARED / "about" / "rules.md"
PROOF_PAGE = PREPARED / "about" / "proof.md"
CHANGES_PAGE = PREPARED / "about" / "changes.md"
QR_MODULE = PREPARED / "assets" / "js" / "qr.js"
MADE = (
    PUBLISHED,
    SCHEMAS,
    RULES_PAGE,
    PROOF_PAGE,
    CHANGES_PAGE,
    QR_MODULE,
)  # not by hand, so not in docs/


def write_if_changed(path: Path, content: bytes) -> bool:
    """Write only new bytes, so that a watching server settles; say whether it wrote."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True
