// Put into the quiz page before its own scripts: notes when things happen, and changes nothing.
// Times are milliseconds since the reader set out for the page.

const seen = { screen: null, started: null, ready: null, advice: null, blocks: [] };
Object.assign(window, { seen });

new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) seen.blocks.push([startTime, duration]);
}).observe({ type: "longtask", buffered: true });

new MutationObserver((_, observer) => {
  if (!document.querySelector("[data-quiz][data-screen] [type=submit]")) return;
  seen.screen = performance.now();
  const come = [
    ...performance.getEntriesByType("navigation"),
    ...performance.getEntriesByType("resource").filter((one) => one.responseEnd <= seen.screen),
  ];
  seen.requests = come.length;
  seen.bytes = come.reduce((sum, { transferSize }) => sum + transferSize, 0);
  observer.disconnect();
}).observe(document, { subtree: true, childList: true, attributeFilter: ["data-screen"] });

const request = "REQUEST"; // to be asked at once, if any
window.Worker = class extends Worker {
  constructor(...given) {
    const begun = performance.now();
    super(...given);
    if (!String(given[0]).includes("/assets/quiz/")) return; // the search has a worker too
    seen.started ??= begun;
    this.addEventListener("message", ({ data }) => {
      if (data.type === "ready") seen.ready ??= performance.now();
      if (data.type === "answer" && data.id === "bench") {
        seen.advice ??= performance.now();
        seen.view = data.view;
      }
    });
    if (request) this.postMessage({ type: "ask", id: "bench", request });
  }
};
