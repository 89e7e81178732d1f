"""Put words to ids: the only module that makes sentences, all from the guide's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from followup import opened
from followup.errors import AnswerError
from followup.guide import Guide, Message, MessageText
from followup.model import (
    QUIET,
    STATUS_CONTACTS,
    Action,
    AnyRule,
    Channel,
    Confidence,
    Contact,
    MessageId,
    Outline,
    Part,
    Plan,
    Recipient,
    SectionRef,
    Situation,
    Step,
)
from followup.questions import BY_ID, UNSURE, Kind
from followup.rules import SEARCH_IS_OVER, tells_of_the_deadline, written
from followup.workdays import ONE_DAY

MEANWHILE = SectionRef("silence#meanwhile")
COUNTING_DAYS = SectionRef("timing#counting-days")
THANKS_INSIDE = SectionRef("thank-you#thanks-inside-the-next-message")
TWO_IS_ENOUGH = SectionRef("timing#two-is-enough")
WINDOWS = SectionRef("timing#earliest-best-latest")
HOW_SURE = SectionRef("index#one-minute")
DEADLINE_SENTENCE = MessageId("deadline-sentence")
CALL_SCRIPT = MessageId("call-script")
# A call that is no question for news has words of its own.
SAID = {
    Action.THANK_YOU: "thanks",
    Action.THANK_YOU_LATE: "thanks",
    Action.TELL_DEADLINE: "deadline",
}
BLANK = re.compile(r"\[([^\]]+)\]")
EXAMPLE = "2027-02-09"
SAFE_LENGTH = 60  # a refused value is repeated, but not at any length


@dataclass(frozen=True, slots=True)
class Words:
    """Makes sentences out of the guide's, seen from one day."""

    guide: Guide
    today: date

    def in_words(self, day: date) -> str:
        """Return a day in words, with the year only where it is not this one."""
        slots = {
            "weekday": self.guide.phrase("weekdays").split()[day.weekday()],
            "month": self.guide.phrase("months").split()[day.month - 1],
            "day": str(day.day),
            "year": str(day.year),
        }
        near = day.year == self.today.year
        return self.guide.phrase("date" if near else "date-with-year", **slots)

    def when(self, day: date) -> str:
        """Return a day as a sentence needs it: "today, …", "on …"."""
        kinds = {self.today: "today", self.today + ONE_DAY: "tomorrow"}
        return self.guide.phrase(f"day-{kinds.get(day, 'later')}", date=self.in_words(day))

    def slots(self, step: Step | Outline) -> dict[str, str]:
        """Return what a headline or a later step can mention."""
        to = self.guide.phrase(f"to-{step.to}") if step.to else ""
        by = do = ""
        if step.channel is not Channel.NONE:
            by = self.guide.phrase(f"by-{step.channel}")
            do = self.guide.phrase(f"do-{step.channel}", to=to)
        day, plain = self.when(step.on), self.in_words(step.on)
        return {"to": to, "by": by, "do": do, "day": day, "date": plain}

    # ---- the result ---------------------------------------------------------

    def headline(self, plan: Plan) -> dict[str, str]:
        """Return the answer in one sentence, with the day in it."""
        step = plan.next
        text = sentence(self.guide.phrase(headline_id(step, plan.situation), **self.slots(step)))
        written = step.channel not in {Channel.CALL, Channel.NONE}
        if step.action in STATUS_CONTACTS and written and not step.also_call:
            text = f"{text} {self.guide.phrase('dont-call')}"
        return {"text": text, "section": step.because[0][1].section}

    def leads(self, plan: Plan) -> list[dict[str, str]]:
        """Return the sentences under the headline: the advice of the rule that decided."""
        step = plan.next
        refs = [step.because[0][1].section]
        later = plan.steps[1].thanks_inside if plan.steps[1:] else False
        if step.thanks_inside or (step.action is Action.WAIT and later):
            refs.append(THANKS_INSIDE)
        if step.also_call:
            refs.append(next(rule.section for _, rule in reversed(step.because)))
        return [self.advice(ref) for ref in dict.fromkeys(refs)]

    def advice(self, ref: SectionRef) -> dict[str, str]:
        """Return the lead of a section with its address."""
        return {"text": self.guide.lead(ref), "section": ref}

    def facts(self, plan: Plan, sure: Confidence) -> list[dict[str, str]]:
        """Return the four facts beside the headline."""
        step = plan.next
        how = self.guide.phrase(f"how-{step.channel}")
        if step.also_call:
            how = self.guide.phrase("how-also-call", how=how)
        texts = [
            ("how", how, step.because[-1][1].section if step.action not in QUIET else MEANWHILE),
            ("window", self.window(step), WINDOWS),
            ("contacts", self.contacts(plan), TWO_IS_ENOUGH),
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

    def window(self, step: Step) -> str:
        """Return the good days in words; empty where there is no window."""
        if step.earliest is None:
            return ""
        first = self.in_words(step.earliest)
        if step.latest is None:
            return self.guide.phrase("window-open", first=first)
        if step.latest == step.earliest:
            return self.guide.phrase("window-one", first=first)
        return self.guide.phrase("window", first=first, last=self.in_words(step.latest))

    def contacts(self, plan: Plan) -> str:
        """Return the count of status contacts in words."""
        used, total = plan.contacts_used, plan.contacts_used + plan.contacts_left
        if total == 0:
            return self.guide.phrase("contacts-none")
        identifier = "contacts" if plan.contacts_left else "contacts-over"
        return self.guide.phrase(identifier, used=str(used), total=str(total))

    def avoid(self, plan: Plan) -> list[dict[str, str]]:
        """Return the don'ts, each by the title of its section."""
        return [
            {
                "id": rule.id,
                "text": self.guide.sections[rule.section].title,
                "section": rule.section,
            }
            for rule in plan.avoid
        ]

    def then(self, plan: Plan) -> list[dict[str, str]]:
        """Return the later steps of the plan, a sentence each."""
        return [
            {
                "on": step.on.isoformat(),
                "text": sentence(self.guide.phrase(f"then-{step.action}", **self.slots(step))),
                "section": step.because[0][1].section,
                "action": step.action.value,
            }
            for step in plan.steps[1:]
        ]

    def because(self, plan: Plan) -> list[dict[str, object]]:
        """Return the reasons: the section of each rule that decided, each once."""
        reasons: dict[SectionRef, tuple[Part, AnyRule]] = {}
        for part, rule in plan.next.because:
            # The advice to wait explains a wait; once it is over it would read as a reproach.
            if part is not Part.DATE or plan.next.action is Action.WAIT:
                reasons.setdefault(rule.section, (part, rule))
        return [
            {
                "part": part.value,
                "rule": rule.id,
                "title": self.guide.sections[section].title,
                "text": self.guide.lead(section),
                "section": section,
                "claims": list(rule.claims),
            }
            for section, (part, rule) in reasons.items()
        ]

    def notes(self, plan: Plan, country: str) -> list[dict[str, str]]:
        """Return what the reader should know about the days we counted."""
        if country == UNSURE:
            return []
        known = opened.holidays().country(country)
        if known is None:
            text = self.guide.phrase("note-no-holidays", country=country)
        elif max(step.on for step in plan.steps).year > known.last_year:
            text = self.guide.phrase("note-holidays-until", year=str(known.last_year))
        else:
            return []
        return [{"text": text, "section": COUNTING_DAYS}]

    def meanwhile(self, plan: Plan) -> dict[str, str] | None:
        """Return the step that goes on beside every other: keep searching."""
        return None if plan.next.action in SEARCH_IS_OVER else self.advice(MEANWHILE)

    # ---- the message -----------------------------------------------------------

    def message(self, step: Step | None, s: Situation) -> dict[str, object] | None:
        """Return the words to send or to say, blanks marked, the known days filled in."""
        if step is None or step.message is None:
            return None
        if step.channel is Channel.CALL and step.action in SAID:
            return self.script(step, s)
        return self.letter(step.message, s, step.to)

    def call_script(self, step: Step, s: Situation) -> dict[str, object] | None:
        """Return the words for a call, where one is just as good as writing."""
        calls = step.also_call or step.channel is Channel.CALL_AND_EMAIL
        return self.script(step, s) if calls else None

    def script(self, step: Step, s: Situation) -> dict[str, object]:
        """Return the words for a call; one that is no question for news has its own."""
        return self.letter(CALL_SCRIPT, s, step.to, SAID.get(step.action))

    def letter(
        self, identifier: MessageId, s: Situation, to: Recipient | None, said: str | None = None
    ) -> dict[str, object]:
        """Return a message of the guide as runs of text, blanks and filled days.

        ``said`` names the text for a call that is no question; else the recipient chooses.
        """
        message = self.guide.messages[identifier]
        text = message.variants.get(said or variant(message, s, to), message.usual)
        known, form = self.known_days(s), written(identifier)
        kind = "script" if form.spoken else "note" if form.short else "email"
        paragraphs = text.paragraphs if said else self.paragraphs(identifier, text, s)
        return {
            "id": identifier,
            "title": message.title,
            "section": message.section,
            "kind": kind,
            "subject": runs(text.subject, known) if text.subject else None,
            "paragraphs": [runs(one, known) for one in paragraphs],
            "reasons": list(message.reasons) if text is message.usual else [],
        }

    def paragraphs(self, identifier: MessageId, text: MessageText, s: Situation) -> tuple[str, ...]:
        """Return the paragraphs, with a sentence about a deadline they do not know yet."""
        if not tells_of_the_deadline(identifier, s.deadline, s.today):
            return text.paragraphs
        extra = self.guide.messages[DEADLINE_SENTENCE]
        words = extra.variants.get(variant(extra, s, None), extra.usual).paragraphs
        return (*text.paragraphs[:-1], *words, text.paragraphs[-1])

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


def variant(message: Message, s: Situation, to: Recipient | None) -> str:
    """Return which of a message's texts fits: a notice that is no offer, an agency, a panel."""
    no_offer = s.deadline is not None and not s.deadline.is_offer
    if no_offer and "other" in message.variants:
        return "other"
    if to is Recipient.AGENCY_RECRUITER or (to is None and s.contact is Contact.AGENCY):
        return "agency"
    return "panel" if to in {Recipient.PANEL_COORDINATOR, Recipient.EACH_INTERVIEWER} else ""


def headline_id(step: Step | Outline, s: Situation) -> str:
    """Return the phrase for the headline; two days need words of their own."""
    if step.action is Action.WAIT and step.on <= s.today:
        return "headline-decide-today"
    if step.action is Action.REPLY_TO_OFFER and s.replied:
        return "headline-ask-for-paper"
    if step.action is Action.REARRANGE and s.replied:
        return "headline-remind"
    return f"headline-{step.action}"


def sentence(text: str) -> str:
    """Return the text beginning with a capital, without the gaps that empty slots leave."""
    text = " ".join(text.split()).replace(" .", ".")
    return text[:1].upper() + text[1:]


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
