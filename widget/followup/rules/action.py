"""What to do, exceptions first."""

from __future__ import annotations

from datetime import date

from followup.facts import THANKS_LATE_FROM_DAY, Facts
from followup.model import Action, Contact, Heard, Move, Table, TimingId
from followup.rules.wait import (
    day_of_the_deadline,
    day_of_your_answer,
    due_date,
    last_contact,
    not_right_after_the_deadline,
    today,
)


def today_or_next_business_day(facts: Facts) -> date:
    """Return today, or the next day on which people are at work."""
    return facts.situation.calendar.next(facts.situation.today)


def day_of_the_interview(facts: Facts) -> date:
    """Return the day of the interview."""
    return facts.situation.interviewed_on


def paper_is_due(facts: Facts) -> date:
    """Return the day on which the written offer should have come."""
    return facts.after(facts.situation.heard_on, "paper-after-offer")


def new_times_are_due(facts: Facts) -> date:
    """Return the day on which to remind them of the new times."""
    return facts.after(facts.situation.heard_on, "rearrange-again")


def new_times_have_run_out(facts: Facts) -> date:
    """Return the day on which a new interview is no longer to be expected."""
    return facts.after(facts.situation.heard_on, "rearrange-again", times=2)


def your_answer_has_had_its_time(facts: Facts) -> date:
    """Return the day until which what you sent them is surely being read."""
    return facts.after(day_of_your_answer(facts), "after-your-answer")


def no_contact_ends(facts: Facts) -> date:
    """Return the day on which to treat it as closed, without a word."""
    promised = facts.situation.promised
    if promised is None:
        closed = facts.after(facts.situation.interviewed_on, "no-contact-no-date")
    else:
        closed = facts.after(promised, "no-contact-after-date")
    return max(closed, your_answer_has_had_its_time(facts))


def day_to_decide(facts: Facts) -> date:
    """Return the deadline, or the day of a call they set before it."""
    deadline, call = day_of_the_deadline(facts), facts.situation.call_on
    if call is None or facts.calls_unwelcome or facts.situation.call_unanswered:
        return deadline
    return min(deadline, call) if call > facts.situation.today else deadline


def day_of_the_call(facts: Facts) -> date:
    """Return the day on which they told you to call."""
    return facts.situation.call_on or date.min


def the_set_call_has_lapsed(facts: Facts) -> date:
    """Return the day from which a call you must not make is out of the way."""
    return facts.after(day_of_the_call(facts), "asked-call-window")


def only_if_ends(facts: Facts) -> date:
    """Return the day from which silence is their announced answer."""
    promised = facts.situation.promised
    if promised is None:
        closed = facts.after(facts.situation.interviewed_on, "only-if-no-date")
    else:
        closed = facts.after(promised, "only-if-after-date")
    return max(closed, your_answer_has_had_its_time(facts))


def after_their_answer(facts: Facts, row: str) -> date:
    """Return ``row`` after their answer; a job on hold has longer rows."""
    kind = "on-hold" if facts.situation.heard is Heard.ON_HOLD else "still-going-on"
    return facts.after(facts.situation.heard_on, f"{row}-{kind}")


def check_in_due(facts: Facts) -> date:
    """Return the first day for the one check-in after their answer."""
    days = [after_their_answer(facts, "after")]
    if facts.situation.promised:
        days.append(facts.after(facts.situation.promised, "after-their-date"))
    if facts.last:
        days.append(facts.after(facts.last, "between-contacts"))
    return not_right_after_the_deadline(facts, max(days))


def check_in_too_late(facts: Facts) -> date:
    """Return the last day on which a check-in still makes sense."""
    last = after_their_answer(facts, "too-late-after")
    if facts.situation.promised is None:
        return last
    return max(last, facts.after(facts.situation.promised, "latest-after-their-date"))


def their_answer_has_run_out(facts: Facts) -> date:
    """Return the day on which to plan as if it were closed."""
    days = [after_their_answer(facts, "closed-after")]
    if facts.last:
        days.append(facts.after(facts.last, "closed-after-last"))
    if facts.situation.promised:
        days.append(facts.date_has_run_out)
    return max(days)


def everything_has_run_out(facts: Facts) -> date:
    """Return the day on which their date, your last message and the wait are all over."""
    return max(
        facts.date_has_run_out,
        facts.after(last_contact(facts), "between-contacts"),
        due_date(facts),
    )


