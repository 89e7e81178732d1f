"""Write down the answers of those for whom it ended on the first screen: nobody waits for these.

Python gives each answer seven times, on the days of one week; any other day is like one of those
seven, but for the days off at a year's end. In place of its days an answer has slots, such as
``⟨date,-short,1,-2⟩``: a day by its name of few letters, two before the day in column 1. Answers of
the same words share one text, and have a row of columns each: how far their days are from today,
which is column 0.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from followup.documents import advice_document, canonical
from followup.guide import Guide, guide_from_json
from followup.inquiry import Inquiry
from followup.questions import QUESTIONS, UNSURE, Kind, Screen, guarded, holds
from followup.wording import Words, unbroken
from scripts.paths import BUILD, GUIDE_JSON, write_if_changed
from scripts.quiz.first_screens import as_text

ENDINGS = BUILD / "endings.json"
WEEK = [date(2027, 6, 14) + timedelta(days) for days in range(7)]  # from a Monday, in mid-year
DAYS_AGO = range(15)
REACH = range(-20, 40)  # days from today that an answer may name
SPAN_AT_MOST = 31
DAY = "heard-on"
LENGTHS = ("", "-short")
ISO = r"\d{4}-\d\d-\d\d"

Slot = tuple[str, str, tuple[int, ...]]  # a phrase, the length of its names, distances from today


class Ending(NamedTuple):
    """An answer of Python: to what it was given, its words, and the days between them."""

    said: str  # the answers without the day, in order of their names
    ago: int  # 0 for a reader who is not sure, 1 for today
    weekday: int
    words: tuple[str, ...]
    slots: tuple[Slot, ...]


def write() -> None:
    """Write them down for the step that publishes the quiz."""
    guide = guide_from_json(GUIDE_JSON.read_text(encoding="utf-8"))
    write_if_changed(ENDINGS, as_text(endings_of(guide)).encode())


def endings_of(guide: Guide) -> dict[str, Any]:
    """Return the texts, and the rows by what was said, by days since then and by weekday."""
    alike = defaultdict[object, list[Ending]](list)
    for one in endings(guide):
        kinds = tuple((name, length, len(days)) for name, length, days in one.slots)
        alike[one.words, kinds].append(one)
    texts: list[str] = []
    rows: dict[str, list[list[list[int]]]] = {}
    for group in alike.values():
        text, columns = shared(group)
        for one, *away in zip(group, *columns, strict=True):
            table = rows.setdefault(one.said, [[[] for _ in WEEK] for _ in (UNSURE, *DAYS_AGO)])
            table[one.ago][one.weekday] = [len(texts), *away]
        texts.append(text)
    return {"texts": texts, "rows": rows}


def shared(group: list[Ending]) -> tuple[str, list[list[int]]]:
    """Return the text of answers with the same words, and its columns but for today's."""
    columns = [[0] * len(group)]

    def place(days: list[int]) -> tuple[int, int]:
        for number, column in enumerate(columns):
            apart = {day - other for day, other in zip(days, column, strict=True)}
            if len(apart) == 1:
                return number, apart.pop()
        columns.append(days)
        return len(columns) - 1, 0

    def slot(index: int) -> str:
        name, length, days = group[0].slots[index]
        of_all = [[one.slots[index][2][which] for one in group] for which in range(len(days))]
        places = [number for one in of_all for number in place(one)]
        return f"⟨{','.join(map(str, (name, length, *places)))}⟩"

    first, *more = group[0].words
    text = first + "".join(slot(index) + words for index, words in enumerate(more))
    return text, columns[1:]


def endings(guide: Guide) -> Iterator[Ending]:
    """Yield what Python answers on each day of the week. Raises ``KeyError`` for an odd day."""
    day = days_in_words(guide)
    for today in WEEK:
        named = names_of_days(Words(guide, today))
        for answers in ended({}, today):
            inquiry = Inquiry(answers, today, guide)
            if inquiry.next_question:
                continue
            on = answers[DAY]
            first, *more = day.split(canonical(advice_document(inquiry)))
            yield Ending(
                said=as_text(sorted(one for one in answers.items() if one[0] != DAY)),
                ago=0 if on == UNSURE else 1 + (today - date.fromisoformat(on)).days,
                weekday=today.weekday(),
                words=(first, *more[1::2]),
                slots=tuple(named[one] for one in more[::2]),
            )


def ended(answers: dict[str, str], today: date) -> Iterator[dict[str, str]]:
    """Yield every way through the first screen on which one day is asked for, and no other."""
    read = guarded(answers, today)
    here = (one for one in QUESTIONS if one.screen == Screen.HEARD and one.id not in answers)
    question = next((one for one in here if holds(one.guard, read)), None)
    if question is None:
        yield from [answers] if DAY in answers else []
        return
    values = [*question.values, UNSURE]
    if question.kind is Kind.DATE:
        ago = [(today - timedelta(days)).isoformat() for days in DAYS_AGO]
        values = [UNSURE, *ago] if question.id == DAY else []
    for value in values:
        yield from ended(answers | {question.id: value}, today)


def days_in_words(guide: Guide) -> re.Pattern[str]:
    """Return what finds every day in a text, however it is said."""
    names = {
        one: "(?:" + "|".join(" ".join(guide.phrase(f"{one}s{n}") for n in LENGTHS).split()) + ")"
        for one in ("weekday", "month")
    }
    day = {**names, "day": r"\d{1,2}", "year": r"\d{4}"}
    one = unbroken(guide.phrase("month-day", **day))
    spans = [guide.phrase("span-months", first=one, last=one)]
    spans.append(guide.phrase("span", first=one, last=r"\d{1,2}"))
    ways = [ISO, unbroken(guide.phrase("date", **day)), *spans, one]
    return re.compile(f"({'|'.join(ways)})")


def names_of_days(words: Words) -> dict[str, Slot]:
    """Return each way to say a day, or a span of days, seen from today."""
    near = [(away, words.today + timedelta(away)) for away in REACH]
    found: dict[str, Slot] = {}
    for away, day in near:
        found[day.isoformat()] = "iso", "", (away,)
        for length in LENGTHS:
            for name in ("date", "month-day"):
                found.setdefault(words.named(name, day, length), (name, length, (away,)))
            for more in range(1, SPAN_AT_MOST):
                span = words.span(day, day + timedelta(more), length)
                found.setdefault(span, ("span", length, (away, away + more)))
    return found
