"""Requests, links and command lines as nobody means them, the same ones for every seed."""

import json
import random
from collections.abc import Callable, Iterator

from followup.address import write_fragment
from followup.questions import BY_ID
from scripts.proof.samples import random_answers

Json = object
LONG = 2_000
MANY = 1_000_000  # more than any run tries, so that each seed has answers of its own
TODAY = "2027-02-16"

# Text that has broken other programs, and text that could break this one.
ODD_TEXTS = (
    *("", " ", "\t", "\n", "\0", "\x1b[2J", "\u2028", "\ufeff", "\ud800", "\udcff", "\U0001f600"),
    *("+", "++", "none+none", "unsure+unsure", "email+", "+email", "email phone", "email+email"),
    *(
        "2027-02-30",
        "2027-13-01",
        "9999-12-31",
        "0001-01-01",
        "0000-00-00",
        "20270209",
        "2027-W06-2",
    ),
    *(
        "2027-2-9",
        "２０２７-02-09",
        "2027-02-09\n",
        " 2027-02-09",
        "-2027-02-09",
        "2027-02-09T00:00",
    ),
    *("..", "2027-01-01..", "..2027-01-01", "2027-01-02..2027-01-01", "2027-01-01..9999-12-31"),
    *(
        "2027-01-01..2027-01-02..2027-01-03",
        "none+2027-01-01",
        "2027-01-01+",
        "de",
        "DEU",
        "D€",
        "ÄÖ",
    ),
    *(
        "-1",
        "4",
        "1.0",
        "1e9",
        "²",
        "१",
        "NaN",
        "true",
        "null",
        "Yes",
        "YES",
        "yes ",
        "unsure ",
        "None",
    ),
    *(
        "{value}",
        "{0}",
        "{question.__class__}",
        "%s",
        "%",
        "%00",
        "<img src=x>",
        "javascript:1",
        "'\"",
    ),
    *("__proto__", "constructor", "__class__", "v", "today", "screen", "../../etc", "a=b&c=d", "#"),
    "x" * LONG,
    "é" * LONG,
    "+".join(["email"] * LONG),
    "+".join(["2027-03-01"] * LONG),
    "+".join(f"{year}-01-01..{year}-12-31" for year in range(2027, 2300)),
)
ODD_JSON: tuple[Json, ...] = (
    *(None, True, False, 0, 1, -1, 3, 7, 8, 9, 2**70, 1.5, -0.0, 1e308, float("nan"), float("inf")),
    *([], {}, [[]], [1, 2], {"heard": "nothing"}, {"a": {"b": {"c": []}}}, "", "3", "x"),
)
ODD_REQUESTS = (
    *("", " ", "{", "}", "[]", "null", "3", '"text"', "nothing", "{}{}", '{"answers"}', "\ud800"),
    *("[" * 90_000, '{"answers":' * 5_000, '{"today":' + "9" * 5_000 + "}", '{"answers":{},}'),
)


def requests(count: int, seed: int) -> Iterator[str]:
    """Yield requests for the bridge: valid ones, each spoiled in some way."""
    rnd = random.Random(seed)  # noqa: S311 - not for secrets
    for answers, today in random_answers(seed * MANY, seed * MANY + count):
        yield rnd.choice(SPOILERS)(rnd, answers, today.isoformat())


def links(count: int, seed: int) -> Iterator[str]:
    """Yield fragments: written ones, with characters changed, lost and added."""
    rnd = random.Random(seed)  # noqa: S311 - not for secrets
    for answers, _ in random_answers(seed * MANY, seed * MANY + count):
        yield scratched(rnd, write_fragment(fewer(rnd, answers)), "%&=#+é\0 v1-.")


def command_lines(count: int, seed: int) -> Iterator[list[str]]:
    """Yield the arguments of ``advise``, spoiled."""
    rnd = random.Random(seed)  # noqa: S311 - not for secrets
    for answers, today in random_answers(seed * MANY, seed * MANY + count):
        spoiled = rnd.choice((answers, *[with_odd_answers(rnd, answers)] * 3))
        pairs = [f"{question}={value}" for question, value in spoiled.items()]
        pairs += rnd.choice(([], [], [rnd.choice(ODD_TEXTS)], ["--"], ["--json"], ["--no"], ["-x"]))
        day = rnd.choice((today.isoformat(), today.isoformat(), rnd.choice(ODD_TEXTS)))
        yield ["advise", f"--today={day}", *pairs]


