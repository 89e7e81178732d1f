"""A step in full: its day and its window, whom it goes to, its words, and what follows it."""

from datetime import date

import pytest

from followup.answers import read_answers
from followup.engine import advise, after_silence, next_outline, next_step, refusal
from followup.facts import Facts
from followup.guide import Guide
from followup.model import Channel, Part, Plan, Step
from followup.rules import MESSAGE
from scripts.guide.all_rules import ALL_RULES
from scripts.guide.references import place_of_rule

USUAL = {
    "interviewed-on": "2027-02-02",  # a Tuesday
    "thanked": "yes",
    "contact": "hiring-manager",
    "channels": "email+phone",
}


def plan_for(told: str, today: str, guide: Guide) -> Plan:
    """Return the plan for "question=value question=value", beside the usual answers."""
    answers = {**USUAL, **dict(pair.split("=", 1) for pair in told.split())}
    return advise(read_answers(answers, date.fromisoformat(today)), guide.timings)


def step_for(told: str, today: str, guide: Guide) -> Step:
    """Return the next step for answers."""
    return plan_for(told, today, guide).next


# ---- days: the recommended one, the first and the last good one -------------------------

BY_THE_RECRUITER = "thanked=no contact=agency channels=phone"
SET_CALL = "instructions=call-on call-on=2027-02-10"
SET_FOR_SATURDAY = "instructions=call-on call-on=2027-02-13"
STILL = "heard=still-deciding heard-on=2027-02-08"
THEIR_DATE = "timeline=date decision-date=2027-02-05"
WINDOWS = {
    "prepare until the interview": ("", "01-28", "02-02 from 01-28 to 02-02"),
    "prepare on its eve": ("", "02-01", "02-02 from 02-01 to 02-02"),
    "answer an offer by the next business day": (
        "heard=offer heard-on=2027-02-08",
        "02-08",
        "02-08 from 02-08 to 02-09",
    ),
    "an offer of Friday is answered by Monday": (
        "heard=offer heard-on=2027-02-12",
        "02-13",
        "02-13 from 02-13 to 02-15",
    ),
    "an old offer is answered today": (
        "heard=offer heard-on=2027-02-08",
        "02-20",
        "02-20 from 02-20 to 02-20",
    ),
    "answer a no within two business days": (
        "heard=rejected heard-on=2027-02-08",
        "02-08",
        "02-08 from 02-08 to 02-10",
    ),
    "answer an older no today": (
        "heard=rejected heard-on=2027-02-08",
        "02-11",
        "02-11 from 02-11 to 02-11",
    ),
    "withdraw by the next business day": (
        "heard=withdraw",
        "02-12",
        "02-12 from 02-12 to 02-15",
    ),
    "offer new times by the next business day": (
        "heard=cancelled",
        "02-12",
        "02-12 from 02-12 to 02-15",
    ),
    "send what they asked for by the next business day": (
        "heard=asked heard-on=2027-02-12",
        "02-12",
        "02-12 from 02-12 to 02-15",
    ),
    "send it on a Saturday, if it is late": (
        "heard=asked heard-on=2027-02-08",
        "02-13",
        "02-13 from 02-13 to 02-13",
    ),
    "thanks until the day after": ("thanked=no", "02-02", "02-02 from 02-02 to 02-03"),
    "thanks on the day after": ("thanked=no", "02-03", "02-03 from 02-03 to 02-03"),
    "late thanks until the seventh day": ("thanked=no", "02-05", "02-05 from 02-05 to 02-09"),
    "thanks by phone wait for Monday": (
        f"{BY_THE_RECRUITER} interviewed-on=2027-02-05",
        "02-06",
        "02-08 from 02-06 to 02-08",
    ),
    "written thanks do not": (
        f"{BY_THE_RECRUITER}+email interviewed-on=2027-02-05",
        "02-06",
        "02-06 from 02-06 to 02-06",
    ),
    "late thanks by phone wait for Monday too": (
        f"{BY_THE_RECRUITER} culture=formal interviewed-on=2027-02-03",
        "02-06",
        "02-08 from 02-06 to 02-10",
    ),
    "late thanks by phone may be a day later": (
        f"{BY_THE_RECRUITER} culture=formal interviewed-on=2027-02-07",
        "02-14",
        "02-15 from 02-14 to 02-15",
    ),
    "tell a deadline before its day": (
        "other-deadline=offer deadline-on=2027-02-19",
        "02-12",
        "02-12 from 02-12 to 02-18",
    ),
    "a deadline on Monday is told by Friday": (
        "other-deadline=offer deadline-on=2027-02-15",
        "02-12",
        "02-12 from 02-12 to 02-12",
    ),
    "a deadline today is told today": (
        "other-deadline=offer deadline-on=2027-02-12",
        "02-12",
        "02-12 from 02-12 to 02-12",
    ),
    "a deadline on Sunday is told on Saturday": (
        "other-deadline=offer deadline-on=2027-02-14",
        "02-13",
        "02-13 from 02-13 to 02-13",
    ),
    "a call they set may be two business days late": (
        SET_CALL,
        "02-10",
        "02-10 from 02-10 to 02-12",
    ),
    "a call that is later still is made today": (SET_CALL, "02-15", "02-15 from 02-10 to 02-15"),
    "a late call is not made on Saturday": (SET_CALL, "02-13", "02-15 from 02-10 to 02-15"),
    "a call set for Saturday is": (SET_FOR_SATURDAY, "02-13", "02-13 from 02-13 to 02-16"),
    "but not on Sunday after": (SET_FOR_SATURDAY, "02-14", "02-15 from 02-13 to 02-16"),
    "ask from the day it is due": ("", "02-09", "02-09 from 02-09 to 02-23"),
    "ask later": ("", "02-12", "02-12 from 02-12 to 02-23"),
    "ask on Monday, not on Saturday": ("", "02-13", "02-15 from 02-13 to 02-23"),
    "ask on the last good day": ("", "02-23", "02-23 from 02-23 to 02-23"),
    "after it no day is the last": ("", "02-24", "02-24 from 02-24 to None"),
    "on Saturday after it neither": (
        "interviewed-on=2027-01-29",
        "02-20",
        "02-22 from 02-20 to None",
    ),
    "their day sets the last good day": (THEIR_DATE, "02-19", "02-19 from 02-19 to 02-19"),
    "after which there is none": (THEIR_DATE, "02-20", "02-22 from 02-20 to None"),
    "the last message from the day it is due": (
        "check-ins=1 last-check-in=2027-02-09",
        "02-16",
        "02-16 from 02-16 to 02-23",
    ),
    "check in from the day it is due": (STILL, "02-22", "02-22 from 02-22 to 02-23"),
    "a late check-in has no last day": (STILL, "02-25", "02-25 from 02-25 to None"),
    "a wait has no window": ("", "02-05", "02-09 from None to None"),
    "nor has a ban on contact": ("instructions=no-contact", "02-05", "03-02 from None to None"),
    "nor the end": ("check-ins=2 last-check-in=2027-02-09", "02-23", "02-23 from None to None"),
    "the note after a call is due until the next business day": (
        f"{SET_CALL} called=no-answer",
        "02-10",
        "02-10 from 02-10 to 02-11",
    ),
    "a line in place of the call has one day, as it speaks of today": (
        "instructions=call-on+email-only call-on=2027-02-10",
        "02-10",
        "02-10 from 02-10 to 02-10",
    ),
    "ask which answer holds by the next business day": (
        "heard=conflicting",
        "02-12",
        "02-12 from 02-12 to 02-15",
    ),
    "ask for the paper today": (
        "heard=offer replied=yes heard-on=2027-02-08",
        "02-13",
        "02-13 from 02-13 to 02-13",
    ),
    "send what their checks need by the next business day": (
        "heard=checks",
        "02-12",
        "02-12 from 02-12 to 02-15",
    ),
}


