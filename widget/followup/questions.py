"""What is asked, in which order, and when: questions as data.

Guards are data (``Condition``), so that a page can go through all screens
before Python is awake. The last screen is a list of lines to tick: a line that
is left alone is an answer too, the plain one of its question. The words of
every question and line are in the guide, ``quiz.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum, auto

UNSURE = "unsure"
NONE = "none"


class Screen(IntEnum):
    """The screens in order; ``HEARD`` stands in the guide as ``quiz.md#screen-heard``."""

    HEARD = auto()
    INTERVIEW = auto()
    SAID = auto()
    TRUE = auto()  # the lines to tick
    BESIDE = auto()  # offered beside the result, never on the way


BESIDE = Screen.BESIDE
SCREENS = BESIDE - 1


class Kind(StrEnum):
    """What sort of answer a question takes."""

    CHOICE = "choice"
    SET = "set"
    DATE = "date"
    COUNTRY = "country"
    REGION = "region"  # of the country that was chosen
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Condition:
    """A question has (or, negated, has not) one of these values."""

    question: str
    values: tuple[str, ...]
    negated: bool = False

    def holds(self, answers: Mapping[str, str]) -> bool:
        """Tell whether the condition holds; a missing answer has no value."""
        given = answers.get(self.question, "")
        if "+" in given:
            return any(one in self.values for one in given.split("+")) is not self.negated
        return (given in self.values) is not self.negated


Guard = tuple[tuple[Condition, ...], ...]  # any of the lines; all conditions of a line
ALWAYS: Guard = ((),)


def both(*guards: Guard) -> Guard:
    """Return the guard that holds where all of these hold."""
    lines: Guard = ALWAYS
    for guard in guards:
        lines = tuple(line + more for line in lines for more in guard)
    return lines


def holds(guard: Guard, answers: Mapping[str, str]) -> bool:
    """Tell whether a guard holds."""
    return any(all(condition.holds(answers) for condition in line) for line in guard)


def when(question: str, *values: str) -> Guard:
    """Return the guard that a question has one of these values."""
    return ((Condition(question, values),),)


def unless(question: str, *values: str) -> Guard:
    """Return the guard that a question has none of these values."""
    return ((Condition(question, values, negated=True),),)


