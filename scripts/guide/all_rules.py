"""All rules, by the tables in which they stand, and the cases that tell messages apart."""

from typing import Any

from followup import rules
from followup.model import AnyRule, AskedFor, Channel, Heard, OfferState

TABLES: dict[str, tuple[AnyRule, ...]] = {
    "ACTION": (*rules.ACTION.rules, rules.DEADLINE_COMES_FIRST, rules.NEAR_ENOUGH_SOON),
    "WAIT": rules.WAIT.rules,
    "FLOORS": (*rules.FLOORS.rules, rules.AFTER_A_TOLD_DEADLINE),
    "CHANNEL": rules.CHANNEL.rules,
    "ALSO_CALL": rules.ALSO_CALL.rules,
    "AVOID": rules.AVOID.rules,
}
ALL_RULES = [(table, rule) for table, found in TABLES.items() for rule in found]

# What tells messages for the same action apart, beside the other ways to send one.
CASES: dict[str, tuple[str, dict[str, Any]]] = {
    "-by-phone": ("By phone.", {"channel": Channel.CALL}),
    "-on-linkedin": ("On LinkedIn.", {"channel": Channel.LINKEDIN}),
    "-after-their-day": ("They named a day.", {"date_was_promised": True}),
    "-after-a-missed-call": ("You missed their call.", {"asked_for": AskedFor.MISSED_CALL}),
    "-for-another-talk": ("They want another talk.", {"asked_for": AskedFor.TALK}),
    "-for-their-checks": ("They check you first.", {"heard": Heard.CHECKS}),
    "-for-the-paper": ("You said yes, and nothing is in writing.", {"offer": OfferState.ACCEPTED}),
    "-in-writing": ("You have it in writing.", {"offer": OfferState.IN_WRITING}),
    "-on-the-day-you-named": ("You asked for time until now.", {"offer": OfferState.ASKED_TIME}),
    "-after-a-recording": ("Nobody was there.", {"nobody_was_there": True}),
    "-after-no-answer": ("Nobody answered your call.", {"nobody_answered": True}),
}
