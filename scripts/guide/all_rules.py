"""All rules, by the tables in which they stand."""

from followup import rules
from followup.model import AnyRule

TABLES: dict[str, tuple[AnyRule, ...]] = {
    "ACTION": rules.ACTION.rules,
    "WAIT": rules.WAIT.rules,
    "FLOORS": (*rules.FLOORS.rules, rules.AFTER_A_TOLD_DEADLINE),
    "CHANNEL": rules.CHANNEL.rules,
    "ALSO_CALL": rules.ALSO_CALL.rules,
    "AVOID": rules.AVOID.rules,
}
ALL_RULES = [(table, rule) for table, found in TABLES.items() for rule in found]