ENDED_BY = (
    "offer",
    "rejected",
    "filled",
    "cancelled",
    "withdraw",
    "reserve-list",
    "conflicting",
)
WANTS_SOMETHING = ("asked", "checks")
NOT_ENDED: Guard = (
    (Condition("heard", (*ENDED_BY, *WANTS_SOMETHING), negated=True),),
    (Condition("heard", WANTS_SOMETHING), Condition("replied", ("yes",))),
)
ASKED = both(when("heard", *WANTS_SOMETHING), unless("replied", "yes"))
LIVE = both(NOT_ENDED, unless("interviewed-on", "future"))
MAY_CONTACT = both(LIVE, unless("instructions", "no-contact"))
REPLIED_MATTERS = (
    *WANTS_SOMETHING,
    "rejected",
    "filled",
    "offer",
    "cancelled",
    "withdraw",
    "conflicting",
)
DATED_BY_THEM = (
    "still-deciding",
    "new-date",
    "on-hold",
    "rejected",
    "filled",
    "offer",
    "reserve-list",
)
HEARD_ON: Guard = (
    (Condition("heard", DATED_BY_THEM),),
    (
        Condition("heard", (*WANTS_SOMETHING, "cancelled", "withdraw", "conflicting")),
        Condition("replied", ("yes",)),
    ),
)
ANSWERED_OFFER = both(when("heard", "offer"), when("replied", "yes"))
WAITS_FOR_PAPER = both(
    ANSWERED_OFFER, unless("offer-state", "asked-time", "declined", "in-writing", "signed")
)
WAITS_FOR_TIMES = both(when("heard", "cancelled"), when("replied", "yes"))
CALLED_IN_VAIN = both(when("instructions", "call-on"), when("called", "no-answer", "noted"))
PRESSED = both((*LIVE, *ASKED), when("other-deadline", "offer", "other", "accepted"))
OWES_A_NOTE: Guard = (
    *both(
        when("heard", "rejected", "filled", "cancelled", "withdraw", "conflicting"),
        unless("replied", "yes"),
    ),
    *both(WAITS_FOR_TIMES, unless("reminded", "1", "2")),
)
BY_PHONE = when("channels", "phone")
# Once they have answered, one check in writing is left, whatever they are like on the phone.
UNANSWERED = unless("heard", "still-deciding", "on-hold")
MAY_CALL = both(LIVE, BY_PHONE, UNANSWERED)
NEVER: Guard = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question: its values, its screen, and when it is asked."""

    id: str
    screen: Screen
    kind: Kind
    values: tuple[str, ...] = ()
    guard: Guard = ALWAYS
    needed: Guard | None = None  # when a missing answer brings its screen; None: whenever asked
    plain: str = ""  # the answer of those who say nothing, where that is an answer
    dates: tuple[str, ...] = ()  # questions that hang on this one
    accepts_unsure: bool = True


QUESTIONS = (
    Question(
        id="heard",
        screen=Screen.HEARD,
        kind=Kind.CHOICE,
        values=(
            "nothing",
            "still-deciding",
            "new-date",
            "asked",
            "on-hold",
            "rejected",
            "filled",
            "offer",
            "hearsay",
            "cancelled",
            "withdraw",
            "reserve-list",
            "checks",
            "conflicting",
        ),
        dates=("heard-on", "list-until"),
    ),
    Question(
        id="replied",
        screen=Screen.HEARD,
        kind=Kind.CHOICE,
        values=("yes", "no"),
        guard=when("heard", *REPLIED_MATTERS),
    ),
    Question(id="heard-on", screen=Screen.HEARD, kind=Kind.DATE, guard=HEARD_ON),
    Question(
        id="list-until",
        screen=Screen.HEARD,
        kind=Kind.DATE,
        guard=when("heard", "reserve-list"),
    ),
    Question(
        id="asked-for",
        screen=Screen.HEARD,
        kind=Kind.CHOICE,
        values=("paper", "talk", "missed-call", "owe"),
        guard=both(when("heard", "asked"), unless("replied", "yes")),
    ),
    Question(
        id="offer-state",
        screen=Screen.HEARD,
        kind=Kind.CHOICE,
        values=("accepted", "asked-time", "declined", "in-writing", "signed"),
        guard=ANSWERED_OFFER,
        dates=("answer-by",),
    ),
    Question(
        id="answer-by",
        screen=Screen.HEARD,
        kind=Kind.DATE,
        guard=both(ANSWERED_OFFER, when("offer-state", "asked-time")),
    ),
    Question(
        id="reminded",
        screen=Screen.HEARD,
        kind=Kind.CHOICE,
        values=("0", "1", "2"),
        guard=(*WAITS_FOR_PAPER, *WAITS_FOR_TIMES),
        plain="0",
        dates=("reminded-on",),
    ),
    Question(
        id="reminded-on",
        screen=Screen.HEARD,
        kind=Kind.DATE,
        guard=both((*WAITS_FOR_PAPER, *WAITS_FOR_TIMES), when("reminded", "1", "2")),
    ),
    Question(
        id="interviewed-on",
        screen=Screen.INTERVIEW,
        kind=Kind.DATE,
        guard=NOT_ENDED,
        accepts_unsure=False,
    ),
    Question(
        id="timeline",
        screen=Screen.SAID,
        kind=Kind.CHOICE,
        values=(
            "none",
            "date",
            "tomorrow",
            "this-week",
            "early-next-week",
            "next-week",
            "few-days",
            "one-week",
            "two-weeks",
            "three-weeks",
            "end-of-month",
            "one-month",
            "new-year",
        ),
        guard=LIVE,
        dates=("decision-date",),
    ),
    Question(
        id="decision-date",
        screen=Screen.SAID,
        kind=Kind.DATE,
        guard=both(LIVE, when("timeline", "date")),
    ),
    Question(
        id="thanked",
        screen=Screen.TRUE,
        kind=Kind.CHOICE,
        values=("yes", "no"),
        guard=(*LIVE, *ASKED),
        needed=(*MAY_CONTACT, *ASKED),
        plain="no",
    ),
    Question(
        id="check-ins",
        screen=Screen.TRUE,
        kind=Kind.CHOICE,
        values=("0", "1", "2", "3"),
        guard=LIVE,
        needed=MAY_CONTACT,
        plain="0",
        dates=("last-check-in", "calls"),
    ),
    Question(
        id="last-check-in",
        screen=Screen.TRUE,
        kind=Kind.DATE,
        guard=both(LIVE, (*when("check-ins", "1", "2", "3"), *CALLED_IN_VAIN)),
    ),
    Question(
        id="calls",
        screen=Screen.TRUE,
        kind=Kind.CHOICE,
        values=("0", "1", "2", "3"),
        guard=both(LIVE, when("check-ins", "1", "2", "3")),
        plain="0",
    ),
    Question(
        id="instructions",
        screen=Screen.TRUE,
        kind=Kind.SET,
        values=(
            "none",
            "email-only",
            "no-calls",
            "call-any",
            "call-on",
            "wait-for-us",
            "only-if",
            "no-contact",
        ),
        guard=LIVE,
        plain=NONE,
        dates=("call-on", "called"),
    ),
    Question(
        id="call-on",
        screen=Screen.TRUE,
        kind=Kind.DATE,
        guard=both(LIVE, when("instructions", "call-on")),
    ),
    Question(
        id="called",
        screen=Screen.TRUE,
        kind=Kind.CHOICE,
        values=("no", "no-answer", "noted", "wrote"),
        guard=both(LIVE, when("instructions", "call-on")),
        plain="no",
    ),
    Question(
        id="other-deadline",
        screen=Screen.TRUE,
        kind=Kind.CHOICE,
        values=("none", "offer", "other", "accepted"),
        guard=(*LIVE, *ASKED),
        plain=NONE,
        dates=("deadline-on", "deadline-told"),
    ),
    Question(
        id="deadline-on",
        screen=Screen.TRUE,
        kind=Kind.DATE,
        guard=PRESSED,
    ),
    Question(
        id="deadline-told",
        screen=Screen.TRUE,
        kind=Kind.CHOICE,
        values=("yes", "no"),
        guard=PRESSED,
        plain="no",
    ),
    Question(
        id="contact",
        screen=Screen.TRUE,
        kind=Kind.CHOICE,
        values=("hiring-manager", "hr", "agency", "panel", "committee"),
        guard=(*LIVE, *OWES_A_NOTE),
        needed=OWES_A_NOTE,
        plain=UNSURE,
    ),
    Question(
        id="channels",
        screen=Screen.TRUE,
        kind=Kind.SET,
        values=("email", "phone", "portal", "linkedin", "thread", "post", "none"),
        guard=(*LIVE, *OWES_A_NOTE),
        needed=OWES_A_NOTE,
        plain="email",
    ),
    Question(
        id="culture",
        screen=Screen.TRUE,
        kind=Kind.CHOICE,
        values=("direct", "formal"),
        guard=both(LIVE, unless("heard", "on-hold")),
        needed=NEVER,
        plain=UNSURE,
    ),
    Question(
        id="manner",
        screen=Screen.TRUE,
        kind=Kind.CHOICE,
        values=("friendly", "formal"),
        guard=MAY_CALL,
        needed=NEVER,
        plain=UNSURE,
    ),
    Question(
        id="calls-normal",
        screen=Screen.TRUE,
        kind=Kind.CHOICE,
        values=("yes", "no"),
        guard=MAY_CALL,
        needed=NEVER,
        plain="no",
    ),
    Question(
        id="stage",
        screen=Screen.BESIDE,
        kind=Kind.CHOICE,
        values=("screen", "recorded", "later", "final"),
    ),
    Question(id="first-choice", screen=Screen.BESIDE, kind=Kind.CHOICE, values=("yes", "no")),
    Question(id="country", screen=Screen.BESIDE, kind=Kind.COUNTRY, dates=("region",)),
    Question(id="region", screen=Screen.BESIDE, kind=Kind.REGION),
    Question(
        id="staff",
        screen=Screen.BESIDE,
        kind=Kind.CHOICE,
        values=("yes", "no"),
        guard=(*when("region", "CA-ON"), *when("country", "KR")),  # laws there ask for a size
    ),
    Question(id="closed", screen=Screen.BESIDE, kind=Kind.DAYS),
    Question(id="other-job-on", screen=Screen.BESIDE, kind=Kind.DATE),
)
BY_ID = {question.id: question for question in QUESTIONS}


@dataclass(frozen=True, slots=True)
class Line:
    """Something to tick: it says a value of its question, or brings the question itself.

    A choice has one of its lines at most; so has a set, if a line that brings it offers what
    another says. Else the lines of a set add up.
    """

    question: str
    value: str = ""
    opens: tuple[str, ...] = ()  # the values that the question then offers
    guard: Guard = ALWAYS

    @property
    def id(self) -> str:
        """The name of its words: ``quiz.md#true-thanked-yes``."""
        return f"{self.question}-{self.value}" if self.value else self.question


