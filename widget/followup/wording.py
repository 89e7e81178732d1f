"""Put words to ids: the only module that makes sentences, all from the guide's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from followup import opened
from followup.answers import Reading, place_of
from followup.errors import AnswerError
from followup.facts import ENDED, WANTS_SOMETHING, asks_about_two_jobs
from followup.guide import Guide, Message
from followup.model import (
    PATIENT,
    QUIET,
    STATUS_CONTACTS,
    Action,
    AskedFor,
    Channel,
    Confidence,
    Contact,
    Line,
    MessageId,
    OfferState,
    Outline,
    Plan,
    Recipient,
    SectionRef,
    Situation,
    Step,
)
from followup.questions import BY_ID, UNSURE, Kind
from followup.rules import (
    DAY_OF_THE_DEADLINE,
    SEARCH_IS_OVER,
    is_mere_wait,
    tells_of_the_deadline,
    written,
)
from followup.workdays import ONE_DAY

MEANWHILE = SectionRef("silence#meanwhile")
COUNTING_DAYS, LAW = SectionRef("timing#counting-days"), SectionRef("law#law-page")
THANKS_INSIDE = SectionRef("thank-you#thanks-inside-the-next-message")
TWO_IS_ENOUGH = SectionRef("timing#two-is-enough")
ACROSS_CULTURES = SectionRef("special-cases#across-cultures")
WINDOWS = SectionRef("timing#earliest-best-latest")
HOW_SURE = SectionRef("disagreements#marks")
DEADLINE_SENTENCE = MessageId("deadline-sentence")
OTHER_JOB_SENTENCE = MessageId("other-job-sentence")
FIRST_CHOICE_SENTENCE = MessageId("first-choice-sentence")
CALL_SCRIPT = MessageId("call-script")
# A call that is no first question for news has words of its own.
SAID = {
    Action.CALL_AS_ASKED: "set",
    Action.LAST_FOLLOW_UP: "last",
    Action.THANK_YOU: "thanks",
    Action.THANK_YOU_LATE: "thanks",
    Action.TELL_DEADLINE: "deadline",
}
NO_QUESTION = frozenset(("thanks", "deadline"))
COUNTED = STATUS_CONTACTS | {Action.CALL_AS_ASKED}  # a set call counts if nobody answers
GOES_ON = "stopping-your-search"  # said beside the plan, in a sentence of its own
PANELS = frozenset(
    (Recipient.PANEL_COORDINATOR, Recipient.COMMITTEE_CHAIR, Recipient.EACH_INTERVIEWER)
)
THREAD, CALL = Line.THREAD.value, Channel.CALL.value
AGAIN = "again"  # the text of a reminder
SET_CALL_IS_LATE = "the-set-call-is-late"
WRITING_IS_SAFER_IN = frozenset(("GB", "JP", "DE"))
BLANK = re.compile(r"\[([^\]]+)\]")
NO_BREAK = "\N{NO-BREAK SPACE}"  # "February" does not end a line without its day
EXAMPLE = "2027-02-09"
SAFE_LENGTH = 60  # a refused value is repeated, but not at any length


@dataclass(frozen=True, slots=True)
class Words:
    """Makes sentences out of the guide's, seen from one day."""

    guide: Guide
    today: date

    def in_words(self, day: date) -> str:
        """Return a day in words, with the year only where it is not this one."""
        near = day.year == self.today.year
        return self.named("date" if near else "date-with-year", day)

    def named(self, phrase: str, day: date, length: str = "") -> str:
        """Return a phrase with a day in it, all names in full or, by ``-short``, in few letters."""
        return unbroken(
            self.guide.phrase(
                phrase,
                weekday=self.guide.phrase(f"weekdays{length}").split()[day.weekday()],
                month=self.guide.phrase(f"months{length}").split()[day.month - 1],
                day=str(day.day),
                year=str(day.year),
            )
        )

    def span(self, first: date, last: date, length: str = "") -> str:
        """Return the days from one to another: "February 9–19", "February 22 to March 5"."""
        begin = self.named("month-day", first, length)
        if (first.year, first.month) == (last.year, last.month):
            return self.guide.phrase("span", first=begin, last=str(last.day))
        end = self.named("month-day", last, length)
        return self.guide.phrase("span-months", first=begin, last=end)

    def when(self, day: date) -> str:
        """Return a day as a sentence needs it: "today, …", "on …"."""
        kinds = {self.today: "today", self.today + ONE_DAY: "tomorrow"}
        return self.guide.phrase(f"day-{kinds.get(day, 'later')}", date=self.in_words(day))

    def slots(self, step: Step | Outline, s: Situation) -> dict[str, str]:
        """Return what a headline or a later step can mention."""
        to = self.guide.phrase(f"to-{step.to}") if step.to else ""
        by = do = ""
        if step.channel is not Channel.NONE:
            way = way_of(step.channel, s)
            by = self.guide.phrase(f"by-{way}")
            do = self.guide.phrase(f"do-{way}", to=to)
        day, plain = self.when(step.on), self.in_words(step.on)
        return {"to": to, "by": by, "do": do, "day": day, "date": plain}

    # ---- the result ---------------------------------------------------------

    def headline(self, plan: Plan) -> dict[str, str]:
        """Return the answer in one sentence, with the day in it."""
        step = plan.next
        text = self.headline_of(step, (*plan.steps, step)[1], plan.situation)
        written = step.channel not in {Channel.CALL, Channel.NONE}
        if step.action in STATUS_CONTACTS and written and not step.also_call:
            text = f"{text} {self.guide.phrase('dont-call')}"
        return {"text": text, "section": step.because[0][1].section}

    def headline_of(self, step: Step, following: Step, s: Situation) -> str:
        """Return the headline of a step; a wait names what comes after it, if anything does.

        Some rules have a headline of their own.
        """
        own = f"headline-{step.rule.id}" in self.guide.phrases
        if step.action not in PATIENT or own or following is step:
            return self.sentence_about(step, s, "headline")
        return self.wait_and_then(step, following, s)

    def wait_and_then(self, wait: Step, then: Step, s: Situation) -> str:
        """Return the headline of a wait: the one for what follows, or its headline begun small."""
        name = f"headline-{wait.action}-then"
        about = (f"{name}-{one}" for one in (then.rule.id, then.action))
        known = next((one for one in about if one in self.guide.phrases), name)
        deed = self.sentence_about(then, s, "headline")
        deed = deed[:1].lower() + deed[1:]
        return sentence(self.guide.phrase(known, deed=deed, **self.slots(then, s)))

    def advice(self, ref: SectionRef) -> dict[str, str]:
        """Return the lead of a section with its address."""
        return {"text": self.guide.lead(ref), "section": ref}

    def facts(self, plan: Plan, sure: Confidence) -> list[dict[str, str]]:
        """Return the four facts beside the headline."""
        step = plan.next
        deed = self.deed(plan)
        s = plan.situation
        calls_back = step.action is Action.SEND_REQUESTED and s.asked_for is AskedFor.MISSED_CALL
        way = CALL if calls_back else way_of(step.channel, s)
        how = self.guide.phrase(f"how-{way}")
        if step.also_call:
            how = self.guide.phrase("how-also-call", how=how)
        if step is not deed or step.rule.id == DAY_OF_THE_DEADLINE:
            how = ""  # the headline says by what means, and nothing is sent before
        # Where it is settled, or where they wait for you, nobody counts questions.
        asks = s.heard not in ENDED and (s.heard not in WANTS_SOMETHING or s.replied)
        texts = [
            ("how", how, step.because[-1][1].section if step.action not in QUIET else MEANWHILE),
            ("window", self.window(deed), WINDOWS),
            ("contacts", self.contacts(plan) if asks else "", TWO_IS_ENOUGH),
            ("sure", self.guide.phrase(f"sure-{sure}"), HOW_SURE),
        ]
        return [
            {
                "id": identifier,
                "label": self.guide.phrase(f"fact-{identifier}"),
                "text": text,
                "section": section,
            }
            for identifier, text, section in texts
            if text
        ]

    @staticmethod
    def deed(plan: Plan) -> Step:
        """Return the next step, or that after a mere wait which leads to one."""
        step, *later = plan.steps
        leads = is_mere_wait(step) and later and later[0].channel is not Channel.NONE
        return later[0] if leads else step

    def window(self, step: Step) -> str:
        """Return the good days in words; empty where there is but one, which is in the headline."""
        if step.rule.id == SET_CALL_IS_LATE and step.latest:
            return self.guide.phrase("window-late", last=self.in_words(step.latest))
        if step.earliest is None or step.latest == step.earliest:
            return ""
        first = self.in_words(step.earliest)
        if step.latest is None:
            return self.guide.phrase("window-open", first=first)
        return self.guide.phrase("window", span=self.span(step.earliest, step.latest))

    def contacts(self, plan: Plan) -> str:
        """Return the count of status contacts in words: of those, never more than the plan has."""
        used, left = plan.contacts_used, plan.contacts_left
        if used + left == 0:
            return self.guide.phrase("contacts-none")
        ahead = min(left, sum(step.action in COUNTED for step in plan.steps))
        if used + ahead == 0:
            return ""
        identifier = "contacts" if ahead else "contacts-over"
        return self.guide.phrase(identifier, used=str(used), total=str(used + ahead))

    def avoid(self, plan: Plan) -> list[dict[str, str]]:
        """Return what to leave out, each as a thing; that the search goes on stands elsewhere."""
        return [
            {"id": rule.id, "text": self.guide.phrase(f"avoid-{rule.id}"), "section": rule.section}
            for rule in plan.avoid
            if rule.id != GOES_ON
        ]

    def then(self, plan: Plan) -> list[dict[str, str]]:
        """Return the later steps of the plan, a sentence each."""
        return [
            {
                "on": step.on.isoformat(),
                "text": self.then_of(step, plan.situation),
                "section": step.because[0][1].section,
                "action": step.action.value,
            }
            for step in plan.steps[1:]
        ]

    def then_of(self, step: Step, s: Situation) -> str:
        """Return a later step in a sentence."""
        return self.sentence_about(step, s, "then")

    def sentence_about(self, step: Step | Outline, s: Situation, kind: str, end: str = "") -> str:
        """Return the guide's sentence of a kind about a step, that of its rule if there is one."""
        name = self.phrase_about(step, kind, end)
        return sentence(self.guide.phrase(name, **self.slots(step, s)))

    def phrase_about(self, step: Step | Outline, kind: str, end: str = "") -> str:
        """Return the phrase of a kind for the rule that decided a step, or for its action."""
        own = f"{kind}-{step.rule.id}{end}"
        return own if own in self.guide.phrases else f"{kind}-{step.action}{end}"

    def notes(self, plan: Plan, answers: Mapping[str, str]) -> list[dict[str, str]]:
        """Return what the reader should know about the place: its days off, and calls there."""
        country, region = place_of(answers)
        if not country:
            return []
        found: list[tuple[str, SectionRef]] = []
        if unknown := self.unknown_days(plan, country, region):
            found.append((unknown, COUNTING_DAYS))
        question = plan.next.action in STATUS_CONTACTS
        their_own = plan.situation.contact is Contact.AGENCY  # whose phone is there to be called
        if question and not their_own and plan.next.also_call and country in WRITING_IS_SAFER_IN:
            found.append((self.guide.phrase("note-writing-is-safer"), ACROSS_CULTURES))
        return [{"text": text, "section": section} for text, section in found]

    def unknown_days(self, plan: Plan, country: str, region: str) -> str:
        """Return in a sentence what we do not know of the days until the end, if anything."""
        phrase, known = self.guide.phrase, opened.holidays().place(country, region)
        if known is None:
            return phrase("note-no-holidays", country=country)
        last = max(step.on for step in plan.steps)
        if last.year > known.last_year:
            return phrase("note-holidays-until", year=str(known.last_year))
        if known.swaps_until and last.year > known.swaps_until:
            return phrase("note-swaps-until", year=str(known.swaps_until))
        for name, days in (("note-estimated", known.estimated), ("note-worked", known.worked)):
            near = [day for day in days if plan.situation.today <= day <= last]
            if near:
                return phrase(name, date=self.in_words(min(near)))
        return ""

    def note_on_regions(self, with_a_law: Sequence[str]) -> dict[str, str]:
        """Return why to name the region: for its days off, or else for the law of some of them."""
        if not with_a_law:
            return {"text": self.guide.phrase("note-regions"), "section": COUNTING_DAYS}
        text = self.guide.phrase("note-regions-law", regions=", ".join(with_a_law))
        return {"text": text, "section": LAW}

    def notes_on_answers(self, reading: Reading) -> list[dict[str, str]]:
        """Return which dates we assumed, and which belong to an earlier interview."""
        phrase, questions = self.guide.phrase, self.guide.questions
        texts = [
            *(
                phrase(
                    "note-assumed-today", question=questions[one].title, date=self.told(one, day)
                )
                for one, day in reading.assumed.items()
            ),
            *(
                phrase(
                    "note-history",
                    question=questions[one].title,
                    date=self.told(one, reading.answers[one]),
                )
                for one in reading.history
            ),
        ]
        return [{"text": text, "section": COUNTING_DAYS} for text in texts]

    def meanwhile(self, plan: Plan) -> dict[str, str] | None:
        """Return the step that goes on beside every other: keep searching."""
        over = plan.next.action in SEARCH_IS_OVER or plan.situation.offer is OfferState.SIGNED
        return None if over else self.advice(MEANWHILE)

    # ---- the message -----------------------------------------------------------

    def message(self, step: Step | None, s: Situation) -> dict[str, object] | None:
        """Return the words to send or to say, blanks marked, the known days filled in."""
        if step is None or step.message is None:
            return None
        if step.channel is Channel.CALL and said(step):
            return self.script(step, s)
        reminds = s.reminders or (step.action is Action.REARRANGE and s.replied)
        own = CALL if step.channel is Channel.CALL else AGAIN if reminds else None
        in_thread = way_of(step.channel, s) == THREAD
        return self.letter(step.message, s, step.to, own, in_thread=in_thread)

    def call_script(self, step: Step, s: Situation) -> dict[str, object] | None:
        """Return the words for a call, where one is just as good as writing."""
        calls = step.also_call or step.channel is Channel.CALL_AND_EMAIL
        return self.script(step, s) if calls else None

    def script(self, step: Step, s: Situation) -> dict[str, object]:
        """Return the words for a call; one that is no question for news has its own."""
        return self.letter(CALL_SCRIPT, s, step.to, said(step))

    def letter(
        self,
        identifier: MessageId,
        s: Situation,
        to: Recipient | None,
        own: str | None = None,
        *,
        in_thread: bool = False,
    ) -> dict[str, object]:
        """Return a message of the guide as runs of text, blanks and filled days.

        ``own`` names a text of its own for a call that is no question. Else what it is about,
        the thread and the recipient choose. In a thread nobody sees a subject.
        """
        message = self.guide.messages[identifier]
        is_own = own in message.variants and not (own == AGAIN and in_thread)
        chosen = own if own and is_own else variant(message, s, to, in_thread=in_thread)
        text = message.variants.get(chosen, message.usual)
        known, form = self.known_days(s), written(identifier)
        kind = (
            "script"
            if form.spoken or own == CALL
            else "note"
            if form.short or in_thread
            else "email"
        )
        return {
            "id": identifier,
            "title": message.title,
            "section": message.section,
            "kind": kind,
            "subject": runs(text.subject, known) if text.subject and kind == "email" else None,
            "paragraphs": [runs(one, known) for one in self.paragraphs(identifier, chosen, s)],
            "reasons": list(message.reasons) if text is message.usual else [],
            "offers": self.offer_of_words(identifier, chosen, s),
        }

    def offer_of_words(
        self, identifier: MessageId, chosen: str, s: Situation
    ) -> dict[str, str] | None:
        """Return the answer that would bring one more sentence, or take it away again."""
        if not can_say_first_choice(identifier, chosen):
            return None
        to = "no" if s.first_choice else "yes"
        return {
            "question": "first-choice",
            "to": to,
            "text": self.guide.phrase(f"say-first-choice-{to}"),
        }

    def paragraphs(self, identifier: MessageId, chosen: str, s: Situation) -> tuple[str, ...]:
        """Return the paragraphs of the chosen text, with a sentence that some need besides.

        It is about a deadline they do not know yet, asks about another job there as well, or says
        that you want this job most.
        """
        message = self.guide.messages[identifier]
        text = message.variants.get(chosen, message.usual)
        words: tuple[str, ...] = ()
        no_question = chosen in NO_QUESTION
        if not no_question and tells_of_the_deadline(identifier, s.deadline, s.today):
            words = self.sentence_of(DEADLINE_SENTENCE, s)
        if not no_question and written(identifier).asks_for_both and asks_about_two_jobs(s):
            words = (*words, *self.sentence_of(OTHER_JOB_SENTENCE, s))
        if s.first_choice and can_say_first_choice(identifier, chosen):
            words = self.sentence_of(FIRST_CHOICE_SENTENCE, s)
        return (*text.paragraphs[:-1], *words, text.paragraphs[-1]) if words else text.paragraphs

    def sentence_of(self, identifier: MessageId, s: Situation) -> tuple[str, ...]:
        """Return a sentence that can stand in several messages."""
        extra = self.guide.messages[identifier]
        return extra.variants.get(variant(extra, s, None), extra.usual).paragraphs

    def known_days(self, s: Situation) -> dict[str, str]:
        """Return the blanks that the answers fill."""
        days = {
            "interview day": s.interviewed_on,
            "their date": s.promised,
            "deadline day": s.deadline.on if s.deadline else None,
        }
        return {blank: self.in_words(day) for blank, day in days.items() if day}

    # ---- questions and refusals ---------------------------------------------------

    def told(self, question: str, value: str) -> str:
        """Return an answer in words, for the summary."""
        text = self.guide.questions[question]
        if value in text.options:
            return text.options[value].label
        if value == UNSURE:
            return self.guide.phrase("unsure")
        if BY_ID[question].kind is Kind.DATE:
            return self.in_words(date.fromisoformat(value))
        if BY_ID[question].kind is Kind.SET:
            return "; ".join(text.options[one].label for one in value.split("+"))
        if BY_ID[question].kind is Kind.REGION:
            named = opened.holidays().regions(value.partition("-")[0])
            return named.get(value, value).partition(" (")[0]
        return value

    def problem(self, error: AnswerError, answers: Mapping[str, str]) -> dict[str, str]:
        """Return a refused answer with the sentence that says what would be right."""
        code = error.code
        known = BY_ID.get(error.question)
        if code == "missing" and known and known.kind is Kind.DATE:
            code = "missing-date"
        text = self.guide.questions.get(error.question)
        shown = error.question if code == "unknown-question" else error.value
        words = self.guide.errors[code].format(
            question=text.title if text else error.question,
            value=shown[:SAFE_LENGTH] + ("…" if len(shown) > SAFE_LENGTH else ""),
            date=self.date_or_text(answers.get(error.question, error.value)),
            today=self.in_words(self.today),
            example=EXAMPLE,
        )
        return {"question": error.question, "code": error.code, "text": words}

    def accepts(self, question: str) -> str:
        """Return what a question accepts, as one types it."""
        known = BY_ID.get(question)
        kind = known.kind.value if known else "question"
        values = list(known.values) if known else list(BY_ID)
        if known and known.accepts_unsure:
            values.append(UNSURE)
        slots = {"values": ", ".join(values), "example": EXAMPLE}
        accepts = self.guide.phrase(f"accepts-{kind}", **slots)
        return self.guide.phrase("accepts", accepts=accepts)

    def date_or_text(self, value: str) -> str:
        """Return a date in words if it is one, else the text as given."""
        try:
            return self.in_words(date.fromisoformat(value))
        except ValueError:
            return value[:SAFE_LENGTH]


