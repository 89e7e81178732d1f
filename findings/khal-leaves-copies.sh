#!/usr/bin/env bash
# khal 0.14.1: each change of an event leaves two copies of it in the folder of the calendar.
#
# An event is one file, NAME.ics, and one would expect a newer version to take its place. It does;
# but it is first written under a name such as NAME.icsab12cd34, and two of these files stay behind
# each time. khal shows one event, as the names do not end in .ics. The folder only grows, and so
# does whatever copies or syncs it.
set -euo pipefail
sed -n '2s/^# //p' "$0"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check khal==0.14.1

mkdir calendar
cat >config <<EOF_CONFIG
[calendars]
[[mine]]
path = $work/calendar
[locale]
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
timeformat = %H:%M
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = $work/khal.db
[default]
default_calendar = mine
EOF_CONFIG

seen=""
for day in 20270310 20270311 20270312 20270313; do
  printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//finding//EN BEGIN:VEVENT UID:one \
    DTSTAMP:20270101T000000Z "DTSTART;VALUE=DATE:$day" "SUMMARY:On $day" \
    END:VEVENT END:VCALENDAR >event.ics
  venv/bin/khal --config config import --batch event.ics
  files=$(find calendar -type f | wc -l)
  seen="$seen $files"
  echo "imported one event, now on $day: $files files in the folder"
done
find calendar -type f -printf '  %f\n'
echo "and khal lists:" $(venv/bin/khal --config config list 2027-03-01 30d)
if [ "$seen" = " 1 3 5 7" ]; then echo "Still so."; else echo "No longer so."; exit 1; fi
