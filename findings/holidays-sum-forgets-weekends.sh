#!/usr/bin/env bash
# holidays 0.109: add the calendars of Egypt and Saudi Arabia, and Friday becomes a working day.
#
# Both countries rest on Friday and Saturday, and each calendar knows it. One would expect their
# sum to rest on these days too. The sum has all the holidays of both, but the weekend of neither:
# it takes Saturday and Sunday. So it counts Fridays as working days, and Sundays as free.
set -euo pipefail
sed -n '2s/^# //p' "$0"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check holidays==0.109

"$work/venv/bin/python" - <<'PY'
import sys
from datetime import date

from holidays import country_holidays

FRIDAY, SUNDAY = date(2027, 2, 5), date(2027, 2, 7)  # a holiday in neither country
egypt = country_holidays("EG", years=2027)
saudi = country_holidays("SA", years=2027)
calendars = {"Egypt": egypt, "Saudi Arabia": saudi, "both, added": egypt + saudi}

seen = {}
for name, calendar in calendars.items():
    seen[name] = [calendar.is_working_day(day) for day in (FRIDAY, SUNDAY)]
    works = ["works" if works else "rests" for works in seen[name]]
    print(f"{name:13} Friday: {works[0]}, Sunday: {works[1]}")
expected = {"Egypt": [False, True], "Saudi Arabia": [False, True], "both, added": [True, False]}
print("Still so." if seen == expected else "No longer so.")
sys.exit(seen != expected)
PY
