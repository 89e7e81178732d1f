"""The templates of the pages use only what the engines of both generators have."""

import re

from jinja2 import Environment, nodes

from scripts.paths import DOCS, ROOT

OVERRIDES = ROOT / "overrides"
OURS = {"moved.html", "permalink.html"}  # drawn by our own scripts
# Zensical's engine has each of these. Want one more? Run make zensical, then name it here.
FILTERS = {"first", "int", "replace", "string", "striptags", "tojson", "trim", "url"}


def test_the_templates_use_no_method_and_no_filter_that_zensical_lacks() -> None:
    found = {file for file in OVERRIDES.iterdir() if file.is_file() and file.name not in OURS}
    assert len(found) > 4
    for file in found:
        tree = Environment(autoescape=False).parse(file.read_text(encoding="utf-8"))  # noqa: S701
        filters = {str(one.name) for one in tree.find_all(nodes.Filter)}
        assert filters <= FILTERS, file.name
        methods = [
            c.node.attr for c in tree.find_all(nodes.Call) if isinstance(c.node, nodes.Getattr)
        ]
        assert methods == [], file.name


def test_a_page_gets_its_script_from_a_template_which_knows_the_way_to_it() -> None:
    own = re.compile(
        r"<script[^>]* src=\"\."
    )  # each generator moves such an address in its own way
    assert [page.name for page in DOCS.rglob("*.md") if own.search(page.read_text("utf-8"))] == []
