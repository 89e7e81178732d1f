"""Fill in the site's own templates, for pages that no site generator makes."""

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from scripts.paths import ROOT


def template(name: str) -> Template:
    """Return one of them."""
    loader = FileSystemLoader(ROOT / "overrides")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template(name)