A_NO = frozenset((Heard.REJECTED, Heard.FILLED))
STILL_OPEN = frozenset((Heard.STILL_DECIDING, Heard.ON_HOLD))


def a_call_is_set(facts: Facts) -> bool:
    """They told you to call on a day, and that call has not been tried in vain."""
    return facts.situation.call_on is not None and not facts.situation.call_unanswered


def thanks_can_be_sent(facts: Facts) -> bool:
    """No thanks yet, nothing asked yet, and there is a way to say it."""
    s = facts.situation
    by_phone = s.contact is Contact.AGENCY and facts.has_phone and not facts.calls_unwelcome
    return not s.thanked and facts.used == 0 and (facts.can_write or by_phone)


ACTION = Table[Facts, Move]("ACTION")


@ACTION.line(
    then=Move(Action.REPLY_TO_OFFER, today),
    ref="DR1",
    section="replies#they-offered-the-job",
    claims="D2 D6",
    our_judgement=True,
)
def they_offered_you_the_job(facts: Facts) -> bool:
    """They offered you the job and you have not answered."""
    return facts.situation.heard is Heard.OFFER and not facts.situation.replied


@ACTION.line(
    then=Move(Action.WAIT, paper_is_due),
    ref="DR1",
    section="replies#offer-without-paper",
    claims="D6",
    our_judgement=True,
)
def the_written_offer_may_still_come(facts: Facts) -> bool:
    """You answered their offer; the written one is not overdue."""
    return facts.situation.heard is Heard.OFFER and facts.situation.today < paper_is_due(facts)


@ACTION.line(
    then=Move(Action.REPLY_TO_OFFER, today),
    ref="DR1",
    section="replies#ask-for-the-written-offer",
    claims="D2 D6",
    our_judgement=True,
)
def the_written_offer_is_late(facts: Facts) -> bool:
    """You answered their offer and nothing came in writing."""
    return facts.situation.heard is Heard.OFFER


@ACTION.line(
    then=Move(Action.CLOSE_WITH_THANKS, today),
    ref="DR2",
    section="replies#they-said-no",
    claims="D2 D6 N4 M5 M9 M7",
)
def they_said_no(facts: Facts) -> bool:
    """They said no, or hired someone else, not long ago; you have not answered."""
    s = facts.situation
    unanswered = s.heard in A_NO and not s.replied
    return unanswered and facts.within(s.heard_on, "close-with-thanks-until")


@ACTION.line(
    then=Move(Action.MOVE_ON, today),
    ref="DR2",
    section="replies#after-the-no",
    claims="M5 M7 M9",
)
def the_no_is_answered_or_old(facts: Facts) -> bool:
    """They said no, or hired someone else."""
    return facts.situation.heard in A_NO


@ACTION.line(
    then=Move(Action.WITHDRAW, today),
    ref="DR2w",
    section="replies#no-longer-interested",
    claims="D2 D6",
    our_judgement=True,
)
def you_no_longer_want_the_job(facts: Facts) -> bool:
    """You no longer want the job and have not said so."""
    return facts.situation.heard is Heard.WITHDRAW and not facts.situation.replied


@ACTION.line(
    then=Move(Action.MOVE_ON, today),
    ref="DR2w",
    section="replies#after-withdrawing",
    claims="M7",
    our_judgement=True,
)
def you_have_withdrawn(facts: Facts) -> bool:
    """You told them that you no longer want the job."""
    return facts.situation.heard is Heard.WITHDRAW


@ACTION.line(
    then=Move(Action.SEND_REQUESTED, today),
    ref="DR3",
    section="replies#they-asked-for-something",
    claims="D17 F6 D1",
)
def they_asked_you_for_something(facts: Facts) -> bool:
    """They asked you for something and you have not answered."""
    return facts.situation.heard is Heard.ASKED and not facts.situation.replied


@ACTION.line(
    then=Move(Action.REARRANGE, today),
    ref="DR3c",
    section="replies#interview-did-not-happen",
    claims="F6 D6",
    our_judgement=True,
)
def the_interview_did_not_take_place(facts: Facts) -> bool:
    """The interview did not take place and you have not written about it."""
    return facts.situation.heard is Heard.CANCELLED and not facts.situation.replied


