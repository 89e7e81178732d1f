"""The decision tables: what we advise, line by line, exceptions first.

Each table is read from the top; the first line that fits decides. Each line
names the section of the guide that explains it and the claims it rests on.
``ref`` (DR0-DR14) is the reference that reviewers use. No number stands here:
waits name rows of the guide's one table.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from followup.model import (
    STATUS_CONTACTS,
    THANKS,
    Action,
    ClaimId,
    ConflictId,
    Contact,
    Deadline,
    Heard,
    Instruction,
    Line,
    Means,
    MessageId,
    Move,
    Rule,
    SectionRef,
    Table,
    Task,
    TimingId,
    Wait,
)
from followup.reckoning import (
    CALLS_AT_MOST,
    CALLS_AT_MOST_BY_PHONE_ONLY,
    THANKS_LATE_FROM_DAY,
    Reckoning,
    once,
)


def claims(ids: str) -> tuple[ClaimId, ...]:
    """Split "T9 X1" into claim ids."""
    return tuple(ClaimId(one) for one in ids.split())


def conflicts(ids: str) -> tuple[ConflictId, ...]:
    """Split "K1 K6" into conflict ids."""
    return tuple(ConflictId(one) for one in ids.split())


def always(_: object) -> bool:
    """Fit everyone: the last line of a table."""
    return True


# ---- how long to wait -------------------------------------------------------


def today(r: Reckoning) -> date:
    """Return today: replies run by the clock, weekends included."""
    return r.situation.today


def a_date_was_promised(r: Reckoning) -> bool:
    """They said by when you would hear."""
    return r.situation.promised is not None


def a_date_was_promised_and_they_asked_you_to_wait(r: Reckoning) -> bool:
    """They said by when, and asked you to wait for them."""
    return a_date_was_promised(r) and r.asked_to_wait


def patience_is_due(r: Reckoning) -> bool:
    """A formal place, a panel, or they asked you to wait."""
    return r.is_slow_place or r.asked_to_wait


def promised_day(r: Reckoning) -> date:
    """Return the day they named."""
    return r.situation.promised or date.min


def start_of_silence(r: Reckoning) -> date:
    """Return the day from which silence is counted."""
    return r.start


def day_of_your_answer(r: Reckoning) -> date:
    """Return the day you answered what they asked for."""
    return r.answered_on or date.min


def last_contact(r: Reckoning) -> date:
    """Return the day of your latest status contact."""
    return r.last or date.min


def day_of_the_deadline(r: Reckoning) -> date:
    """Return the deadline from elsewhere."""
    return r.situation.deadline.on if r.situation.deadline else date.min


WAIT: Table[Reckoning, Wait] = Table(
    "WAIT",
    (
        Rule(
            id="their-date-and-a-request-to-wait",
            ref="DR13",
            fits=a_date_was_promised_and_they_asked_you_to_wait,
            then=Wait(promised_day, TimingId("after-their-date-asked-to-wait")),
            section=SectionRef("timing#asked-to-wait"),
            claims=claims("F6 F10 T9"),
            conflicts=conflicts("K5 K11"),
        ),
        Rule(
            id="two-business-days-after-their-date",
            ref="DR13",
            fits=a_date_was_promised,
            then=Wait(promised_day, TimingId("after-their-date")),
            section=SectionRef("timing#their-date"),
            claims=claims("T9 T10 X1"),
            conflicts=conflicts("K5"),
        ),
        Rule(
            id="slow-places-need-two-weeks",
            ref="DR13",
            fits=patience_is_due,
            then=Wait(start_of_silence, TimingId("no-date-patient")),
            section=SectionRef("timing#patient-places"),
            claims=claims("F2 F11 F12 T8"),
            conflicts=conflicts("K4"),
        ),
        Rule(
            id="no-date-means-a-week",
            ref="DR13",
            fits=always,
            then=Wait(start_of_silence, TimingId("no-date")),
            section=SectionRef("timing#no-date-yet"),
            claims=claims("T4 T7 T13"),
            conflicts=conflicts("K3 K4"),
        ),
    ),
)


def you_answered_their_request(r: Reckoning) -> bool:
    """They asked for something and you have answered."""
    return r.answered_on is not None


def something_was_sent(r: Reckoning) -> bool:
    """You have asked for news before."""
    return r.last is not None


# Every line that fits counts; the latest day wins.
FLOORS: tuple[Rule[Reckoning, Wait], ...] = (
    Rule(
        id="a-week-after-your-answer",
        ref="DR13",
        fits=you_answered_their_request,
        then=Wait(day_of_your_answer, TimingId("after-your-answer")),
        section=SectionRef("replies#you-have-answered-them"),
        claims=claims("D17"),
        our_judgement=True,
    ),
    Rule(
        id="a-week-between-contacts",
        ref="DR12",
        fits=something_was_sent,
        then=Wait(last_contact, TimingId("between-contacts")),
        section=SectionRef("timing#between-messages"),
        claims=claims("N9 N1 R3"),
        conflicts=conflicts("K7"),
    ),
)


AFTER_A_TOLD_DEADLINE: Rule[Reckoning, Wait] = Rule(
    id="a-week-after-a-told-deadline",
    ref="DR13",
    fits=always,
    then=Wait(day_of_the_deadline, TimingId("after-deadline")),
    section=SectionRef("deadlines#after-the-deadline"),
    claims=claims("N5 N9"),
    conflicts=conflicts("K13"),
)


def not_right_after_the_deadline(r: Reckoning, day: date) -> date:
    """Return ``day``, moved if a deadline you told them about will have passed by then."""
    deadline = r.situation.deadline
    if deadline is None or not deadline.told or max(today(r), day) <= deadline.on:
        return day
    return max(day, r.after(deadline.on, AFTER_A_TOLD_DEADLINE.then.timing))


@once
def due(r: Reckoning) -> tuple[date, Rule[Reckoning, Wait]]:
    """Return the first day for a status contact and the rule that sets it."""
    lines = (*(floor for floor in FLOORS if floor.fits(r)), WAIT.decide(r).rule)
    days = [(r.after(rule.then.since(r), rule.then.timing), rule) for rule in lines]
    day, rule = max(days, key=lambda pair: pair[0])  # on a tie the floor, which says why anew
    moved = not_right_after_the_deadline(r, day)
    return (day, rule) if moved == day else (moved, AFTER_A_TOLD_DEADLINE)


def due_date(r: Reckoning) -> date:
    """Return the first day on which you may ask for news."""
    return due(r)[0]


# ---- days that the action table names ---------------------------------------


def today_or_next_business_day(r: Reckoning) -> date:
    """Return today, or the next day on which people are at work."""
    return r.situation.calendar.next(r.situation.today)


def day_of_the_interview(r: Reckoning) -> date:
    """Return the day of the interview."""
    return r.situation.interviewed_on


def paper_is_due(r: Reckoning) -> date:
    """Return the day on which the written offer should have come."""
    return r.after(r.situation.heard_on, "paper-after-offer")


def new_times_are_due(r: Reckoning) -> date:
    """Return the day on which to remind them of the new times."""
    return r.after(r.situation.heard_on, "rearrange-again")


def new_times_have_run_out(r: Reckoning) -> date:
    """Return the day on which a new interview is no longer to be expected."""
    return r.after(r.situation.heard_on, "rearrange-again", times=2)


def your_answer_has_had_its_time(r: Reckoning) -> date:
    """Return the day until which what you sent them is surely being read."""
    return r.after(day_of_your_answer(r), "after-your-answer")


def no_contact_ends(r: Reckoning) -> date:
    """Return the day on which to treat it as closed, without a word."""
    promised = r.situation.promised
    if promised is None:
        closed = r.after(r.situation.interviewed_on, "no-contact-no-date")
    else:
        closed = r.after(promised, "no-contact-after-date")
    return max(closed, your_answer_has_had_its_time(r))


def day_to_decide(r: Reckoning) -> date:
    """Return the deadline, or the day of a call they set before it."""
    deadline, call = day_of_the_deadline(r), r.situation.call_on
    if call is None or r.calls_unwelcome or r.situation.call_unanswered:
        return deadline
    return min(deadline, call) if call > r.situation.today else deadline


def day_of_the_call(r: Reckoning) -> date:
    """Return the day on which they told you to call."""
    return r.situation.call_on or date.min


def the_set_call_has_lapsed(r: Reckoning) -> date:
    """Return the day from which a call you must not make is out of the way."""
    return r.after(day_of_the_call(r), "asked-call-window")


def only_if_ends(r: Reckoning) -> date:
    """Return the day from which silence is their announced answer."""
    promised = r.situation.promised
    if promised is None:
        closed = r.after(r.situation.interviewed_on, "only-if-no-date")
    else:
        closed = r.after(promised, "only-if-after-date")
    return max(closed, your_answer_has_had_its_time(r))


def after_their_answer(r: Reckoning, row: str) -> date:
    """Return ``row`` after their answer; a job on hold has longer rows."""
    kind = "on-hold" if r.situation.heard is Heard.ON_HOLD else "still-going-on"
    return r.after(r.situation.heard_on, f"{row}-{kind}")


def check_in_due(r: Reckoning) -> date:
    """Return the first day for the one check-in after their answer."""
    days = [after_their_answer(r, "after")]
    if r.situation.promised:
        days.append(r.after(r.situation.promised, "after-their-date"))
    if r.last:
        days.append(r.after(r.last, "between-contacts"))
    return not_right_after_the_deadline(r, max(days))


def check_in_too_late(r: Reckoning) -> date:
    """Return the last day on which a check-in still makes sense."""
    last = after_their_answer(r, "too-late-after")
    if r.situation.promised is None:
        return last
    return max(last, r.after(r.situation.promised, "latest-after-their-date"))


def their_answer_has_run_out(r: Reckoning) -> date:
    """Return the day on which to plan as if it were closed."""
    days = [after_their_answer(r, "closed-after")]
    if r.last:
        days.append(r.after(r.last, "closed-after-last"))
    if r.situation.promised:
        days.append(r.date_has_run_out)
    return max(days)


def everything_has_run_out(r: Reckoning) -> date:
    """Return the day on which their date, your last message and the wait are all over."""
    return max(r.date_has_run_out, r.after(last_contact(r), "between-contacts"), due_date(r))


# ---- what to do: the tests, each a sentence about the candidate --------------


def heard(*kinds: Heard) -> frozenset[Heard]:
    """Name kinds of news."""
    return frozenset(kinds)


A_NO = heard(Heard.REJECTED, Heard.FILLED)
STILL_OPEN = heard(Heard.STILL_DECIDING, Heard.ON_HOLD)


def an_offer_is_unanswered(r: Reckoning) -> bool:
    """They offered you the job and you have not answered."""
    return r.situation.heard is Heard.OFFER and not r.situation.replied


def the_paper_may_still_come(r: Reckoning) -> bool:
    """You answered their offer; the written one is not overdue."""
    return r.situation.heard is Heard.OFFER and r.situation.today < paper_is_due(r)


def an_offer_has_no_paper(r: Reckoning) -> bool:
    """You answered their offer and nothing came in writing."""
    return r.situation.heard is Heard.OFFER


def a_fresh_no_is_unanswered(r: Reckoning) -> bool:
    """They said no, or hired someone else, not long ago; you have not answered."""
    s = r.situation
    unanswered = s.heard in A_NO and not s.replied
    return unanswered and r.within(s.heard_on, "close-with-thanks-until")


def they_said_no(r: Reckoning) -> bool:
    """They said no, or hired someone else."""
    return r.situation.heard in A_NO


def you_no_longer_want_it(r: Reckoning) -> bool:
    """You no longer want the job and have not said so."""
    return r.situation.heard is Heard.WITHDRAW and not r.situation.replied


def you_have_withdrawn(r: Reckoning) -> bool:
    """You told them that you no longer want the job."""
    return r.situation.heard is Heard.WITHDRAW


def their_request_is_unanswered(r: Reckoning) -> bool:
    """They asked you for something and you have not answered."""
    return r.situation.heard is Heard.ASKED and not r.situation.replied


def the_interview_fell_through(r: Reckoning) -> bool:
    """The interview did not take place and you have not written about it."""
    return r.situation.heard is Heard.CANCELLED and not r.situation.replied


def new_times_were_just_offered(r: Reckoning) -> bool:
    """You offered new times a few days ago."""
    return r.situation.heard is Heard.CANCELLED and r.situation.today < new_times_are_due(r)


def new_times_need_a_reminder(r: Reckoning) -> bool:
    """You offered new times and a reminder is due."""
    return r.situation.heard is Heard.CANCELLED and r.situation.today < new_times_have_run_out(r)


def new_times_never_came(r: Reckoning) -> bool:
    """You offered new times and nothing ever came of it."""
    return r.situation.heard is Heard.CANCELLED


def the_interview_is_still_to_come(r: Reckoning) -> bool:
    """The interview lies ahead."""
    return r.situation.interviewed_on > r.situation.today


def a_rule_forbids_contact(r: Reckoning) -> bool:
    """A written rule says not to contact them, and it is too early to call it closed."""
    return r.must_not_contact and r.situation.today < no_contact_ends(r)


def a_rule_forbade_contact(r: Reckoning) -> bool:
    """A written rule says not to contact them."""
    return r.must_not_contact


def an_untold_deadline_rules(r: Reckoning) -> bool:
    """A real date from elsewhere comes before their answer; they do not know."""
    s = r.situation
    return s.deadline is not None and not s.deadline.told and r.deadline_rules_on(s.today)


def a_told_deadline_rules(r: Reckoning) -> bool:
    """A real date from elsewhere comes before their answer; they know."""
    s = r.situation
    return s.deadline is not None and s.deadline.told and r.deadline_rules_on(s.today)


def the_told_deadline_is_today(r: Reckoning) -> bool:
    """Today is the deadline from elsewhere; they know about it."""
    return a_told_deadline_rules(r) and day_of_the_deadline(r) == today(r)


def a_call_is_set(r: Reckoning) -> bool:
    """They told you to call on a day, and that call has not been tried in vain."""
    return r.situation.call_on is not None and not r.situation.call_unanswered


def the_set_call_is_due(r: Reckoning) -> bool:
    """The day on which they told you to call has come and is not long past."""
    if not a_call_is_set(r) or r.calls_unwelcome:
        return False
    day = day_of_the_call(r)
    return day <= r.situation.today <= r.after(day, "asked-call-late")


def the_set_call_is_ahead(r: Reckoning) -> bool:
    """They told you to call on a day that is still to come."""
    return a_call_is_set(r) and not r.calls_unwelcome and day_of_the_call(r) > today(r)


def the_set_call_is_forbidden(r: Reckoning) -> bool:
    """They set a call and also said not to call: let the day go by."""
    return a_call_is_set(r) and r.calls_unwelcome and today(r) < the_set_call_has_lapsed(r)


def thanks_can_be_sent(r: Reckoning) -> bool:
    """No thanks yet, nothing asked yet, and there is a way to say it."""
    s = r.situation
    by_phone = s.contact is Contact.AGENCY and r.has_phone and not r.calls_unwelcome
    return not s.thanked and r.used == 0 and (r.can_write or by_phone)


def thanks_are_fresh(r: Reckoning) -> bool:
    """The interview was today or yesterday; no thanks or question was sent, and you can write."""
    days = (r.situation.today - r.situation.interviewed_on).days
    return thanks_can_be_sent(r) and days < THANKS_LATE_FROM_DAY


def thanks_are_a_little_late(r: Reckoning) -> bool:
    """The same within a week of the interview, and no question is about to fall due."""
    s = r.situation
    days = (s.today - s.interviewed_on).days
    if not thanks_can_be_sent(r) or days > r.timings[TimingId("thanks-late")]:
        return False
    question_is_far = due_date(r) > s.calendar.after(s.today, 1)
    return question_is_far or r.only_if or s.heard in STILL_OPEN


def fresh_thanks_go_through_your_recruiter(r: Reckoning) -> bool:
    """An agency put you forward, and the interview was today or yesterday."""
    return r.situation.contact is Contact.AGENCY and thanks_are_fresh(r)


def late_thanks_go_through_your_recruiter(r: Reckoning) -> bool:
    """An agency put you forward, and the interview was a few days ago."""
    return r.situation.contact is Contact.AGENCY and thanks_are_a_little_late(r)


def a_check_in_is_open(r: Reckoning) -> bool:
    """They said it goes on; one check-in after that answer is still yours to send."""
    s = r.situation
    if s.heard not in STILL_OPEN or r.left == 0:
        return False
    if r.last is not None and r.last > s.heard_on:
        return False
    return max(s.today, check_in_due(r)) <= check_in_too_late(r)


def they_are_still_deciding(r: Reckoning) -> bool:
    """They said it is still going on, and a check-in would be too early."""
    open_still = r.situation.heard is Heard.STILL_DECIDING and a_check_in_is_open(r)
    return open_still and r.situation.today < check_in_due(r)


def it_is_on_hold(r: Reckoning) -> bool:
    """They said it is on hold, and a check-in would be too early."""
    open_still = r.situation.heard is Heard.ON_HOLD and a_check_in_is_open(r)
    return open_still and r.situation.today < check_in_due(r)


def their_answer_may_still_come(r: Reckoning) -> bool:
    """They said it goes on; nothing more to send, but it is not over."""
    s = r.situation
    return s.heard in STILL_OPEN and s.today < their_answer_has_run_out(r)


def their_answer_never_came(r: Reckoning) -> bool:
    """They said it goes on, and then nothing, for long."""
    return r.situation.heard in STILL_OPEN


def only_the_successful_will_hear(r: Reckoning) -> bool:
    """They will be in touch only if needed, and that may still happen."""
    return r.only_if and r.situation.today < only_if_ends(r)


def silence_was_the_announced_answer(r: Reckoning) -> bool:
    """They would be in touch only if needed, and were not."""
    return r.only_if


def nothing_left_but_their_date_runs(r: Reckoning) -> bool:
    """You have asked as often as is wise, but the date they gave is not surely over."""
    return r.left == 0 and a_date_was_promised(r) and today(r) < everything_has_run_out(r)


def nothing_left_but_they_have_your_answer(r: Reckoning) -> bool:
    """You have asked as often as is wise, but you have just sent what they asked for."""
    answered = r.answered_on is not None and not a_date_was_promised(r)
    return r.left == 0 and answered and today(r) < your_answer_has_had_its_time(r)


def nothing_left_to_send(r: Reckoning) -> bool:
    """You have asked as often as is wise."""
    return r.left == 0


def one_contact_was_made(r: Reckoning) -> bool:
    """You have asked before, and one question is still yours."""
    return r.used > 0


def a_second_contact_would_be_too_late(r: Reckoning) -> bool:
    """You have asked before, and another question would come very late."""
    if r.used == 0:
        return False
    return max(r.situation.today, due_date(r)) > r.after(r.anchor, "too-late-for-second")


def a_second_contact_would_be_too_early(r: Reckoning) -> bool:
    """You have asked before, and another question would come too soon."""
    return r.used > 0 and r.situation.today < due_date(r)


def nobody_answered_the_call_they_set(r: Reckoning) -> bool:
    """You called on the day they set, nobody answered, and more would come too soon."""
    unanswered = r.situation.call_unanswered and r.used == 1
    return unanswered and a_second_contact_would_be_too_early(r)


def a_first_contact_would_be_too_late(r: Reckoning) -> bool:
    """You have never asked, and a first question would come very late."""
    return max(r.situation.today, due_date(r)) > r.after(r.anchor, "too-late-for-first")


def their_date_is_not_over(r: Reckoning) -> bool:
    """They gave a date, and asking would be too early."""
    return a_date_was_promised(r) and r.situation.today < due_date(r)


def they_asked_you_to_wait(r: Reckoning) -> bool:
    """They asked you to wait, and asking would be too early."""
    return r.asked_to_wait and r.situation.today < due_date(r)


def you_answered_their_request_lately(r: Reckoning) -> bool:
    """You answered what they asked for, they gave no date, and asking would be too early."""
    answered = r.answered_on is not None and r.situation.promised is None
    return answered and r.situation.today < due_date(r)


def a_slow_place_needs_time(r: Reckoning) -> bool:
    """The place is formal or it was a panel, and asking would be too early."""
    return r.is_slow_place and r.situation.today < due_date(r)


def silence_is_still_short(r: Reckoning) -> bool:
    """They gave no date, and asking would be too early."""
    return r.situation.today < due_date(r)


# ---- what to do: the table ----------------------------------------------------

ACTION: Table[Reckoning, Move] = Table(
    "ACTION",
    (
        Rule(
            id="they-offered-you-the-job",
            ref="DR1",
            fits=an_offer_is_unanswered,
            then=Move(Action.REPLY_TO_OFFER, today),
            section=SectionRef("replies#they-offered-the-job"),
            claims=claims("D2 D6"),
            our_judgement=True,
        ),
        Rule(
            id="the-written-offer-may-still-come",
            ref="DR1",
            fits=the_paper_may_still_come,
            then=Move(Action.WAIT, paper_is_due),
            section=SectionRef("replies#offer-without-paper"),
            claims=claims("D6"),
            our_judgement=True,
        ),
        Rule(
            id="the-written-offer-is-late",
            ref="DR1",
            fits=an_offer_has_no_paper,
            then=Move(Action.REPLY_TO_OFFER, today),
            section=SectionRef("replies#ask-for-the-written-offer"),
            claims=claims("D2 D6"),
            our_judgement=True,
        ),
        Rule(
            id="they-said-no",
            ref="DR2",
            fits=a_fresh_no_is_unanswered,
            then=Move(Action.CLOSE_WITH_THANKS, today),
            section=SectionRef("replies#they-said-no"),
            claims=claims("D2 D6 N4 M5 M9 M7"),
        ),
        Rule(
            id="the-no-is-answered-or-old",
            ref="DR2",
            fits=they_said_no,
            then=Move(Action.MOVE_ON, today),
            section=SectionRef("replies#after-the-no"),
            claims=claims("M5 M7 M9"),
        ),
        Rule(
            id="you-no-longer-want-the-job",
            ref="DR2w",
            fits=you_no_longer_want_it,
            then=Move(Action.WITHDRAW, today),
            section=SectionRef("replies#no-longer-interested"),
            claims=claims("D2 D6"),
            our_judgement=True,
        ),
        Rule(
            id="you-have-withdrawn",
            ref="DR2w",
            fits=you_have_withdrawn,
            then=Move(Action.MOVE_ON, today),
            section=SectionRef("replies#after-withdrawing"),
            claims=claims("M7"),
            our_judgement=True,
        ),
        Rule(
            id="they-asked-you-for-something",
            ref="DR3",
            fits=their_request_is_unanswered,
            then=Move(Action.SEND_REQUESTED, today),
            section=SectionRef("replies#they-asked-for-something"),
            claims=claims("D17 F6 D1"),
        ),
        Rule(
            id="the-interview-did-not-take-place",
            ref="DR3c",
            fits=the_interview_fell_through,
            then=Move(Action.REARRANGE, today),
            section=SectionRef("replies#interview-did-not-happen"),
            claims=claims("F6 D6"),
            our_judgement=True,
        ),
        Rule(
            id="new-times-were-just-offered",
            ref="DR3c",
            fits=new_times_were_just_offered,
            then=Move(Action.WAIT, new_times_are_due),
            section=SectionRef("replies#written-about-new-times"),
            claims=claims("F6 D6"),
            our_judgement=True,
        ),
        Rule(
            id="new-times-need-a-reminder",
            ref="DR3c",
            fits=new_times_need_a_reminder,
            then=Move(Action.REARRANGE, today),
            section=SectionRef("replies#remind-them-of-new-times"),
            claims=claims("F6 D6"),
            our_judgement=True,
        ),
        Rule(
            id="new-times-never-came",
            ref="DR3c",
            fits=new_times_never_came,
            then=Move(Action.MOVE_ON, today),
            section=SectionRef("silence#leave-it-with-them"),
            claims=claims("M4 M7"),
            our_judgement=True,
        ),
        Rule(
            id="the-interview-is-still-to-come",
            ref="DR0",
            fits=the_interview_is_still_to_come,
            then=Move(Action.PREPARE, day_of_the_interview),
            section=SectionRef("timing#ask-at-the-interview"),
            claims=claims("F3 F6 G8"),
            our_judgement=True,
        ),
        Rule(
            id="a-rule-forbids-contact",
            ref="DR4",
            fits=a_rule_forbids_contact,
            then=Move(Action.NO_CONTACT, no_contact_ends),
            section=SectionRef("timing#do-not-contact"),
            claims=claims("F10 N3 R4 M2"),
            conflicts=conflicts("K11"),
        ),
        Rule(
            id="a-rule-forbade-contact-and-it-is-over",
            ref="DR4",
            fits=a_rule_forbade_contact,
            then=Move(Action.MOVE_ON, today),
            section=SectionRef("silence#leave-it-with-them"),
            claims=claims("F10 N3 M4 M7"),
            conflicts=conflicts("K11"),
        ),
        Rule(
            id="a-deadline-comes-before-their-answer",
            ref="DR5",
            fits=an_untold_deadline_rules,
            then=Move(Action.TELL_DEADLINE, today),
            section=SectionRef("deadlines#tell-them"),
            claims=claims("F9 N5 D11 D7 D12"),
            conflicts=conflicts("K13"),
        ),
        Rule(
            id="they-set-a-day-for-your-call",
            ref="DR8",
            fits=the_set_call_is_due,
            then=Move(Action.CALL_AS_ASKED, today),
            section=SectionRef("calling#the-day-they-set"),
            claims=claims("X2 F6 N3"),
            conflicts=conflicts("K3"),
        ),
        Rule(
            id="thanks-through-your-recruiter",
            ref="DR7a",
            fits=fresh_thanks_go_through_your_recruiter,
            then=Move(Action.THANK_YOU, today),
            section=SectionRef("thank-you#thank-through-the-agency"),
            claims=claims("T1 T2 G7 D2"),
            conflicts=conflicts("K2 K17"),
        ),
        Rule(
            id="thanks-within-a-day",
            ref="DR7a",
            fits=thanks_are_fresh,
            then=Move(Action.THANK_YOU, today),
            section=SectionRef("thank-you#within-a-day"),
            claims=claims("T1 T2 A4 B5 B6 B7 G7 T6 A3 SC4 D2 D3 D14 D15 D16 N7"),
            conflicts=conflicts("K2 K14"),
        ),
        Rule(
            id="late-thanks-through-your-recruiter",
            ref="DR7b",
            fits=late_thanks_go_through_your_recruiter,
            then=Move(Action.THANK_YOU_LATE, today),
            section=SectionRef("thank-you#thank-through-the-agency"),
            claims=claims("T1 D1"),
            conflicts=conflicts("K2 K17"),
        ),
        Rule(
            id="thanks-a-few-days-late",
            ref="DR7b",
            fits=thanks_are_a_little_late,
            then=Move(Action.THANK_YOU_LATE, today),
            section=SectionRef("thank-you#a-few-days-late"),
            claims=claims("T1 D1"),
            conflicts=conflicts("K2"),
        ),
        Rule(
            id="the-deadline-is-today",
            ref="DR6",
            fits=the_told_deadline_is_today,
            then=Move(Action.WAIT, today),
            section=SectionRef("deadlines#decide-today"),
            claims=claims("N5 N9 M2"),
            conflicts=conflicts("K13"),
        ),
        Rule(
            id="they-know-about-the-deadline",
            ref="DR6",
            fits=a_told_deadline_rules,
            then=Move(Action.WAIT, day_to_decide),
            section=SectionRef("deadlines#told-already"),
            claims=claims("N5 N9 M2"),
            conflicts=conflicts("K13"),
        ),
        Rule(
            id="the-call-they-set-is-ahead",
            ref="DR8w",
            fits=the_set_call_is_ahead,
            then=Move(Action.WAIT, day_of_the_call),
            section=SectionRef("calling#the-day-they-set"),
            claims=claims("X2 F6 N3"),
            conflicts=conflicts("K3"),
        ),
        Rule(
            id="they-set-a-call-and-forbade-calls",
            ref="DR8w",
            fits=the_set_call_is_forbidden,
            then=Move(Action.WAIT, the_set_call_has_lapsed),
            section=SectionRef("channels#no-calls"),
            claims=claims("F6 N3"),
            conflicts=conflicts("K3"),
        ),
        Rule(
            id="they-are-still-deciding",
            ref="DR9",
            fits=they_are_still_deciding,
            then=Move(Action.WAIT, check_in_due),
            section=SectionRef("replies#they-are-still-deciding"),
            claims=claims("T12 M1 M2 N9"),
            conflicts=conflicts("K10"),
        ),
        Rule(
            id="it-is-on-hold",
            ref="DR9",
            fits=it_is_on_hold,
            then=Move(Action.WAIT, check_in_due),
            section=SectionRef("replies#on-hold"),
            claims=claims("T12 M1 M2 N9"),
            conflicts=conflicts("K10"),
            our_judgement=True,
        ),
        Rule(
            id="one-check-in-after-their-answer",
            ref="DR9",
            fits=a_check_in_is_open,
            then=Move(Action.CHECK_IN, today_or_next_business_day),
            section=SectionRef("replies#check-in-after-their-answer"),
            claims=claims("T12 M2 N9"),
            conflicts=conflicts("K10"),
        ),
        Rule(
            id="their-answer-may-still-come",
            ref="DR9",
            fits=their_answer_may_still_come,
            then=Move(Action.WAIT, their_answer_has_run_out),
            section=SectionRef("replies#when-still-going-on-closes"),
            claims=claims("T12 M1 M2"),
            conflicts=conflicts("K10"),
        ),
        Rule(
            id="their-answer-never-came",
            ref="DR9",
            fits=their_answer_never_came,
            then=Move(Action.MOVE_ON, today),
            section=SectionRef("silence#leave-it-with-them"),
            claims=claims("M4 M5 M7"),
            conflicts=conflicts("K10"),
        ),
        Rule(
            id="only-the-successful-will-hear",
            ref="DR10",
            fits=only_the_successful_will_hear,
            then=Move(Action.WAIT, only_if_ends),
            section=SectionRef("timing#only-if"),
            claims=claims("N10 F6"),
            conflicts=conflicts("K11"),
        ),
        Rule(
            id="silence-was-the-announced-answer",
            ref="DR10",
            fits=silence_was_the_announced_answer,
            then=Move(Action.MOVE_ON, today),
            section=SectionRef("silence#leave-it-with-them"),
            claims=claims("N10 M4 M7"),
            conflicts=conflicts("K11"),
        ),
        Rule(
            id="nothing-more-to-send-but-their-date-runs",
            ref="DR11",
            fits=nothing_left_but_their_date_runs,
            then=Move(Action.WAIT, everything_has_run_out),
            section=SectionRef("timing#two-is-enough"),
            claims=claims("N11 M3 N9"),
            conflicts=conflicts("K8"),
        ),
        Rule(
            id="nothing-more-to-send-but-they-have-your-answer",
            ref="DR11",
            fits=nothing_left_but_they_have_your_answer,
            then=Move(Action.WAIT, your_answer_has_had_its_time),
            section=SectionRef("replies#you-have-answered-them"),
            claims=claims("D17 N11 M3 N9"),
            conflicts=conflicts("K8"),
            our_judgement=True,
        ),
        Rule(
            id="nothing-more-to-send",
            ref="DR11",
            fits=nothing_left_to_send,
            then=Move(Action.MOVE_ON, today),
            section=SectionRef("silence#leave-it-with-them"),
            claims=claims("N11 M3 M4 M5 M6 R7 N9"),
            conflicts=conflicts("K8"),
        ),
        Rule(
            id="too-late-for-a-second-message",
            ref="DR12",
            fits=a_second_contact_would_be_too_late,
            then=Move(Action.MOVE_ON, today),
            section=SectionRef("timing#too-late"),
            claims=claims("T5 M4 M7"),
            conflicts=conflicts("K8 K16"),
        ),
        Rule(
            id="nobody-answered-the-call-they-set",
            ref="DR12",
            fits=nobody_answered_the_call_they_set,
            then=Move(Action.WAIT, due_date),
            section=SectionRef("calling#nobody-answered"),
            claims=claims("N1 N9 R3"),
            conflicts=conflicts("K7"),
        ),
        Rule(
            id="too-early-for-a-second-message",
            ref="DR12",
            fits=a_second_contact_would_be_too_early,
            then=Move(Action.WAIT, due_date),
            section=SectionRef("timing#between-messages"),
            claims=claims("T8 N9 N1 R3 T11"),
            conflicts=conflicts("K7"),
        ),
        Rule(
            id="a-second-and-last-message",
            ref="DR12",
            fits=one_contact_was_made,
            then=Move(Action.LAST_FOLLOW_UP, today_or_next_business_day),
            section=SectionRef("timing#the-second-message"),
            claims=claims("T8 N9 N11 N1 R3 T11"),
            conflicts=conflicts("K7 K8 K16"),
        ),
        Rule(
            id="too-late-for-a-first-message",
            ref="DR14",
            fits=a_first_contact_would_be_too_late,
            then=Move(Action.MOVE_ON, today),
            section=SectionRef("timing#too-late"),
            claims=claims("T5 M4 M7"),
            conflicts=conflicts("K16"),
        ),
        Rule(
            id="they-asked-you-to-wait",
            ref="DR13",
            fits=they_asked_you_to_wait,
            then=Move(Action.WAIT, due_date),
            section=SectionRef("timing#asked-to-wait"),
            claims=claims("F6 N3 M1 M2 N6 R2 R10"),
            conflicts=conflicts("K9 K11"),
        ),
        Rule(
            id="their-date-is-not-over",
            ref="DR13",
            fits=their_date_is_not_over,
            then=Move(Action.WAIT, due_date),
            section=SectionRef("timing#their-date"),
            claims=claims("T9 T4 T13 M1 M2 F11 F12 N6 R2 R10"),
            conflicts=conflicts("K5 K9"),
        ),
        Rule(
            id="you-have-just-answered-them",
            ref="DR13",
            fits=you_answered_their_request_lately,
            then=Move(Action.WAIT, due_date),
            section=SectionRef("replies#you-have-answered-them"),
            claims=claims("D17 M1 M2 N6 R2 R10"),
            conflicts=conflicts("K9"),
        ),
        Rule(
            id="a-slow-place-needs-time",
            ref="DR13",
            fits=a_slow_place_needs_time,
            then=Move(Action.WAIT, due_date),
            section=SectionRef("timing#patient-places"),
            claims=claims("T4 T13 M1 M2 F11 F12 N6 R2 R10"),
            conflicts=conflicts("K4 K9"),
        ),
        Rule(
            id="the-silence-is-still-short",
            ref="DR13",
            fits=silence_is_still_short,
            then=Move(Action.WAIT, due_date),
            section=SectionRef("timing#no-date-yet"),
            claims=claims("T4 T13 M1 M2 F11 F12 N6 R2 R10"),
            conflicts=conflicts("K3 K4 K9"),
        ),
        Rule(
            id="the-promised-date-has-passed",
            ref="DR14",
            fits=a_date_was_promised,
            then=Move(Action.FOLLOW_UP, today_or_next_business_day),
            section=SectionRef("timing#their-date-has-passed"),
            claims=claims("T10 X1 T5 G4 D4 D8 SC1 SC2 SC3"),
            conflicts=conflicts("K5 K6"),
        ),
        Rule(
            id="a-quiet-week-has-passed",
            ref="DR14",
            fits=always,
            then=Move(Action.FOLLOW_UP, today_or_next_business_day),
            section=SectionRef("timing#a-week-of-silence"),
            claims=claims("T7 T5 T8 G4 D4 D8 SC1 SC2"),
            conflicts=conflicts("K4"),
        ),
    ),
)

# ---- by what means --------------------------------------------------------------

WRITTEN_ONLY = frozenset(
    (
        *THANKS,
        Action.CLOSE_WITH_THANKS,
        Action.WITHDRAW,
        Action.CHECK_IN,
        Action.REARRANGE,
        Action.TELL_DEADLINE,
    ),
)
NOTHING_TO_SEND = frozenset((Action.PREPARE, Action.WAIT, Action.NO_CONTACT, Action.MOVE_ON))


def nothing_is_sent(task: Task) -> bool:
    """The action is to wait, to prepare or to let go."""
    return task.action in NOTHING_TO_SEND


def they_made_an_offer(task: Task) -> bool:
    """The action answers an offer."""
    return task.action is Action.REPLY_TO_OFFER


def they_asked_for_it(task: Task) -> bool:
    """The action answers a request."""
    return task.action is Action.SEND_REQUESTED


def it_is_the_call_they_set(task: Task) -> bool:
    """The action is a call on the day they named."""
    return task.action is Action.CALL_AS_ASKED


def an_offer_elsewhere_runs_out(task: Task) -> bool:
    """Another offer runs out in a day or two, on a working day, and calls are not forbidden."""
    s = task.r.situation
    if task.action is not Action.TELL_DEADLINE or s.deadline is None:
        return False
    offer = s.deadline.is_offer and task.r.deadline_is_close
    at_work = s.calendar.is_business_day(s.today)
    return offer and at_work and task.r.has_phone and not task.r.calls_unwelcome


def an_offer_runs_out_and_email_is_known(task: Task) -> bool:
    """Another offer runs out, a call is possible today, and you have an email address."""
    return an_offer_elsewhere_runs_out(task) and Line.EMAIL in task.r.situation.lines


def an_offer_runs_out_and_the_phone_is_all(task: Task) -> bool:
    """Another offer runs out, a call is possible today, and the phone is the only line."""
    return an_offer_elsewhere_runs_out(task) and task.r.phone_is_the_only_line


def your_recruiter_is_only_on_the_phone(task: Task) -> bool:
    """Thanks go through your own recruiter, whom you can only call."""
    if task.action not in THANKS:
        return False
    return task.r.situation.contact is Contact.AGENCY and task.r.phone_is_the_only_line


def this_is_always_written(task: Task) -> bool:
    """Thanks, a goodbye, a check-in or a notice: written words."""
    return task.action in WRITTEN_ONLY


def calls_are_unwelcome(task: Task) -> bool:
    """Something they said forbids calls."""
    return task.r.calls_unwelcome


def no_number_is_known(task: Task) -> bool:
    """You have no phone number."""
    return not task.r.has_phone


def your_calls_are_used_up(task: Task) -> bool:
    """You have called before; twice, where the phone is the only line."""
    most = CALLS_AT_MOST_BY_PHONE_ONLY if task.r.phone_is_the_only_line else CALLS_AT_MOST
    return task.r.calls >= most


def it_is_late_for_a_call(task: Task) -> bool:
    """The good days for a call are over."""
    r = task.r
    if r.invited_to_call or r.phone_is_the_only_line:
        return task.on > r.after(r.anchor, "too-late-for-second")
    return task.on > r.latest


def they_invited_a_call(task: Task) -> bool:
    """They said that you may call."""
    return task.r.invited_to_call


def people_in_this_job_ring_each_other(task: Task) -> bool:
    """Calls are normal in this kind of job, nobody is formal, and you have not asked before."""
    s = task.r.situation
    formal = s.formal_place or s.formal_manner
    return s.calls_are_normal and not formal and task.r.used == 0


def the_phone_is_the_only_line(task: Task) -> bool:
    """You know a number and no other way."""
    return task.r.phone_is_the_only_line


CHANNEL: Table[Task, Means] = Table(
    "CHANNEL",
    (
        Rule(
            id="nothing-to-send",
            ref="§5",
            fits=nothing_is_sent,
            then=Means.NONE,
            section=SectionRef("silence#meanwhile"),
            claims=claims("M7 M8 N12"),
        ),
        Rule(
            id="the-way-they-made-the-offer",
            ref="§5",
            fits=they_made_an_offer,
            then=Means.AS_THEY_WROTE,
            section=SectionRef("channels#answer-the-way-they-asked"),
            claims=claims("F6"),
        ),
        Rule(
            id="the-way-they-asked",
            ref="§5",
            fits=they_asked_for_it,
            then=Means.AS_THEY_ASKED,
            section=SectionRef("channels#answer-the-way-they-asked"),
            claims=claims("F6"),
        ),
        Rule(
            id="the-call-they-set",
            ref="§5.2",
            fits=it_is_the_call_they_set,
            then=Means.CALL,
            section=SectionRef("calling#the-day-they-set"),
            claims=claims("X2 F6"),
        ),
        Rule(
            id="an-offer-runs-out-write-and-call",
            ref="§5.2",
            fits=an_offer_runs_out_and_email_is_known,
            then=Means.CALL_AND_EMAIL,
            section=SectionRef("deadlines#call-about-a-deadline"),
            claims=claims("F9 D7 D12"),
            conflicts=conflicts("K13"),
        ),
        Rule(
            id="an-offer-runs-out-call",
            ref="§5.2",
            fits=an_offer_runs_out_and_the_phone_is_all,
            then=Means.CALL,
            section=SectionRef("deadlines#call-about-a-deadline"),
            claims=claims("F9 D7 D12"),
            conflicts=conflicts("K13"),
        ),
        Rule(
            id="your-recruiter-by-phone",
            ref="§5.3",
            fits=your_recruiter_is_only_on_the_phone,
            then=Means.CALL,
            section=SectionRef("thank-you#thank-through-the-agency"),
            conflicts=conflicts("K17"),
        ),
        Rule(
            id="always-in-writing",
            ref="§5.1",
            fits=this_is_always_written,
            then=Means.WRITE,
            section=SectionRef("channels#write-first"),
            claims=claims("A1 A4 B6"),
        ),
        Rule(
            id="they-said-not-to-call",
            ref="§5.1",
            fits=calls_are_unwelcome,
            then=Means.WRITE,
            section=SectionRef("channels#no-calls"),
            claims=claims("F6 F10 N3"),
        ),
        Rule(
            id="no-number-known",
            ref="§5.1",
            fits=no_number_is_known,
            then=Means.WRITE,
            section=SectionRef("channels#ladder"),
            claims=claims("A1 A2"),
            conflicts=conflicts("K12"),
        ),
        Rule(
            id="your-calls-are-used-up",
            ref="§5.1",
            fits=your_calls_are_used_up,
            then=Means.WRITE,
            section=SectionRef("channels#no-calls"),
            claims=claims("N1 R3"),
            conflicts=conflicts("K8"),
        ),
        Rule(
            id="too-late-for-a-call",
            ref="§5.1",
            fits=it_is_late_for_a_call,
            then=Means.WRITE,
            section=SectionRef("channels#no-calls"),
            claims=claims("R1 R6"),
            conflicts=conflicts("K16"),
        ),
        Rule(
            id="they-invited-a-call",
            ref="§5.2",
            fits=they_invited_a_call,
            then=Means.CALL,
            section=SectionRef("calling#invited"),
            claims=claims("X2 SC5"),
            conflicts=conflicts("K1"),
        ),
        Rule(
            id="calls-are-normal-there",
            ref="§5.2",
            fits=people_in_this_job_ring_each_other,
            then=Means.CALL,
            section=SectionRef("calling#where-calls-are-normal"),
            claims=claims("X3 F8"),
            conflicts=conflicts("K1"),
        ),
        Rule(
            id="only-a-phone-number",
            ref="§5.2",
            fits=the_phone_is_the_only_line,
            then=Means.CALL,
            section=SectionRef("calling#only-a-phone"),
            claims=claims("A5"),
            conflicts=conflicts("K1"),
        ),
        Rule(
            id="write-first",
            ref="§5.3",
            fits=always,
            then=Means.WRITE,
            section=SectionRef("channels#write-first"),
            claims=claims("G3 X4 A1 B6"),
            conflicts=conflicts("K1"),
        ),
    ),
)

# ---- may you call as well? Asked only beside a written recommendation -------------


def your_recruiter_is_at_work_today(task: Task) -> bool:
    """Thanks go through your own recruiter, who has a phone and is at work."""
    s = task.r.situation
    if task.action not in THANKS or s.contact is not Contact.AGENCY:
        return False
    welcome = task.r.has_phone and not task.r.calls_unwelcome
    return welcome and s.calendar.is_business_day(s.today)


def this_is_no_follow_up(task: Task) -> bool:
    """It is neither your first nor your last question about news."""
    return task.action not in {Action.FOLLOW_UP, Action.LAST_FOLLOW_UP}


def a_call_is_ruled_out(task: Task) -> bool:
    """A call is forbidden, impossible, used up or too late."""
    tests = (calls_are_unwelcome, no_number_is_known, your_calls_are_used_up, it_is_late_for_a_call)
    return any(test(task) for test in tests)


def a_second_call_of_any_kind_is_too_much(task: Task) -> bool:
    """You have asked more than once."""
    return task.r.used > 1


def someone_is_formal(task: Task) -> bool:
    """A formal place, a formal interviewer or a panel."""
    return task.r.is_slow_place or task.r.situation.formal_manner


def their_date_is_well_past(task: Task) -> bool:
    """The day they named is two business days past."""
    r = task.r
    promised = r.situation.promised
    return promised is not None and task.on >= r.after(promised, "after-their-date")


def two_quiet_weeks_have_passed(task: Task) -> bool:
    """No date was named, and two weeks of silence have passed."""
    r = task.r
    return r.situation.promised is None and task.on >= r.after(r.start, "call-no-date")


def a_quiet_week_at_an_open_place(task: Task) -> bool:
    """No date, a week of silence, and the place is direct or the interviewer was friendly."""
    s, r = task.r.situation, task.r
    warm = s.direct_place or s.friendly_manner
    return s.promised is None and warm and task.on >= r.after(r.start, "call-no-date-direct")


def it_is_your_own_recruiter(task: Task) -> bool:
    """Your contact is an agency recruiter."""
    return task.r.situation.contact is Contact.AGENCY


CALL_ALSO_FINE = SectionRef("channels#call-also-fine")

ALSO_CALL: Table[Task, bool] = Table(
    "ALSO_CALL",
    (
        Rule(
            id="call-too-an-offer-runs-out",
            ref="§5.2",
            fits=an_offer_elsewhere_runs_out,
            then=True,
            section=SectionRef("deadlines#call-about-a-deadline"),
            claims=claims("F9 D7 D12"),
        ),
        Rule(
            id="call-too-your-recruiter",
            ref="§5.3",
            fits=your_recruiter_is_at_work_today,
            then=True,
            section=SectionRef("thank-you#thank-through-the-agency"),
        ),
        Rule(
            id="no-call-not-a-question",
            ref="§5.1",
            fits=this_is_no_follow_up,
            then=False,
            section=SectionRef("channels#write-first"),
        ),
        Rule(
            id="no-call-ruled-out",
            ref="§5.1",
            fits=a_call_is_ruled_out,
            then=False,
            section=SectionRef("channels#no-calls"),
            claims=claims("F6 N1 N3 R1 R6"),
        ),
        Rule(
            id="no-call-after-two-contacts",
            ref="§5.4",
            fits=a_second_call_of_any_kind_is_too_much,
            then=False,
            section=SectionRef("channels#no-calls"),
            claims=claims("N1"),
        ),
        Rule(
            id="no-call-someone-is-formal",
            ref="§5.4",
            fits=someone_is_formal,
            then=False,
            section=SectionRef("channels#no-calls"),
            claims=claims("F2 F5 F7"),
        ),
        Rule(
            id="call-too-their-date-is-past",
            ref="§5.4",
            fits=their_date_is_well_past,
            then=True,
            section=CALL_ALSO_FINE,
            claims=claims("X1"),
        ),
        Rule(
            id="call-too-two-quiet-weeks",
            ref="§5.4",
            fits=two_quiet_weeks_have_passed,
            then=True,
            section=CALL_ALSO_FINE,
            claims=claims("T8"),
        ),
        Rule(
            id="call-too-an-open-place",
            ref="§5.4",
            fits=a_quiet_week_at_an_open_place,
            then=True,
            section=CALL_ALSO_FINE,
            claims=claims("F1 F4 T7 A5 G2"),
        ),
        Rule(
            id="call-too-your-own-recruiter",
            ref="§5.4",
            fits=it_is_your_own_recruiter,
            then=True,
            section=CALL_ALSO_FINE,
        ),
        Rule(
            id="no-call-without-a-reason",
            ref="§5.3",
            fits=always,
            then=False,
            section=SectionRef("channels#write-first"),
            claims=claims("G3 X4"),
        ),
    ),
)

# ---- which words --------------------------------------------------------------------

MESSAGES: dict[Action, str] = {
    Action.THANK_YOU: "thank-you-note",
    Action.THANK_YOU_LATE: "thank-you-note",
    Action.SEND_REQUESTED: "what-they-asked-for",
    Action.FOLLOW_UP: "ask-for-news",
    Action.LAST_FOLLOW_UP: "last-message",
    Action.CHECK_IN: "still-going-on",
    Action.CALL_AS_ASKED: "call-script",
    Action.TELL_DEADLINE: "tell-them-the-deadline",
    Action.CLOSE_WITH_THANKS: "after-a-no",
    Action.WITHDRAW: "withdrawing",
    Action.REARRANGE: "new-times",
}


# These carry a sentence about a deadline from elsewhere that they do not know yet.
MENTIONS_A_DEADLINE = frozenset(
    (
        "what-they-asked-for",
        "ask-for-news",
        "date-has-passed",
        "last-message",
        "still-going-on",
        "call-script",
        "linkedin-note",
    ),
)


def tells_of_the_deadline(message: str | None, deadline: Deadline | None, day: date) -> bool:
    """Tell whether a message sent on ``day`` makes a deadline known that they did not know."""
    if message not in MENTIONS_A_DEADLINE or deadline is None:
        return False
    return not deadline.told and deadline.on >= day


def message_for(action: Action, means: str, *, date_was_promised: bool) -> MessageId | None:
    """Choose the message of the guide for an action and its channel."""
    follow_up = action is Action.FOLLOW_UP
    if means == "call" and action in {Action.FOLLOW_UP, Action.LAST_FOLLOW_UP}:
        return MessageId("call-script")
    if means == "linkedin" and follow_up:
        return MessageId("linkedin-note")
    if follow_up and date_was_promised:
        return MessageId("date-has-passed")
    return MessageId(MESSAGES[action]) if action in MESSAGES else None


# ---- what to leave out: every line that fits is shown ---------------------------------

SEARCH_IS_OVER = frozenset((Action.PREPARE, Action.REPLY_TO_OFFER, Action.WITHDRAW))
QUESTION_IS_DUE = frozenset((*STATUS_CONTACTS, Action.CALL_AS_ASKED))
CALLING = frozenset((Means.CALL, Means.CALL_AND_EMAIL))


def the_search_goes_on(task: Task) -> bool:
    """Nothing is settled, so the search goes on."""
    return task.action not in SEARCH_IS_OVER


def no_question_is_due(task: Task) -> bool:
    """It is too early to ask when they will decide."""
    early = {*THANKS, Action.WAIT, Action.SEND_REQUESTED, Action.NO_CONTACT}
    return task.action in early


def a_call_may_be_made(task: Task) -> bool:
    """A call is advised or acceptable."""
    means = CHANNEL.decide(task).rule.then
    also = means is Means.WRITE and ALSO_CALL.decide(task).rule.then
    return means in CALLING or also


def a_contact_was_made_or_is_due(task: Task) -> bool:
    """You have asked before, or are about to."""
    return task.r.used > 0 or task.action in QUESTION_IS_DUE


def they_said_how(task: Task) -> bool:
    """They said something about getting in touch."""
    told = task.r.situation.instructions - {Instruction.CALL_ANY}
    return bool(told) or task.r.situation.call_on is not None


def _dont(identifier: str, fits: Callable[[Task], bool], ids: str) -> Rule[Task, str]:
    """Make a line of the avoid table; its words are a heading of the guide."""
    return Rule(
        id=identifier,
        ref="§7",
        fits=fits,
        then=identifier,
        section=SectionRef(f"messages#{identifier}"),
        claims=claims(ids),
    )


AVOID: tuple[Rule[Task, str], ...] = (
    _dont("pressing-for-a-decision", always, "N5"),
    _dont("demands-and-reproach", always, "N4"),
    _dont("generic-or-long", always, "N7 N8"),
    _dont("gifts-visits-and-pushing", always, "R4"),
    _dont("stopping-your-search", the_search_goes_on, "N12"),
    _dont("asking-about-timing", no_question_is_due, "N6 R10"),
    _dont("new-sensitive-topics", a_call_may_be_made, "N2"),
    _dont("rambling", a_call_may_be_made, "D9"),
    _dont("again-within-five-days", a_contact_was_made_or_is_due, "N9"),
    _dont("against-their-instruction", they_said_how, "N3 R4"),
)
