"""What can go wrong, and who can put it right.

FollowUpError
├── AnswerError   the reader can fix it: a question and a code
├── GuideError    an editor can fix it: the guide and the rules disagree
└── GapError      a programmer must fix it: a table has no rule that fits
"""

from __future__ import annotations


class FollowUpError(Exception):
    """Anything that this package raises on purpose."""


class AnswerError(FollowUpError, ValueError):
    """One answer cannot be used.

    The sentence a reader sees for ``code`` is in the guide, not here.
    """

    def __init__(self, question: str, code: str, value: str = "") -> None:
        """Name the question, the kind of trouble and what was given."""
        super().__init__(f"{question}: {code}" + (f" ({value})" if value else ""))
        self.question = question
        self.code = code
        self.value = value


class GuideError(FollowUpError):
    """The guide lacks something that the rules or the words need."""


class GapError(FollowUpError):
    """No rule of a table fits: the table has lost its last, catch-all line."""

    def __init__(self, table: str) -> None:
        """Name the table."""
        super().__init__(f"no rule of the table {table} fits")
        self.table = table
