"""Write the content security policy of the built site: into each page, and for its host."""

import base64
import hashlib
import html
import re
from pathlib import Path

from scripts.paths import BUILD, GENERATOR, ROOT, SITE, write_if_changed
from scripts.quiz.publish import folders
from scripts.site.html import inline_scripts, pages, root_path

DEPLOY = ROOT / "deploy"
META = '<meta http-equiv="Content-Security-Policy" content="{}">'
CHARSET = '<meta charset="utf-8">'

# What the scripts of a theme write by themselves: the dialog of Zensical's search.
STYLES = {"zensical": "'sha256-NwSx/R2V/U4jnW0Tq5pQ53Y/rzPVJ4dqE7D6UTA/J1k='"}
ASSETS = "assets/"
EMBEDDED = "embed/"
MORE = {  # what a single place may do beyond the others
    # In a sandbox without an origin, a worker starts only from a page's own words.
    EMBEDDED: {"worker-src": "'self' blob:"},
    "for-other-sites/": {"frame-src": "'self'"},  # shows the embedded quiz as others would see it
}


def policy(scripts: list[str], place: str = "") -> str:
    """State what a page may do: nothing, but for our own files and these inline scripts."""
    hashes = [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts]
    allowed = " ".join(f"'sha256-{code}'" for code in hashes)
    rules = {
        "default-src": "'none'",
        "script-src": f"'self' 'wasm-unsafe-eval' {allowed}".strip(),
        "style-src": f"'self' {STYLES.get(GENERATOR, '')}".strip(),
        "img-src": "'self' data:",  # the theme's and our icons are drawn from data: addresses
        "font-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(" ".join(rule) for rule in (rules | MORE.get(place, {})).items())


def framed(rules: str, place: str) -> str:
    """Add who may show the page in a frame, which a page cannot say of itself."""
    return f"{rules}; frame-ancestors " + ("*" if place == EMBEDDED else "'none'")


def places(site: Path) -> list[str]:
    """List what lies at the top of the site; together they hold every file, each once."""
    names = (f"{p.name}/" if p.is_dir() else p.name for p in site.iterdir())
    return sorted({"", *names} - {"_headers"})


def fill(template: str, **slots: str) -> str:
    """Fill the slots of a file for a host, all of them."""
    return re.sub(r"\{\{(\w+)\}\}", lambda slot: slots[slot[1]], template)


def headers_rule(place: str, rules: str) -> str:
    """Write a rule of a _headers file. A worker obeys the header of its own file.

    Pages are asked for anew, so that nobody reads advice that has been put right since. Among the
    assets are some that never change, and no header may come from two rules.
    """
    lines = [f"/{place}{'*' if place.endswith('/') else ''}", f"Content-Security-Policy: {rules}"]
    return "\n  ".join(lines if place == ASSETS else [*lines, "Cache-Control: no-cache"])


def kept_rule(folder: str) -> str:
    """Write a rule of a _headers file for what never changes."""
    return f"/assets/quiz/{folder}/*\n  Cache-Control: public, max-age=31536000, immutable"


def nginx_rule(place: str, rules: str, root: str) -> str:
    """Write a line of nginx's map from addresses to policies."""
    return f'  "~^{re.escape(root + place)}" "{rules}";'


def write_pages(site: Path = SITE) -> None:
    """Put the policy into each page."""
    scripts = list(inline_scripts(site))
    for page in pages(site):
        if CHARSET not in page.html:
            message = f"{page.name}: no {CHARSET} to put the policy after"
            raise ValueError(message)
        if not page.found.policies:
            meta = META.format(html.escape(policy(scripts, page.address), quote=False))
            page.file.write_text(page.html.replace(CHARSET, CHARSET + meta, 1), encoding="utf-8")


def write_hosts(site: Path = SITE) -> None:
    """Fill in the files for hosts: site/_headers and build/nginx.conf. All else stands by then."""
    scripts = list(inline_scripts(site))
    for_ever = folders()
    root = root_path(site)
    by_place = {place: framed(policy(scripts, place), place) for place in places(site)}
    special = {place: rules for place, rules in by_place.items() if place in MORE}
    headers = fill(
        (DEPLOY / "_headers").read_text(),
        policies="\n".join(headers_rule(*rule) for rule in by_place.items()),
        kept="\n".join(kept_rule(folder) for folder in for_ever),
    )
    nginx = fill(
        (DEPLOY / "nginx.conf").read_text(),
        policies="\n".join(
            [f'  default "{by_place[""]}";', *(nginx_rule(*rule, root) for rule in special.items())]
        ),
        folders="|".join(for_ever),
        root=root,
    )
    write_if_changed(site / "_headers", headers.encode())
    write_if_changed(BUILD / "nginx.conf", nginx.encode())