# An open place can bring a call forward, but not past a date of theirs.
MAY_CALL_SOON = both(
    BY_PHONE,
    unless("heard", "still-deciding", "on-hold", "new-date", "checks"),
    unless("timeline", *(one for one in BY_ID["timeline"].values if one != NONE)),
)
LINES = (
    Line("thanked", "yes"),
    Line("check-ins", opens=("1", "2", "3", UNSURE)),
    Line("instructions", "wait-for-us"),
    Line("instructions", "call-any", guard=UNANSWERED),
    Line("instructions", opens=("email-only", "no-calls", "call-on", "only-if", "no-contact")),
    Line("other-deadline", "offer"),
    Line("other-deadline", opens=("accepted", "other")),
    Line("contact", opens=BY_ID["contact"].values),
    Line("channels", "phone"),
    Line("channels", opens=(*BY_ID["channels"].values, UNSURE)),
    Line("culture", "formal"),
    Line("culture", "direct", guard=MAY_CALL_SOON),
    Line("manner", "friendly", guard=MAY_CALL_SOON),
    Line("manner", "formal"),
    Line("calls-normal", "yes"),
)


def lines_of(question: str) -> tuple[Line, ...]:
    """Return the lines of a question; none if it is asked in full."""
    return tuple(line for line in LINES if line.question == question)