@pytest.mark.parametrize("name", WINDOWS)
def test_a_step_has_its_day_and_its_window(name: str, guide: Guide) -> None:
    told, today, expected = WINDOWS[name]
    step = step_for(told, f"2027-{today}", guide)
    on, earliest, latest = (short(day) for day in (step.on, step.earliest, step.latest))
    assert f"{on} from {earliest} to {latest}" == expected


def short(day: date | None) -> str:
    """Return month and day."""
    return f"{day:%m-%d}" if day else "None"


# ---- what follows if nothing is heard ---------------------------------------------------

DEADLINE = "other-deadline=offer"
A_NEW_DAY = "heard=new-date heard-on=2027-02-10 timeline=date decision-date=2027-02-19"
PLANS = {
    "thanks, a message, the last one, the end": (
        "thanked=no",
        "02-02",
        "02-02 thank-you, 02-09 follow-up, 02-16 last-follow-up or call, 03-02 move-on",
    ),
    "their day moves all but the thanks": (
        "thanked=no timeline=date decision-date=2027-02-12",
        "02-02",
        "02-02 thank-you, 02-16 follow-up or call, 02-23 last-follow-up or call, 03-09 move-on",
    ),
    "after preparing come the thanks": (
        "thanked=no channels=email",
        "02-01",
        "02-02 prepare, 02-02 thank-you, 02-09 follow-up, 02-16 last-follow-up, 03-02 move-on",
    ),
    "with only a number there are two calls": (
        "channels=phone",
        "02-05",
        "02-09 wait, 02-09 follow-up by call, 02-16 last-follow-up by call, 03-02 move-on",
    ),
    "invited to call, the second contact is written": (
        "instructions=call-any",
        "02-08",
        "02-09 wait, 02-09 follow-up by call, 02-16 last-follow-up, 03-02 move-on",
    ),
    "after a call they set comes one message": (
        SET_CALL,
        "02-08",
        "02-10 wait, 02-10 call-as-asked by call, 02-17 last-follow-up, 03-03 move-on",
    ),
    "a call on Saturday counts from Saturday": (
        SET_FOR_SATURDAY,
        "02-12",
        "02-13 wait, 02-13 call-as-asked by call, 02-19 last-follow-up, 03-05 move-on",
    ),
    "still deciding: one check-in, then the end": (
        STILL,
        "02-08",
        "02-22 wait, 02-22 check-in, 03-08 move-on",
    ),
    "on hold the same takes twelve weeks": (
        "heard=on-hold heard-on=2027-02-08",
        "02-08",
        "03-08 wait, 03-08 check-in, 05-03 move-on",
    ),
    "what they asked for carries the thanks": (
        "heard=asked thanked=no channels=email",
        "02-04",
        "02-04 send-requested with thanks, 02-11 follow-up, 02-18 last-follow-up, 03-04 move-on",
    ),
    "new times are offered twice": (
        "heard=cancelled",
        "02-08",
        "02-08 rearrange, 02-15 rearrange, 02-22 move-on",
    ),
    "an offer is answered, and its paper asked for": (
        "heard=offer",
        "02-08",
        "02-08 reply-to-offer, 02-11 reply-to-offer, 02-18 reply-to-offer, 03-04 move-on",
    ),
    "an answered offer leaves only that": (
        "heard=offer replied=yes heard-on=2027-02-08",
        "02-08",
        "02-11 wait, 02-11 reply-to-offer, 02-18 reply-to-offer, 03-04 move-on",
    ),
    "time to think it over ends on its day": (
        "heard=offer replied=yes heard-on=2027-02-08 offer-state=asked-time answer-by=2027-02-12",
        "02-08",
        (
            "02-12 wait, 02-12 reply-to-offer, 02-17 reply-to-offer, 02-24 reply-to-offer, "
            "03-10 move-on"
        ),
    ),
    "an offer in writing is signed, and that is all": (
        "heard=offer replied=yes heard-on=2027-02-08 offer-state=in-writing",
        "02-08",
        "02-08 reply-to-offer",
    ),
    "which of two answers holds is asked once": (
        "heard=conflicting",
        "02-08",
        "02-08 ask-which-holds, 02-22 move-on",
    ),
    "a reserve list is left alone until it ends": (
        "heard=reserve-list heard-on=2027-02-08 list-until=2027-06-30",
        "02-08",
        "06-30 wait, 06-30 move-on",
    ),
    "checks take twice as long": (
        "heard=checks channels=email",
        "02-08",
        "02-08 send-requested, 02-22 follow-up, 03-08 last-follow-up, 04-05 move-on",
    ),
    "a slow place has four weeks to the end": (
        "culture=formal channels=email",
        "02-05",
        "02-16 wait, 02-16 follow-up, 03-02 last-follow-up, 03-30 move-on",
    ),
    "nobody answered: a note, and a message a week later": (
        f"{SET_CALL} called=no-answer",
        "02-10",
        "02-10 call-as-asked, 02-17 last-follow-up, 03-03 move-on",
    ),
    "a line in place of the call is no question": (
        "instructions=call-on+email-only call-on=2027-02-10",
        "02-08",
        "02-10 wait, 02-10 call-as-asked, 02-15 follow-up, 02-22 last-follow-up, 03-08 move-on",
    ),
    "a request frees one more": (
        "heard=asked heard-on=2027-02-10 replied=yes check-ins=2 last-check-in=2027-02-09",
        "02-10",
        "02-17 wait, 02-17 follow-up, 03-03 move-on",
    ),
    "a no is answered, and that is all": (
        "heard=rejected",
        "02-08",
        "02-08 close-with-thanks, 02-08 move-on",
    ),
    "so is a withdrawal": ("heard=withdraw", "02-08", "02-08 withdraw, 02-08 move-on"),
    "a message tells of a deadline, and after it a week is free": (
        f"{DEADLINE} deadline-on=2027-02-26",
        "02-08",
        "02-09 wait, 02-09 follow-up, 02-26 wait, 03-05 last-follow-up, 03-19 move-on",
    ),
    "a deadline that comes first is told by itself": (
        f"{DEADLINE} deadline-on=2027-02-26 culture=formal",
        "02-08",
        (
            "02-12 wait, 02-12 tell-deadline, 02-26 wait, 03-05 follow-up, 03-19 last-follow-up, "
            "04-16 move-on"
        ),
    ),
    "a deadline carries the thanks": (
        f"{DEADLINE} deadline-on=2027-02-10 thanked=no channels=email",
        "02-05",
        (
            "02-05 tell-deadline with thanks, 02-10 wait, 02-17 follow-up, 02-24 last-follow-up, "
            "03-10 move-on"
        ),
    ),
    "a deadline they know is waited for": (
        f"{DEADLINE} deadline-on=2027-02-26 deadline-told=yes",
        "02-15",
        "02-26 wait, 02-26 wait, 03-05 follow-up, 03-12 last-follow-up, 03-26 move-on",
    ),
    "on the day itself they decide, and a week is free": (
        f"{DEADLINE} deadline-on=2027-02-26 deadline-told=yes",
        "02-26",
        "02-26 wait, 03-05 follow-up, 03-12 last-follow-up, 03-26 move-on",
    ),
    "only the successful will hear": (
        "instructions=only-if thanked=no",
        "02-05",
        "02-05 thank-you-late, 02-16 move-on",
    ),
    "do not contact us": (
        "instructions=no-contact",
        "02-05",
        "03-02 no-contact, 03-02 move-on",
    ),
    "asked to wait, there is one message": (
        "instructions=wait-for-us",
        "02-05",
        "02-16 wait, 02-16 follow-up, 03-02 move-on",
    ),
    "nothing left, but their day ahead": (
        "check-ins=2 last-check-in=2027-02-16 timeline=date decision-date=2027-02-22",
        "02-16",
        "03-02 wait, 03-02 move-on",
    ),
    "a late first message still has a second": (
        "",
        "03-22",
        "03-22 follow-up, 03-29 last-follow-up, 04-12 move-on",
    ),
    "a deadline goes into the call they set just before it": (
        "other-deadline=offer deadline-on=2027-02-11 instructions=call-on call-on=2027-02-10",
        "02-09",
        (
            "02-10 wait, 02-10 call-as-asked by call, 02-11 wait, "
            "02-18 last-follow-up, 03-04 move-on"
        ),
    ),
    "or on its day": (
        "other-deadline=offer deadline-on=2027-02-11 instructions=call-on call-on=2027-02-11",
        "02-09",
        (
            "02-11 wait, 02-11 call-as-asked by call, 02-11 wait, "
            "02-18 last-follow-up, 03-04 move-on"
        ),
    ),
    "but not into one after it": (
        "other-deadline=offer deadline-on=2027-02-11 instructions=call-on call-on=2027-02-12",
        "02-09",
        (
            "02-09 tell-deadline, 02-11 wait, 02-12 call-as-asked by call, "
            "02-19 last-follow-up, 03-05 move-on"
        ),
    ),
    "nor into one that is far away": (
        "other-deadline=offer deadline-on=2027-02-19 instructions=call-on call-on=2027-02-18",
        "02-09",
        (
            "02-09 tell-deadline, 02-18 call-as-asked by call, 02-19 wait, "
            "02-26 last-follow-up, 03-12 move-on"
        ),
    ),
    "a deadline today is told today": (
        "other-deadline=offer deadline-on=2027-02-09",
        "02-09",
        (
            "02-09 tell-deadline, 02-09 wait, 02-16 follow-up or call, "
            "02-23 last-follow-up or call, 03-09 move-on"
        ),
    ),
    "a call they set comes before a deadline that they know": (
        (
            "other-deadline=offer deadline-on=2027-02-16 deadline-told=yes "
            "instructions=call-on call-on=2027-02-11"
        ),
        "02-09",
        (
            "02-11 wait, 02-11 call-as-asked by call, 02-16 wait, "
            "02-23 last-follow-up, 03-09 move-on"
        ),
    ),
    "one set for later comes after it": (
        (
            "other-deadline=offer deadline-on=2027-02-11 deadline-told=yes "
            "instructions=call-on call-on=2027-02-12"
        ),
        "02-09",
        (
            "02-11 wait, 02-11 wait, 02-12 call-as-asked by call, "
            "02-19 last-follow-up, 03-05 move-on"
        ),
    ),
    "a set call that comes late and in vain is the last contact": (
        "check-ins=1 last-check-in=2027-02-05 instructions=call-on call-on=2027-02-08",
        "02-09",
        "02-09 call-as-asked by call, 02-23 move-on",
    ),
    "what they said before the interview is history": (
        "interviewed-on=2027-02-11 heard=still-deciding heard-on=2027-02-08",
        "02-09",
        "02-11 prepare, 02-18 follow-up, 02-25 last-follow-up or call, 03-11 move-on",
    ),
    "what they asked for before it is sent, and then history": (
        "interviewed-on=2027-02-11 heard=asked replied=no heard-on=2027-02-08",
        "02-09",
        (
            "02-09 send-requested, 02-11 prepare, 02-18 follow-up, "
            "02-25 last-follow-up or call, 03-11 move-on"
        ),
    ),
    "a call about a deadline keeps its distance from the last contact": (
        (
            "channels=phone check-ins=1 last-check-in=2027-02-08 "
            "other-deadline=offer deadline-on=2027-02-11"
        ),
        "02-09",
        "02-11 tell-deadline by call, 02-11 wait, 02-18 last-follow-up by call, 03-04 move-on",
    ),
    "if there is time for it": (
        (
            "channels=phone check-ins=1 last-check-in=2027-02-08 "
            "other-deadline=offer deadline-on=2027-02-09"
        ),
        "02-09",
        "02-09 tell-deadline by call, 02-09 wait, 02-16 last-follow-up by call, 03-02 move-on",
    ),
    "their date before the interview is history": (
        "interviewed-on=2027-02-11 timeline=date decision-date=2027-02-10",
        "02-09",
        "02-11 prepare, 02-18 follow-up, 02-25 last-follow-up or call, 03-11 move-on",
    ),
    "their date after it is not": (
        "interviewed-on=2027-02-11 timeline=date decision-date=2027-02-16",
        "02-09",
        "02-11 prepare, 02-18 follow-up or call, 02-25 last-follow-up or call, 03-11 move-on",
    ),
    "unless the new day took its place": (
        (
            "interviewed-on=2027-02-11 heard=new-date heard-on=2027-02-08 "
            "timeline=date decision-date=2027-02-16"
        ),
        "02-09",
        "02-11 prepare, 02-18 follow-up, 02-25 last-follow-up or call, 03-11 move-on",
    ),
    "a call set for a day before it, too": (
        "interviewed-on=2027-02-11 instructions=call-on call-on=2027-02-10",
        "02-09",
        "02-11 prepare, 02-18 follow-up, 02-25 last-follow-up or call, 03-11 move-on",
    ),
    "one set for its day stands": (
        "interviewed-on=2027-02-11 instructions=call-on call-on=2027-02-11",
        "02-09",
        "02-11 prepare, 02-11 call-as-asked by call, 02-18 last-follow-up, 03-04 move-on",
    ),
    "one set for later stands": (
        "interviewed-on=2027-02-11 instructions=call-on call-on=2027-02-12",
        "02-09",
        "02-11 prepare, 02-12 call-as-asked by call, 02-19 last-follow-up, 03-05 move-on",
    ),
    "a new day frees one more": (
        f"{A_NEW_DAY} check-ins=2 last-check-in=2027-02-09",
        "02-10",
        "02-23 wait, 02-23 follow-up, 03-09 move-on",
    ),
}


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_tells_what_follows_silence(name: str, guide: Guide) -> None:
    told, today, expected = PLANS[name]
    plan = plan_for(told, f"2027-{today}", guide)
    assert ", ".join(in_short(step) for step in plan.steps) == expected


