"""The rules and a second reading of the decision model give the same next step.

``make test`` compares a fixed sample. ``REFERENCE=40000 pytest tests/followup/test_reference.py``
compares more; a difference comes with the command line that shows it.
"""

import os
from datetime import date, timedelta
from random import Random

import pytest

from followup import advise, read_answers
from followup.guide import Guide
from tests.followup.reference import Result, reference

SITUATIONS = int(os.environ.get("REFERENCE", "2000"))
SEED = 20270202
ONE_DAY = timedelta(days=1)
WEIGHED_HEARD = ["nothing"] * 9 + ["new-date", "asked", "checks", "still-deciding", "on-hold"] * 3
WEIGHED_HEARD += ["rejected", "filled", "offer", "offer", "hearsay", "cancelled", "withdraw"]
WEIGHED_HEARD += ["reserve-list", "conflicting"]
WORDS = (
    *("none", "date", "tomorrow", "this-week", "early-next-week", "next-week", "few-days"),
    *("one-week", "two-weeks", "three-weeks", "end-of-month", "one-month", "new-year"),
)
INSTRUCTIONS = ("email-only", "no-calls", "call-any", "call-on", "wait-for-us", "only-if")
CHANNELS = ("email", "phone", "portal", "linkedin", "thread", "post")
CLOSED = ("unsure", "none", "2027-02-15", "2026-12-21", "2026-12-28..2026-12-30", "2027-02-10")
WITH_REPLY = ("asked", "checks", "conflicting", "rejected", "filled", "offer", "cancelled")
NEAR = (*range(-3, 16), 0, 0, 1, 1, 2, 20, 21, 28, 42, 56, 70)  # days after another day
LONG = (*NEAR, *NEAR, *NEAR, 84, 100, 140, 180, 183, 200, 260)


def random_situation(draw: Random) -> tuple[dict[str, str], date]:  # noqa: C901, PLR0912, PLR0915 (one question after another)
    """Draw answers that could be a person's, and a day near one on which they change something."""
    base = draw.choice((date(2027, 2, 2), date(2027, 2, 2), date(2026, 12, 17)))
    interview = base + timedelta(days=draw.randrange(-3, 8))
    today = interview + timedelta(days=draw.choice(LONG))
    answers = {"interviewed-on": interview.isoformat()}

    def pick(question: str, options: tuple[str, ...] | list[str]) -> str:
        if draw.random() < 0.85:
            answers[question] = draw.choice(options)
        return answers.get(question, "unsure")

    def set_day(question: str, from_day: date, first: date, last: date) -> date:
        day = min(max(from_day + timedelta(days=draw.choice(NEAR)), first), last)
        if draw.random() < 0.95:
            answers[question] = day.isoformat()
        return day

    def pick_set(question: str, options: tuple[str, ...], often: float) -> set[str]:
        found = {one for one in options if draw.random() < often}
        answers[question] = "+".join(sorted(found)) or "none"
        return found

    far = today + timedelta(days=400)
    heard_on = today
    heard = pick("heard", WEIGHED_HEARD)
    replied = heard in (*WITH_REPLY, "withdraw") and pick("replied", ("yes", "yes", "no")) == "yes"
    early = interview if draw.random() < 0.9 else interview - timedelta(days=9)
    if heard not in {"nothing", "hearsay", "unsure"}:
        begin = draw.choice((interview, today - timedelta(days=14), today - timedelta(days=7)))
        heard_on = set_day("heard-on", begin, min(early, today), today)
    pick("thanked", ("yes", "no"))
    if heard == "reserve-list" and draw.random() < 0.5:
        set_day("list-until", today, heard_on, far)
    if heard == "offer" and replied:
        state = pick("offer-state", ("accepted", "asked-time", "declined", "in-writing", "signed"))
        if state == "asked-time":
            set_day("answer-by", today - timedelta(days=draw.choice((5, 30))), heard_on, far)
    accepted = heard == "offer" and answers.get("offer-state", "accepted") == "accepted"
    if replied and (heard == "cancelled" or accepted):
        reminded = pick("reminded", ("0", "1", "2"))
        if reminded in {"1", "2"}:
            set_day("reminded-on", today - timedelta(days=10), heard_on, today)
    if heard == "asked" and not replied:
        pick("asked-for", ("paper", "talk", "missed-call", "owe"))
    if pick("timeline", WORDS) == "date":
        first = heard_on if heard == "new-date" else early
        set_day("decision-date", draw.choice((interview, today)), first, far)
    if draw.random() < 0.6:
        instructions = pick_set("instructions", INSTRUCTIONS, 0.25)
        if draw.random() < 0.06:
            answers["instructions"] = "no-contact"
        elif "call-on" in instructions and draw.random() < 0.95:
            call_on = min(max(today + timedelta(days=draw.choice(NEAR) - 7), early), far)
            answers["call-on"] = call_on.isoformat()
            if interview <= call_on <= today:
                pick("called", ("no", "no", "no-answer", "noted", "wrote"))
    check_ins = pick("check-ins", ("0", "0", "0", "1", "1", "2", "3"))
    if check_ins in {"1", "2", "3"}:
        ago = today - timedelta(days=draw.choice((0, 3, 7, 14, 30)))
        set_day("last-check-in", draw.choice((interview, ago, heard_on)), min(early, today), today)
        pick("calls", [str(one) for one in range(int(check_ins) + 1)])
    if draw.random() < 0.35:
        answers["other-deadline"] = draw.choice(("offer", "offer", "other", "accepted"))
        start = today + timedelta(days=draw.choice((-9, -3, 0, 5)))
        set_day("deadline-on", start, date(2026, 1, 1), far)
        pick("deadline-told", ("yes", "no"))
    pick("contact", ("hiring-manager", "hr", "agency", "panel", "committee"))
    pick_set("channels", CHANNELS, 0.3)
    if draw.random() < 0.4:
        answers["channels"] = draw.choice(("email", "phone", "email+phone", "phone+thread"))
    pick("culture", ("direct", "formal", "unsure"))
    pick("manner", ("friendly", "formal", "unsure"))
    pick("calls-normal", ("yes", "no"))
    if draw.random() < 0.4:
        answers["closed"] = draw.choice(CLOSED)
    return answers, today


def command(answers: dict[str, str], today: date) -> str:
    """Return the command line that gives this advice."""
    written = " ".join(f"{question}={answer}" for question, answer in answers.items())
    return f"python -m followup advise --today {today} {written}"


def in_words(result: Result) -> str:
    """Return a step as one line."""
    action, channel, also_call, on = result
    return f"{action} by {channel}{' (or call)' if also_call else ''} on {on}"


def test_the_next_step_is_that_of_the_second_reading(real_guide: Guide) -> None:
    draw = Random(SEED)  # noqa: S311 (not for secrets)
    answers, today = random_situation(draw)
    for _ in range(SITUATIONS):
        situation = read_answers(answers, today)
        step = advise(situation, real_guide.timings).next
        ours: Result = (step.action.value, step.channel.value, step.also_call, step.on)
        expected = reference(answers, today, situation.calendar)
        if ours != expected:
            lines = (
                command(answers, today),
                in_words(ours),
                f"expected: {in_words(expected)}",
                "Is the advice what you meant? Then tests/followup/reference.py must say it too.",
            )
            pytest.fail("\n".join(lines), pytrace=False)
        if expected[0] == "wait" and today < expected[3] - ONE_DAY and draw.random() < 0.8:
            today = expected[3] - draw.choice((0, 0, 1)) * ONE_DAY  # where something changes
        else:
            answers, today = random_situation(draw)
