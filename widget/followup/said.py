"""What the reader said, and what follows from it: a sentence for each fact that decided.

The first of them are the lead under the headline; all of them are the list below it. The sentences
are the guide's (``about/phrases#said-and-so``). Each can be split where what follows begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from followup.facts import Facts
from followup.inquiry import Inquiry
from followup.model import (
    PATIENT,
    STATUS_CONTACTS,
    THANKS,
    Action,
    AnyRule,
    Channel,
    Heard,
    Instruction,
    Part,
    Plan,
    SectionRef,
    Step,
    Wait,
)
from followup.questions import BY_ID, NONE, UNSURE, Kind
from followup.rules import ALSO_CALL
from followup.what_if import difference
from followup.wording import COUNTING_DAYS, THANKS_INSIDE, Words, sentence, way_of
from followup.workdays import ONE_DAY

SEPARATORS = (", so ", ": ", ", but ")
IN_THE_LEAD = 3
THEIR_DATE, THEIR_WORDS = (
    SectionRef("timing#their-date"),
    SectionRef("timing#what-their-words-mean"),
)
ASKED_TO_WAIT, INVITED = SectionRef("timing#asked-to-wait"), SectionRef("calling#invited")

# The answers that a sentence about a rule names.
NAMES = {
    rule: questions
    for questions, rules in {
        "heard replied offer-state": (
            "they-offered-you-the-job",
            "you-declined-the-offer",
            "you-have-signed",
            "the-offer-is-in-writing",
            "you-asked-for-time",
            "the-time-you-asked-for-is-up",
            "the-written-offer-may-still-come",
            "the-written-offer-is-late",
            "the-written-offer-never-came",
        ),
        "heard replied offer-state reminded": (
            "ask-for-the-written-offer-again",
            "you-asked-twice-for-the-written-offer",
        ),
        "heard replied": (
            "you-are-on-a-reserve-list",
            "the-reserve-list-has-ended",
            "two-answers-differ",
            "you-asked-which-answer-holds",
            "nobody-said-which-answer-holds",
            "they-said-no",
            "the-no-is-answered-or-old",
            "you-no-longer-want-the-job",
            "you-have-withdrawn",
            "the-interview-did-not-take-place",
            "new-times-were-just-offered",
            "new-times-never-came",
            "they-are-still-deciding",
            "it-is-on-hold",
            "one-check-in-after-their-answer",
            "their-answer-may-still-come",
            "their-answer-never-came",
            "their-checks-take-weeks",
            "you-have-just-answered-them",
        ),
        "heard replied asked-for": (
            "a-call-you-missed",
            "another-talk",
            "they-check-you-first",
            "they-asked-you-for-something",
        ),
        "heard replied reminded": (
            "new-times-need-a-reminder",
            "you-have-reminded-them-of-new-times",
        ),
        "interviewed-on": ("the-interview-is-still-to-come",),
        "instructions": (
            "a-rule-forbids-contact-and-a-deadline-runs",
            "a-rule-forbids-contact",
            "a-rule-forbade-contact-and-it-is-over",
            "only-the-successful-will-hear",
            "silence-was-the-announced-answer",
            "they-asked-you-to-wait",
            "they-said-not-to-call",
            "they-invited-a-call",
            "the-call-they-set",
        ),
        "other-deadline deadline-told": (
            "a-job-you-took-begins-before-their-answer",
            "a-deadline-comes-before-their-answer",
            "the-deadline-is-today",
            "they-know-about-the-deadline",
            "they-will-decide-after-the-deadline",
            "the-deadline-is-near-enough-soon",
        ),
        "instructions called": (
            "they-set-a-day-for-your-call",
            "the-set-call-is-late",
            "write-in-place-of-the-call",
            "the-note-after-an-unanswered-call",
            "a-line-on-the-day-they-set-is-ahead",
            "the-call-they-set-is-ahead",
            "you-wrote-in-place-of-the-call",
            "they-set-a-call-and-forbade-calls",
        ),
        "thanked contact": (
            "thanks-through-your-recruiter",
            "late-thanks-through-your-recruiter",
        ),
        "thanked": (
            "thanks-within-a-day",
            "thanks-a-few-days-late",
        ),
        "instructions channels": ("no-way-that-they-want",),
        "check-ins": (
            "nothing-more-to-send-but-their-date-runs",
            "nothing-more-to-send-but-they-have-your-answer",
            "nothing-more-to-send-yet",
            "nothing-more-to-send",
            "too-late-for-a-second-message",
            "nobody-answered-the-call-they-set",
            "too-early-to-ask-a-slow-place-again",
            "too-early-for-a-second-message",
            "a-second-and-last-message",
        ),
        "other-job-on": ("you-ask-there-about-another-job",),
        "contact": (
            "a-committee-needs-time",
            "call-too-your-recruiter",
            "call-too-your-own-recruiter",
        ),
        "contact culture": ("a-slow-place-needs-time",),
        "timeline": (
            "the-silence-is-still-short",
            "a-quiet-week-has-passed",
            "call-too-their-date-is-past",
        ),
        "channels": (
            "no-way-and-no-word",
            "only-a-phone-number",
            "only-a-phone-number-to-tell-them",
            "no-number-known",
        ),
        "calls-normal": ("calls-are-normal-there",),
        "calls": ("your-calls-are-used-up",),
        "other-deadline deadline-on": (
            "an-offer-runs-out-write-and-call",
            "an-offer-runs-out-call",
            "call-too-an-offer-runs-out",
        ),
        "culture manner": ("call-too-an-open-place",),
    }.items()
    for rule in rules
}
NAMES_OF_SLOT = {
    "interview": "interviewed-on",
    "since": "interviewed-on",
    "other_job": "other-job-on",
    "promised": "timeline decision-date",
    "heard": "heard-on",
    "last": "last-check-in",
    "deadline": "deadline-on",
    "call": "call-on",
    "answer_by": "answer-by",
    "reminded": "reminded-on",
}
# News after which no date of theirs is waited for.
SETTLED = frozenset(
    (
        Heard.OFFER,
        Heard.CANCELLED,
        Heard.RESERVE_LIST,
        Heard.CONFLICTING,
        Heard.REJECTED,
        Heard.FILLED,
        Heard.WITHDRAW,
    )
)
NOT_ABOUT_THEIR_DATE = frozenset(
    (*THANKS, Action.PREPARE, Action.SEND_REQUESTED, Action.CALL_AS_ASKED)
)
CALLS = frozenset((Channel.CALL, Channel.CALL_AND_EMAIL))
# By what a reader would be surprised if it went unsaid: a way that they chose themselves is not.
LEADS = frozenset(
    (
        "they-invited-a-call",
        "calls-are-normal-there",
        "only-a-phone-number",
        "only-a-phone-number-to-tell-them",
        "they-said-not-to-call",
        "an-offer-runs-out-write-and-call",
        "an-offer-runs-out-call",
        "your-calls-are-used-up",
    )
)


# What will be so on the day of a step, and is not yet.
SAID_OTHERWISE_AHEAD = frozenset(
    (
        "they-invited-a-call",
        "the-call-they-set",
        *(rule.id for rule in ALSO_CALL.rules),
    )
)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something said, with what follows from it and the answers that it names."""

    id: str
    text: str
    section: SectionRef
    questions: frozenset[str]
    leads: bool = False

    def parted(self) -> tuple[str, str]:
        """Return the sentence in two: what was said, and what follows."""
        where = min((self.text.find(one), one) for one in SEPARATORS if one in self.text)
        said, _, so = self.text.partition(where[1])
        return said, sentence(so)


