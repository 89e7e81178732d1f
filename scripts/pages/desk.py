"""Make what the desk of advisers needs: its choices, and the library that draws codes."""

import html
import sys

from followup.holidays import Holidays
from followup.questions import UNSURE
from scripts.guide.reader import GuideSource
from scripts.paths import ALMANAC_JSON, QR, QR_MODULE, write_if_changed

# What all readers of an office may have in common.
ASKED = ("country", "region", "culture", "calls-normal")
NOT_HERE = "warning: the library that draws codes is not here, so the desk shows none: make setup"
NOBODYS = b"export const encodeQR = null;\n"


def choices(source: GuideSource) -> dict[str, str]:
    """Return the choices as a part of the form; the page itself names the countries."""
    return {"desk-choices.html": "".join(choice(source, question) for question in ASKED)}


def choice(source: GuideSource, question: str) -> str:
    """Return one question with its options in words."""
    words = source.questions[question]
    labels = {value: one["label"] for value, one in words["options"].items() if value != UNSURE}
    options = labels or known()[question]
    listed = "".join(
        f'<option value="{value}">{html.escape(label)}</option>' for value, label in options.items()
    )
    name = f"desk-{question}"
    return (
        f'<div><label for="{name}">{html.escape(words["title"])}</label>\n'
        f'<select id="{name}" name="{question}"><option value="">Leave it to them</option>'
        f"{listed}</select></div>\n"
    )


def known() -> dict[str, dict[str, str]]:
    """Return the countries whose days off we know, which the page names, and their regions."""
    days_off = Holidays.from_json(ALMANAC_JSON.read_text(encoding="utf-8"))
    regions = [days_off.regions(code) for code in days_off.countries]
    return {
        "country": {code: code for code in days_off.countries},
        "region": {code: name for those in regions for code, name in those.items()},
    }


def publish_qr() -> None:
    """Put the library among the scripts of the site, as it is: one module without dependencies."""
    if not QR.is_file():
        print(NOT_HERE, file=sys.stderr)
    write_if_changed(QR_MODULE, QR.read_bytes() if QR.is_file() else NOBODYS)
