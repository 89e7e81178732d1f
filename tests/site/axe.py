"""Ask axe what is wrong with a page, at a width, in a scheme."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from playwright.sync_api import Page

from scripts.paths import ROOT
from tests.conftest import promised

NARROW, WIDE = 320, 1280  # pixels
SCHEME = "name => (document.body.dataset.mdColorScheme = name)"  # as the theme does it
COLORS = ("color-contrast",)  # all that a dark scheme can change
OF_A_KIND = 25  # as many of alike links of a page are looked for

# The page answers to its new width first: what scrolls now gets the focus.
SETTLED = """() => document.fonts.status === "loaded" &&
  !document.querySelector("[aria-busy=true]") &&
  [...document.querySelectorAll(".md-typeset__scrollwrap, .md-typeset pre > code")]
    .every((one) => one.scrollWidth <= one.clientWidth || one.tabIndex === 0)"""
# Passes are counted, not described, which takes most of the time.
RUN = """async ([within, rules, without]) => {
  const only = rules.length ? { runOnly: { type: "rule", values: rules } } : {};
  only.rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const { violations } = await axe.run(within, { resultTypes: ["violations"], ...only });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`);
}"""

# An element and what it stands in, by names and classes: styles give each of a kind its colors.
KIND = """const kind = (one, depth = 3) => one && depth
  ? `${kind(one.parentElement, depth - 1)} ${[one.localName, ...one.classList].join(".")}` : "";"""
# Marks one text of each kind that was not there before, and returns the kinds.
MARK = f"""(before) => {{
  {KIND}
  const seen = new Set(before), found = [];
  for (const one of document.body.querySelectorAll("*")) {{
    const words = [...one.childNodes].filter(({{ nodeType }}) => nodeType === 3);
    const isText = words.some(({{ data }}) => data.trim()) && one.checkVisibility();
    if (!isText || seen.has(kind(one))) continue;
    seen.add(kind(one));
    found.push(kind(one));
    one.dataset.new = "";
  }}
  return found;
}}"""
NEW = "[data-new]"

# What the keyboard reaches and nobody sees: in a shut drawer, behind something, of no size.
UNSEEN = f"""() => {{
  {KIND}
  const count = {{}};
  return [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, iframe, [tabindex]")]
  .filter((one) => one.tabIndex >= 0)
  .filter((one) => (count[kind(one)] = (count[kind(one)] ?? 0) + 1) <= {OF_A_KIND})
  .filter((one) => {{
    one.focus();
    if (document.activeElement !== one) return false;
    one.scrollIntoView({{ block: "center", inline: "nearest" }});
    if (!one.checkVisibility({{ opacityProperty: true, visibilityProperty: true }})) return true;
    const box = [...one.getClientRects()].find(({{ width, height }}) => width > 3 && height > 3);
    if (!box) return true;
    const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return !at || !(one.contains(at) || at.contains(one));
  }})
  .map((one) => one.outerHTML.slice(0, 80));
}}"""


@cache
def _source() -> str:
    return (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


def violations(
    page: Page, *rules: str, without: tuple[str, ...] = (), within: str = "html"
) -> list[str]:
    """Return what these rules, or all of them but those without, object to."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_source())
    found: list[str] = promised(page, RUN, [within, rules, without])
    return found


def new_colors(page: Page, before: list[str]) -> list[str]:
    """Mark a text of each kind that is not among those before, as `NEW`; return the new kinds."""
    found: list[str] = page.evaluate(MARK, before)
    return found


def resize(page: Page, width: int) -> None:
    """Give the page a width, and wait until it has answered to it; nothing moves any more."""
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})
    page.wait_for_function(SETTLED)


@contextmanager
def dark(page: Page) -> Iterator[None]:
    """Give the page its dark colors, for as long as the block runs."""
    page.emulate_media(color_scheme="dark")
    page.evaluate(SCHEME, "slate")
    yield
    page.emulate_media(color_scheme="light")
    page.evaluate(SCHEME, "default")


def unseen(page: Page) -> list[str]:
    """Return what takes the focus and cannot be seen, which axe does not look for."""
    found: list[str] = page.evaluate(UNSEEN)
    return found


def fits(page: Page) -> bool:
    """Tell whether nothing stands out to the side."""
    inside: bool = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return inside
