"""The decision tables: what we advise, line by line, exceptions first.

Each table has a module of its own and is read from the top; the first line
that fits decides. A line stands above its test, whose name is the line's id
and whose docstring says when it fits. It names the section of the guide that
explains it and the claims it rests on. ``ref`` (DR0-DR14) is for reviewers
alone: nothing decides by it. No number stands here: waits name rows of the
guide's one table.
"""

from followup.rules.action import (
    ACTION,
    DAY_OF_THE_DEADLINE,
    DEADLINE_COMES_FIRST,
    ENDS_IN_SILENCE,
    ENDS_WITH_THE_SET_CALL,
    NEAR_ENOUGH_SOON,
    SET_CALL_GOES_BY,
    check_in_due,
    is_mere_wait,
    set_call_has_lapsed,
)
from followup.rules.also_call import ALSO_CALL
from followup.rules.avoid import AVOID, SEARCH_IS_OVER
from followup.rules.channel import CHANNEL
from followup.rules.message import MESSAGE, message_for, tells_of_the_deadline, written
from followup.rules.wait import (
    AFTER_A_TOLD_DEADLINE,
    FLOORS,
    WAIT,
    day_of_the_call,
    due,
    due_date,
)

__all__ = [
    "ACTION",
    "AFTER_A_TOLD_DEADLINE",
    "ALSO_CALL",
    "AVOID",
    "CHANNEL",
    "DAY_OF_THE_DEADLINE",
    "DEADLINE_COMES_FIRST",
    "ENDS_IN_SILENCE",
    "ENDS_WITH_THE_SET_CALL",
    "FLOORS",
    "MESSAGE",
    "NEAR_ENOUGH_SOON",
    "SEARCH_IS_OVER",
    "SET_CALL_GOES_BY",
    "WAIT",
    "check_in_due",
    "day_of_the_call",
    "due",
    "due_date",
    "is_mere_wait",
    "message_for",
    "set_call_has_lapsed",
    "tells_of_the_deadline",
    "written",
]