@ACTION.line(
    then=Move(Action.WAIT, new_times_are_due),
    ref="DR3c",
    section="replies#written-about-new-times",
    claims="F6 D6",
    our_judgement=True,
)
def new_times_were_just_offered(facts: Facts) -> bool:
    """You offered new times a few days ago."""
    return facts.situation.heard is Heard.CANCELLED and facts.situation.today < new_times_are_due(
        facts
    )


@ACTION.line(
    then=Move(Action.REARRANGE, today),
    ref="DR3c",
    section="replies#remind-them-of-new-times",
    claims="F6 D6",
    our_judgement=True,
)
def new_times_need_a_reminder(facts: Facts) -> bool:
    """You offered new times and a reminder is due."""
    return (
        facts.situation.heard is Heard.CANCELLED
        and facts.situation.today < new_times_have_run_out(facts)
    )


@ACTION.line(
    then=Move(Action.MOVE_ON, today),
    ref="DR3c",
    section="silence#leave-it-with-them",
    claims="M4 M7",
    our_judgement=True,
)
def new_times_never_came(facts: Facts) -> bool:
    """You offered new times and nothing ever came of it."""
    return facts.situation.heard is Heard.CANCELLED


@ACTION.line(
    then=Move(Action.PREPARE, day_of_the_interview),
    ref="DR0",
    section="timing#ask-at-the-interview",
    claims="F3 F6 G8",
    our_judgement=True,
)
def the_interview_is_still_to_come(facts: Facts) -> bool:
    """The interview lies ahead."""
    return facts.situation.interviewed_on > facts.situation.today


@ACTION.line(
    then=Move(Action.NO_CONTACT, no_contact_ends),
    ref="DR4",
    section="timing#do-not-contact",
    claims="F10 N3 R4 M2",
    conflicts="K11",
)
def a_rule_forbids_contact(facts: Facts) -> bool:
    """A written rule says not to contact them, and it is too early to call it closed."""
    return facts.must_not_contact and facts.situation.today < no_contact_ends(facts)


@ACTION.line(
    then=Move(Action.MOVE_ON, today),
    ref="DR4",
    section="silence#leave-it-with-them",
    claims="F10 N3 M4 M7",
    conflicts="K11",
)
def a_rule_forbade_contact_and_it_is_over(facts: Facts) -> bool:
    """A written rule says not to contact them."""
    return facts.must_not_contact


@ACTION.line(
    then=Move(Action.TELL_DEADLINE, today),
    ref="DR5",
    section="deadlines#tell-them",
    claims="F9 N5 D11 D7 D12",
    conflicts="K13",
)
def a_deadline_comes_before_their_answer(facts: Facts) -> bool:
    """A real date from elsewhere comes before their answer; they do not know."""
    s = facts.situation
    return s.deadline is not None and not s.deadline.told and facts.deadline_rules_on(s.today)


@ACTION.line(
    then=Move(Action.CALL_AS_ASKED, today),
    ref="DR8",
    section="calling#the-day-they-set",
    claims="X2 F6 N3",
    conflicts="K3",
)
def they_set_a_day_for_your_call(facts: Facts) -> bool:
    """The day on which they told you to call has come and is not long past."""
    if not a_call_is_set(facts) or facts.calls_unwelcome:
        return False
    day = day_of_the_call(facts)
    return day <= facts.situation.today <= facts.after(day, "asked-call-late")


@ACTION.line(
    then=Move(Action.THANK_YOU, today),
    ref="DR7a",
    section="thank-you#thank-through-the-agency",
    claims="T1 T2 G7 D2",
    conflicts="K2 K17",
)
def thanks_through_your_recruiter(facts: Facts) -> bool:
    """An agency put you forward, and the interview was today or yesterday."""
    return facts.situation.contact is Contact.AGENCY and thanks_within_a_day(facts)


@ACTION.line(
    then=Move(Action.THANK_YOU, today),
    ref="DR7a",
    section="thank-you#within-a-day",
    claims="T1 T2 A4 B5 B6 B7 G7 T6 A3 SC4 D2 D3 D14 D15 D16 N7",
    conflicts="K2 K14",
)
def thanks_within_a_day(facts: Facts) -> bool:
    """The interview was today or yesterday; no thanks or question was sent, and you can write."""
    days = (facts.situation.today - facts.situation.interviewed_on).days
    return thanks_can_be_sent(facts) and days < THANKS_LATE_FROM_DAY


