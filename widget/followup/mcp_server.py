"""The rules and the guide as a server of the Model Context Protocol: ``followup serve-mcp``.

It speaks through standard input and output, to the program that started it.
It needs the extra ``followup[mcp]``; nothing else in the package does.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from typing import Annotated, Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from followup.errors import AnswerError
from followup.tools import MOST, Tools
from followup.wording import EXAMPLE

INSTRUCTIONS = (
    "Advice for people who hear nothing after a job interview: one next step with its day, a way, "
    "and the words to send. Call next_question with the answers so far until the person has said "
    "enough, then advise. Show the links with what you say: each claim and section has one. "
    "Do not add odds of being hired, as nobody has measured them. Nothing is stored."
)
HARMLESS = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)

Answers = Annotated[
    dict[str, str],
    Field(
        description="Question ids and values, as next_question names them, such as "
        '{"heard": "nothing", "interviewed-on": "2027-02-02"}. Days are written YYYY-MM-DD.'
    ),
]
Today = Annotated[
    str, Field(description="The day to count from, YYYY-MM-DD. Left out: the day on this machine.")
]
Query = Annotated[str, Field(description="A few words, such as: second message no reply")]
Limit = Annotated[int, Field(description="How many sections at most", ge=1, le=MOST)]


def server(tools: Tools) -> MCPServer[Any]:
    """Return a server that offers the three tools."""

    def advise(answers: Answers, today: Today = "") -> dict[str, Any]:
        """Decide what to do after a job interview: one step, its day, the words, the reasons.

        Without the day of the interview it returns the question for it. Answers that
        cannot be used are named under "problems" and left out.
        """
        with refusals_in_words(tools):
            return tools.advise(answers, today)

    def next_question(answers: Answers, today: Today = "") -> dict[str, Any]:
        """Return the next question with its options, or that nothing is left to ask.

        "needed" says whether advice must wait for it. To pass over one that is not, give
        the value under "if_nothing_applies".
        """
        with refusals_in_words(tools):
            return tools.next_question(answers, today)

    def search_guide(query: Query, limit: Limit = 5) -> dict[str, Any]:
        """Find the sections of the guide on a subject: the answer in short, claims and links."""
        return tools.search_guide(query, limit)

    made: MCPServer[Any] = MCPServer(
        "should-i-call",
        title="Should I Call?",
        instructions=INSTRUCTIONS,
        website_url=tools.site,
        version=version("followup"),
    )
    made.add_tool(advise, title="What to do next", annotations=HARMLESS)
    made.add_tool(next_question, title="What to ask next", annotations=HARMLESS)
    made.add_tool(search_guide, title="Search the guide", annotations=HARMLESS)
    return made


@contextmanager
def refusals_in_words(tools: Tools) -> Iterator[None]:
    """Tell the other side in a sentence what is wrong with the day that it named."""
    try:
        yield
    except AnswerError:
        form = tools.guide.phrase("accepts-date", example=EXAMPLE)
        raise ToolError(f"today: {tools.guide.phrase('accepts', accepts=form)}") from None
