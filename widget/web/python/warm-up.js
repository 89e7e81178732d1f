// While nobody waits, Python answers made-up readers: what it does for the first time takes it ten times
// as long, as the browser compiles it only then. Chromium compiles what runs often once more, and as soon
// as there is enough of that, it keeps all it has compiled for the next visit. Answering once is too
// little (docs/about/decisions/025-python-rehearses.md).

/** Together they run through what most advice needs. */
const READERS = [
  { "interviewed-on": "2027-02-02", heard: "nothing" },
  {
    "interviewed-on": "2027-02-02",
    heard: "nothing",
    thanked: "yes",
    timeline: "date",
    "decision-date": "2027-02-08",
    "check-ins": "1",
    "last-check-in": "2027-02-09",
  },
];
const REQUESTS = READERS.map((answers) =>
  JSON.stringify({ answers, today: "2027-02-11", advise: true }),
);
const TIMES = 12;
const PAUSE = 100; // milliseconds between two of them
const QUIET = 1000; // and after a real reader's answer

/**
 * Begin in a moment.
 *
 * @param {(request: string) => Promise<unknown>} view
 * @returns {() => void} to be called when somebody asks: what is left waits until it is quiet again
 */
export function warmUp(view) {
  let left = TIMES;
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;

  /** @param {number} wait */
  function next(wait) {
    clearTimeout(timer);
    if (left > 0) timer = setTimeout(once, wait);
  }

  function once() {
    left -= 1;
    view(REQUESTS[left % REQUESTS.length]).then(() => next(PAUSE), stop);
  }

  /** What fails is not tried again: a real reader will hear of it. */
  function stop() {
    left = 0;
    clearTimeout(timer);
  }

  next(QUIET);
  return () => next(QUIET);
}
