"""The decision model a second time, in one plain function; ``test_reference.py`` compares it."""

from collections.abc import Mapping
from datetime import date, timedelta

from followup.workdays import Calendar

Result = tuple[str, str, bool, date]  # action, channel, is a call also acceptable, the day
ONE_DAY = timedelta(days=1)
WRITTEN = {"thread": "invitation-thread"} | {x: x for x in ("email", "portal", "linkedin", "post")}


def reference(answers: Mapping[str, str], today: date, calendar: Calendar) -> Result:  # noqa: C901, PLR0911, PLR0912, PLR0915 (the rules in their order, in one place)
    """Return the one next step for ``answers``, which hold no value that would be refused."""
    bd = calendar.after

    # What the answers say. A missing or unsure answer counts as its default.
    def value(question: str, default: str) -> str:
        answer = answers.get(question, "unsure")
        return default if answer == "unsure" else answer

    def day(question: str) -> date | None:
        answer = value(question, "")
        return date.fromisoformat(answer) if answer else None

    def chosen(question: str) -> set[str]:
        return set(value(question, "none").split("+")) - {"none"}

    heard, heard_on = value("heard", "nothing"), day("heard-on") or today
    interview = day("interviewed-on") or heard_on  # only what ends everything does without it
    over = interview <= today
    replied, words = value("replied", "no") == "yes", value("timeline", "none")
    promised = day("decision-date") if words == "date" else None
    named = day("decision-date") if answers.get("timeline", "date") == "date" else None
    if heard == "new-date" and named and not day("heard-on"):
        heard_on = min(today, named)
    leaves_it_open = {"still-deciding", "on-hold", "new-date", *(("asked", "checks") * replied)}
    history = over and heard_on < interview and heard in leaves_it_open  # of an earlier round
    words, promised = ("none", None) if history and heard == "new-date" else (words, promised)
    heard = "nothing" if history or heard == "hearsay" else heard
    if words not in {"none", "date"}:
        said = heard_on if heard == "new-date" else interview
        promised = promised_in_words(words, said, calendar)
    promised = None if promised and over and promised < interview else promised
    heard = "still-deciding" if heard == "new-date" and not promised else heard
    answered = heard_on if heard in {"asked", "checks"} and replied else None
    still_going_on, on_hold = heard in {"still-deciding", "on-hold"}, heard == "on-hold"

    used, last = int(value("check-ins", "0")), day("last-check-in") or today
    calls = int(value("calls", "1" if answers.get("calls") == "unsure" else "0"))
    used = 0 if over and last < interview else used
    calls = calls if used else 0
    contact, culture, manner = value("contact", ""), value("culture", ""), value("manner", "")
    agency, panel = contact == "agency", contact in {"panel", "committee"}
    slow = culture == "formal" or panel or heard == "checks"
    lines = chosen("channels")
    phone, phone_only = "phone" in lines, lines == {"phone"}
    ladder = next((way for line, way in WRITTEN.items() if line in lines), "invitation-thread")
    wishes = chosen("instructions")
    only_if = "only-if" in wishes and not agency
    wait_for_us, no_contact = "wait-for-us" in wishes, "no-contact" in wishes
    writing_wished = bool(wishes & {"email-only", "no-calls"})
    ban = writing_wished or wait_for_us or only_if or no_contact
    do_not_fit = phone_only and (writing_wished or wait_for_us)
    set_call = day("call-on") if "call-on" in wishes else None
    in_vain = value("called", "no") in {"no-answer", "noted"}
    if set_call and over and set_call < interview:
        set_call, used = None, 0 if in_vain and not day("last-check-in") else used
    called = value("called", "no") if set_call else "no"
    not_called = set_call is not None and called == "no"
    call_open = not_called and not ban
    line_open = not_called and writing_wished and not (wait_for_us or only_if or phone_only)
    invited = call_open or "call-any" in wishes or ("call-on" in wishes and not day("call-on"))
    if set_call and in_vain:  # an attempt counts, wherever it was told
        last = day("last-check-in") or set_call
        if last < set_call:
            used, calls, last = used + 1, calls + 1, set_call
        used, calls = max(used, 1), max(calls, 1)
    other_deadline, told = value("other-deadline", "none"), value("deadline-told", "no") == "yes"
    deadline = day("deadline-on") if other_deadline != "none" else None
    felt = calendar.last_before(deadline + ONE_DAY) if deadline else today

    move_on: Result = ("move-on", "none", False, today)

    def by(channel: str, action: str) -> Result:
        return action, channel, False, today

    def written(action: str) -> Result:  # where there is nothing but a number, a call
        return (action, "call", False, calendar.next(today)) if phone_only else by(ladder, action)

    def wait(until: date) -> Result:
        return ("wait", "none", False, until) if today < until else move_on

    # A case half a year old is not opened again.
    offer = value("offer-state", "accepted") if heard == "offer" and replied else ""
    may_remind = offer == "accepted" or (heard == "cancelled" and replied)
    reminded = int(value("reminded", "0")) if may_remind else 0
    reminded_on, answer_by = day("reminded-on") or today, day("answer-by") or today
    reminded = 0 if day("heard-on") and reminded_on < heard_on else reminded
    a_year_on = heard_on + timedelta(days=365)
    list_until = (day("list-until") or a_year_on) if heard == "reserve-list" else None
    known = [day("interviewed-on"), promised, set_call, list_until, *([deadline] * told)]
    known += [*([last] * bool(used)), *([heard_on] * (heard != "nothing"))]
    known += [*([reminded_on] * bool(reminded)), *([answer_by] * (offer == "asked-time"))]
    old_after = bd(max(one for one in known if one), 130)
    if today > old_after:
        return move_on

    # DR1: an offer.
    if heard == "offer":
        if not replied or offer == "in-writing":
            return by("as-they-wrote", "reply-to-offer")
        if offer in {"declined", "signed"}:
            return move_on
        if offer == "asked-time":
            answer_now = answer_by <= today <= bd(answer_by, 20)
            return by("as-they-wrote", "reply-to-offer") if answer_now else wait(answer_by)
        if reminded == 2:
            return wait(bd(reminded_on, 10))
        ask_on, too_late = bd(heard_on, 3), bd(heard_on, 40)
        if reminded:
            ask_on, too_late = bd(reminded_on, 5), max(too_late, bd(reminded_on, 10))
        if ask_on <= today <= too_late:
            return by("as-they-wrote", "reply-to-offer")
        return wait(min(ask_on, too_late + ONE_DAY))

    # DR2, DR2w, DR3, DR3c: what they said asks for an answer, or for nothing more.
    if list_until:
        return wait(list_until)
    if heard == "conflicting":
        return wait(bd(heard_on, 10)) if replied else written("ask-which-holds")
    if heard in {"rejected", "filled"}:
        may_thank = not replied and today <= bd(heard_on, 20) and not phone_only
        return by(ladder, "close-with-thanks") if may_thank else move_on
    if heard == "withdraw":
        return move_on if replied else written("withdraw")
    if heard in {"asked", "checks"} and not replied:
        return by("as-they-asked", "send-requested")
    if heard == "cancelled":
        on = calendar.next(today) if phone_only else today
        if not replied or (not reminded and bd(heard_on, 5) <= today and on < bd(heard_on, 10)):
            return written("rearrange")
        return wait(bd(reminded_on, 5) if reminded else bd(heard_on, 5))

    # DR0: the interview is to come. DR4: do not contact us.
    if not over:
        return "prepare", "none", False, interview
    if no_contact:
        until = bd(promised, 10) if promised else bd(interview, 20)
        until = max(until, bd(answered, 5)) if answered else until
        return ("no-contact", "none", False, until) if today < until else move_on

    # What the remaining rules share: the limit, what a sign of life frees, the days.
    limit = 0 if only_if or do_not_fit else 1 if wait_for_us else 2
    sign_of_life = heard == "new-date" or still_going_on or answered is not None
    no_call_left = phone_only and calls >= 2
    freed = limit > 0 and used > 0 and sign_of_life and last <= heard_on and not no_call_left
    left = 1 if freed else 0 if no_call_left else max(0, limit - used)
    start = answered or interview
    base = bd(start, 20 if contact == "committee" else 10 if slow or wait_for_us else 5)
    if promised:
        base = bd(promised, 3 if wait_for_us else 2)
    counted = max(promised, answered or promised) if promised else start
    floors, ends = [base], [today]  # before the latest of these nothing is asked, or nothing over
    if set_call and not_called and ban and not line_open:
        floors.append(bd(set_call, 2))
        ends.append(bd(set_call, 2))
    if answered:
        floors.append(bd(answered, 10 if slow else 5))
        ends.append(bd(answered, 5))
    if used:
        floors.append(bd(last, 10 if slow else 5))
        ends.append(bd(last, 20 if slow else 10))
    if deadline and told and deadline < today:
        floors.append(bd(deadline, 5))
    if set_call and called == "wrote":
        floors.append(bd(set_call, 3))
    too_late = bd(counted, 40 if used or phone_only else 60)
    if promised:
        ends.append(bd(promised, 5))
    elif limit == 0:
        ends.append(bd(interview, 10))
    if still_going_on:
        floors[0] = max(bd(heard_on, 20 if on_hold else 10), bd(promised or heard_on, 2))
        ends.append(bd(heard_on, 60 if on_hold else 20))
        too_late = max(bd(heard_on, 80 if on_hold else 40), bd(promised or heard_on, 10))
    due, end = max(floors), max(ends)

    def deadline_rules(that_day: date) -> bool:  # near, counted from the last workday before it
        if deadline is None or that_day > deadline:
            return False
        if promised and that_day < bd(promised, 2):
            return felt <= bd(promised, 4)
        return felt <= bd(that_day, 10)

    ahead = set_call if set_call and set_call > today and (call_open or line_open) else None
    tell_on = today  # the first day on which an untold deadline decides
    while deadline and tell_on <= deadline and not deadline_rules(tell_on):
        tell_on += ONE_DAY
    deadline = None if not told and tell_on > old_after else deadline
    set_day_first = bool(deadline and ahead and ahead <= deadline and (ahead - tell_on).days < 3)

    def wait_or_deadline(until: date, *, then: str = "ask") -> Result:
        if not deadline or today > deadline or (today >= until and then != "over"):
            return wait(until)
        if not told and (until <= tell_on or (set_day_first and then == "set day")):
            return wait(tell_on if then == "over" else until)
        rules = then == "over" or until > deadline or (deadline_rules(until) and then == "ask")
        return wait(until if told and not rules else deadline if told else tell_on)

    rules_now = deadline_rules(today)
    # DR8: the day they set for a call. Nobody answered: a note. A ban: a line in its place.
    if set_call and set_call <= today:
        last_day = bd(set_call, 2 if used and last >= set_call else 10)
        on = today if today == set_call else calendar.next(today)
        if call_open and today <= last_day and (on == today or told or not rules_now):
            return "call-as-asked", "call", False, on
        may_note = not (phone_only or wait_for_us or only_if) and (used == 1 or last == set_call)
        note_owed = called == "no-answer" and may_note and today <= bd(last, 1)
        if note_owed or (line_open and today == set_call):
            return by(ladder, "call-as-asked")

    # DR5: a deadline that decides and that they do not know.
    if deadline and rules_now and not told and not set_day_first:
        on = calendar.next(today)
        if used and (on - last).days < 3:  # not so soon after a contact, if there is time
            later = (calendar.next(last + timedelta(days=3)), calendar.next(last + ONE_DAY))
            on = next((one for one in later if on <= one <= deadline), on)
        if phone_only and not ban and on <= deadline:
            return "tell-deadline", "call", False, on
        may_call = phone and not phone_only and not ban and calendar.is_business_day(today)
        if may_call and other_deadline == "offer" and felt <= bd(today, 2):
            way = "call-and-email" if "email" in lines else ladder
            return "tell-deadline", way, way == ladder, today
        return by(ladder, "tell-deadline")

    # DR7: thanks, unless a question is so near that they go inside it.
    recruiter_call = agency and phone and not ban
    if value("thanked", "no") == "no" and not used and (not phone_only or recruiter_call):
        days_ago, asks_on = (today - interview).days, due
        if deadline and told and (due > deadline >= today or deadline_rules(max(due, today))):
            asks_on = max(due, bd(deadline, 5))  # a deadline that they know puts the question off
        apart = (asks_on - today).days >= 3 and (days_ago <= 1 or asks_on > bd(today, 1))
        apart = apart or limit == 0 or still_going_on or (told and rules_now)
        apart = (ahead - today).days >= 3 if ahead else apart
        told_soon = deadline and not told and tell_on <= deadline and (tell_on - today).days < 3
        if days_ago <= 7 and apart and not told_soon:
            action = "thank-you" if days_ago <= 1 else "thank-you-late"
            if phone_only:
                return action, "call", False, calendar.next(today)
            return action, ladder, recruiter_call and calendar.is_business_day(today), today

    if deadline and told and rules_now:
        return "wait", "none", False, min(deadline, ahead or deadline)  # on the day: decide
    if ahead:
        return wait_or_deadline(ahead, then="set day")

    # DR9-DR14: a check-in, the end, a wait, or a question.
    if not left or (still_going_on and used and not freed) or max(due, today) > too_late:
        return wait_or_deadline(end, then="over")
    on = calendar.next(today)
    if today < due or (today < on and deadline_rules(on)):
        return wait_or_deadline(max(due, on))
    if still_going_on:
        return "check-in", "call" if phone_only and not ban else ladder, False, on
    action = "follow-up" if not used or freed else "last-follow-up"

    # How: by call, in writing, or in writing with a call also acceptable.
    stale = today > bd(counted, 40 if invited or phone_only else 10 if promised else 15)
    no_call = ban or not phone or stale or calls >= (2 if phone_only else 1)
    stiff = "formal" in {culture, manner}
    usual_here = value("calls-normal", "no") == "yes" and not stiff and not used
    if not no_call and (invited or usual_here or phone_only):
        return action, "call", False, on
    warm = culture == "direct" or manner == "friendly"
    long_enough = promised or agency or on >= bd(start, 10) or (warm and on >= bd(start, 5))
    also_call = not (no_call or stiff or panel) and used <= 1 and bool(long_enough)
    return action, ladder, also_call, on


def promised_in_words(words: str, said: date, calendar: Calendar) -> date:
    """Return the last day of what they promised on the day ``said``."""
    monday = said + timedelta(days=7 - said.weekday())
    next_month = (said.replace(day=1) + timedelta(days=31)).replace(day=1)
    month_after = (next_month + timedelta(days=31)).replace(day=1)
    workday = calendar.last_before(next_month)
    tenth = calendar.after(date(said.year - 1, 12, 31), 10)
    return {
        "tomorrow": calendar.after(said, 1),
        "few-days": calendar.after(said, 3),
        "this-week": monday + timedelta(days=4 if said.weekday() in {5, 6} else -3),
        "early-next-week": monday + timedelta(days=2),
        "next-week": monday + timedelta(days=4),
        "one-week": said + timedelta(days=7),
        "two-weeks": said + timedelta(days=14),
        "three-weeks": said + timedelta(days=21),
        "end-of-month": workday if said <= workday else calendar.last_before(month_after),
        "one-month": min(next_month + timedelta(days=said.day - 1), month_after - ONE_DAY),
        "new-year": tenth if said <= tenth else calendar.after(date(said.year, 12, 31), 10),
    }[words]
