// Start Python and hand out its one door. The worker and the build's own checks start it here.

/** @import { PyodideAPI, loadPyodide } from "pyodide" */

/**
 * @typedef {object} Parts
 * @property {typeof loadPyodide} loadPyodide
 * @property {string} folder where Pyodide's own files lie
 * @property {string} archive where the library and the package lie, in one zip
 * @property {Promise<string>} guide guide.json
 */

/**
 * @typedef {object} Awake
 * @property {PyodideAPI} python
 * @property {(request: string) => string} view
 * @property {(text: string) => void} openAlmanac public holidays of all countries
 */

/** Nothing to install at run time. The ABI is checked by Pyodide: it goes with the pinned version. */
const NO_PACKAGES = {
  info: {
    abi_version: "2025_0",
    arch: "wasm32",
    platform: "emscripten_4_0_9",
    python: "3.13.2",
    version: "0.29.5",
  },
  packages: {},
};

/**
 * @param {Parts} parts
 * @returns {Promise<Awake>}
 */
export async function boot({ loadPyodide, folder, archive, guide }) {
  const python = await loadPyodide({
    indexURL: folder,
    stdLibURL: archive,
    lockFileContents: JSON.stringify(NO_PACKAGES),
    args: ["-S", "-I", "-B"], // no site folder, no environment, no bytecode to write
  });
  const bridge = python.pyimport("followup.bridge");
  bridge.start(await guide);
  return {
    python,
    view: (request) => bridge.view(request),
    openAlmanac: (text) => bridge.open_almanac(text),
  };
}
