"""Check that the quiz page and the code name the same screens, questions and options.

Each fault is a place and a sentence that says what to write there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from followup.answers import situation_from
from followup.questions import BESIDE, BY_ID, LINES, QUESTIONS, UNSURE, Kind, Question, Screen
from followup.stated import ABOUT_DAYS
from scripts.guide.reader import PART, QUIZ_PAGE, Block, GuideSource, Place
from scripts.paths import ROOT

Fault = tuple[Place, str]

CODE, PAGE, PHRASES = "widget/followup/questions.py", "docs/quiz.md", "docs/about/phrases.md"
SCHEMA = "widget/followup/schema/documents.schema.json"
AS_GUARDS_READ_IT = {"past", "today", "future"}  # the day of the interview
ANY_DAY = date(2027, 2, 9)
CHOSEN = {Kind.CHOICE, Kind.SET}
OF_THE_WORLD = {Kind.COUNTRY, Kind.REGION}  # their values are no list of ours


def faults(source: GuideSource) -> Iterator[Fault]:
    """Yield all of them."""
    yield from screens(source)
    yield from questions(source)
    yield from options(source)
    yield from lines(source)
    yield from values_that_cannot_be_read()
    yield from guards_that_never_hold()
    yield from answers_without_description()
    yield from conditions_without_words(source)
    yield from answers_without_statement(source)


def line_of(text: str, file: str) -> Place:
    """Return where a text stands first in a file, its first line if it does not."""
    whole = (ROOT / file).read_text(encoding="utf-8")
    return Place(file, whole[: max(whole.find(text), 0)].count("\n") + 1)


def in_code(question: Question) -> Place:
    """Return where the code has a question."""
    return line_of(f'id="{question.id}"', CODE)


def heading_of(screen: Screen) -> str:
    """Return the id of the heading of a screen."""
    return f"screen-{screen.name.lower()}"


def headings(source: GuideSource) -> list[Block]:
    """Return the headings of the quiz page, in order."""
    return [block for block in source.blocks if block.page == QUIZ_PAGE]


def screens(source: GuideSource) -> Iterator[Fault]:
    """Yield screens that only one of both has, or in another order."""
    found = {one.id: one.place for one in headings(source) if one.id.startswith("screen-")}
    wanted = [heading_of(screen) for screen in Screen]
    for screen, name in zip(Screen, wanted, strict=True):
        if name not in found:
            place = line_of(f"{screen.name} = auto()", CODE)
            yield place, f"{PAGE} has no screen {name}; write ## Its title {{ #{name} }}"
    for name, place in found.items():
        if name not in wanted:
            known = line_of("class Screen(", CODE)
            yield place, f"no code knows {name}; name it at {known}, in the same order"
    both = [name for name in wanted if name in found]
    for name, other in zip((name for name in found if name in wanted), both, strict=True):
        if name != other:
            yield found[name], f"{name} stands where {CODE} has {other}"
            return
    on_the_way = {heading_of(screen): screen.value for screen in Screen if screen < BESIDE}
    for one in headings(source):
        number = on_the_way.get(one.id)
        if number and not one.title.startswith(f"{number}. "):
            yield one.place, f"this is screen {number}; write {number}. before its title"


def questions(source: GuideSource) -> Iterator[Fault]:
    """Yield questions that only one of both has, or on another screen."""
    for question in QUESTIONS:
        name = question.id
        if name not in source.questions:
            yield in_code(question), f"{PAGE} has no question {name}; write ### … {{ #{name} }}"
    here = ""
    for block in headings(source):
        here = block.id if block.level == PART else here
        if block.id not in source.questions:
            continue
        if block.id not in BY_ID:
            known = line_of("QUESTIONS = (", CODE)
            yield block.place, f"no code knows the question {block.id}; add it at {known}"
        elif here != (wanted := heading_of(BY_ID[block.id].screen)):
            place = in_code(BY_ID[block.id])
            yield block.place, f"{block.id} stands under {here}; {place} puts it under {wanted}"


def options(source: GuideSource) -> Iterator[Fault]:
    """Yield options that only one of both has."""
    for question in QUESTIONS:
        if question.id not in source.questions:
            continue
        given = source.questions[question.id]["options"]
        unsure = {UNSURE} if question.accepts_unsure and question.kind in CHOSEN else set()
        wanted = {*question.values} | unsure
        for value in sorted(wanted - {*given}):
            written = f"- [its words](page.md#section){{ #{question.id}-{value} }}"
            text = f"{question.id} has no option {value}; write {written}"
            yield source.places[question.id], text
        for value in sorted({*given} - wanted):
            (place, *_) = source.ids.get(
                f"{QUIZ_PAGE}#{question.id}-{value}", [source.places[question.id]]
            )
            known = f"add it to its values at {in_code(question)}"
            yield place, f"{question.id} has an option {value} that no code knows; {known}"


def lines(source: GuideSource) -> Iterator[Fault]:
    """Yield lines to tick that only one of both has."""
    list_ = heading_of(Screen.TRUE)
    place = source.ids.get(f"{QUIZ_PAGE}#{list_}", [line_of("TRUE = auto()", CODE)])[0]
    wanted = {line.id for line in LINES}
    for line in sorted(wanted - {*source.lines}):
        written = f"- [its words](page.md#section){{ #true-{line} }}"
        yield place, f"{list_} has no line {line}; write {written}"
    for line in sorted({*source.lines} - wanted):
        known = f"add it to LINES at {line_of('LINES = (', CODE)}"
        yield source.places[f"true-{line}"], f"no code knows the line {line}; {known}"


def values_that_cannot_be_read() -> Iterator[Fault]:
    """Yield values of which the brain makes no situation."""
    for question in QUESTIONS:
        for value in question.values:
            try:
                situation_from({question.id: value}, ANY_DAY)
            except (KeyError, ValueError) as error:
                where = "widget/followup/answers.py, and its list in model.py"
                text = f"{question.id}={value} is not understood ({error}); add it to {where}"
                yield in_code(question), text


def guards_that_never_hold() -> Iterator[Fault]:
    """Yield questions that come before one of an earlier screen, or wait for no such answer."""
    latest = Screen.HEARD
    for question in QUESTIONS:
        if question.screen < latest:
            yield in_code(question), f"{question.id} comes after a question of {heading_of(latest)}"
        latest = max(latest, question.screen)
        for one in {one for line in question.guard for one in line}:
            if one.question in BY_ID and BY_ID[one.question].kind in OF_THE_WORLD:
                continue
            known = {*BY_ID[one.question].values, UNSURE} if one.question in BY_ID else set()
            for value in sorted({*one.values} - known - AS_GUARDS_READ_IT):
                text = (
                    f"the guard of {question.id} waits for {one.question}={value}; nobody says that"
                )
                yield in_code(question), text


def answers_without_description() -> Iterator[Fault]:
    """Yield questions that the description of the documents does not know."""
    described = json.loads((ROOT / SCHEMA).read_text(encoding="utf-8"))["$defs"]["answers"]
    place = line_of(f'"description": "{described["description"]}"', SCHEMA)
    for question in QUESTIONS:
        if question.id not in described["properties"]:
            written = f'"{question.id}": {{ "description": "…" }}'
            yield place, f"no answer {question.id}; write {written}, in the order of {CODE}"


def conditions_without_words(source: GuideSource) -> Iterator[Fault]:
    """Yield other answers that the result could not name: "If they had named no day"."""
    for question in QUESTIONS:
        usual = f"if-{question.id}"
        ends = ("none", "added", "gone") if question.kind is Kind.SET else question.values
        names = {f"{usual}-{end}" for end in ends} or {usual}
        if usual in source.phrases:
            continue
        for name in sorted(names - {*source.phrases}):
            yield place_of_phrase(source, name), without_phrase(name)


def answers_without_statement(source: GuideSource) -> Iterator[Fault]:
    """Yield answers that could not stand with the advice: "They named no date"."""
    for question in QUESTIONS:
        if question.screen != BESIDE and question.kind in CHOSEN:
            for value in (*question.values, UNSURE):
                name = f"is-{question.id}-{value}"
                by_ways = question.id == "channels" and value not in {"none", UNSURE}
                if name not in source.phrases and not by_ways:
                    yield place_of_phrase(source, name), without_phrase(name)
    for question in ABOUT_DAYS:
        for name in (f"is-{question.id}", f"is-{question.id}-{UNSURE}"):
            if name not in source.phrases:
                yield place_of_phrase(source, name), without_phrase(name)


def place_of_phrase(source: GuideSource, name: str) -> Place:
    """Return where a phrase stands, or one with the same first word and much the same name."""
    first = name.partition("-")[0]
    alike = [one for one in (*source.phrases, *source.errors) if one.partition("-")[0] == first]
    near = get_close_matches(name, alike, n=1, cutoff=0)
    return line_of(f"| {''.join(near)} |", PHRASES)


def without_phrase(name: str) -> str:
    """Say that a phrase is missing, and how to write it."""
    return f"there is no phrase {name}; write a row | {name} | its words |"
