"""The terminal's door: ``python -m followup advise --today 2027-02-09 thanked=yes …``.

``python -m followup quiz`` asks instead, and ``serve-mcp`` answers assistants.
``advise --batch`` reads a line of answers from standard input and writes a
document, line by line; a line may begin with ``--today=DATE``, which then
counts for that line alone.

Exit status: 0 advice, 1 the guide is not built, 2 an answer cannot be used,
3 the server's SDK is not installed, 130 the quiz was broken off. The only
module that reads a clock or writes anything.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from followup.address import write_fragment
from followup.answers import read_answers, read_today
from followup.documents import advice_document, canonical
from followup.errors import AnswerError, GuideError
from followup.guide import Guide, load_guide
from followup.guide_index import load_index
from followup.inquiry import Inquiry
from followup.quiz import Quiz
from followup.tools import SITE, Tools
from followup.wording import EXAMPLE, Words

OK, NOT_BUILT, REFUSED, NO_SDK, STOPPED = 0, 1, 2, 3, 130
NEEDED = ("mcp", "pydantic")
WITHOUT_SDK = "The server needs the SDK of the protocol. Install it: pip install 'followup[mcp]'"
OF_ITS_OWN = "--today="  # a line of a batch may begin with a day of its own


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status."""
    options = parser().parse_args(arguments)
    today = date.today()  # noqa: DTZ011 - the reader's own calendar day is meant
    try:
        guide = load_guide()
        if options.command == "serve-mcp":
            return serve_mcp(guide, options.site)
        if options.today is not None:
            today = read_today(options.today)
        if options.command == "quiz":
            return quiz(guide, today)
        if options.batch:
            return batch(guide, today)
        print(advice(guide, today, options.answers, as_json=options.json))
    except GuideError as error:
        print(error, file=sys.stderr)
        return NOT_BUILT
    except AnswerError as error:
        print(refusal(guide, today, error), file=sys.stderr)
        return REFUSED
    return OK


def parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    whole = argparse.ArgumentParser(prog="python -m followup", description=__doc__)
    commands = whole.add_subparsers(required=True, dest="command")
    advise = commands.add_parser("advise", help="print the advice for answers")
    advise.add_argument("--today", metavar="DATE", help="the day to count from; default: today")
    advise.add_argument("--json", action="store_true", help="print the advice document")
    advise.add_argument(
        "--batch",
        action="store_true",
        help="read a line of answers from standard input, write a document, and so on",
    )
    advise.add_argument("answers", nargs="*", metavar="question=value")
    asked = commands.add_parser("quiz", help="ask here, one question after another")
    asked.add_argument("--today", metavar="DATE", help="the day to count from; default: today")
    served = commands.add_parser("serve-mcp", help="answer an assistant that started this program")
    served.add_argument(
        "--site",
        metavar="ADDRESS",
        default=os.environ.get("SITE_URL", SITE),
        help="where the guide is published, for links; default: SITE_URL, or %(default)s",
    )
    return whole


def serve_mcp(guide: Guide, site: str) -> int:
    """Answer in the Model Context Protocol until the other side closes."""
    try:
        from followup.mcp_server import server  # noqa: PLC0415 - only this needs the SDK
    except ModuleNotFoundError as error:
        if error.name not in NEEDED:
            raise
        print(f"{WITHOUT_SDK} ({error.name} is missing)", file=sys.stderr)
        return NO_SDK
    server(Tools(guide, load_index(), f"{site.rstrip('/')}/")).run("stdio")
    return OK


def quiz(guide: Guide, today: date) -> int:
    """Ask, print the advice and the link; keep what was said if it is broken off."""
    asked = Quiz(guide, today, input, print)
    question = None
    try:
        while True:
            asked.run(question)
            for line in advised(guide, today, asked.answers):
                print(line)
            question = asked.again()
            if question is None:
                return OK
    except (KeyboardInterrupt, EOFError):
        print(f"\n{guide.phrase('terminal-stopped' if asked.answers else 'terminal-nothing-said')}")
        print(write_fragment(asked.answers))
        return STOPPED