@ACTION.line(
    then=Move(Action.THANK_YOU_LATE, today),
    ref="DR7b",
    section="thank-you#thank-through-the-agency",
    claims="T1 D1",
    conflicts="K2 K17",
)
def late_thanks_through_your_recruiter(facts: Facts) -> bool:
    """An agency put you forward, and the interview was a few days ago."""
    return facts.situation.contact is Contact.AGENCY and thanks_a_few_days_late(facts)


@ACTION.line(
    then=Move(Action.THANK_YOU_LATE, today),
    ref="DR7b",
    section="thank-you#a-few-days-late",
    claims="T1 D1",
    conflicts="K2",
)
def thanks_a_few_days_late(facts: Facts) -> bool:
    """The same within a week of the interview, and no question is about to fall due."""
    s = facts.situation
    days = (s.today - s.interviewed_on).days
    if not thanks_can_be_sent(facts) or days > facts.timings[TimingId("thanks-late")]:
        return False
    question_is_far = due_date(facts) > s.calendar.after(s.today, 1)
    return question_is_far or facts.only_if or s.heard in STILL_OPEN


@ACTION.line(
    then=Move(Action.WAIT, today, yields_to_thanks=True),
    ref="DR6",
    section="deadlines#decide-today",
    claims="N5 N9 M2",
    conflicts="K13",
)
def the_deadline_is_today(facts: Facts) -> bool:
    """Today is the deadline from elsewhere; they know about it."""
    return they_know_about_the_deadline(facts) and day_of_the_deadline(facts) == today(facts)


@ACTION.line(
    then=Move(Action.WAIT, day_to_decide, yields_to_thanks=True),
    ref="DR6",
    section="deadlines#told-already",
    claims="N5 N9 M2",
    conflicts="K13",
)
def they_know_about_the_deadline(facts: Facts) -> bool:
    """A real date from elsewhere comes before their answer; they know."""
    s = facts.situation
    return s.deadline is not None and s.deadline.told and facts.deadline_rules_on(s.today)


@ACTION.line(
    then=Move(Action.WAIT, day_of_the_call, yields_to_thanks=True),
    ref="DR8w",
    section="calling#the-day-they-set",
    claims="X2 F6 N3",
    conflicts="K3",
)
def the_call_they_set_is_ahead(facts: Facts) -> bool:
    """They told you to call on a day that is still to come."""
    return (
        a_call_is_set(facts) and not facts.calls_unwelcome and day_of_the_call(facts) > today(facts)
    )


@ACTION.line(
    then=Move(Action.WAIT, the_set_call_has_lapsed, yields_to_thanks=True),
    ref="DR8w",
    section="channels#no-calls",
    claims="F6 N3",
    conflicts="K3",
)
def they_set_a_call_and_forbade_calls(facts: Facts) -> bool:
    """They set a call and also said not to call: let the day go by."""
    return (
        a_call_is_set(facts)
        and facts.calls_unwelcome
        and today(facts) < the_set_call_has_lapsed(facts)
    )


@ACTION.line(
    then=Move(Action.WAIT, check_in_due, leads_to_contact=True),
    ref="DR9",
    section="replies#they-are-still-deciding",
    claims="T12 M1 M2 N9",
    conflicts="K10",
)
def they_are_still_deciding(facts: Facts) -> bool:
    """They said it is still going on, and a check-in would be too early."""
    open_still = facts.situation.heard is Heard.STILL_DECIDING and one_check_in_after_their_answer(
        facts
    )
    return open_still and facts.situation.today < check_in_due(facts)


@ACTION.line(
    then=Move(Action.WAIT, check_in_due, leads_to_contact=True),
    ref="DR9",
    section="replies#on-hold",
    claims="T12 M1 M2 N9",
    conflicts="K10",
    our_judgement=True,
)
def it_is_on_hold(facts: Facts) -> bool:
    """They said it is on hold, and a check-in would be too early."""
    open_still = facts.situation.heard is Heard.ON_HOLD and one_check_in_after_their_answer(facts)
    return open_still and facts.situation.today < check_in_due(facts)


@ACTION.line(
    then=Move(Action.CHECK_IN, today_or_next_business_day),
    ref="DR9",
    section="replies#check-in-after-their-answer",
    claims="T12 M2 N9",
    conflicts="K10",
)
def one_check_in_after_their_answer(facts: Facts) -> bool:
    """They said it goes on; one check-in after that answer is still yours to send."""
    s = facts.situation
    if s.heard not in STILL_OPEN or facts.left == 0:
        return False
    if facts.last is not None and facts.last > s.heard_on:
        return False
    return max(s.today, check_in_due(facts)) <= check_in_too_late(facts)