DECLINED_ON = {
    "": None,
    "heard=offer": "02-09",
    "heard=offer replied=yes heard-on=2027-02-08": None,  # it was accepted
    "heard=offer replied=yes heard-on=2027-02-08 offer-state=in-writing": "02-09",
    "heard=offer replied=yes heard-on=2027-02-08 offer-state=asked-time answer-by=2027-02-12": (
        "02-12"
    ),
    "other-deadline=offer deadline-on=2027-02-09": None,  # first they hear of it
    "other-deadline=offer deadline-on=2027-02-09 deadline-told=yes": "02-09",
    "other-deadline=offer deadline-on=2027-02-11 deadline-told=yes": "02-11",
}


@pytest.mark.parametrize("told", DECLINED_ON)
def test_a_job_can_be_declined_on_the_day_of_the_answer(told: str, guide: Guide) -> None:
    no = refusal(plan_for(told, "2027-02-09", guide), guide.timings)
    assert (no and f"{no.on:%m-%d}") == DECLINED_ON[told]
    assert no is None or no.action == "withdraw"


def in_short(step: Step) -> str:
    """Return a step of a plan in a few words."""
    by = " by call" if step.channel is Channel.CALL else " or call" if step.also_call else ""
    return f"{short(step.on)} {step.action}{by}{' with thanks' if step.thanks_inside else ''}"


