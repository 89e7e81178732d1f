"""The plainest answers there are, for what tries the quiz and what measures it."""

# A friendly place, no day named, a week of silence on 9 February 2027; in the order of the asking.
PLAINEST = {
    "heard": "nothing",
    "interviewed-on": "2027-02-02",
    "timeline": "none",
    "thanked": "yes",
    "check-ins": "0",
    "instructions": "none",
    "other-deadline": "none",
    "contact": "hiring-manager",
    "channels": "email",
    "culture": "unsure",
}
