/**
 * Start a worker on an empty page and ask it once.
 * @param {[address: string, request: string]} what
 * @returns {Promise<{ took: number, view: string }>}
 */
([address, request]) =>
  new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("no answer in three minutes")), 180_000);
    const began = performance.now();
    const worker = new Worker(address, { type: "module" });
    worker.onerror = (event) => reject(new Error(event.message ?? "worker"));
    worker.onmessage = ({ data }) => {
      if (data.type === "answer") resolve({ took: performance.now() - began, view: data.view });
      if (data.type === "failed") reject(new Error(data.text));
    };
    worker.postMessage({ type: "ask", id: 1, request });
  });
