"""What must hold for every combination of answers; the numbers are the model's."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from followup.answers import understand
from followup.engine import advise, after_silence, next_step
from followup.flow import questions_on_the_way
from followup.guide import Guide
from followup.model import (
    STATUS_CONTACTS,
    Action,
    Channel,
    Contact,
    Heard,
    Instruction,
    Line,
    Plan,
    Situation,
    Step,
    Task,
    Timings,
)
from followup.reckoning import Reckoning
from followup.rules import ACTION, ALSO_CALL, AVOID, CHANNEL, WAIT
from followup.workdays import ONE_DAY
from tests.followup import worlds

World = tuple[Situation, Plan]

RANDOM = 6_000
ENUMERATED_EVERY = 29  # a prime, so that every part of the space is met
LIVES = 400
MAY_COME_BEFORE_THE_DATE = {
    Action.PREPARE,
    Action.THANK_YOU,
    Action.THANK_YOU_LATE,
    Action.SEND_REQUESTED,
    Action.CALL_AS_ASKED,
    Action.TELL_DEADLINE,
}
ENDED = {Heard.REJECTED, Heard.FILLED, Heard.WITHDRAW}


@pytest.fixture(scope="module")
def timings(guide: Guide) -> Timings:
    return guide.timings


@pytest.fixture(scope="module")
def all_worlds(timings: Timings) -> list[World]:
    """Give every n-th of the enumerated worlds and the random ones, advised."""
    some = [world for n, world in enumerate(worlds.enumerated()) if n % ENUMERATED_EVERY == 0]
    read = [understand(*world).situation for world in (*some, *worlds.randomly(RANDOM))]
    return [(situation, advise(situation, timings)) for situation in read]


def steps(all_worlds: list[World]) -> Iterator[tuple[Situation, Step]]:
    """Yield the next step of every world."""
    yield from ((situation, plan.next) for situation, plan in all_worlds)


def calls(step: Step) -> bool:
    """Tell whether a call is advised or called acceptable."""
    return step.also_call or step.channel in {Channel.CALL, Channel.CALL_AND_EMAIL}


def test_there_are_many_worlds(all_worlds: list[World]) -> None:
    assert len(all_worlds) > 8_000


def test_i1_no_call_against_an_instruction_or_without_a_number(all_worlds: list[World]) -> None:
    bans = {Instruction.EMAIL_ONLY, Instruction.NO_CALLS, Instruction.WAIT_FOR_US}
    for s, step in steps(all_worlds):
        if not calls(step):
            continue
        only_if = Instruction.ONLY_IF in s.instructions and s.contact is not Contact.AGENCY
        assert not s.instructions & {*bans, Instruction.NO_CONTACT}
        assert not only_if
        assert Line.PHONE in s.lines or step.action is Action.CALL_AS_ASKED


def test_i2_no_status_contact_before_the_promised_date(all_worlds: list[World]) -> None:
    for s, plan in all_worlds:
        for step in plan.steps:
            if s.promised and step.action in STATUS_CONTACTS:
                assert step.on >= s.calendar.after(s.promised, 2)


def test_i3_never_more_contacts_than_the_limit(all_worlds: list[World], timings: Timings) -> None:
    for s, plan in all_worlds:
        r = Reckoning(s, timings)
        sent = sum(step.action in STATUS_CONTACTS for step in plan.steps)
        assert sent <= r.left
        if r.only_if or r.must_not_contact:
            assert sent == 0


def test_i4_thanks_come_first(all_worlds: list[World]) -> None:
    for s, step in steps(all_worlds):
        fresh = 0 <= (s.today - s.interviewed_on).days <= 1
        can_write = s.lines != {Line.PHONE}
        if fresh and not s.thanked and s.check_ins is None and can_write:
            allowed = {Action.THANK_YOU, *MAY_COME_BEFORE_THE_DATE}
            assert step.action in allowed or by_exception(s, step)


def by_exception(s: Situation, step: Step) -> bool:
    """Tell whether what they said comes before thanks (DR0-DR5)."""
    news = {Heard.OFFER, Heard.CANCELLED, Heard.ASKED, *ENDED}
    return s.heard in news or step.action in {Action.NO_CONTACT, Action.MOVE_ON}


def test_i5_a_wait_names_a_later_day_or_says_decide_today(all_worlds: list[World]) -> None:
    for s, step in steps(all_worlds):
        if step.action in {Action.WAIT, Action.NO_CONTACT} and step.on <= s.today:
            assert s.deadline is not None
            assert s.deadline.told
            assert step.on == s.deadline.on == s.today


def test_i6_status_contacts_fall_on_business_days_within_their_window(
    all_worlds: list[World],
) -> None:
    for s, plan in all_worlds:
        for step in plan.steps:
            unasked_call = step.channel is Channel.CALL and step.action is not Action.CALL_AS_ASKED
            if step.action in STATUS_CONTACTS or unasked_call:
                assert s.calendar.is_business_day(step.on)
            if step.earliest is not None:
                assert step.earliest <= step.on
            if step.latest is not None:
                assert step.on <= step.latest


def test_i6_nothing_is_dated_in_the_past(all_worlds: list[World]) -> None:
    for s, plan in all_worlds:
        days = [step.on for step in plan.steps]
        assert days == sorted(days)
        assert days[0] >= s.today


def test_i8_more_contacts_never_make_the_advice_more_intrusive(
    all_worlds: list[World], timings: Timings
) -> None:
    for s, step in steps(all_worlds):
        if s.check_ins is None or s.check_ins.count > 1 or s.heard is Heard.NEW_DATE:
            continue
        more = replaced_count(s, 2)
        after = next_step(Reckoning(more, timings))
        assert intrusiveness(after) <= intrusiveness(step)


def replaced_count(s: Situation, count: int) -> Situation:
    """Return the situation with another number of contacts."""
    assert s.check_ins is not None
    return replace(s, check_ins=replace(s.check_ins, count=count))


def intrusiveness(step: Step) -> int:
    """Return how much a step asks of them."""
    if step.action in STATUS_CONTACTS:
        return 3 if calls(step) else 2
    quiet = {Action.WAIT, Action.MOVE_ON, Action.NO_CONTACT}
    return 0 if step.action in quiet else 1


def test_i10_no_question_after_a_no(all_worlds: list[World]) -> None:
    for s, plan in all_worlds:
        if s.heard in ENDED:
            for step in plan.steps:
                assert step.action not in STATUS_CONTACTS
                assert not calls(step)


def test_i13_not_sure_never_leads_to_a_call(all_worlds: list[World]) -> None:
    for s, step in steps(all_worlds):
        known = s.calls_are_normal or Instruction.CALL_ANY in s.instructions or s.call_on
        if not known and s.lines != {Line.PHONE} and step.action in STATUS_CONTACTS:
            assert step.channel is not Channel.CALL


def test_i17_nobody_gives_up_before_the_promised_date_is_over(all_worlds: list[World]) -> None:
    for s, step in steps(all_worlds):
        closed = s.heard in {*ENDED, Heard.CANCELLED}
        if step.action is Action.MOVE_ON and s.promised and not closed:
            assert s.today >= s.calendar.after(s.promised, 5)


def test_i17_no_silence_while_an_untold_deadline_rules(
    all_worlds: list[World], timings: Timings
) -> None:
    for s, step in steps(all_worlds):
        r = Reckoning(s, timings)
        rules_now = r.untold_deadline_from is not None and r.untold_deadline_from <= s.today
        settled = s.heard in {Heard.OFFER, Heard.CANCELLED, Heard.ASKED, *ENDED}
        ahead = s.interviewed_on > s.today or Instruction.NO_CONTACT in s.instructions
        if rules_now and not settled and not ahead:
            assert step.action is Action.TELL_DEADLINE


def test_i11_i14_i18_a_life_that_obeys_is_never_told_to_chase_or_to_wait_in_vain(
    timings: Timings,
) -> None:
    for answers, today in worlds.randomly(LIVES, seed=7):
        live_day_by_day(understand(answers, today).situation, timings)


def live_day_by_day(s: Situation, timings: Timings) -> None:
    """Obey the advice for half a year of silence and check each day against the last."""
    promised_quiet_until: date | None = None
    last_contact = s.check_ins.last if s.check_ins else None
    for _ in range(180):
        step = next_step(Reckoning(s, timings))
        if promised_quiet_until and s.today < promised_quiet_until:
            assert step.action in {Action.WAIT, Action.NO_CONTACT}, (s, step)
            told = s.deadline is not None and s.deadline.told
            assert told or step.on == promised_quiet_until, (s, step)
        promised_quiet_until = step.on if step.action in {Action.WAIT, Action.NO_CONTACT} else None
        if step.action is Action.MOVE_ON:
            return
        if step.on == s.today and step.action not in {Action.WAIT, Action.NO_CONTACT}:
            if step.action in STATUS_CONTACTS:
                if last_contact is not None:
                    assert step.on >= s.calendar.after(last_contact, 5), (s, step)
                last_contact = step.on
            today = s.today
            s = replace(after_silence(s, step, timings), today=today)
        s = replace(s, today=s.today + ONE_DAY)


def test_every_rule_is_reached_by_some_world(all_worlds: list[World], timings: Timings) -> None:
    reached = {rule.id for _, plan in all_worlds for one in plan.steps for _, rule in one.because}
    reached |= {rule.id for _, plan in all_worlds for rule in plan.avoid}
    reached |= {
        CHANNEL.decide(Task(Reckoning(s, timings), p.next.action, p.next.on)).rule.id
        for s, p in all_worlds
    }
    reached |= {WAIT.decide(Reckoning(s, timings)).rule.id for s, _ in all_worlds}
    for table in (ACTION, CHANNEL, WAIT):
        assert {rule.id for rule in table.rules} - reached == set()
    assert {rule.id for rule in AVOID.rules} - reached == set()
    positive = {rule.id for rule in ALSO_CALL.rules if rule.then}
    assert positive - reached == set()


def test_the_questions_that_are_not_asked_would_not_change_the_advice(timings: Timings) -> None:
    for answers, today in worlds.randomly(3_000, seed=3):
        reading = understand(answers, today)
        kept = asked_only(reading.answers, today, timings)
        full = next_step(Reckoning(reading.situation, timings))
        asked = next_step(Reckoning(understand(kept, today).situation, timings))
        assert essence(full) == essence(asked), (answers, kept, today)


def asked_only(answers: dict[str, str], today: date, timings: Timings) -> dict[str, str]:
    """Return only the answers that the quiz would have asked for, asking in order."""
    beside = {key: value for key, value in answers.items() if key in {"country", "closed", "stage"}}
    kept = dict(beside)
    while True:
        way = questions_on_the_way(kept, today, timings)
        fresh = next((one for one in way if one.id in answers and one.id not in kept), None)
        if fresh is None:
            return kept
        kept[fresh.id] = answers[fresh.id]


def essence(step: Step) -> tuple[object, ...]:
    """Return what the reader is told to do."""
    return (step.action, step.channel, step.also_call, step.on)
