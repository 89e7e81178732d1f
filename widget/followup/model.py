"""The nouns: what is known, what a rule is, what is decided, what is advised."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, NewType, TypeVar

from followup.errors import GapError
from followup.workdays import Calendar

if TYPE_CHECKING:
    from followup.facts import Facts

SectionRef = NewType("SectionRef", str)  # "timing#their-date": page and heading
ClaimId = NewType("ClaimId", str)  # "T9", as in the ledger
ConflictId = NewType("ConflictId", str)  # "K5", as on the disagreements page
TimingId = NewType("TimingId", str)  # "no-date", a row of the one table of numbers
MessageId = NewType("MessageId", str)  # "ask-for-news", a heading of the messages page

Timings = dict[TimingId, int]
Subject = TypeVar("Subject")  # what a rule looks at
Outcome = TypeVar("Outcome")  # what it says
Id = TypeVar("Id")


class Heard(StrEnum):
    """What the employer has told you since the interview."""

    NOTHING = "nothing"
    STILL_DECIDING = "still-deciding"
    NEW_DATE = "new-date"
    ASKED = "asked"
    ON_HOLD = "on-hold"
    REJECTED = "rejected"
    FILLED = "filled"
    OFFER = "offer"
    CANCELLED = "cancelled"
    WITHDRAW = "withdraw"
    RESERVE_LIST = "reserve-list"
    CHECKS = "checks"
    CONFLICTING = "conflicting"


class OfferState(StrEnum):
    """What became of an offer that you have answered."""

    ACCEPTED = "accepted"  # and waiting for the paper
    ASKED_TIME = "asked-time"
    DECLINED = "declined"
    IN_WRITING = "in-writing"
    SIGNED = "signed"


class AskedFor(StrEnum):
    """What they asked you for."""

    PAPER = "paper"  # or a form, or a task
    TALK = "talk"
    MISSED_CALL = "missed-call"
    OWE = "owe"


class Instruction(StrEnum):
    """What they said about getting in touch."""

    EMAIL_ONLY = "email-only"
    NO_CALLS = "no-calls"
    CALL_ANY = "call-any"
    WAIT_FOR_US = "wait-for-us"
    ONLY_IF = "only-if"
    NO_CONTACT = "no-contact"


class Contact(StrEnum):
    """Who your contact is."""

    HIRING_MANAGER = "hiring-manager"
    HR = "hr"
    AGENCY = "agency"
    PANEL = "panel"
    COMMITTEE = "committee"


class Line(StrEnum):
    """A way to reach them, in the order of the ladder; the phone stands apart."""

    THREAD = "thread"
    EMAIL = "email"
    PORTAL = "portal"
    LINKEDIN = "linkedin"
    POST = "post"
    PHONE = "phone"


class Action(StrEnum):
    """The one thing to do next."""

    PREPARE = "prepare"
    THANK_YOU = "thank-you"
    THANK_YOU_LATE = "thank-you-late"
    SEND_REQUESTED = "send-requested"
    WAIT = "wait"
    NO_CONTACT = "no-contact"
    FOLLOW_UP = "follow-up"
    LAST_FOLLOW_UP = "last-follow-up"
    CHECK_IN = "check-in"
    CALL_AS_ASKED = "call-as-asked"
    TELL_DEADLINE = "tell-deadline"
    REPLY_TO_OFFER = "reply-to-offer"
    CLOSE_WITH_THANKS = "close-with-thanks"
    MOVE_ON = "move-on"
    REARRANGE = "rearrange"
    WITHDRAW = "withdraw"
    ASK_WHICH_HOLDS = "ask-which-holds"


STATUS_CONTACTS = frozenset((Action.FOLLOW_UP, Action.LAST_FOLLOW_UP, Action.CHECK_IN))
THANKS = frozenset((Action.THANK_YOU, Action.THANK_YOU_LATE))
PATIENT = frozenset((Action.WAIT, Action.NO_CONTACT))
QUIET = PATIENT | {Action.MOVE_ON, Action.PREPARE}


class Channel(StrEnum):
    """By what means."""

    EMAIL = "email"
    CALL = "call"
    CALL_AND_EMAIL = "call-and-email"
    PORTAL = "portal"
    LINKEDIN = "linkedin"
    POST = "post"
    INVITATION_THREAD = "invitation-thread"
    AS_THEY_ASKED = "as-they-asked"
    AS_THEY_WROTE = "as-they-wrote"
    NONE = "none"


class Recipient(StrEnum):
    """To whom."""

    HIRING_MANAGER = "hiring-manager"
    HR = "hr"
    AGENCY_RECRUITER = "agency-recruiter"
    PANEL_COORDINATOR = "panel-coordinator"
    COMMITTEE_CHAIR = "committee-chair"
    EACH_INTERVIEWER = "each-interviewer"
    WHOEVER_ARRANGED = "whoever-arranged"


class Confidence(StrEnum):
    """How sure we are, weakest last."""

    WELL_SUPPORTED = "well-supported"
    MAJORITY_VIEW = "majority-view"
    OUR_JUDGEMENT = "our-judgement"


class Elsewhere(StrEnum):
    """What a date from elsewhere is."""

    OFFER = "offer"
    OTHER = "other"
    ACCEPTED = "accepted"  # a job you took, and could still leave


@dataclass(frozen=True, slots=True)
class Deadline:
    """A real date from elsewhere that forces you to decide."""

    on: date
    kind: Elsewhere
    told: bool


@dataclass(frozen=True, slots=True)
class CheckIns:
    """Status contacts so far; ``last`` is the day of the latest one."""

    count: int
    last: date
    calls: int = 0


@dataclass(frozen=True, slots=True)
class Reminders:
    """How often you have come back to your answer: new times, or an offer's paper."""

    count: int
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """All that the rules may look at. Nothing here is read from a clock."""

    today: date
    interviewed_on: date
    heard: Heard = Heard.NOTHING
    heard_on: date
    replied: bool = False
    offer: OfferState | None = None
    answer_by: date | None = None  # the day until which you asked for time
    reminders: Reminders | None = None
    asked_for: AskedFor | None = None
    list_until: date | None = None  # the day on which a reserve list ends
    thanked: bool = False
    instructions: frozenset[Instruction] = frozenset()
    call_on: date | None = None
    call_unanswered: bool = False
    call_noted: bool = False  # the note after it was sent, or a line in its place
    promised: date | None = None  # the last day by which they said you would hear
    check_ins: CheckIns | None = None
    deadline: Deadline | None = None
    other_job_on: date | None = None  # the day of a question there about another job
    contact: Contact | None = None
    lines: frozenset[Line] = frozenset()  # empty: reply to the invitation
    formal_place: bool = False
    direct_place: bool = False
    formal_manner: bool = False
    friendly_manner: bool = False
    calls_are_normal: bool = False
    first_choice: bool = False  # changes words only
    nobody_was_there: bool = False  # a recording or a machine; changes words only
    calendar: Calendar = field(default_factory=Calendar)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Generic[Subject, Outcome]):
    """One line of a decision table, with the text that justifies it."""

    id: str
    ref: str  # "DR14": the reference that reviewers use
    fits: Callable[[Subject], bool]
    then: Outcome
    section: SectionRef
    claims: tuple[ClaimId, ...] = ()
    conflicts: tuple[ConflictId, ...] = ()
    our_judgement: bool = False  # no source fixes it


