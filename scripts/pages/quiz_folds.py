"""Fold the plain questions of the quiz page: without JavaScript it is as short as with it."""

import re

QUESTION = re.compile(
    r"^(### [^\n]*\{ #(?P<id>[a-z-]+) \})\n\n(?P<answers>.*?)\n(?=##|\[[^\n]*\.fu-moved|</div>)",
    re.MULTILINE | re.DOTALL,
)


def folded(text: str, summary: str) -> str:
    """Return the page with the answers of each question behind a line; the first stands open."""
    first = QUESTION.search(text)

    def fold(found: re.Match[str]) -> str:
        is_open = " open" if first and found["id"] == first["id"] else ""
        begin = f'<details class="fu-fold"{is_open} markdown="1">\n<summary>{summary}</summary>'
        return f"{found[1]}\n\n{begin}\n\n{found['answers']}\n</details>\n\n"

    return QUESTION.sub(fold, text)