def one_line_at_most(question: str) -> bool:
    """Tell whether of the lines of a question at most one can be ticked."""
    lines = lines_of(question)
    offered = {value for line in lines for value in line.opens}
    return BY_ID[question].kind is Kind.CHOICE or any(line.value in offered for line in lines)


def as_ticked(question: str, value: str, read: Mapping[str, str]) -> str:
    """Return what the lines that are shown can say of a value: the plain answer if nothing."""
    if not lines_of(question):
        return value
    lines = [line for line in lines_of(question) if holds(line.guard, read)]
    told = {line.value for line in lines} | {one for line in lines for one in line.opens}
    return "+".join(one for one in value.split("+") if one in told) or BY_ID[question].plain


# Dates that lie before the latest interview belong to an earlier one, with these answers.
OF_A_DATE = {
    "heard-on": ("heard", "replied", "heard-on"),
    "decision-date": ("timeline", "decision-date"),
    "call-on": ("call-on", "called"),
    "last-check-in": ("check-ins", "last-check-in", "calls"),
}
MEANT = {
    "heard-on": both(NOT_ENDED, HEARD_ON),  # what ends it is about any interview
    "decision-date": when("timeline", "date"),
    "call-on": when("instructions", "call-on"),
    "last-check-in": (*when("check-ins", "1", "2", "3"), *CALLED_IN_VAIN),
}


def guarded(answers: Mapping[str, str], today: date) -> dict[str, str]:
    """Return the answers as guards read them: the interview is past, today or future.

    A reminder of something before your answer belongs to an earlier round.
    """
    read = without_history(answers, today)
    reminded, answered = (read.get(one, UNSURE) for one in ("reminded-on", "heard-on"))
    asked = holds(BY_ID["reminded-on"].guard, read)
    if asked and UNSURE not in {reminded, answered} and reminded < answered:
        del read["reminded-on"]
        read["reminded"] = BY_ID["reminded"].plain
    interview = answers.get("interviewed-on")
    if interview is not None:
        day = date.fromisoformat(interview)
        read["interviewed-on"] = "past" if day < today else "today" if day == today else "future"
    return read


