// Compile the Python files of an archive to bytecode, with pyodide-build's own compiler run by the
// very Python that will load them.
//
//   node scripts/pyodide/compile.mjs <folder of Pyodide> <folder of pyodide-build> <archive.whl|.zip> <optimize: 0|1|2>
//
// A zip is replaced; a wheel is replaced by one named for the Python.
import path from "node:path";

const [pyodide, tools, archive, optimize] = process.argv.slice(2);
const { loadPyodide } = await import(path.resolve(pyodide, "pyodide.mjs"));
const python = await loadPyodide({
  args: optimize === "0" ? [] : [`-${"O".repeat(Number(optimize))}`],
  // The fixed date makes py_compile write a hash of the source instead of the time of day.
  env: { HOME: "/home/pyodide", PYTHONDONTWRITEBYTECODE: "1", SOURCE_DATE_EPOCH: "315532800" },
});
for (const [mount, root] of [
  ["/tools", path.resolve(tools)],
  ["/work", path.resolve(path.dirname(archive))],
]) {
  python.FS.mkdirTree(mount);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, mount);
}
python.globals.set("name", path.basename(archive));
python.runPython(`
import sys

sys.path.insert(0, "/tools")
from pyodide_build.cli.py_compile import main

main([f"/work/{name}", "--silent", "--compression-level", "0"], standalone_mode=False)
`);
