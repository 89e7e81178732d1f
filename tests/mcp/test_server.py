"""The server for assistants, started as they start it and asked by the protocol's own client."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

mcp = pytest.importorskip("mcp", reason="make test-mcp installs it")

SITE = "https://guide.example/"
STARTED_AS = mcp.StdioServerParameters(
    command=sys.executable,
    args=["-m", "followup", "serve-mcp", "--site", SITE],
    env=dict(os.environ),
)
GIVEN = {
    "interviewed-on": "2027-02-02",
    "timeline": "none",
    "thanked": "yes",
    "channels": "email",
}
A_DAY = "2027-02-09"


def session(talk: Callable[[Any], Awaitable[None]]) -> None:
    """Let a client talk to the server in a process of its own."""

    async def run() -> None:
        async with mcp.Client(STARTED_AS) as client:
            await talk(client)

    asyncio.run(run())


def test_a_client_finds_three_tools_that_change_nothing() -> None:
    async def talk(client: Any) -> None:  # noqa: ANN401 - the SDK is not always here
        tools = {tool.name: tool for tool in (await client.list_tools()).tools}
        assert set(tools) == {"advise", "next_question", "search_guide"}
        for tool in tools.values():
            assert tool.annotations.read_only_hint
            assert tool.description
        assert "YYYY-MM-DD" in str(tools["advise"].input_schema)

    session(talk)


def test_a_client_asks_until_nothing_is_needed_and_is_advised() -> None:
    async def talk(client: Any) -> None:  # noqa: ANN401
        answers: dict[str, str] = {}
        for _ in range(40):
            asked = await client.call_tool("next_question", {"answers": answers, "today": A_DAY})
            question = asked.structured_content
            if question["kind"] == "complete" or not question["needed"]:
                break
            plain = question["if_nothing_applies"] or "nothing"
            answers[question["id"]] = GIVEN.get(question["id"], plain)
        advised = await client.call_tool("advise", {"answers": answers, "today": A_DAY})
        advice = advised.structured_content
        assert advice["kind"] == "advice"
        assert advice["headline"]
        for rule in advice["rules"]:
            assert rule["link"] == f"{SITE}s/{rule['section'].partition('#')[2]}/"
        claims = [claim for rule in advice["rules"] for claim in rule["claims"]]
        assert {"id": "T7", "link": f"{SITE}s/t7/"} in claims
        assert advice["quiz"].startswith(f"{SITE}quiz/#v=1&")

    session(talk)


def test_a_client_searches_the_guide() -> None:
    async def talk(client: Any) -> None:  # noqa: ANN401
        found = await client.call_tool("search_guide", {"query": "voicemail", "limit": 3})
        sections = found.structured_content["sections"]
        assert f"{SITE}s/voicemail/" in [one["link"] for one in sections]
        assert len(sections) == 3

    session(talk)


def test_what_cannot_be_used_comes_back_as_a_sentence() -> None:
    async def talk(client: Any) -> None:  # noqa: ANN401
        refused = await client.call_tool("advise", {"answers": GIVEN, "today": "tomorrow"})
        assert refused.is_error
        assert "today" in refused.content[0].text
        assert "2027-02-09" in refused.content[0].text
        wrong = {**GIVEN, "thanked": "perhaps"}
        advised = await client.call_tool("advise", {"answers": wrong, "today": A_DAY})
        (problem,) = advised.structured_content["problems"]
        assert problem["question"] == "thanked"
        assert "yes" in problem["text"]

    session(talk)