@ACTION.line(
    then=Move(Action.WAIT, their_answer_has_run_out, leads_to_contact=True),
    ref="DR9",
    section="replies#when-still-going-on-closes",
    claims="T12 M1 M2",
    conflicts="K10",
)
def their_answer_may_still_come(facts: Facts) -> bool:
    """They said it goes on; nothing more to send, but it is not over."""
    s = facts.situation
    return s.heard in STILL_OPEN and s.today < their_answer_has_run_out(facts)


@ACTION.line(
    then=Move(Action.MOVE_ON, today),
    ref="DR9",
    section="silence#leave-it-with-them",
    claims="M4 M5 M7",
    conflicts="K10",
)
def their_answer_never_came(facts: Facts) -> bool:
    """They said it goes on, and then nothing, for long."""
    return facts.situation.heard in STILL_OPEN


@ACTION.line(
    then=Move(Action.WAIT, only_if_ends),
    ref="DR10",
    section="timing#only-if",
    claims="N10 F6",
    conflicts="K11",
)
def only_the_successful_will_hear(facts: Facts) -> bool:
    """They will be in touch only if needed, and that may still happen."""
    return facts.only_if and facts.situation.today < only_if_ends(facts)


@ACTION.line(
    then=Move(Action.MOVE_ON, today),
    ref="DR10",
    section="silence#leave-it-with-them",
    claims="N10 M4 M7",
    conflicts="K11",
)
def silence_was_the_announced_answer(facts: Facts) -> bool:
    """They would be in touch only if needed, and were not."""
    return facts.only_if


@ACTION.line(
    then=Move(Action.WAIT, everything_has_run_out),
    ref="DR11",
    section="timing#two-is-enough",
    claims="N11 M3 N9",
    conflicts="K8",
)
def nothing_more_to_send_but_their_date_runs(facts: Facts) -> bool:
    """You have asked as often as is wise, but the date they gave is not surely over."""
    return (
        facts.left == 0
        and facts.situation.promised is not None
        and today(facts) < everything_has_run_out(facts)
    )


@ACTION.line(
    then=Move(Action.WAIT, your_answer_has_had_its_time),
    ref="DR11",
    section="replies#you-have-answered-them",
    claims="D17 N11 M3 N9",
    conflicts="K8",
    our_judgement=True,
)
def nothing_more_to_send_but_they_have_your_answer(facts: Facts) -> bool:
    """You have asked as often as is wise, but you have just sent what they asked for."""
    answered = facts.answered_on is not None and not facts.situation.promised is not None
    return facts.left == 0 and answered and today(facts) < your_answer_has_had_its_time(facts)


@ACTION.line(
    then=Move(Action.MOVE_ON, today),
    ref="DR11",
    section="silence#leave-it-with-them",
    claims="N11 M3 M4 M5 M6 R7 N9",
    conflicts="K8",
)
def nothing_more_to_send(facts: Facts) -> bool:
    """You have asked as often as is wise."""
    return facts.left == 0


@ACTION.line(
    then=Move(Action.MOVE_ON, today, counts_silence=True),
    ref="DR12",
    section="timing#too-late",
    claims="T5 M4 M7",
    conflicts="K8 K16",
)
def too_late_for_a_second_message(facts: Facts) -> bool:
    """You have asked before, and another question would come very late."""
    if facts.used == 0:
        return False
    return max(facts.situation.today, due_date(facts)) > facts.after(
        facts.anchor, "too-late-for-second"
    )


@ACTION.line(
    then=Move(Action.WAIT, due_date, counts_silence=True, leads_to_contact=True),
    ref="DR12",
    section="calling#nobody-answered",
    claims="N1 N9 R3",
    conflicts="K7",
)
def nobody_answered_the_call_they_set(facts: Facts) -> bool:
    """You called on the day they set, nobody answered, and more would come too soon."""
    unanswered = facts.situation.call_unanswered and facts.used == 1
    return unanswered and too_early_for_a_second_message(facts)


