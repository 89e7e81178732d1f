"""Give the advice for every world on standard input, with the version of the rules in the path.

    python -P scripts/proof/advise_all.py guide.json [--words] < worlds > advice

A world is a line ``[answers, today]``; its advice is a line of texts. This
file is run beside any version of the package, so it uses little of it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from followup import AnswerError, advise, read_answers
from followup.guide import Guide, guide_from_json
from followup.wording import Words


def outcome(guide: Guide, answers: Mapping[str, str], today: date) -> list[str]:
    """Return the rule, the action, the channel, the day and the rest of the next step."""
    try:
        step = advise(read_answers(answers, today), guide.timings).next
    except AnswerError as error:
        return ["refused", f"{error.question}: {error.code}", "", "", ""]
    except Exception as error:  # noqa: BLE001 - a version that breaks is a finding, not an end
        return ["broken", f"{type(error).__name__}: {error}", "", "", ""]
    also = "with a call as good" if step.also_call else ""
    to = f"to {step.to}" if step.to else ""
    day = step.on.isoformat()
    return [step.because[0][1].id, str(step.action), str(step.channel), day, f"{to} {also}".strip()]


def in_words(guide: Guide, answers: Mapping[str, str], today: date) -> list[str]:
    """Return the headline of the advice."""
    try:
        plan = advise(read_answers(answers, today), guide.timings)
    except AnswerError as error:
        return [f"{error.question}: {error.code}"]
    return [Words(guide, today).headline(plan)["text"]]


def main(arguments: list[str]) -> int:
    """Answer every line."""
    guide = guide_from_json(Path(arguments[0]).read_text(encoding="utf-8"))
    answer = in_words if "--words" in arguments else outcome
    for line in sys.stdin:
        answers, today = json.loads(line)
        print(json.dumps(answer(guide, answers, date.fromisoformat(today))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
