#!/usr/bin/env bash
# ical.js 2.2.1: a reminder 15 hours before a whole-day event comes out as the day of the event.
#
# One would expect the day before: RFC 5545 allows TRIGGER:-PT15H there (15 hours before midnight
# is 9 in the morning of the day before). Time.addDuration() drops hours when the time is a date,
# even 48 of them, while the same length written in days does move it.
set -euo pipefail
sed -n '2s/^# //p' "$0"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1 >/dev/null

cat >try.mjs <<'JS'
import ICAL from "ical.js";

const CALENDAR = [
  "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//finding//EN",
  "BEGIN:VEVENT", "UID:1", "DTSTAMP:20270101T000000Z",
  "DTSTART;VALUE=DATE:20270310", "SUMMARY:A whole day",
  "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Soon", "TRIGGER:-PT15H", "END:VALARM",
  "END:VEVENT", "END:VCALENDAR", "",
].join("\r\n");
const event = new ICAL.Component(ICAL.parse(CALENDAR)).getFirstSubcomponent("vevent");
const start = event.getFirstPropertyValue("dtstart");
const trigger = event.getFirstSubcomponent("valarm").getFirstPropertyValue("trigger");

function moved(duration) {
  const time = start.clone();
  time.addDuration(duration);
  return time.toString();
}

const seen = { [trigger.toString()]: moved(trigger) };
for (const text of ["-PT48H", "-P2D"]) seen[text] = moved(ICAL.Duration.fromString(text));
console.log("the event is on", start.toString());
for (const [duration, day] of Object.entries(seen)) console.log(duration.padEnd(8), "→", day);
const expected = { "-PT15H": "2027-03-10", "-PT48H": "2027-03-10", "-P2D": "2027-03-08" };
const same = JSON.stringify(seen) === JSON.stringify(expected);
console.log(same ? "Still so." : "No longer so.");
process.exit(same ? 0 : 1);
JS
node try.mjs
