"""Decide what to do after a job interview: one next action, with a date and reasons.

The rules are in ``followup.rules``; the words and the numbers come from the guide.

>>> from datetime import date
>>> from followup import advise, read_answers
>>> answers = {"interviewed-on": "2027-02-02", "thanked": "yes", "channels": "email"}
>>> situation = read_answers(answers, date(2027, 2, 9))
>>> plan = advise(situation, NUMBERS)  # load_guide().timings
>>> plan.next.action.value, plan.next.on.isoformat()
('follow-up', '2027-02-09')
>>> [rule.id for _, rule in plan.next.because]
['a-quiet-week-has-passed', 'no-date-means-a-week', 'no-number-known']
"""

from followup.answers import read_answers
from followup.documents import describe
from followup.engine import advise
from followup.errors import AnswerError, FollowUpError, GapError, GuideError
from followup.guide import Guide, load_guide
from followup.inquiry import Inquiry
from followup.model import Decision, Plan, Situation, Step
from followup.questions import Question

__all__ = [
    "AnswerError",
    "Decision",
    "FollowUpError",
    "GapError",
    "Guide",
    "GuideError",
    "Inquiry",
    "Plan",
    "Question",
    "Situation",
    "Step",
    "advise",
    "describe",
    "load_guide",
    "read_answers",
]