AnyRule = Rule[Any, Any]


def always(_: object) -> bool:
    """Always."""
    return True


def ids(kind: Callable[[str], Id], text: str) -> tuple[Id, ...]:
    """Split "T9 X1" into ids."""
    return tuple(map(kind, text.split()))


@dataclass(frozen=True, slots=True)
class Decision(Generic[Subject, Outcome]):
    """What a table said, by which rule, and which rules it passed over."""

    rule: Rule[Subject, Outcome]
    passed_over: tuple[Rule[Subject, Outcome], ...]


@dataclass(slots=True)
class Table(Generic[Subject, Outcome]):
    """Rules in order, exceptions first; the first that fits decides."""

    name: str
    rules: tuple[Rule[Subject, Outcome], ...] = ()

    def line(  # noqa: PLR0913 - what a line has to say for itself
        self,
        *,
        then: Outcome,
        ref: str,
        section: str,
        claims: str = "",
        conflicts: str = "",
        our_judgement: bool = False,
    ) -> Callable[[Callable[[Subject], bool]], Callable[[Subject], bool]]:
        """Make the test below it the next line of this table, with the name of the test as its id.

        The docstring of the test says in a sentence when the line fits.
        """

        def add(fits: Callable[[Subject], bool]) -> Callable[[Subject], bool]:
            line = Rule(
                id=fits.__name__.replace("_", "-"),
                ref=ref,
                fits=fits,
                then=then,
                section=SectionRef(section),
                claims=ids(ClaimId, claims),
                conflicts=ids(ConflictId, conflicts),
                our_judgement=our_judgement,
            )
            self.rules += (line,)
            return fits

        return add

    def decide(self, subject: Subject) -> Decision[Subject, Outcome]:
        """Return the first rule that fits. Raises ``GapError`` if none does."""
        for position, rule in enumerate(self.rules):
            if rule.fits(subject):
                return Decision(rule, self.rules[:position])
        raise GapError(self.name)

    def all_that_fit(self, subject: Subject) -> tuple[Rule[Subject, Outcome], ...]:
        """Return every rule that fits, where each of them counts."""
        return tuple(rule for rule in self.rules if rule.fits(subject))


