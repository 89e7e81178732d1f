// Start Python and hand out its one door. The worker and the build's own checks start it here.

/** @import { PyodideAPI, loadPyodide } from "pyodide" */

/**
 * @typedef {object} Parts
 * @property {typeof loadPyodide} loadPyodide
 * @property {string} folder where Pyodide's own files lie
 * @property {string} archive where the library and the package lie, in one zip
 * @property {Promise<string>} guide guide.json
 * @property {Readonly<Record<string, string>>} info what Pyodide's lock file says of its build
 */

/**
 * @typedef {object} Awake
 * @property {PyodideAPI} python
 * @property {(request: string) => string} view
 * @property {(text: string) => void} openHolidays public holidays of all countries
 */

/**
 * @param {Parts} parts
 * @returns {Promise<Awake>}
 */
export async function loadPython({ loadPyodide, folder, archive, guide, info }) {
  const python = await loadPyodide({
    indexURL: folder,
    stdLibURL: archive,
    lockFileContents: JSON.stringify({ info, packages: {} }), // nothing to install at run time
    args: ["-S", "-I", "-B"], // no site folder, no environment, no bytecode to write
  });
  const bridge = python.pyimport("followup.bridge");
  bridge.start(await guide);
  return {
    python,
    view: (request) => bridge.view(request),
    openHolidays: (text) => bridge.open_holidays(text),
  };
}
