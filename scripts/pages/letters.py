"""Show the messages of the guide as letters: a subject bar, blanks that stand out, reasons beside.

A message is written as a block of text, and below it why each of its sentences is there. Words for
other readers, and bad examples, fold to the words in bold above them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from scripts.guide.references import FRAME, sentences

WHY = "**Why each sentence is there**"
SUBJECT = "Subject: "
FENCE = re.compile(r"^```text[a-z-]*\n(.*)\n```$", re.DOTALL)
IN_BOLD = re.compile(r"^\*\*(.+?)[,.:]?\*\*[,.:]?\s*(.*)$", re.DOTALL)
BLANK = re.compile(r"\[[^\]]+\]")
REASON = re.compile(r"^\d+\. (.*)$", re.MULTILINE)


def written(text: str) -> str:
    """Return the Markdown of a section with its messages as letters, and the rest folded."""
    return "\n\n".join(_written(blocks(text)))


def blocks(text: str) -> list[str]:
    """Return the paragraphs, lists and blocks of a text."""
    found: list[str] = []
    fenced = False
    for part in re.split(r"\n{2,}", text.strip("\n")):
        if fenced:
            found[-1] += f"\n\n{part}"
        else:
            found.append(part)
        fenced ^= part.count("```") % 2 == 1
    return found


def _written(found: list[str]) -> Iterator[str]:
    """Yield the parts of a section."""
    position, is_open = 0, False
    while position < len(found):
        block = found[position]
        after = found[position + 1] if position + 1 < len(found) else ""
        bold = IN_BOLD.match(block)
        if is_open and bold:
            yield "</details>"
            is_open = False
        message = FENCE.match(block)
        if message:
            has_reasons = after == WHY
            yield letter(message[1], REASON.findall(found[position + 2]) if has_reasons else [])
            position += 2 if has_reasons else 0
        elif bold and (FENCE.match(after) or after.startswith(">")):
            yield f'<details class="fu-from" markdown="1">\n<summary>{bold[1]}</summary>'
            if bold[2]:
                yield f"{bold[2][0].upper()}{bold[2][1:].rstrip(':.')}."
            is_open = True
        else:
            yield block
        position += 1
    if is_open:
        yield "</details>"


def letter(text: str, reasons: list[str]) -> str:
    """Return a message as a sheet of paper, each paragraph with the reasons for its sentences."""
    subject, paragraphs = "", text.split("\n\n")
    if paragraphs[0].startswith(SUBJECT):
        subject = paragraphs.pop(0).removeprefix(SUBJECT)
    words = len(re.findall(r"[^\s—–]+", " ".join(paragraphs)))
    left = iter(reasons)
    lines: list[str] = []
    for one in paragraphs:
        said = 0 if FRAME.match(one) else sentences(one)
        why = [reason for _, reason in zip(range(said), left, strict=False)]
        lines.append(f"<p>{marked(one)}</p>")
        if why:
            notes = " ".join(f"<span>{escape(note, quote=False)}</span>" for note in why)
            lines.append(f'<p class="fu-letter__why">{notes}</p>')
    head = (
        f'<div class="fu-letter__head"><p class="fu-letter__subject"><b>Subject</b> '
        f"{marked(subject)}</p></div>"
    )
    look = "fu-letter fu-letter--why" if reasons else "fu-letter"
    return "\n".join(
        (
            f'<div class="{look}" translate="no">',
            *([head] if subject else []),
            '<div class="fu-letter__body">',
            *lines,
            "</div>",
            f'<div class="fu-letter__foot"><span>{words} words</span></div>',
            "</div>",
        )
    )


def marked(text: str) -> str:
    """Return text with its blanks marked and its lines kept."""
    html = BLANK.sub(lambda blank: f"<mark>{blank[0]}</mark>", escape(text, quote=False))
    return html.replace("\n", "<br>")