@dataclass(frozen=True, slots=True)
class Move:
    """What an action rule says: do this, on the day that ``on`` works out."""

    action: Action
    on: Callable[[Facts], date]
    counts_silence: bool = False  # how long they have been silent decides


@dataclass(frozen=True, slots=True)
class Wait:
    """What a wait rule says: this row of the timing table, counted from there."""

    since: Callable[[Facts], date]
    timing: TimingId


@dataclass(frozen=True, slots=True)
class Task:
    """An action on its day: what the channel, message and avoid rules look at."""

    facts: Facts
    action: Action
    on: date


@dataclass(frozen=True, slots=True)
class Sending:
    """An action by its channel, and what it answers: what the message rules look at."""

    action: Action
    channel: Channel
    date_was_promised: bool = False
    heard: Heard = Heard.NOTHING
    asked_for: AskedFor | None = None
    offer: OfferState | None = None  # once it is answered
    nobody_answered: bool = False
    nobody_was_there: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a message rule says: how the message with its id is written."""

    tells_deadline: bool = (
        False  # has a sentence about a deadline from elsewhere that they do not know
    )
    asks_for_both: bool = False  # has a sentence for those who asked there about another job, too
    says_first_choice: bool = False  # has a sentence for those who want this job most
    spoken: bool = False
    short: bool = False


class Means(StrEnum):
    """What a channel rule says; writing goes down the ladder of known lines."""

    NONE = "none"
    WRITE = "write"
    CALL = "call"
    CALL_AND_EMAIL = "call-and-email"
    AS_THEY_ASKED = "as-they-asked"
    AS_THEY_WROTE = "as-they-wrote"


class Part(StrEnum):
    """The parts of a step, each decided by a rule of its own."""

    ACTION = "action"
    DATE = "date"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do, with its day, its window and what decided it.

    ``on`` is the recommended day; for a wait the day on which it ends.
    ``earliest`` and ``latest`` bound the days that are still good.
    """

    action: Action
    channel: Channel
    to: Recipient | None
    also_call: bool
    on: date
    earliest: date | None
    latest: date | None
    message: MessageId | None
    thanks_inside: bool
    because: tuple[tuple[Part, AnyRule], ...]
    passed_over: tuple[tuple[Part, AnyRule], ...]

    @property
    def rule(self) -> AnyRule:
        """The rule that decided what to do."""
        return self.because[0][1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What a step comes to: enough to see whether another answer would change it."""

    action: Action
    channel: Channel
    also_call: bool
    to: Recipient | None
    on: date
    rule: AnyRule


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps in order of days: what to do next, then what follows if nothing is heard."""

    situation: Situation
    steps: tuple[Step, ...]
    contacts_used: int
    contacts_left: int
    avoid: tuple[AnyRule, ...]

    @property
    def next(self) -> Step:
        """The one next action."""
        return self.steps[0]

    @property
    def sends(self) -> Step | None:
        """The next step that sends something: the one whose words are shown."""
        return next((step for step in self.steps if step.channel is not Channel.NONE), None)