COUNTED = {
    "a message is no call": ("", (1, 0)),
    "a call is": ("channels=phone", (1, 1)),
    "so is the second": ("channels=phone check-ins=1 last-check-in=2027-02-02 calls=1", (2, 2)),
    "a message after a call": ("check-ins=1 last-check-in=2027-02-02 calls=1", (2, 1)),
    "the call they set is one, if nobody takes it": (SET_CALL, (1, 1)),
    "and one more after another": (
        f"{SET_CALL} check-ins=1 last-check-in=2027-02-02 calls=1",
        (2, 2),
    ),
}


@pytest.mark.parametrize("name", COUNTED)
def test_what_was_done_is_counted(name: str, guide: Guide) -> None:
    told, expected = COUNTED[name]
    plan = plan_for(told, "2027-02-10", guide)
    after = after_silence(plan.situation, plan.next)
    assert after.check_ins is not None
    assert (after.check_ins.count, after.check_ins.calls) == expected
    assert after.check_ins.last == plan.next.on


def test_what_is_quiet_is_not_counted(guide: Guide) -> None:
    for told in ("interviewed-on=2027-02-09", "thanked=no interviewed-on=2027-02-09"):
        plan = plan_for(told, "2027-02-10", guide)
        assert after_silence(plan.situation, plan.next).check_ins is None