def history(answers: Mapping[str, str], today: date) -> dict[str, tuple[str, ...]]:
    """Return what belongs to an earlier interview: a date, and the answers that go with it."""
    interview = answers.get("interviewed-on", "")
    if not interview or interview > today.isoformat():
        return {}
    return {
        question: belongs
        for question, belongs in OF_A_DATE.items()
        if "" < answers.get(question, "") < interview and is_meant(question, answers)
    }


def is_meant(question: str, answers: Mapping[str, str]) -> bool:
    """Tell whether the answers give a date something to be the date of."""
    return holds(MEANT[question], answers)


def without_history(answers: Mapping[str, str], today: date) -> dict[str, str]:
    """Return the answers that still count: of what came before the latest interview, none does."""
    old = history(answers, today)
    gone = {one for belongs in old.values() for one in belongs}
    if "heard-on" in old and answers.get("heard") == "new-date":
        gone |= {"timeline", "decision-date"}  # their new date went with it
    kept = {question: value for question, value in answers.items() if question not in gone}
    if "call-on" in old:
        told = [one for one in kept.get("instructions", NONE).split("+") if one != "call-on"]
        kept["instructions"] = "+".join(told) or NONE
    return kept


def is_ended(answers: Mapping[str, str]) -> bool:
    """Tell whether the news settles it, so that the interview's day does not matter."""
    return not holds(NOT_ENDED, answers)


def shown(read: Mapping[str, str]) -> Iterator[Question]:
    """Yield the questions on the way, in order, given the answers so far as guards read them."""
    for question in QUESTIONS:
        if question.screen != BESIDE and holds(question.guard, read):
            yield question


def is_needed(question: Question, read: Mapping[str, str]) -> bool:
    """Tell whether a question on the way brings its screen while it has no answer."""
    return question.needed is None or holds(question.needed, read)


def screens_after(screen: int, read: Mapping[str, str]) -> tuple[int, bool]:
    """Return how many screens can come after one at most, and whether all of them will come.

    Only what was answered before that screen counts as settled.
    """
    coming = certain = 0
    for later in range(screen + 1, BESIDE):
        lines = [line for one in QUESTIONS if one.screen == later for line in one.guard]
        asked = [
            [one for one in line if BY_ID[one.question].screen >= screen]
            for line in lines
            if all(one.holds(read) for one in line if BY_ID[one.question].screen < screen)
        ]
        coming += bool(asked)
        certain += [] in asked
    return coming, coming == certain


def is_visible(question: Question, read: Mapping[str, str]) -> bool:
    """Tell whether a page shows a question: what decides it on its own screen was answered."""
    return any(
        all(condition.holds(read) and condition.question in read for condition in line)
        for line in (
            [one for one in line if BY_ID[one.question].screen == question.screen]
            for line in question.guard
            if holds((line,), read)
        )
    )


def no_longer_asked(read: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ids of answers whose question would not be asked."""
    return tuple(
        question.id
        for question in QUESTIONS
        if question.id in read and question.screen < BESIDE and not holds(question.guard, read)
    )


def shown_if(question: Question, read: Mapping[str, str]) -> Guard | None:
    """Return what is left of a guard on its own screen: None if it always holds there.

    Conditions on earlier screens are settled; an empty tuple means never.
    """
    lines: list[tuple[Condition, ...]] = []
    for line in question.guard:
        here = tuple(one for one in line if BY_ID[one.question].screen == question.screen)
        if all(one.holds(read) for one in line if one not in here):
            lines.append(positive(here))
    return None if () in lines else tuple(dict.fromkeys(lines))


def positive(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    """Rewrite "is none of these" as "is one of the others", which a page can show."""
    return tuple(
        Condition(
            one.question,
            tuple(v for v in (*BY_ID[one.question].values, UNSURE) if v not in one.values),
        )
        if one.negated
        else one
        for one in conditions
    )