@ACTION.line(
    then=Move(Action.WAIT, due_date, counts_silence=True, leads_to_contact=True),
    ref="DR12",
    section="timing#between-messages",
    claims="T8 N9 N1 R3 T11",
    conflicts="K7",
)
def too_early_for_a_second_message(facts: Facts) -> bool:
    """You have asked before, and another question would come too soon."""
    return facts.used > 0 and facts.situation.today < due_date(facts)


@ACTION.line(
    then=Move(Action.LAST_FOLLOW_UP, today_or_next_business_day, counts_silence=True),
    ref="DR12",
    section="timing#the-second-message",
    claims="T8 N9 N11 N1 R3 T11",
    conflicts="K7 K8 K16",
)
def a_second_and_last_message(facts: Facts) -> bool:
    """You have asked before, and one question is still yours."""
    return facts.used > 0


@ACTION.line(
    then=Move(Action.MOVE_ON, today, counts_silence=True),
    ref="DR14",
    section="timing#too-late",
    claims="T5 M4 M7",
    conflicts="K16",
)
def too_late_for_a_first_message(facts: Facts) -> bool:
    """You have never asked, and a first question would come very late."""
    return max(facts.situation.today, due_date(facts)) > facts.after(
        facts.anchor, "too-late-for-first"
    )


@ACTION.line(
    then=Move(Action.WAIT, due_date, counts_silence=True, leads_to_contact=True),
    ref="DR13",
    section="timing#asked-to-wait",
    claims="F6 N3 M1 M2 N6 R2 R10",
    conflicts="K9 K11",
)
def they_asked_you_to_wait(facts: Facts) -> bool:
    """They asked you to wait, and asking would be too early."""
    return facts.asked_to_wait and facts.situation.today < due_date(facts)


@ACTION.line(
    then=Move(Action.WAIT, due_date, counts_silence=True, leads_to_contact=True),
    ref="DR13",
    section="timing#their-date",
    claims="T9 T4 T13 M1 M2 F11 F12 N6 R2 R10",
    conflicts="K5 K9",
)
def their_date_is_not_over(facts: Facts) -> bool:
    """They gave a date, and asking would be too early."""
    return facts.situation.promised is not None and facts.situation.today < due_date(facts)


@ACTION.line(
    then=Move(Action.WAIT, due_date, counts_silence=True, leads_to_contact=True),
    ref="DR13",
    section="replies#you-have-answered-them",
    claims="D17 M1 M2 N6 R2 R10",
    conflicts="K9",
)
def you_have_just_answered_them(facts: Facts) -> bool:
    """You answered what they asked for, they gave no date, and asking would be too early."""
    answered = facts.answered_on is not None and facts.situation.promised is None
    return answered and facts.situation.today < due_date(facts)


@ACTION.line(
    then=Move(Action.WAIT, due_date, counts_silence=True, leads_to_contact=True),
    ref="DR13",
    section="timing#patient-places",
    claims="T4 T13 M1 M2 F11 F12 N6 R2 R10",
    conflicts="K4 K9",
)
def a_slow_place_needs_time(facts: Facts) -> bool:
    """The place is formal or it was a panel, and asking would be too early."""
    return facts.is_slow_place and facts.situation.today < due_date(facts)


@ACTION.line(
    then=Move(Action.WAIT, due_date, counts_silence=True, leads_to_contact=True),
    ref="DR13",
    section="timing#no-date-yet",
    claims="T4 T13 M1 M2 F11 F12 N6 R2 R10",
    conflicts="K3 K4 K9",
)
def the_silence_is_still_short(facts: Facts) -> bool:
    """They gave no date, and asking would be too early."""
    return facts.situation.today < due_date(facts)


@ACTION.line(
    then=Move(Action.FOLLOW_UP, today_or_next_business_day, counts_silence=True),
    ref="DR14",
    section="timing#their-date-has-passed",
    claims="T10 X1 T5 G4 D4 D8 SC1 SC2 SC3",
    conflicts="K5 K6",
)
def the_promised_date_has_passed(facts: Facts) -> bool:
    """They said by when you would hear."""
    return facts.situation.promised is not None


@ACTION.line(
    then=Move(Action.FOLLOW_UP, today_or_next_business_day, counts_silence=True),
    ref="DR14",
    section="timing#a-week-of-silence",
    claims="T7 T5 T8 G4 D4 D8 SC1 SC2",
    conflicts="K4",
)
def a_quiet_week_has_passed(_: Facts) -> bool:
    """In every other case."""
    return True