CONTACTS = {
    "none used": ("", (0, 2)),
    "one used": ("check-ins=1", (1, 1)),
    "two used": ("check-ins=2", (2, 0)),
    "more than there should be": ("check-ins=3", (3, 0)),
    "asked to wait": ("instructions=wait-for-us", (0, 1)),
    "asked to wait, and one used": ("instructions=wait-for-us check-ins=1", (1, 0)),
    "only the successful will hear": ("instructions=only-if", (0, 0)),
    "your own recruiter is asked all the same": ("instructions=only-if contact=agency", (0, 2)),
    "do not contact us": ("instructions=no-contact", (0, 0)),
    "a call in vain is one": (f"{SET_CALL} called=no-answer", (1, 1)),
    "a new day frees one": (f"{A_NEW_DAY} check-ins=2 last-check-in=2027-02-09", (2, 1)),
    "and no more than one": (f"{A_NEW_DAY} check-ins=1 last-check-in=2027-02-09", (1, 1)),
    "asked to wait, it frees one too": (
        f"{A_NEW_DAY} instructions=wait-for-us check-ins=1 last-check-in=2027-02-09",
        (1, 1),
    ),
    "and after too many": (
        f"{A_NEW_DAY} instructions=wait-for-us check-ins=3 last-check-in=2027-02-09",
        (3, 1),
    ),
    "a message after it used it up": (
        f"{A_NEW_DAY} check-ins=2 last-check-in=2027-02-11",
        (2, 0),
    ),
    "their request frees one, once it is answered": (
        f"{A_NEW_DAY} heard=asked replied=yes check-ins=2 last-check-in=2027-02-09",
        (2, 1),
    ),
    "so do their checks": (
        f"{A_NEW_DAY} heard=checks replied=yes check-ins=2 last-check-in=2027-02-09",
        (2, 1),
    ),
    "and their word that it goes on": (
        "heard=still-deciding heard-on=2027-02-10 check-ins=2 last-check-in=2027-02-09",
        (2, 1),
    ),
    "where there is none to send, none is freed": (
        (
            "heard=on-hold heard-on=2027-02-10 check-ins=2 last-check-in=2027-02-09 "
            "instructions=no-contact"
        ),
        (2, 0),
    ),
    "a call in vain before your last message is one of those you counted": (
        f"{SET_CALL} called=no-answer check-ins=2 last-check-in=2027-02-11",
        (2, 0),
    ),
    "one after it is one more": (
        f"{SET_CALL} called=no-answer check-ins=1 last-check-in=2027-02-09",
        (2, 0),
    ),
    "only a number, and no calls wanted": ("channels=phone instructions=no-calls", (0, 0)),
}


@pytest.mark.parametrize("name", CONTACTS)
def test_contacts_are_counted(name: str, guide: Guide) -> None:
    told, expected = CONTACTS[name]
    plan = plan_for(told, "2027-02-12", guide)
    assert (plan.contacts_used, plan.contacts_left) == expected


# ---- whom to, and which words ---------------------------------------------------------------

PEOPLE = {
    "": "hiring-manager",
    "contact=hr": "hr",
    "contact=agency": "agency-recruiter",
    "contact=panel culture=formal": "panel-coordinator",
    "contact=committee interviewed-on=2027-01-12": "committee-chair",
    "contact=hr heard=conflicting": "hr",
    "contact=hr instructions=call-on+no-calls call-on=2027-02-16": "hr",
    "contact=hr instructions=call-on call-on=2027-02-16 called=no-answer": "hr",
    "contact=unsure": "whoever-arranged",
    "channels=none": "whoever-arranged",
    "contact=panel interviewed-on=2027-02-16 thanked=no": "each-interviewer",
    "contact=panel interviewed-on=2027-02-12 thanked=no": "each-interviewer",
    "contact=panel heard=rejected": "panel-coordinator",
    "heard=offer": None,
    "heard=asked": None,
    "instructions=call-on call-on=2027-02-16": None,
    "heard=offer replied=yes heard-on=2027-02-08": None,
    "check-ins=2": None,
    "interviewed-on=2027-02-15": None,
}


@pytest.mark.parametrize("told", PEOPLE)
def test_a_step_goes_to_one_person(told: str, guide: Guide) -> None:
    assert step_for(told, "2027-02-16", guide).to == PEOPLE[told]