@dataclass(frozen=True)
class Said:
    """Finds the facts of a plan."""

    plan: Plan
    answers: Mapping[str, str]
    words: Words

    @property
    def step(self) -> Step:
        """The next step."""
        return self.plan.next

    def facts(self) -> list[Fact]:
        """Return them in the order in which a person would say them, each once."""
        found = (
            *self.their_date(),
            *self.what_to_do(),
            *self.their_wishes(),
            *self.thanks(),
            *self.the_way(),
        )
        return list({one.id: one for one in reversed(found)}.values())[::-1]

    def lead(self) -> list[dict[str, str]]:
        """Return the sentences under the headline."""
        found = [one for one in self.facts() if one.leads][:IN_THE_LEAD]
        return [{"text": one.text, "section": one.section} for one in found]

    # ---- each fact ---------------------------------------------------------------------

    def their_date(self) -> Iterator[Fact]:
        """Yield the day on which they would be in touch."""
        s = self.plan.situation
        if s.promised is None or s.heard in SETTLED or self.step.action in NOT_ABOUT_THEIR_DATE:
            return
        if s.heard is Heard.NEW_DATE:
            yield self.fact(("so-new-date",), THEIR_DATE, "heard timeline", leads=True)
            return
        due = "past" if self.step.action not in PATIENT else "just"
        over = f"-{due}" if s.promised < s.today else ""
        value = self.answers.get("timeline", "date")
        section = THEIR_DATE if value == "date" else THEIR_WORDS
        names = (f"so-promised-{value}" if value != "date" else "", f"so-promised-date{over}")
        yield self.fact(names, section, "timeline", leads=True)

    def what_to_do(self) -> Iterator[Fact]:
        """Yield what decided on what to do; of people who need long, which."""
        s, rule = self.plan.situation, self.step.rule
        kinds = (
            s.heard,
            s.contact or "",
            s.deadline.kind if s.deadline else "",
            "promised" if s.promised else "",
            "ahead" if s.other_job_on and s.other_job_on >= s.today else "",
        )
        names = (*(f"so-{rule.id}-{kind}" for kind in kinds), f"so-{rule.id}")
        yield self.fact(names, rule.section, self.named(rule), leads=True)

    def their_wishes(self) -> Iterator[Fact]:
        """Yield what they asked for that has not been said: it is used, or visibly set aside."""
        s, step = self.plan.situation, self.step
        if Instruction.WAIT_FOR_US in s.instructions and s.heard not in SETTLED:
            name = "so-asked-to-wait-once" if step.action in STATUS_CONTACTS else "so-asked-to-wait"
            if step.rule.id != "they-asked-you-to-wait" and self.about_news():
                yield self.fact((name,), ASKED_TO_WAIT, "instructions", leads=True)
        used = step.channel in CALLS or step.also_call or s.call_on
        if Instruction.CALL_ANY not in s.instructions or used:
            return
        later = next((one for one in self.plan.steps[1:] if one.channel in CALLS), None)
        if later:
            yield self.fact(("so-invited-later",), INVITED, "instructions", leads=True, on=later.on)
        elif self.about_news() or step.action is Action.MOVE_ON:
            over = step.action is Action.MOVE_ON
            name = "so-invited-too-late" if over else "so-invited-not-now"
            yield self.fact((name,), INVITED, "instructions", leads=True)

    def about_news(self) -> bool:
        """Tell whether the step asks for news, or waits for a day to do so."""
        return self.step.action in STATUS_CONTACTS | PATIENT

    def thanks(self) -> Iterator[Fact]:
        """Yield thanks that are still owed and go into the next message."""
        later = self.plan.steps[1].thanks_inside if self.plan.steps[1:] else False
        if self.step.thanks_inside:
            yield self.fact(("so-thanks-inside",), THANKS_INSIDE, "thanked", leads=True)
        elif self.step.action is Action.WAIT and later:
            yield self.fact(("so-thanks-later",), THANKS_INSIDE, "thanked", leads=True)

    def the_way(self) -> Iterator[Fact]:
        """Yield what decided by what means; before a wait is over, that of what comes after it."""
        s, step = self.plan.situation, self.words.deed(self.plan)
        for part, rule in step.because:
            told = step is not self.step and rule.id in SAID_OTHERWISE_AHEAD
            if part is not Part.CHANNEL or told:
                continue
            kinds = [one.value for one in Instruction if one in s.instructions]
            kinds += [] if s.direct_place else ["friendly"]
            kinds += [] if Instruction.CALL_ANY in s.instructions else ["set"]
            names = (*(f"so-{rule.id}-{kind}" for kind in kinds), f"so-{rule.id}")
            if any(one in self.words.guide.phrases for one in names):
                leads = rule.id in LEADS or rule.id.startswith("call-too")
                if rule.id == "they-said-not-to-call":  # in so many words
                    leads = bool(s.instructions & {Instruction.EMAIL_ONLY, Instruction.NO_CALLS})
                yield self.fact(names, rule.section, self.named(rule), leads=leads)
        way = f"so-way-{way_of(step.channel, s)}"
        if way in self.words.guide.phrases:
            yield self.fact((way,), SectionRef("channels#ladder"), "channels")

    # ---- words ----------------------------------------------------------------------------

    @staticmethod
    def named(rule: AnyRule) -> str:
        """Return the answers that a sentence about a rule names."""
        return NAMES.get(rule.id, "")

    def fact(
        self,
        names: tuple[str, ...],
        section: SectionRef,
        questions: str,
        *,
        leads: bool = False,
        on: date | None = None,
    ) -> Fact:
        """Return a fact by the first of its phrases that the guide has."""
        phrases = self.words.guide.phrases
        name = next((one for one in names if one in phrases), names[-1])
        slots = self.slots(on or self.step.on)
        used = set(re.findall(r"\{(\w+)\}", phrases.get(name, "")))
        if "since" in used:
            slots["since"] = self.business_days(self.days_since())
        also = (NAMES_OF_SLOT.get(slot, "") for slot in used)
        text = sentence(self.words.guide.phrase(name, **slots))
        every = frozenset(" ".join((questions, *also)).split())
        return Fact(name.removeprefix("so-"), text, section, every, leads)

    def slots(self, on: date) -> dict[str, str]:
        """Return what a sentence can mention; a day that is not known is not asked for."""
        s, in_words = self.plan.situation, self.words.in_words
        days = {
            "interview": s.interviewed_on,
            "heard": s.heard_on,
            "promised": s.promised,
            "last": s.check_ins.last if s.check_ins else None,
            "deadline": s.deadline.on if s.deadline else None,
            "other_job": s.other_job_on,
            "call": s.call_on,
            "answer_by": s.answer_by,
            "reminded": s.reminders.last if s.reminders else None,
        }
        dated = self.step.because[1][1].then
        count = self.words.guide.timings[dated.timing] if isinstance(dated, Wait) else 0
        return {
            **{name: in_words(one) if one else "" for name, one in days.items()},
            "date": in_words(on),
            "day": self.words.when(on),
            "wait": self.business_days(count),
        }

    def business_days(self, count: int) -> str:
        """Return "1 business day", "5 business days"."""
        one = "-one" if count == 1 else ""
        return self.words.guide.phrase(f"business-days{one}", n=str(count))

    def days_since(self) -> int:
        """Count the business days from the day that silence is counted from to today."""
        s = self.plan.situation
        day, count = Facts(s, self.words.guide.timings).anchor, 0
        while day < s.today:
            day += ONE_DAY
            count += s.calendar.is_business_day(day)
        return count