# ---- ways to spoil a request --------------------------------------------------------

Spoiler = Callable[[random.Random, dict[str, str], str], str]


def as_request(answers: Json, today: Json, **more: Json) -> str:
    """Return a request as JSON text."""
    return json.dumps({"answers": answers, "today": today, **more})


def fewer(rnd: random.Random, answers: dict[str, str]) -> dict[str, str]:
    """Return some of the answers: most requests come from the middle of the quiz."""
    most = rnd.randrange(len(answers) + 1)
    return dict(rnd.sample(list(answers.items()), most))


def with_odd_answers(rnd: random.Random, answers: dict[str, str]) -> dict[str, str]:
    """Return answers with odd values, odd questions and values of other questions."""
    spoiled = fewer(rnd, answers)
    for _ in range(rnd.choice((1, 1, 2, 5))):
        question = rnd.choice((rnd.choice(list(BY_ID)), rnd.choice(ODD_TEXTS)))
        spoiled[question] = rnd.choice((rnd.choice(ODD_TEXTS), rnd.choice(list(answers.values()))))
    return spoiled


def odd_answers(rnd: random.Random, answers: dict[str, str], today: str) -> str:
    """Spoil the answers."""
    return as_request(with_odd_answers(rnd, answers), today, screen=rnd.choice((None, 1, 3, 4, 8)))


def odd_types(rnd: random.Random, answers: dict[str, str], today: str) -> str:
    """Put JSON of other kinds where text belongs."""
    spoiled: dict[str, Json] = dict(fewer(rnd, answers))
    for question in rnd.sample(list(BY_ID), rnd.randrange(4)):
        spoiled[question] = rnd.choice(ODD_JSON)
    return as_request(spoiled, today, submitted=rnd.choice((None, 1, 5, 8, 2**70)))


def odd_frame(rnd: random.Random, answers: dict[str, str], today: str) -> str:
    """Spoil what stands around the answers."""
    frame: dict[str, Json] = {"answers": fewer(rnd, answers), "today": today}
    for key in rnd.sample(("answers", "today", "screen", "submitted", "advise", "other"), 2):
        frame[key] = rnd.choice((rnd.choice(ODD_JSON), rnd.choice(ODD_TEXTS)))
    return json.dumps(frame)


def wrong_order(rnd: random.Random, answers: dict[str, str], today: str) -> str:
    """Ask for screens that are not due, with the days of another time."""
    day = rnd.choice((today, TODAY, "1900-01-01", "9900-12-31", "2028-02-29"))
    return as_request(
        fewer(rnd, answers), day, screen=rnd.randrange(-1, 11), submitted=rnd.randrange(9)
    )


def advice_at_once(rnd: random.Random, answers: dict[str, str], today: str) -> str:
    """Ask for advice with spoiled answers."""
    return as_request(with_odd_answers(rnd, answers), today, advise=True)


def broken_json(rnd: random.Random, answers: dict[str, str], today: str) -> str:
    """Break the text itself."""
    whole = as_request(fewer(rnd, answers), today)
    return rnd.choice((scratched(rnd, whole, '{}[]",:\\u0'), rnd.choice(ODD_REQUESTS)))


def scratched(rnd: random.Random, text: str, with_these: str) -> str:
    """Return the text with a few characters lost, changed or added."""
    for _ in range(rnd.randrange(5)):
        place = rnd.randrange(len(text) + 1)
        rest = text[place + rnd.randrange(3) :]
        text = text[:place] + rnd.choice((rnd.choice(with_these), "")) + rest
    return text


SPOILERS: tuple[Spoiler, ...] = (
    *(odd_answers, odd_answers, odd_types, odd_types, odd_frame, odd_frame),
    *(wrong_order, wrong_order, broken_json, broken_json, broken_json, advice_at_once),
)
