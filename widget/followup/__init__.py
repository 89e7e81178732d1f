"""Decide what to do after a job interview: one next action, with a date and reasons.

The rules are in ``followup.rules``; the words and the numbers come from the guide.
"""

from followup.answers import read_answers
from followup.documents import advice_document
from followup.engine import advise
from followup.errors import AnswerError, FollowUpError, GapError, GuideError
from followup.flow import next_question
from followup.guide import Guide, load_guide
from followup.model import Decision, Plan, Situation, Step
from followup.questions import Question
from followup.wording import Words

__all__ = [
    "AnswerError",
    "Decision",
    "FollowUpError",
    "GapError",
    "Guide",
    "GuideError",
    "Plan",
    "Question",
    "Situation",
    "Step",
    "Words",
    "advice_document",
    "advise",
    "load_guide",
    "next_question",
    "read_answers",
]