THEIR_DATE_IS_OVER = "timeline=date decision-date=2027-02-12"
MESSAGES = {
    "": "ask-for-news",
    THEIR_DATE_IS_OVER: "date-has-passed",
    "channels=linkedin": "linkedin-note",
    f"channels=linkedin {THEIR_DATE_IS_OVER}": "linkedin-note",
    "channels=portal": "ask-for-news",
    "channels=post": "ask-for-news",
    "channels=phone": "call-script",
    f"channels=phone {THEIR_DATE_IS_OVER}": "call-script",
    "check-ins=1 last-check-in=2027-02-09": "last-message",
    "check-ins=1 last-check-in=2027-02-09 channels=linkedin": "last-message",
    "check-ins=1 last-check-in=2027-02-09 calls=1 channels=phone": "call-script",
    "instructions=call-on call-on=2027-02-16": "call-script",
    "heard=still-deciding heard-on=2027-02-02": "still-going-on",
    "other-deadline=offer deadline-on=2027-02-17": "tell-them-the-deadline",
    "heard=asked": "what-they-asked-for",
    "heard=asked asked-for=paper": "what-they-asked-for",
    "heard=asked asked-for=owe": "what-they-asked-for",
    "heard=asked asked-for=talk": "another-talk-yes",
    "heard=asked asked-for=missed-call": "calling-back",
    "heard=checks": "checks-and-offer",
    "heard=conflicting": "which-answer-holds",
    "heard=conflicting replied=yes": None,
    "heard=reserve-list": None,
    "heard=rejected": "after-a-no",
    "heard=withdraw": "withdrawing",
    "heard=cancelled": "new-times",
    "interviewed-on=2027-02-16 thanked=no": "thank-you-note",
    "interviewed-on=2027-02-12 thanked=no": "thank-you-note",
    "interviewed-on=2027-02-16 thanked=no stage=recorded": "thank-you-recorded",
    "stage=recorded": "ask-for-news",
    f"{A_NEW_DAY} check-ins=2 last-check-in=2027-02-09 decision-date=2027-02-12": (
        "date-has-passed"  # of a new day, never the last message
    ),
    "heard=asked heard-on=2027-02-08 replied=yes check-ins=2 last-check-in=2027-02-05": (
        "ask-for-news"
    ),
    "instructions=call-on call-on=2027-02-16 called=no-answer": "after-a-call",
    "instructions=call-on+email-only call-on=2027-02-16": "instead-of-the-call",
    "heard=offer replied=yes heard-on=2027-02-08": "ask-for-the-paper",
    "heard=offer replied=yes heard-on=2027-02-08 offer-state=in-writing": "signed-offer",
    "heard=offer": "answer-an-offer",
    "heard=offer replied=yes heard-on=2027-02-08 offer-state=asked-time": "yes-to-an-offer",
    "interviewed-on=2027-02-15": None,
    "check-ins=2": None,
}


@pytest.mark.parametrize("told", MESSAGES)
def test_a_step_has_its_words(told: str, guide: Guide) -> None:
    assert step_for(told, "2027-02-16", guide).message == MESSAGES[told]


GIVE_IT_TO_SOMEBODY = "add answers that lead to it to MESSAGES, in tests/followup/test_steps.py"


def test_every_message_is_given_to_somebody() -> None:
    for rule in MESSAGE.rules:
        if rule.id not in MESSAGES.values():
            place = place_of_rule(MESSAGE.name, rule.id)
            pytest.fail(f"{place}: {GIVE_IT_TO_SOMEBODY}", pytrace=False)


THANKS_INSIDE = {
    "": False,
    "thanked=no": True,
    "thanked=no check-ins=1 last-check-in=2027-02-09": True,
    "thanked=no heard=asked": True,
    "thanked=no heard=still-deciding heard-on=2027-02-02": True,
    "thanked=no other-deadline=offer deadline-on=2027-02-17": True,
    "thanked=no instructions=call-on call-on=2027-02-16": True,
    "thanked=no heard=checks": True,
    "thanked=no instructions=call-on+email-only call-on=2027-02-16": True,
    "thanked=no heard=conflicting": False,
    "thanked=no heard=rejected": False,
    "thanked=no heard=withdraw": False,
    "thanked=no interviewed-on=2027-02-16": False,
    "thanked=no instructions=no-contact": False,
}


@pytest.mark.parametrize("told", THANKS_INSIDE)
def test_thanks_not_yet_sent_go_inside_the_next_message(told: str, guide: Guide) -> None:
    assert step_for(told, "2027-02-16", guide).thanks_inside is THANKS_INSIDE[told]


# ---- what to leave out, and why -------------------------------------------------------------

ALWAYS = {
    "pressing-for-a-decision",
    "demands-and-reproach",
    "generic-or-long",
    "gifts-visits-and-pushing",
}
SEARCH, TIMING, TOPICS, RAMBLING, AGAIN, TOLD = (
    "stopping-your-search",
    "asking-about-timing",
    "new-sensitive-topics",
    "rambling",
    "again-within-five-days",
    "against-their-instruction",
)
LEFT_OUT = {
    "interviewed-on=2027-02-10 channels=email": {SEARCH, TIMING},  # a wait
    "interviewed-on=2027-02-16 thanked=no channels=email": {SEARCH, TIMING},
    "heard=asked channels=email": {SEARCH, TIMING},
    "instructions=no-contact": {SEARCH, TIMING, TOLD},
    "channels=email": {SEARCH, AGAIN},
    "check-ins=1 last-check-in=2027-02-15": {SEARCH, TIMING, AGAIN},
    "": {SEARCH, AGAIN, TOPICS, RAMBLING},  # a call is just as good
    "instructions=call-any": {SEARCH, AGAIN, TOPICS, RAMBLING},
    "instructions=no-calls": {SEARCH, AGAIN, TOLD},
    "instructions=call-on call-on=2027-02-16": {SEARCH, AGAIN, TOPICS, RAMBLING, TOLD},
    "other-deadline=offer deadline-on=2027-02-17": {SEARCH, TOPICS, RAMBLING},
    "other-deadline=other deadline-on=2027-02-17": {SEARCH},
    "check-ins=2": {SEARCH, TIMING, AGAIN},  # a wait to the end
    "check-ins=2 last-check-in=2027-02-02": {SEARCH, AGAIN},
    "heard=offer replied=yes offer-state=signed": set(),
    "heard=offer replied=yes offer-state=declined": {SEARCH},
    "heard=reserve-list": {SEARCH, TIMING},
    "heard=rejected": {SEARCH},
    "heard=offer": set(),
    "heard=withdraw": set(),
    "interviewed-on=2027-02-17": set(),
}


