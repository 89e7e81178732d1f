"""Draw the picture that stands where an address of ours is shared: its own words on paper.

A card is drawn once for the same words and kept, so an unchanged build draws none.
"""

import io
import re
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from scripts.build_cache import digest
from scripts.paths import BUILD, DOCS, SITE, write_if_changed
from scripts.site.html import pages

KEPT = BUILD / "cards"
FONTS = DOCS / "assets" / "fonts"
SIZE = (1200, 630)
EDGE = 84
PAPER, INK, PENCIL, PINE, MARK = "#fbfcfb", "#17211d", "#55615b", "#0b5b45", "#ffe15c"
STEPS = 7  # from the paper to a color: letters have soft edges
TITLE_SIZES = (88, 76, 66, 56, 48)
LEAD_SIZE, LEAD_STEP = 38, 52
TITLE_LINES, LEAD_LINES = 3, 3
SENTENCE = re.compile(r"\S.*?[.!?][”’)]*(?=\s|$)")


@cache
def palette() -> Image.Image:
    """Return the colors of all cards; to find those of each took most of its time."""
    found = Image.new("P", (1, 1))
    paper, *inks = (Image.new("RGB", (1, 1), color) for color in (PAPER, INK, PENCIL, PINE, MARK))
    blends = [Image.blend(paper, ink, n / STEPS) for ink in inks for n in range(1, STEPS + 1)]
    found.putpalette(b"".join(one.tobytes() for one in (paper, *blends)))
    return found


def font(name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    """Load one of the site's own fonts, anew: what it drew before would move letters."""
    loaded = ImageFont.truetype(FONTS / f"{name}.woff2", size)
    loaded.set_variation_by_axes([weight])
    return loaded


def lines(text: str, type_: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Break a text into lines that fit."""
    found: list[str] = []
    for word in text.split():
        longer = f"{found[-1]} {word}" if found else word
        if found and type_.getlength(longer) <= width:
            found[-1] = longer
        else:
            found.append(word)
    return found


def fitted(title: str, width: int) -> tuple[list[str], ImageFont.FreeTypeFont]:
    """Return the lines of a title in the largest letters in which it fits."""
    for size in TITLE_SIZES:
        type_ = font("newsreader", size, 500)
        broken = lines(title, type_, width)
        if len(broken) <= TITLE_LINES:
            break
    return broken, type_


def shortened(text: str, type_: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Return as many whole sentences as fit; of a first one too long, as many words."""
    kept: list[str] = []
    for sentence in SENTENCE.findall(text):
        longer = lines(" ".join((*kept, sentence)), type_, width)
        if len(longer) > LEAD_LINES:
            break
        kept.append(sentence)
    if kept:
        return lines(" ".join(kept), type_, width)
    broken = lines(text, type_, width)[:LEAD_LINES]
    return [*broken[:-1], f"{broken[-1].rstrip(',;:')} …"]


def draw(kind: str, title: str, lead: str) -> bytes:
    """Draw a card: what kind of thing it is, its heading, and the answer in short."""
    picture = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(picture)
    width = SIZE[0] - 2 * EDGE
    pen.rectangle((0, 0, SIZE[0], 14), fill=PINE)
    name(pen)
    small = font("hanken-grotesk", 28, 500)
    pen.text((SIZE[0] - EDGE, 92), kind, font=small, fill=PENCIL, anchor="rm")
    words, type_ = fitted(title, width)
    y = 176
    for line in words:
        pen.text((EDGE, y), line, font=type_, fill=INK)
        y += round(type_.size * 1.16)
    body = font("hanken-grotesk", LEAD_SIZE, 400)
    y += 36
    said = shortened(lead, body, width - 40)
    pen.rectangle((EDGE, y + 6, EDGE + 8, y + LEAD_STEP * len(said) - 6), fill=MARK)
    for line in said:
        pen.text((EDGE + 34, y), line, font=body, fill=PENCIL)
        y += LEAD_STEP
    out = io.BytesIO()
    picture.quantize(palette=palette(), dither=Image.Dither.NONE).save(out, "PNG")
    return out.getvalue()


def name(pen: ImageDraw.ImageDraw) -> None:
    """Draw the name of the site with its leaf of a calendar."""
    x, y = EDGE, 66
    pen.rounded_rectangle((x, y, x + 46, y + 52), 6, fill="#ffffff", outline=PINE, width=4)
    pen.rectangle((x, y, x + 46, y + 14), fill=PINE)
    pen.rectangle((x + 12, y + 26, x + 34, y + 38), fill=MARK)
    bold = font("hanken-grotesk", 34, 700)
    pen.text((x + 68, 92), "Should I Call?", font=bold, fill=PINE, anchor="lm")


def card(kind: str, title: str, lead: str) -> bytes:
    """Return the card for these words, drawn only if it has not been drawn before."""
    kept = KEPT / f"{digest([Path(__file__), kind, title, lead])}.png"
    if not kept.is_file():
        write_if_changed(kept, draw(kind, title, lead))
    return kept.read_bytes()


def write_cards(site: Path = SITE) -> None:
    """Write the card of every page of the built site to where the page says it is."""
    folder = site / "assets" / "cards"
    for page in pages(site):
        image, meta = page.found.meta.get("og:image", ""), page.found.meta
        if f"/{folder.relative_to(site).as_posix()}/" in image:
            name = image.rpartition("/")[2]
            write_if_changed(folder / name, card("", meta["og:title"], meta["og:description"]))
