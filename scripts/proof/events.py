"""What happens to a candidate: what an employer or another firm does, told in answers.

Everything is drawn from one seed, so that a life is the same every time.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from followup.done import OF_AN_ANSWER, Answers, retold
from followup.model import Action, Channel, Heard, OfferState, Situation, Step
from followup.questions import NONE
from followup.workdays import ONE_DAY
from scripts.proof.telling import counted

Told = dict[str, object]
UNTIL = (0, 1, 2, 3, 5, 7, 10, 14, 20, 30)
EVENTS_AT_MOST = 3
ADDED = ("instructions", "closed")  # to these, what is told is added


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens on a day, in words, and what the reader then says."""

    on: date
    text: str
    told: Told

    def change(self, answers: Answers) -> Answers:
        """Return the answers with what is told now."""
        sets = {
            one: joined(answers, one, member)
            for one in ADDED
            if isinstance(member := self.told.get(one), str)
        }
        return retold(answers, {**self.told, **sets})


def joined(answers: Mapping[str, str], question: str, member: str) -> str:
    """Return a set with one more member."""
    before = answers.get(question, NONE)
    members = [] if before == NONE else before.split("+")
    return "+".join(dict.fromkeys((*members, member)))


def chance(rnd: random.Random, percent: int) -> bool:
    """Draw a yes with so many chances in a hundred."""
    return rnd.random() * 100 < percent


def weighted(rnd: random.Random, choices: Mapping[str, int]) -> str:
    """Draw one of the choices."""
    return rnd.choices(list(choices), list(choices.values()))[0]


def days_from(rnd: random.Random, day: date, first: int, last: int) -> date:
    """Draw a day so many days after another."""
    return day + ONE_DAY * rnd.randint(first, last)


# ---- what they do --------------------------------------------------------------------

OPEN_NEWS = {
    "still-deciding": 4,
    "new-date": 3,
    "asked": 3,
    "on-hold": 1,
    "checks": 1,
    "set-call": 1,
    "ban": 1,
}
LAST_NEWS = {
    "rejected": 4,
    "filled": 1,
    "offer": 3,
    "reserve-list": 1,
    "conflicting": 1,
    "cancelled": 1,
}
ANY_NEWS = {**OPEN_NEWS, **LAST_NEWS}
BANS = ("email-only", "no-calls", "wait-for-us", "only-if", "no-contact")
OF_THE_NEWS = ("asked-for", "list-until", *OF_AN_ANSWER)


def news(rnd: random.Random, on: date, kinds: Mapping[str, int]) -> Event:
    """Return some news from the employer."""
    kind = weighted(rnd, kinds)
    if kind == "set-call":
        call = {"instructions": "call-on", "call-on": days_from(rnd, on, 0, 12), "called": "no"}
        return Event(on, f"they set a call for {call['call-on']}", call)
    if kind == "ban":
        ban = rnd.choice(BANS)
        return Event(on, f"they say {ban}", {"instructions": ban})
    told: Told = {**dict.fromkeys(OF_THE_NEWS), "heard": kind, "heard-on": on, "replied": False}
    if kind == "new-date":
        told |= {"timeline": "date", "decision-date": days_from(rnd, on, 0, 21)}
    if kind == "asked":
        told["asked-for"] = rnd.choice((None, "paper", "talk", "missed-call", "owe"))
    if kind == "reserve-list" and chance(rnd, 50):
        told["list-until"] = days_from(rnd, on, 10, 120)
    return Event(on, f"they say {kind} ({told.get('asked-for')})", told)


def what_they_do(rnd: random.Random, today: date) -> list[Event]:
    """Return what the employer does unasked: often nothing, at times one thing after another."""
    events: list[Event] = []
    while chance(rnd, 40) and len(events) < EVENTS_AT_MOST:
        today = days_from(rnd, today, 1, 30)
        events.append(news(rnd, today, OPEN_NEWS))
    if chance(rnd, 40):
        events.append(news(rnd, days_from(rnd, today, 1, 40), LAST_NEWS))
    return events


# ---- what comes of what was done -----------------------------------------------------------

WHAT_BECOMES_OF_AN_OFFER = {"accepted": 4, "asked-time": 3, "declined": 1, "in-writing": 1}