def variant(
    message: Message, s: Situation, to: Recipient | None, *, in_thread: bool = False
) -> str:
    """Return which of a message's texts fits: no offer, a thread, an agency, a panel."""
    kind = s.deadline.kind.value if s.deadline else ""
    for one in (f"{THREAD}-{kind}" if in_thread else kind, kind):
        if one in message.variants:
            return one
    if in_thread and THREAD in message.variants:
        return THREAD
    if to is Recipient.AGENCY_RECRUITER or (to is None and s.contact is Contact.AGENCY):
        return "agency"
    return "panel" if to in PANELS else ""


def can_say_first_choice(identifier: MessageId, chosen: str) -> bool:
    """Tell whether a message, in the chosen text, has room to say that you want this job most."""
    return written(identifier).says_first_choice or chosen == SAID[Action.TELL_DEADLINE]


def said(step: Step) -> str | None:
    """Return which words a call has that is no question for news, or that comes late."""
    if step.rule.id == SET_CALL_IS_LATE:
        return "late"
    if step.action is Action.LAST_FOLLOW_UP and step.to is Recipient.AGENCY_RECRUITER:
        return None  # whom the words for an agency suit as well the last time
    return SAID.get(step.action)


def way_of(channel: Channel, s: Situation) -> str:
    """Return the phrase for a channel; a thread they use is more than a reply to the invitation."""
    in_thread = channel is Channel.INVITATION_THREAD and Line.THREAD in s.lines
    return THREAD if in_thread else channel.value


def sentence(text: str) -> str:
    """Return the text beginning with a capital, without the gaps that empty slots leave."""
    text = " ".join(filter(None, text.split(" "))).replace(" .", ".")
    return text[:1].upper() + text[1:]


def unbroken(text: str) -> str:
    """Return the text of a day that breaks after a comma only."""
    return re.sub(r"([^,]) ", rf"\1{NO_BREAK}", text)


def runs(text: str, known: Mapping[str, str]) -> list[dict[str, str]]:
    """Split a text at its blanks; known ones are filled, the others stay visible."""
    parts: list[dict[str, str]] = []
    end = 0
    for found in BLANK.finditer(text):
        if found.start() > end:
            parts.append({"text": text[end : found.start()]})
        blank = found.group(1)
        if blank in known:
            parts.append({"text": known[blank], "filled": blank})
        else:
            parts.append({"text": found.group(0), "blank": blank})
        end = found.end()
    if end < len(text):
        parts.append({"text": text[end:]})
    return parts
