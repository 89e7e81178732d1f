"""Write the content security policy of the built site: into each page, and into _headers."""

import base64
import hashlib
import html
from pathlib import Path

from scripts.pages import inline_scripts, pages
from scripts.paths import PUBLISHED, SITE, write_if_changed
from scripts.publish import ENTRY

META = '<meta http-equiv="Content-Security-Policy" content="{}">'
CHARSET = '<meta charset="utf-8">'


def policy(scripts: list[str]) -> str:
    """State what pages may do: nothing, but for our own files and these inline scripts."""
    hashes = [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts]
    allowed = " ".join(f"'sha256-{code}'" for code in hashes)
    rules = (
        "default-src 'none'",
        f"script-src 'self' 'wasm-unsafe-eval' {allowed}".strip(),
        "style-src 'self'",
        "img-src 'self' data:",  # the theme's and our icons are drawn from data: addresses
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)


def headers(rules: str, folder: str) -> str:
    """Write the _headers file; what a page cannot say of itself is only here.

    A worker obeys the header of its own file and not the page's meta element.
    """
    fixed = "".join(f"/assets/quiz/{name}\n  Cache-Control: no-cache\n" for name in ENTRY)
    return (
        "/*\n"
        f"  Content-Security-Policy: {rules}; frame-ancestors 'none'\n"
        "  Referrer-Policy: no-referrer\n"
        "  X-Content-Type-Options: nosniff\n"
        f"{fixed}"
        f"/assets/quiz/{folder}/*\n"
        "  Cache-Control: public, max-age=31536000, immutable\n"
    )


def write_policy(site: Path = SITE) -> Path:
    """Put the policy into the site."""
    rules = policy(list(inline_scripts(site)))
    meta = META.format(html.escape(rules, quote=False))
    for page in pages(site):
        if CHARSET not in page.html:
            message = f"{page.name}: no {CHARSET} to put the policy after"
            raise ValueError(message)
        if not page.found.policies:
            page.file.write_text(page.html.replace(CHARSET, CHARSET + meta, 1), encoding="utf-8")
    folder = next(p.name for p in sorted(PUBLISHED.iterdir()) if p.is_dir())
    write_if_changed(site / "_headers", headers(rules, folder).encode())
    return site / "_headers"