def advised(guide: Guide, today: date, answers: dict[str, str]) -> Iterator[str]:
    """Yield the advice in words, and the link that holds the answers."""
    yield ""
    yield from readable(advice_document(Inquiry(answers, today, guide)), guide)
    yield f"\n{guide.phrase('terminal-link')}"
    yield write_fragment(answers)


def advice(guide: Guide, today: date, pairs: Iterable[str], *, as_json: bool) -> str:
    """Return the advice for answers as text. Raises ``AnswerError`` at the first refusal."""
    answers = dict(split(pair) for pair in pairs)
    read_answers(answers, today)
    document = advice_document(Inquiry(answers, today, guide))
    return canonical(document) if as_json else "\n".join(readable(document, guide))


def split(pair: str) -> tuple[str, str]:
    """Return question and value of ``question=value``."""
    question, equals, value = pair.partition("=")
    if not equals:
        raise AnswerError(pair, "unknown-question", pair)
    return question, value


def batch(guide: Guide, today: date) -> int:
    """Write a document for each line of answers; a refused line becomes a sentence."""
    status = OK
    for line in sys.stdin:
        day, pairs = today, line.split()
        try:
            if pairs and pairs[0].startswith(OF_ITS_OWN):
                day = read_today(pairs.pop(0).removeprefix(OF_ITS_OWN))
            print(advice(guide, day, pairs, as_json=True))
        except AnswerError as error:
            print(canonical({"kind": "refused", "text": refusal(guide, day, error)}))
            status = REFUSED
    return status


def refusal(guide: Guide, today: date, error: AnswerError) -> str:
    """Return one line that names the question, what is wrong and what it accepts."""
    words = Words(guide, today)
    if error.question == "today":
        form = guide.phrase("accepts-date", example=EXAMPLE)
        return f"--today: {guide.phrase('accepts', accepts=form)}"
    problem = words.problem(error, {error.question: error.value})
    text = f"{error.question}: {problem['text']} {words.accepts(error.question)}"
    return " ".join(text.split())  # one line, whatever was typed


def readable(document: dict[str, Any], guide: Guide) -> Iterator[str]:
    """Yield the lines of an advice document for a person."""
    words = document["words"]
    yield document["headline"]["text"]
    yield ""
    yield " ".join(lead["text"] for lead in words["lead"])
    yield ""
    yield from (f"{fact['label']}: {fact['text']}" for fact in words["facts"])
    yield from (note["text"] for note in words["notes"])
    for letter in (words["message"], words["also"]):
        yield from written(letter)
    if words["refusal"]:
        yield f"\n{guide.phrase('refusal')}:"
        yield from written(words["refusal"]["message"])
    for heading, items in (("avoid", words["avoid"]), ("silence", words["then"])):
        if items:
            yield f"\n{guide.phrase(heading)}"
            yield from (f"- {item['text']}" for item in items)
    yield from by_right(document["rights"], guide)
    yield f"\n{guide.phrase('because')}"
    for reason in words["because"]:
        yield f"- {reason['said']} → {reason['so']} ({reason['section']})"
    yield f"\n{guide.phrase('stated')}"
    yield from (f"- {one['text']}" for one in words["stated"])
    if words["meanwhile"]:
        yield f"\n{words['meanwhile']['text']}"


def by_right(rights: dict[str, Any] | None, guide: Guide) -> Iterator[str]:
    """Yield the lines of what the law gives beside the advice."""
    if rights is None:
        return
    yield f"\n{rights['title']}"
    for item in rights["items"]:
        yield f"- {item['text']}"
        source = guide.phrase("law-source", name=item["source"]["name"])
        yield f"  {item['sure']} {source}, {item['source']['address']}"
        yield from written(item["ask"] and item["ask"]["message"])


def written(letter: dict[str, Any] | None) -> Iterator[str]:
    """Yield the lines of a message."""
    if letter is None:
        return
    yield f"\n{letter['title']}"
    if letter["subject"]:
        yield "  " + "".join(run["text"] for run in letter["subject"])
    for paragraph in letter["paragraphs"]:
        text = "".join(run["text"] for run in paragraph)
        yield ""
        yield from (f"  {line}" for line in text.split("\n"))


def run() -> int:
    """Run on the real streams: UTF-8 whatever the locale, and quiet when nobody reads on."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more as it ends; let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    return status


if __name__ == "__main__":
    sys.exit(run())
