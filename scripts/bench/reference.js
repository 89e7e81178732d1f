// No Python at all: what starting a worker and one answer cost by themselves.
self.onmessage = ({ data: { id, request } }) => {
  self.postMessage({ type: "answer", id, view: String(Object.keys(JSON.parse(request)).length) });
};