def counts(inquiry: Inquiry) -> set[str]:
    """Return the answers without which the advice would be another."""
    before, found = inquiry.outline, set[str]()
    for question, value in inquiry.answers.items():
        if value in {UNSURE, NONE}:
            continue
        rest = {one: given for one, given in inquiry.answers.items() if one != question}
        after = inquiry.having(rest).outline
        if difference(before, after) is not None or before.also_call is not after.also_call:
            found.add(question)
    return found


def because(inquiry: Inquiry) -> list[dict[str, object]]:
    """Return each fact beside what follows; an answer that counts and is in none comes last."""
    known = Said(inquiry.plan, inquiry.answers, inquiry.words).facts()
    rows = [in_two(one) for one in known]
    missing = counts(inquiry).difference(*(one.questions for one in known))
    return [*rows, *(answer_alone(inquiry, one) for one in BY_ID if one in missing)]


def in_two(fact: Fact) -> dict[str, object]:
    """Return a fact as the document has it."""
    said, so = fact.parted()
    return {
        "id": fact.id,
        "said": said,
        "so": so,
        "section": fact.section,
        "questions": sorted(fact.questions),
    }


def answer_alone(inquiry: Inquiry, question: str) -> dict[str, object]:
    """Return an answer that counts, in the words of its question, and what it does."""
    words, value = inquiry.words, inquiry.answers[question]
    text = inquiry.guide.questions[question]
    rest = {one: given for one, given in inquiry.answers.items() if one != question}
    dated = BY_ID[question].kind is Kind.DATE
    so = (
        words.guide.phrase("counted-from")
        if dated
        else words.guide.phrase("otherwise", headline=inquiry.having(rest).headline)
    )
    return {
        "id": question,
        "said": f"{text.title} {words.told(question, value)}",
        "so": so,
        "section": text.options[value].section if value in text.options else COUNTING_DAYS,
        "questions": [question],
    }
