"""The quiz in the terminal: one question after another, with back, change and why.

It reads lines and writes lines through the two functions it is given, and
asks exactly what the page asks, because the same guards decide. Nothing is
imported that the browser's Python might lack; the page never loads it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from followup import opened
from followup.answers import first_of_month, place_of
from followup.documents import told
from followup.errors import AnswerError
from followup.guide import Guide
from followup.inquiry import Inquiry
from followup.questions import (
    BESIDE,
    BY_ID,
    NONE,
    QUESTIONS,
    UNSURE,
    Kind,
    Line,
    Question,
    holds,
    lines_of,
    one_line_at_most,
)
from followup.wording import EXAMPLE, SAFE_LENGTH, Words
from followup.workdays import ONE_DAY

PROMPT = "> "
BACK, WHY, NOT_SURE = "b", "?", "u"
CHANGE = re.compile(r"c\s*(\d*)")  # "c", or at once "c 3"
COLUMNS = 78
INDENT = "    "
DAYS_AGO_AT_MOST = 3660  # further back no answer is taken anyhow

# What Enter means where nothing was said before; elsewhere it means "not sure".
USUAL = {
    "heard": "nothing",
    "replied": "no",
    "timeline": NONE,
    "instructions": NONE,
    "called": "no",
    "other-deadline": NONE,
    "deadline-told": "no",
    "check-ins": "0",
    "calls": "0",
}
AROUND = ("yesterday", "today", "tomorrow", "in-a-week")
BEFORE = ("today", "yesterday", "a-week-ago", "two-weeks-ago")
QUICK_DAYS = {
    "interviewed-on": (*BEFORE, "a-month-ago"),
    "decision-date": AROUND,
    "call-on": AROUND,
    "deadline-on": ("today", "tomorrow", "in-a-week", "in-two-weeks"),
}
DAYS_AWAY: dict[str, int | None] = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "a-week-ago": -7,
    "two-weeks-ago": -14,
    "in-a-week": 7,
    "in-two-weeks": 14,
    "a-month-ago": None,  # the same day of the month before, or its last
}

# What the phrases page must have for this module.
PHRASES = (
    "terminal-hello",
    "terminal-keys",
    "terminal-enter",
    "terminal-several",
    "terminal-day",
    "terminal-not-understood",
    "terminal-first",
    "terminal-nothing-to-change",
    "terminal-which",
    "terminal-link",
    "terminal-stopped",
    "terminal-nothing-said",
    "terminal-again",
    "terminal-lines",
    *DAYS_AWAY,
)


@dataclass(slots=True)
class Quiz:
    """One round of questions; ``answers`` holds what was said, whenever it stops."""

    guide: Guide
    today: date
    ask: Callable[[str], str]
    say: Callable[[str], None]
    answers: dict[str, str] = field(default_factory=dict)
    screen: int = 0
    opened: dict[str, Line] = field(default_factory=dict)  # the lines that brought a question
    beside: dict[str, str] = field(default_factory=dict)  # what other lines said of that question
    seen: set[Line] = field(default_factory=set)

    def inquiry(self, answers: dict[str, str]) -> Inquiry:
        """Put answers to the guide."""
        return Inquiry(answers, self.today, self.guide)

    @property
    def words(self) -> Words:
        """What puts words to ids."""
        return Words(self.guide, self.today)

    def run(self, question: Question | None = None) -> None:
        """Ask until nothing more is to be asked, beginning with ``question`` if given."""
        if not self.answers:
            self.tell("terminal-hello")
        while True:
            if question:
                question = self.put(question)
                continue
            following = self.next()
            is_asked = following and (following.id in self.opened or not lines_of(following.id))
            if not is_asked and (lines := self.lines()):
                question = self.put_lines(lines)
            elif following:
                question = self.put(following)
            else:
                return

    def next(self) -> Question | None:
        """Return the first question that has no answer: one that is needed, or that was opened."""
        open_ = {one.id for one in self.inquiry(self.answers).open_questions}
        open_ |= {one for one in self.opened if one not in self.answers}
        return next((one for one in QUESTIONS if one.id in open_), None)

    def tell(self, phrase: str, **slots: str) -> None:
        """Say a phrase of the guide."""
        self.write(self.guide.phrase(phrase, **slots))

    def write(self, text: str, indent: str = "") -> None:
        """Say a text, broken into lines."""
        for line in wrapped(text, COLUMNS - len(indent)):
            self.say(f"{indent}{line}")

    # ---- the lines to tick ------------------------------------------------------

    def lines(self) -> list[Line]:
        """Return the lines that can be ticked now and were not shown yet."""
        asked = self.inquiry(self.answers)
        return [
            line
            for question in asked.way
            for line in lines_of(question.id)
            if line not in self.seen and holds(line.guard, asked.guarded)
        ]

    def put_lines(self, lines: list[Line]) -> Question | None:
        """Show lines and take those that are true; return the question to go to, if any."""
        first = BY_ID[lines[0].question]
        self.show_screen(first)
        self.say("")
        for key, line in enumerate(lines, 1):
            self.write(f"{key:>3} {self.guide.lines[line.id]}")
        self.tell("terminal-lines")
        while True:
            text = self.ask(PROMPT).strip()
            if text.lower() == BACK:
                return self.before(first)
            if wish := CHANGE.fullmatch(text.lower()):
                return self.choose(wish[1])
            keys = re.split(r"[\s,+]+", text) if text else []
            if all(one.isdecimal() and 0 < int(one) <= len(lines) for one in keys):
                self.take_lines(lines, [lines[int(one) - 1] for one in keys])
                return None
            self.tell("terminal-not-understood", value=text[:SAFE_LENGTH])

    def take_lines(self, lines: list[Line], ticked: list[Line]) -> None:
        """Take a list as it was ticked: what is left alone says the plain answer."""
        self.seen.update(lines)
        for question in dict.fromkeys(line.question for line in lines):
            known = BY_ID[question]
            said = [line for line in lines_of(question) if line in ticked]
            if one_line_at_most(question):
                said = said[-1:]
            told = [one for one in known.values if one in {line.value for line in said}]
            opens = [line for line in said if line.opens]
            if not said and question in self.answers and {*lines_of(question)} - {*lines}:
                continue  # said by a line that is not on this list
            self.answers.pop(question, None)
            self.opened.pop(question, None)
            if opens:
                self.opened[question], self.beside[question] = opens[0], "+".join(told)
            else:
                self.answers[question] = "+".join(told) or known.plain

    def untick(self) -> None:
        """Go back from the question of a line to the list, which is then ticked anew."""
        self.seen.clear()
        self.opened.clear()
        self.beside.clear()

    # ---- one question ---------------------------------------------------------

    def put(self, question: Question) -> Question | None:
        """Ask a question until it is answered; return the question to go to, if any."""
        self.show(question)
        while True:
            line = self.ask(PROMPT).strip()
            if line.lower() == BACK:
                if question.id in self.opened:
                    self.untick()
                    return None
                if before := self.before(question):
                    return before
                self.tell("terminal-first")
            elif wish := CHANGE.fullmatch(line.lower()):
                return self.choose(wish[1]) or question
            elif line == WHY:
                self.write(f"{self.guide.phrase('why')} {self.guide.questions[question.id].why}")
            elif self.take(question, line):
                return None

    def show(self, question: Question) -> None:
        """Show the screen if it is a new one, then the question with its options."""
        text = self.guide.questions[question.id]
        self.show_screen(question)
        self.say("")
        self.write(text.title)
        if text.hint:
            self.write(text.hint, INDENT)
        for key, _, label, hint in self.options(question):
            self.say(f"{key:>3} {label}")
            self.write(hint, INDENT)
        self.help(question)

    def show_screen(self, question: Question) -> None:
        """Show the title of a screen if it is a new one."""
        if question.screen == self.screen:
            return
        self.screen = question.screen
        number = f"{question.screen}. " if question.screen < BESIDE else ""
        title = f"{number}{self.guide.screens[question.screen]}"
        self.say(f"\n{title}\n{'-' * len(title)}")

    def offered(self, question: Question) -> tuple[str, ...]:
        """Return the values that a question offers: after a line that opened it, its own."""
        line = self.opened.get(question.id)
        if line is None:
            return question.values
        return tuple(one for one in question.values if one in line.opens)

    def options(self, question: Question) -> Iterator[tuple[str, str, str, str]]:
        """Yield the options: what to type, the value, and its words."""
        if question.kind is Kind.DATE:
            for place, quick in enumerate(quick_days(question), 1):
                when = self.quick_day(quick)
                label = f"{self.guide.phrase(quick)}: {self.words.in_words(when)}"
                yield str(place), when.isoformat(), label, ""
        texts = self.guide.questions[question.id].options
        for position, value in enumerate(self.offered(question), 1):
            key = value if value.isdigit() else str(position)
            yield key, value, texts[value].label, texts[value].hint
        if question.accepts_unsure:
            hint = texts[UNSURE].hint if UNSURE in texts else ""
            yield NOT_SURE, UNSURE, self.guide.phrase("unsure"), hint

    def help(self, question: Question) -> None:
        """Say how to answer, and what Enter means."""
        parts = []
        if question.kind is Kind.SET:
            parts.append(self.guide.phrase("terminal-several"))
        elif question.kind is Kind.DATE:
            near = {one: self.guide.phrase(f"echo-{one}") for one in ("today", "yesterday")}
            past = self.guide.phrase("echo-past", n="3")
            parts.append(self.guide.phrase("terminal-day", example=EXAMPLE, past=past, **near))
        elif question.kind is not Kind.CHOICE:
            parts.append(self.words.accepts(question.id))
        if usual := self.usual(question):
            label = self.words.told(question.id, usual)
            parts.append(self.guide.phrase("terminal-enter", label=label))
        self.write(" ".join(parts))
        self.tell("terminal-keys")

    def usual(self, question: Question) -> str:
        """Return what Enter means: what was said before, or the cautious answer."""
        unsure = UNSURE if question.accepts_unsure else ""
        usual = self.answers.get(question.id, USUAL.get(question.id, unsure))
        return "" if question.id in self.opened and usual not in self.offered(question) else usual

    # ---- one answer --------------------------------------------------------------

    def take(self, question: Question, line: str) -> bool:
        """Take a line as the answer, or say what is wrong with it; tell whether it was taken."""
        value = self.read(question, line) if line else self.usual(question)
        if not value:
            self.tell("missing-day" if question.kind is Kind.DATE else "missing")
            return False
        if question.kind is Kind.CHOICE and value not in (*question.values, UNSURE):
            self.tell("terminal-not-understood", value=value[:SAFE_LENGTH])
            return False
        if more := self.beside.get(question.id, ""):
            both = {*value.split("+"), *more.split("+")} - {NONE, UNSURE}
            value = "+".join(one for one in question.values if one in both)
        given = {**self.answers, question.id: value}
        inquiry = self.inquiry(given)
        for problem in inquiry.problems:
            self.refuse(problem, given)
        if any(problem.question == question.id for problem in inquiry.problems):
            return False
        self.keep(inquiry)
        self.opened.pop(question.id, None)
        self.beside.pop(question.id, None)
        if day := self.day_meant(question, value):
            self.say(f"{INDENT}{self.echo(day)}")
        return True

    def day_meant(self, question: Question, value: str) -> date | None:
        """Return the day that an answer names or that its words mean."""
        if question.kind is Kind.DATE and value != UNSURE:
            return date.fromisoformat(value)
        if question.id == "timeline" and value != "date":
            return self.inquiry(self.answers).situation.promised
        return None

    def refuse(self, problem: AnswerError, given: dict[str, str]) -> None:
        """Say why an answer cannot be; one that was refused is asked again, the rest stays."""
        self.write(self.words.problem(problem, given)["text"])

    def keep(self, inquiry: Inquiry) -> None:
        """Keep the answers, and say which no longer count."""
        gone = inquiry.dropped
        self.answers = {one: text for one, text in inquiry.answers.items() if one not in gone}
        if gone:
            labels = ", ".join(f"“{self.guide.questions[one].title}”" for one in gone)
            self.tell("dropped" if gone[1:] else "dropped-one", labels=labels)

    def read(self, question: Question, line: str) -> str:
        """Return the value that a line means; what is not understood stays as it is."""
        meant = {key: value for key, value, _, _ in self.options(question)}
        meant |= {value: value for value in question.values if not value.isdigit()}
        if line.lower() in meant:
            return meant[line.lower()]
        if question.kind is Kind.DATE:
            return self.read_day(line)
        parts = [part for part in re.split(r"[\s,+]+", line) if part]
        if question.kind is Kind.SET:
            chosen = {meant.get(part.lower(), part) for part in parts}
            known = [value for value in (*question.values, UNSURE) if value in chosen]
            return "+".join([*known, *sorted(chosen - set(known))])
        if question.kind is Kind.REGION:
            regions = opened.holidays().regions(place_of(self.answers)[0]).items()
            named = {
                plainly(one): region
                for region, name in regions
                for one in (name, *name.removesuffix(")").split(" ("))
            }
            return named.get(plainly(line), line.upper())
        return line.upper() if question.kind is Kind.COUNTRY else "+".join(parts)

    def read_day(self, line: str) -> str:
        """Return a day as a date: "today", "3 days ago", a quick choice, or as it is."""
        text = line.lower()
        for quick in DAYS_AWAY:
            if text == self.guide.phrase(quick).lower():
                return self.quick_day(quick).isoformat()
        for phrase, sign in (("echo-past", -1), ("echo-ahead", 1)):
            before, after = self.guide.phrase(phrase, n="\n").lower().split("\n")
            found = re.fullmatch(rf"{re.escape(before)}(\d{{1,4}}){re.escape(after)}", text)
            if found and int(found[1]) <= DAYS_AGO_AT_MOST:
                return (self.today + sign * timedelta(days=int(found[1]))).isoformat()
        return line

    def quick_day(self, name: str) -> date:
        """Return the day that a quick choice means."""
        if (away := DAYS_AWAY[name]) is not None:
            return self.today + timedelta(days=away)
        last = first_of_month(self.today, 0) - ONE_DAY
        return last.replace(day=min(last.day, self.today.day))

    def echo(self, day: date) -> str:
        """Return a day in words with its distance."""
        away = (day - self.today).days
        near = {0: "echo-today", -1: "echo-yesterday", 1: "echo-tomorrow"}
        phrase = near.get(away, "echo-past" if away < 0 else "echo-ahead")
        return f"{self.words.in_words(day)}, {self.guide.phrase(phrase, n=str(abs(away)))}"

    # ---- back and change ------------------------------------------------------------

    def before(self, question: Question) -> Question | None:
        """Return the question on the way before this one."""
        places = [one.id for one in QUESTIONS]
        way = self.inquiry(self.answers).way
        earlier = [one for one in way if places.index(one.id) < places.index(question.id)]
        return earlier[-1] if earlier else None

    def choose(self, number: str = "", *, also_beside: bool = False) -> Question | None:
        """Let an earlier answer be chosen; return its question, None to go on."""
        said = {one["question"]: one["text"] for one in told(self.inquiry(self.answers))}
        if also_beside:
            read = self.inquiry(self.answers).guarded
            here = (one for one in QUESTIONS if one.screen == BESIDE and holds(one.guard, read))
            said |= {one.id: said.get(one.id, "–") for one in here}
        if not said:
            self.tell("terminal-nothing-to-change")
            return None
        if not number:
            for key, (question, text) in enumerate(said.items(), 1):
                self.write(f"{key:>3} {self.guide.questions[question].title} {text}")
            self.tell("terminal-which")
            number = self.ask(PROMPT).strip()
        chosen = dict(enumerate(said, 1)).get(int(number) if number.isdecimal() else 0)
        if number and chosen is None:
            self.tell("terminal-not-understood", value=number[:SAFE_LENGTH])
        return BY_ID[chosen] if chosen else None

    def again(self) -> Question | None:
        """Ask, after the result, whether an answer is to be changed; None to finish."""
        self.say("")
        self.tell("terminal-again")
        try:
            while wish := CHANGE.fullmatch(self.ask(PROMPT).strip().lower()):
                if chosen := self.choose(wish[1], also_beside=True):
                    return chosen
                self.tell("terminal-again")
        except EOFError:  # all is said; to hang up here is to finish
            pass
        return None


def quick_days(question: Question) -> tuple[str, ...]:
    """Return the days that are worth a button; most questions look back."""
    return QUICK_DAYS.get(question.id, BEFORE)


def wrapped(text: str, columns: int) -> list[str]:
    """Break a text into lines between words."""
    lines: list[str] = []
    for word in filter(None, text.split(" ")):
        if lines and len(lines[-1]) + 1 + len(word) <= columns:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def plainly(name: str) -> str:
    """Return a name without accents and capitals, as people type it.

    >>> plainly("Québec")
    'quebec'
    """
    letters = unicodedata.normalize("NFKD", name)
    return "".join(one for one in letters if not unicodedata.combining(one)).casefold()
