/**
 * Start a worker on an empty page and ask it one thing after the other.
 * @param {[address: string, requests: string[]]} what
 * @returns {Promise<{ took: number[], view: string, heap: (number | undefined)[] }>} milliseconds,
 *   the first from before the start; the first answer; bytes where the worker tells them
 */
([address, requests]) =>
  new Promise((resolve, reject) => {
    const found = { took: [], view: "", heap: [] };
    let patience;
    const ask = () => {
      clearTimeout(patience);
      patience = setTimeout(() => reject(new Error("no answer in three minutes")), 180_000);
      worker.postMessage({
        type: "ask",
        id: found.took.length,
        request: requests[found.took.length],
      });
    };
    let began = performance.now();
    const worker = new Worker(address, { type: "module" });
    worker.onerror = (event) => reject(new Error(event.message ?? "worker"));
    worker.onmessage = ({ data }) => {
      if (data.type === "failed") reject(new Error(data.text));
      if (data.type !== "answer") return;
      found.took.push(performance.now() - began);
      found.heap.push(data.heap);
      found.view ||= data.view;
      if (found.took.length === requests.length) return resolve(found);
      began = performance.now();
      ask();
    };
    ask();
  });