@pytest.mark.parametrize("told", LEFT_OUT)
def test_what_to_leave_out_fits_the_step(told: str, guide: Guide) -> None:
    plan = plan_for(told, "2027-02-16", guide)
    assert {rule.id for rule in plan.avoid} == ALWAYS | LEFT_OUT[told]


BECAUSE = {
    "interviewed-on=2027-02-10": "the-silence-is-still-short no-date-means-a-week",
    "": "a-quiet-week-has-passed no-date-means-a-week write-first call-too-two-quiet-weeks",
    "channels=email": "a-quiet-week-has-passed no-date-means-a-week no-number-known",
    "check-ins=1": "too-early-for-a-second-message a-week-between-contacts",
    "heard=still-deciding heard-on=2027-02-15": "they-are-still-deciding they-are-still-deciding",
    "heard=rejected": "they-said-no they-said-no always-in-writing",
    "instructions=no-contact": "a-rule-forbids-contact a-rule-forbids-contact",
    "interviewed-on=2026-10-01": "too-late-for-a-first-message too-late-for-a-first-message",
}


@pytest.mark.parametrize("told", BECAUSE)
def test_a_step_names_the_rules_that_decided_its_parts(told: str, guide: Guide) -> None:
    step = step_for(told, "2027-02-16", guide)
    assert " ".join(rule.id for _, rule in step.because) == BECAUSE[told]
    parts = [part for part, _ in step.because]
    assert parts[:2] == [Part.ACTION, Part.DATE]
    assert set(parts[2:]) <= {Part.CHANNEL}


TWO_CALLS = "check-ins=2 calls=2 last-check-in=2027-02-02"
# Lines that advise the same as one further down, but lead to another section of the guide.
EXPLAINED_BY = {
    "instructions=no-contact interviewed-on=2027-01-12": "a-rule-forbade-contact-and-it-is-over",
    "other-deadline=offer deadline-on=2027-02-16 deadline-told=yes": "the-deadline-is-today",
    "other-deadline=offer deadline-on=2027-02-17 deadline-told=yes": "they-know-about-the-deadline",
    "instructions=only-if": "silence-was-the-announced-answer",
    "instructions=only-if interviewed-on=2027-02-03": "only-the-successful-will-hear",
    "check-ins=2": "nothing-more-to-send-yet",
    "check-ins=2 last-check-in=2027-02-02": "nothing-more-to-send",
    "check-ins=2 timeline=date decision-date=2027-03-12": (
        "nothing-more-to-send-but-their-date-runs"
    ),
    f"channels=phone {TWO_CALLS} heard=asked replied=yes heard-on=2027-02-15": (
        "nothing-more-to-send-but-they-have-your-answer"
    ),
    "check-ins=2 heard=asked replied=yes heard-on=2027-02-15 last-check-in=2027-02-12": (
        "you-have-just-answered-them"  # which frees one more
    ),
    "check-ins=1 last-check-in=2027-02-15 interviewed-on=2026-12-01": "nothing-more-to-send-yet",
    "check-ins=1 last-check-in=2027-02-01 interviewed-on=2026-12-01": (
        "too-late-for-a-second-message"
    ),
    "interviewed-on=2026-11-02": "too-late-for-a-first-message",
    "interviewed-on=2026-07-01": "it-is-half-a-year-old",
    "instructions=call-on call-on=2027-02-15 called=noted": "nobody-answered-the-call-they-set",
    "instructions=call-on+email-only call-on=2027-02-15 called=wrote": (
        "you-wrote-in-place-of-the-call"
    ),
    "instructions=call-on+email-only call-on=2027-02-18": "a-line-on-the-day-they-set-is-ahead",
    "instructions=call-on+wait-for-us call-on=2027-02-17": "they-set-a-call-and-forbade-calls",
    "instructions=call-on+only-if call-on=2027-02-17": "they-set-a-call-and-forbade-calls",
    "instructions=call-on call-on=2027-02-11": "the-set-call-is-late",
    "heard=conflicting replied=yes": "you-asked-which-answer-holds",
    "heard=cancelled replied=yes heard-on=2027-02-08 reminded=1 reminded-on=2027-02-15": (
        "you-have-reminded-them-of-new-times"
    ),
    "heard=checks replied=yes heard-on=2027-02-15": "their-checks-take-weeks",
    "heard=checks replied=yes heard-on=2027-02-02 check-ins=1 last-check-in=2027-02-15": (
        "too-early-to-ask-a-slow-place-again"
    ),
    "contact=committee": "a-committee-needs-time",
    "contact=panel check-ins=1 last-check-in=2027-02-08": "too-early-to-ask-a-slow-place-again",
    "channels=phone instructions=email-only interviewed-on=2027-02-10": "no-way-that-they-want",
    "instructions=no-contact other-deadline=offer deadline-on=2027-02-18": (
        "a-rule-forbids-contact-and-a-deadline-runs"
    ),
    "culture=formal interviewed-on=2027-02-15 other-deadline=offer deadline-on=2027-03-04": (
        "the-deadline-is-near-enough-soon"
    ),
    "heard=new-date heard-on=2027-02-15 timeline=date decision-date=2027-02-19 "
    "check-ins=1 last-check-in=2027-02-12": "their-date-is-not-over",
    "instructions=wait-for-us interviewed-on=2027-02-10": "they-asked-you-to-wait",
    "timeline=date decision-date=2027-02-15": "their-date-is-not-over",
    "heard=asked replied=yes heard-on=2027-02-15": "you-have-just-answered-them",
    "culture=formal interviewed-on=2027-02-10": "a-slow-place-needs-time",
    "interviewed-on=2027-02-10": "the-silence-is-still-short",
    THEIR_DATE_IS_OVER: "the-promised-date-has-passed",
    "heard=on-hold heard-on=2027-02-15": "it-is-on-hold",
    "contact=agency thanked=no interviewed-on=2027-02-15": "thanks-through-your-recruiter",
    "contact=agency thanked=no interviewed-on=2027-02-12": "late-thanks-through-your-recruiter",
}


