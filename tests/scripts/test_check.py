"""The quick checks refuse what they are there for, and say what they saw."""

from pathlib import Path

import pytest

from scripts import check
from scripts.check import CHECKS, in_short, main, passes
from scripts.paths import ROOT


def test_a_misspelled_word_is_refused_with_its_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.md"
    page.write_text("You will recieve an answer.\n")
    assert not passes("codespell", [CHECKS["codespell"][0], str(page)])
    assert "page.md:1: recieve ==> receive" in capsys.readouterr().out


def test_a_check_that_there_is_not_is_said_with_those_there_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["check", "ruf"])
    assert main() != 0
    told = capsys.readouterr().err
    assert "ruf" in told
    assert all(name in told for name in CHECKS)


def test_a_line_that_is_set_otherwise_is_refused_with_what_sets_it_right(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = tmp_path / "rule.py"
    code.write_text("RULES = (  1,2 )\n")
    assert not passes("ruff format", [*CHECKS["ruff format"], str(code)])
    said = capsys.readouterr().out
    assert "rule.py:1:" in said
    assert f"This sets it right: {check.MENDED_BY['ruff format']}" in said


def test_a_table_that_python_cannot_read_is_named_in_one_line() -> None:
    rules = ROOT / "widget/followup/rules/message.py"
    said = f"""Traceback (most recent call last):
  File "<frozen runpy>", line 88, in _run_code
  File "{ROOT}/scripts/guide/references.py", line 16, in <module>
    from followup import quiz, rules
  File "{rules}", line 121
    _words("letter-by-post", a_first_question_by_post, NEWS)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
SyntaxError: invalid syntax. Perhaps you forgot a comma?
"""
    assert in_short(said) == (
        "widget/followup/rules/message.py:121: Python cannot read this: "
        "SyntaxError: invalid syntax. Perhaps you forgot a comma?\n"
    )


def test_a_name_that_python_does_not_know_is_named_where_the_rules_use_it() -> None:
    said = f"""Traceback (most recent call last):
  File "{ROOT}/scripts/guide/references.py", line 16, in <module>
    from followup import quiz, rules
  File "{ROOT}/widget/followup/questions.py", line 241, in <module>
    screen=Screen.MISSED,
  File "/usr/lib/python3/enum.py", line 784, in __getattr__
    raise AttributeError(name) from None
AttributeError: MISSED
"""
    place = "widget/followup/questions.py:241"
    assert in_short(said) == f"{place}: Python cannot read this: AttributeError: MISSED\n"


@pytest.mark.parametrize("where", ["widget/followup/quiz.py", "scripts/guide/references.py"])
def test_a_flaw_of_a_check_itself_is_told_in_full(where: str) -> None:
    said = f"""Traceback (most recent call last):
  File "{ROOT}/scripts/guide/references.py", line 16, in <module>
    check()
  File "{ROOT}/{where}", line 20, in check
    nothing()
NameError: name 'nothing' is not defined
"""
    assert in_short(said) == said
