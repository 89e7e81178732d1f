"""What must hold for the sentences under the headline, and for "You said, so": they are true."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from followup.guide import Guide
from followup.model import (
    Contact,
    Elsewhere,
    Heard,
    Instruction,
    Line,
    Part,
    Plan,
    Situation,
)
from followup.said import Said
from followup.wording import Words
from scripts.proof.invariants import Claim

LEAD_IS_TRUE = (
    "the lead",
    "No sentence under the headline, or in “You said, so”, names a case that you have excluded.",
)
LEAD_SAYS_WHY = (
    "the lead",
    "What decided is said under the headline, or in “You said, so”, and the lead is never empty.",
)
OF_LEADS: tuple[Claim, ...] = (LEAD_IS_TRUE, LEAD_SAYS_WHY)

Truth = Callable[[Situation], bool]


def heard(*news: Heard) -> Truth:
    """Return the test whether that is what they heard."""
    return lambda s: s.heard in news


def told(*said: Instruction) -> Truth:
    """Return the test whether they said so."""
    return lambda s: bool(s.instructions & {*said})


def elsewhere(kind: Elsewhere) -> Truth:
    """Return the test whether a deadline of a kind comes from elsewhere."""
    return lambda s: s.deadline is not None and s.deadline.kind is kind


# What a sentence of the guide may say only of those of whom it is true.
TRUE_OF: tuple[tuple[re.Pattern[str], Truth], ...] = tuple(
    (re.compile(words), true)
    for words, true in (
        (r"\{promised\}|They said (a |tomorrow|this|next|early|in )", lambda s: bool(s.promised)),
        (r"[Tt]heir date (has|is)", lambda s: bool(s.promised)),
        (r"named no date", lambda s: s.promised is None),
        (r"\{last\}|You have asked enough", lambda s: bool(s.check_ins)),
        (r"\{deadline\}|[Yy]our deadline", lambda s: bool(s.deadline)),
        (r"do(es)? not know( yet)?", lambda s: bool(s.deadline and not s.deadline.told)),
        (r"They kn(o|e)w (about|of) your deadline", lambda s: bool(s.deadline and s.deadline.told)),
        (r"other offer", elsewhere(Elsewhere.OFFER)),
        (r"the job you took", elsewhere(Elsewhere.ACCEPTED)),
        (r"\{call\}", lambda s: bool(s.call_on)),
        (r"You called on|You have called", lambda s: s.call_unanswered or bool(s.check_ins)),
        (r"You wrote (on|instead)", lambda s: s.call_noted),
        (r"\{reminded\}|reminded them", lambda s: bool(s.reminders)),
        (r"\{answer_by\}", lambda s: bool(s.answer_by)),
        (r"\{heard\}", lambda s: s.heard is not Heard.NOTHING),
        (r"not thanked them", lambda s: not s.thanked),
        (r"asked you to wait", told(Instruction.WAIT_FOR_US)),
        (r"asked you to email", told(Instruction.EMAIL_ONLY)),
        (r"asked you not to phone", told(Instruction.NO_CALLS)),
        (r"invited a call", told(Instruction.CALL_ANY)),
        (r"only where it is needed", told(Instruction.ONLY_IF)),
        (r"A written rule", told(Instruction.NO_CONTACT)),
        (r"is still going on", heard(Heard.STILL_DECIDING)),
        (r"is on hold", heard(Heard.ON_HOLD)),
        (r"a new date", heard(Heard.NEW_DATE)),
        (r"They offered you|You said yes|turned the offer", heard(Heard.OFFER)),
        (r"reserve list", heard(Heard.RESERVE_LIST)),
        (r"Two people|which answer holds", heard(Heard.CONFLICTING)),
        (r"They said no", heard(Heard.REJECTED)),
        (r"Someone else got", heard(Heard.FILLED)),
        (r"no longer want", heard(Heard.WITHDRAW)),
        (r"new times|did not take place", heard(Heard.CANCELLED)),
        (r"They are checking you|what they needed", heard(Heard.CHECKS)),
        (r"You answered them|waiting for something from you", heard(Heard.ASKED, Heard.CHECKS)),
        (r"another talk|you missed it", heard(Heard.ASKED)),
        (r"only their number", lambda s: s.lines == {Line.PHONE}),
        (r"know no other way", lambda s: s.lines <= {Line.PHONE}),
        (r"LinkedIn", lambda s: Line.LINKEDIN in s.lines),
        (r"their portal", lambda s: Line.PORTAL in s.lines),
        (r"in a thread", lambda s: Line.THREAD in s.lines),
        (r"mailing address", lambda s: Line.POST in s.lines),
        (r"their email address", lambda s: Line.EMAIL in s.lines),
        (r"people call each other", lambda s: s.calls_are_normal),
        (r"direct, informal", lambda s: s.direct_place),
        (r"was friendly", lambda s: s.friendly_manner),
        (r"a formal workplace", lambda s: s.formal_place),
        (r"A panel", lambda s: s.contact is Contact.PANEL),
        (r"search committee", lambda s: s.contact is Contact.COMMITTEE),
        (r"agency|your own recruiter", lambda s: s.contact is Contact.AGENCY),
    )
)


def faults_of_a_lead(guide: Guide, plan: Plan) -> Iterator[Claim]:
    """Yield the claims about the reasons of one result that do not hold."""
    facts = Said(plan, {}, Words(guide, plan.situation.today)).facts()
    if any(untrue(guide.phrases[f"so-{fact.id}"], plan.situation) for fact in facts):
        yield LEAD_IS_TRUE
    decided = {rule.section for part, rule in plan.next.because if part is Part.ACTION}
    if not any(one.leads for one in facts) or not decided <= {one.section for one in facts}:
        yield LEAD_SAYS_WHY


def untrue(words: str, s: Situation) -> bool:
    """Tell whether a sentence speaks of what is not so."""
    return any(found.search(words) and not true(s) for found, true in TRUE_OF)
