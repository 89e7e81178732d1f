// The usual recipe: Pyodide, micropip, the ordinary wheel, all from this folder.
import { loadPyodide } from "./pyodide.mjs";

self.onmessage = async ({ data: { id, request } }) => {
  const { view } = await bridge;
  self.postMessage({ type: "answer", id, view: view(request) });
};

async function wake() {
  const python = await loadPyodide();
  await python.loadPackage("micropip");
  const micropip = python.pyimport("micropip");
  await micropip.install(new URL("WHEEL", import.meta.url).href);
  return python.pyimport("followup.bridge"); // opens the guide inside the wheel when first asked
}

const bridge = wake();