def what_comes_of(rnd: random.Random, step: Step, s: Situation) -> list[Event]:
    """Return what comes of a step that was done today; often nothing."""
    today = s.today
    match step.action:
        case Action.REPLY_TO_OFFER:
            return what_becomes_of_the_offer(rnd, s)
        case Action.CALL_AS_ASKED if step.channel is not Channel.CALL or chance(rnd, 40):
            return []
        case Action.CALL_AS_ASKED:
            return [on_the_phone(rnd, s)]
        case Action.SEND_REQUESTED | Action.REARRANGE if chance(rnd, 40):
            return [another_interview(rnd, s)]
        case Action.THANK_YOU | Action.THANK_YOU_LATE | Action.SEND_REQUESTED | Action.REARRANGE:
            return []
        case _:
            replies = chance(rnd, 45)
            return [news(rnd, days_from(rnd, today, 1, 7), ANY_NEWS)] if replies else []


def what_becomes_of_the_offer(rnd: random.Random, s: Situation) -> list[Event]:
    """Return what the reader answered to an offer, and whether its paper comes."""
    today, events = s.today, []
    if s.offer in {None, OfferState.ASKED_TIME}:
        state = weighted(rnd, WHAT_BECOMES_OF_AN_OFFER)
        told: Told = {"offer-state": state}
        if state == "asked-time":
            told["answer-by"] = days_from(rnd, today, 1, 14)
        events.append(Event(today, f"the offer is {state}", told))
    if s.offer is not OfferState.IN_WRITING and chance(rnd, 30):
        paper: Told = {"heard": "offer", "replied": True, "offer-state": "in-writing"}
        events.append(Event(days_from(rnd, today, 1, 15), "the offer comes in writing", paper))
    return events


def on_the_phone(rnd: random.Random, s: Situation) -> Event:
    """Return what they say on the phone, on the day that they set; this call is no attempt."""
    heard = news(rnd, s.today, {**ANY_NEWS, "set-call": 0, "ban": 0})
    before: Told = {"check-ins": 0, "last-check-in": None, "calls": None}
    made: Told = {"instructions": s.instructions, "call-on": None, "called": None}
    told = {**heard.told, **made, **before, **counted(s.check_ins, "check-ins", "last-check-in")}
    if s.check_ins:
        told["calls"] = s.check_ins.calls
    if s.deadline:
        told["deadline-told"] = True
    return Event(s.today, f"on the phone {heard.text}", told)


def another_interview(rnd: random.Random, s: Situation) -> Event:
    """Return the day of another talk, or of the one that did not take place."""
    on = days_from(rnd, s.today, 1, 6)
    interview = days_from(rnd, on, 1, 14)
    said = rnd.choice((NONE, "next-week", "two-weeks"))
    told: Told = {"interviewed-on": interview, "thanked": False, "timeline": said}
    if s.heard is Heard.CANCELLED or chance(rnd, 50):
        told |= {**dict.fromkeys(OF_THE_NEWS), "heard": "nothing", "heard-on": None}
    return Event(on, f"another interview, on {interview}", told)


# ---- what happens elsewhere -------------------------------------------------------------


def what_happens_elsewhere(rnd: random.Random, today: date) -> list[Event]:
    """Return a date from another firm, an away note, or nothing."""
    events = [a_deadline(rnd, today)] if chance(rnd, 35) else []
    return [*events, *([an_away_note(rnd, today)] if chance(rnd, 15) else [])]


def a_deadline(rnd: random.Random, today: date) -> Event:
    """Return a date from elsewhere, most often an offer."""
    on = days_from(rnd, today, 0, 29)
    until, kind = (
        on + ONE_DAY * rnd.choice(UNTIL),
        rnd.choice(("offer", "offer", "other", "accepted")),
    )
    told: Told = {"other-deadline": kind, "deadline-on": until, "deadline-told": False}
    return Event(on, f"a date from elsewhere ({kind}): {until}", told)


def an_away_note(rnd: random.Random, today: date) -> Event:
    """Return a note that says they are away."""
    on = days_from(rnd, today, 0, 19)
    until = days_from(rnd, on, 1, 9)
    return Event(on, f"an away note: closed until {until}", {"closed": f"{on}..{until}"})


def takes_the_other_job(rnd: random.Random, today: date) -> list[Event]:
    """Return at times that the other job is taken once it has to be decided."""
    if chance(rnd, 70):
        return []
    told: Told = {**dict.fromkeys(OF_THE_NEWS), "heard": "withdraw", "replied": False}
    return [Event(today, "takes the other job", told)]
