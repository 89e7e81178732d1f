/** What node-ical reads in a file: an event a line, as JSON. Its folder is the first argument. */
import { createRequire } from "node:module";

const [folder, file] = process.argv.slice(2);
const ical = createRequire(`${folder}/`)("node-ical");
const MOMENT = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;
const day = (moment) =>
  [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
for (const event of Object.values(ical.sync.parseFile(file))) {
  if (event.type !== "VEVENT") continue;
  const triggers = (event.alarms ?? []).map(({ trigger }) => trigger.val ?? trigger);
  console.log(
    JSON.stringify({
      name: event.uid,
      day: day(event.start),
      title: event.summary?.val ?? event.summary,
      canceled: event.status === "CANCELLED",
      // It hands a moment on as it stands in the file; a span of time would not match.
      reminders: triggers.map((moment) => moment.replace(MOMENT, "$1-$2-$3T$4:$5:$6Z")),
    }),
  );
}