# The same for a channel: these go the same way, for another reason.
REASON_FOR_THE_WAY = {
    "channels=phone other-deadline=offer deadline-on=2027-02-17": "an-offer-runs-out-call",
    "channels=phone other-deadline=offer deadline-on=2027-02-25": (
        "only-a-phone-number-to-tell-them"
    ),
    "contact=agency thanked=no interviewed-on=2027-02-15": "your-recruiter-in-writing",
    "contact=hr thanked=no interviewed-on=2027-02-15": "always-in-writing",
}


@pytest.mark.parametrize("told", REASON_FOR_THE_WAY)
def test_the_reason_for_the_way_is_the_one_that_fits_best(told: str, guide: Guide) -> None:
    step = step_for(told, "2027-02-16", guide)
    reasons = [rule.id for part, rule in step.because if part is Part.CHANNEL]
    assert REASON_FOR_THE_WAY[told] in reasons


@pytest.mark.parametrize("told", EXPLAINED_BY)
def test_the_reason_is_the_one_that_fits_best(told: str, guide: Guide) -> None:
    step = step_for(told, "2027-02-16", guide)
    assert step.because[0][1].id == EXPLAINED_BY[told]


def test_what_was_passed_over_came_before_what_decided(guide: Guide) -> None:
    step = step_for("channels=email", "2027-02-16", guide)
    passed = [rule.id for part, rule in step.passed_over if part is Part.ACTION]
    assert passed[:2] == ["it-is-half-a-year-old", "they-offered-you-the-job"]
    assert passed[-1] == "the-promised-date-has-passed"
    assert "they-said-not-to-call" in [
        rule.id for part, rule in step.passed_over if part is Part.CHANNEL
    ]


def test_of_a_wait_no_channel_is_passed_over(guide: Guide) -> None:
    step = step_for("", "2027-02-04", guide)
    assert {part for part, _ in step.passed_over} == {Part.ACTION}


@pytest.mark.parametrize("told", PEOPLE | MESSAGES)
def test_an_outline_is_the_same_step_in_short(told: str, guide: Guide) -> None:
    answers = {**USUAL, **dict(pair.split("=", 1) for pair in told.split())}
    r = Facts(read_answers(answers, date(2027, 2, 16)), guide.timings)
    step, outline = next_step(r), next_outline(r)
    for name in ("action", "channel", "also_call", "to", "on"):
        assert getattr(step, name) == getattr(outline, name)


NO_SOURCE_FIXES = {
    "nothing-more-to-send-but-they-have-your-answer",
    "a-committee-needs-four-weeks",
    "a-committee-needs-time",
    "a-job-you-took-begins-before-their-answer",
    "a-line-on-the-day-they-set-is-ahead",
    "a-week-after-a-question-about-another-job",
    "a-week-after-your-answer",
    "ask-for-the-written-offer-again",
    "it-is-half-a-year-old",
    "it-is-on-hold",
    "new-times-need-a-reminder",
    "new-times-never-came",
    "new-times-were-just-offered",
    "no-way-and-no-word",
    "no-way-that-they-want",
    "nobody-said-which-answer-holds",
    "only-a-phone-number-to-tell-them",
    "some-days-after-a-line-in-place-of-the-call",
    "the-interview-did-not-take-place",
    "the-interview-is-still-to-come",
    "the-offer-is-in-writing",
    "the-reserve-list-has-ended",
    "the-time-you-asked-for-is-up",
    "the-written-offer-is-late",
    "the-written-offer-may-still-come",
    "the-written-offer-never-came",
    "their-checks-take-weeks",
    "they-check-you-first",
    "they-offered-you-the-job",
    "too-early-to-ask-a-slow-place-again",
    "two-answers-differ",
    "two-weeks-after-your-answer-in-a-slow-place",
    "two-weeks-between-contacts-in-a-slow-place",
    "two-weeks-for-their-checks",
    "write-in-place-of-the-call",
    "you-are-on-a-reserve-list",
    "you-ask-there-about-another-job",
    "you-asked-for-time",
    "you-asked-twice-for-the-written-offer",
    "you-asked-which-answer-holds",
    "you-declined-the-offer",
    "you-have-reminded-them-of-new-times",
    "you-have-signed",
    "you-have-withdrawn",
    "you-no-longer-want-the-job",
    "you-wrote-in-place-of-the-call",
}


def test_the_rules_that_no_source_fixes_are_marked_as_our_own_judgment() -> None:
    for table, rule in ALL_RULES:
        if rule.our_judgement is not (rule.id in NO_SOURCE_FIXES):
            wrong = (
                f'add "{rule.id}" to NO_SOURCE_FIXES in tests/followup/test_steps.py'
                if rule.our_judgement
                else "write our_judgement=True, or take it out of NO_SOURCE_FIXES"
                " in tests/followup/test_steps.py"
            )
            pytest.fail(f"{place_of_rule(table, rule.id)}: {wrong}", pytrace=False)


def test_what_is_known_and_what_is_advised_cannot_be_changed(guide: Guide) -> None:
    plan = plan_for("", "2027-02-16", guide)
    r = Facts(plan.situation, guide.timings)
    known = ((plan, "steps"), (plan.next, "on"), (plan.situation, "today"), (r, "timings"))
    for thing, name in known:
        with pytest.raises(AttributeError):
            setattr(thing, name, None)
