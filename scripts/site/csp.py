"""Write the content security policy of the built site: into each page, and for its host."""

import base64
import hashlib
import html
import re
from dataclasses import dataclass
from pathlib import Path

from scripts.paths import BUILD, GENERATOR, ROOT, SITE, write_if_changed
from scripts.quiz.publish import folders
from scripts.site.compress import TWINS
from scripts.site.html import inline_scripts, pages, root_path

DEPLOY = ROOT / "deploy"
META = '<meta http-equiv="Content-Security-Policy" content="{}"><meta name="referrer" content="{}">'
CHARSET = '<meta charset="utf-8">'

# What the scripts of a theme write by themselves: the dialog of Zensical's search.
STYLES = {"zensical": "'sha256-NwSx/R2V/U4jnW0Tq5pQ53Y/rzPVJ4dqE7D6UTA/J1k='"}
ASSETS = "assets/"
EMBEDDED = "embed/"
MORE = {  # what a single place may do beyond the others
    EMBEDDED: {
        # In a sandbox without an origin, a worker starts only from a page's own words.
        "worker-src": "'self' blob:",
        # Here our own code stands alone: text becomes markup or code nowhere, and one place names
        # the address of a worker.
        "require-trusted-types-for": "'script'",
        "trusted-types": "quiz",
    },
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
    """Add that nobody may show the page in a frame, which a page cannot say of itself.

    For the embedded quiz nothing is said: `*` would still shut out a preview in a sandbox.
    """
    return rules if place == EMBEDDED else f"{rules}; frame-ancestors 'none'"


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


def kept_rule(file: Path) -> str:
    """Write a rule of a _headers file for what never changes.

    For each file by itself: what is missing from its folder must not be kept as missing.
    """
    place = f"/{ASSETS}quiz/{file.parent.name}/{file.name}"
    return f"{place}\n  Cache-Control: public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Server:
    """How a server of one's own is told: by a template in deploy/, and lines in its language."""

    template: str
    header: str  # for every file
    policy: str  # for all places but the special ones
    special: str  # for one of those

    def filled(self, headers: dict[str, str], policies: dict[str, str], root: str) -> str:
        """Fill in its template, with the policies by their places; that of the front page leads."""
        special = {root + place: rules for place, rules in policies.items() if place in MORE}
        lines = [
            self.policy.format(rules=policies[""], places=" ".join(f"{one}*" for one in special)),
            *(
                self.special.format(
                    number=number, place=place, pattern=re.escape(place), rules=rules
                )
                for number, (place, rules) in enumerate(special.items())
            ),
        ]
        return fill(
            (DEPLOY / self.template).read_text(),
            headers="\n".join(self.header.format(*header) for header in headers.items()),
            policies="\n".join(lines),
            folders="|".join(folders()),
            root=root,
        )


SERVERS = (
    Server(
        "nginx.conf",
        '  add_header {} "{}" always;',
        '  default "{rules}";',
        '  "~^{pattern}" "{rules}";',
    ),
    Server(
        "Caddyfile",
        '\t\t{} "{}"',
        '\t@elsewhere not path {places}\n\theader @elsewhere Content-Security-Policy "{rules}"',
        '\t@place{number} path {place}*\n\theader @place{number} Content-Security-Policy "{rules}"',
    ),
    Server(
        "apache.conf",
        '  Header always set {} "{}"',
        '  Header always set Content-Security-Policy "{rules}"',
        '  <LocationMatch "^{pattern}">\n    Header always set Content-Security-Policy "{rules}"\n'
        "  </LocationMatch>",
    ),
)


def headers_of_every_file() -> dict[str, str]:
    """Return what deploy/_headers says for every file: other hosts are told the same."""
    template = (DEPLOY / "_headers").read_text()
    rule = template.split("\n/*\n", 1)[1].split("{{", maxsplit=1)[0]
    lines = (line.strip().partition(": ") for line in rule.splitlines())
    return {name: value for name, _, value in lines if value and not name.startswith("#")}


def write_pages(site: Path = SITE) -> None:
    """Put into each page what a page can say of itself; a host may send no headers."""
    scripts = list(inline_scripts(site))
    referrer = headers_of_every_file()["Referrer-Policy"]
    for page in pages(site):
        if CHARSET not in page.html:
            message = f"{page.name}: no {CHARSET} to put the policy after"
            raise ValueError(message)
        if not page.found.policies:
            rules = html.escape(policy(scripts, page.address), quote=False)
            meta = META.format(rules, referrer)
            page.file.write_text(page.html.replace(CHARSET, CHARSET + meta, 1), encoding="utf-8")


def write_hosts(site: Path = SITE) -> None:
    """Fill in the files for hosts: site/_headers, and the others into build/. All else stands."""
    scripts = list(inline_scripts(site))
    by_place = {place: framed(policy(scripts, place), place) for place in places(site)}
    headers = fill(
        (DEPLOY / "_headers").read_text(),
        policies="\n".join(headers_rule(*rule) for rule in by_place.items()),
        kept="\n".join(
            kept_rule(file)
            for name in folders()
            for file in sorted((site / ASSETS / "quiz" / name).iterdir())
            if file.suffix not in TWINS
        ),
    )
    write_if_changed(site / "_headers", headers.encode())
    for server in SERVERS:
        filled = server.filled(headers_of_every_file(), by_place, root_path(site))
        write_if_changed(BUILD / server.template, filled.encode())
