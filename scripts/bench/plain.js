// Our way without slimming: stock Pyodide, the whole library and the package compiled, no installer.
import { loadPyodide } from "./pyodide.mjs";

self.onmessage = async ({ data: { id, request } }) => {
  const { view } = await bridge;
  self.postMessage({ type: "answer", id, view: view(request) });
};

const here = (name) => new URL(name, import.meta.url).href;
const coming = new Map(
  ["pyodide.asm.wasm", "python.zip"].map((name) => [here(name), fetch(here(name))]),
);
const { fetch: plainFetch } = self;
self.fetch = (file, options) => coming.get(String(file)) ?? plainFetch(file, options);
const guide = fetch(here("guide.json")).then((response) => response.text());
const glue = import("./pyodide.asm.js");

async function wake() {
  await glue;
  const python = await loadPyodide({
    indexURL: here("./"),
    stdLibURL: here("python.zip"),
    lockFileContents: JSON.stringify(LOCK),
    args: ["-S", "-I", "-B"],
  });
  const bridge = python.pyimport("followup.bridge");
  bridge.start(await guide);
  return bridge;
}

const LOCK = INFO;
const bridge = wake();
