"""The plainest answers stand in the order in which they are asked."""

from followup.questions import QUESTIONS
from scripts.quiz.plainest import PLAINEST


def test_the_plainest_answers_stand_in_the_order_of_the_questions() -> None:
    order = [question.id for question in QUESTIONS]
    assert sorted(PLAINEST, key=order.index) == list(PLAINEST)
