"""What only the quiz page or only the code has is named with its place, and what to write."""

from dataclasses import replace

import pytest

from followup import questions
from followup.questions import BY_ID, QUESTIONS
from scripts.guide import quiz_references
from scripts.guide.reader import GuideSource, read_pages
from scripts.paths import DOCS, ROOT

QUIZ = (DOCS / "quiz.md").read_text(encoding="utf-8")
MANNER = BY_ID["manner"]


def faults(before: str = QUIZ, after: str = QUIZ) -> list[str]:
    """Return what is said of the quiz page with other words in it."""
    assert before in QUIZ
    others = {"about/phrases": (DOCS / "about/phrases.md").read_text(encoding="utf-8")}
    return told(read_pages({"quiz": QUIZ.replace(before, after), **others}))


def told(source: GuideSource) -> list[str]:
    """Return the faults as they are printed."""
    return [f"{place}: {text}" for place, text in quiz_references.faults(source)]


def at(text: str, file: str = "docs/quiz.md") -> str:
    """Return where a text stands, as findings name it."""
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    return f"{file}:{next(n for n, line in enumerate(lines, 1) if text in line)}: "


def other(monkeypatch: pytest.MonkeyPatch, **changes: object) -> None:
    """Let the question about the manner be another one."""
    changed = tuple(
        replace(one, **changes) if one is MANNER else one  # type: ignore[arg-type]
        for one in QUESTIONS
    )
    monkeypatch.setattr(quiz_references, "QUESTIONS", changed)
    monkeypatch.setattr(quiz_references, "BY_ID", {one.id: one for one in changed})


def test_the_real_page_agrees() -> None:
    assert faults() == []


def test_an_option_that_only_the_page_has_is_named_at_its_line() -> None:
    line = next(one for one in QUIZ.splitlines() if "{ #manner-friendly }" in one)
    (fault,) = faults(line, f"- [Odd](channels.md#ladder){{ #manner-odd }}\n{line}")
    assert fault.startswith(at(line))
    assert "an option odd" in fault
    assert at('id="manner"', quiz_references.CODE).rstrip(": ") in fault


def test_an_option_that_only_the_code_has_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    other(monkeypatch, values=(*MANNER.values, "odd"))
    option, *phrases = faults()
    assert option.startswith(at("{ #manner }"))
    assert "{ #manner-odd }" in option
    for kind, phrase in zip(("if", "is"), phrases, strict=True):
        unsure = ["unsure"] * (kind == "is")
        rows = (f"| {kind}-manner-{one} |" for one in (*MANNER.values, *unsure))
        assert phrase.startswith(tuple(at(one, quiz_references.PHRASES) for one in rows))
        assert f"{kind}-manner-odd" in phrase


def test_a_question_that_only_one_has_is_named() -> None:
    missing, extra = faults("#manner", "#tone")
    assert missing.startswith(at('id="manner"', quiz_references.CODE))
    assert extra.startswith(at("{ #manner }"))


def test_a_question_under_another_screen_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    other(monkeypatch, screen=questions.Screen.SAID)
    fault, *_ = faults()
    assert fault.startswith(at("{ #manner }"))
    assert "screen-true" in fault
    assert "screen-said" in fault


def test_a_screen_that_only_one_has_is_named() -> None:
    heading = "{ #screen-interview }"
    missing, extra = faults(heading, "{ #screen-urgent }")[:2]
    assert missing.startswith(at("INTERVIEW = auto()", quiz_references.CODE))
    assert extra.startswith(at(heading))
    assert at("class Screen(", quiz_references.CODE).rstrip(": ") in extra


def test_screens_in_another_order_are_named() -> None:
    one, two = "#screen-interview", "#screen-said"
    fault, *_ = faults(f"{{ {one} }}", f"{{ {two} }}\n\n## Then {{ {one} }}")
    assert "screen-said stands where" in fault


@pytest.mark.parametrize("wrong", ["9. ", ""])
def test_a_screen_without_its_number_is_named(wrong: str) -> None:
    heading = next(one for one in QUIZ.splitlines() if "{ #screen-said }" in one)
    hashes, number, title = heading.split(" ", 2)
    (fault,) = faults(heading, f"{hashes} {wrong}{title}")
    assert fault.startswith(at("{ #screen-said }"))
    assert f"write {number} " in fault


def test_a_line_that_only_one_has_is_named() -> None:
    missing, extra = faults("{ #true-thanked-yes }", "{ #true-thanked-often }")
    assert missing.startswith(at("{ #screen-true }"))
    assert "has no line thanked-yes" in missing
    assert "no code knows the line thanked-often" in extra


def test_a_value_that_cannot_be_understood_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    contact = replace(BY_ID["contact"], values=("boss",))
    monkeypatch.setattr(quiz_references, "QUESTIONS", (contact,))
    fault, *_ = (f"{place}: {text}" for place, text in quiz_references.values_that_cannot_be_read())
    assert fault.startswith(at('id="contact"', quiz_references.CODE))
    assert "contact=boss" in fault
    assert "model.py" in fault


def test_a_question_that_nobody_is_asked_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    other(monkeypatch, guard=questions.when("heard", "silence"), screen=questions.Screen.HEARD)
    order, guard = (f"{place}: {text}" for place, text in quiz_references.guards_that_never_hold())
    assert order.startswith(at('id="manner"', quiz_references.CODE))
    assert "screen-true" in order
    assert "heard=silence" in guard


def test_a_question_that_the_schema_does_not_describe_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other(monkeypatch, id="tone")
    ((place, text),) = quiz_references.answers_without_description()
    assert place.file == quiz_references.SCHEMA
    assert text.startswith("no answer tone; ")
