// Compile the Python files of an archive to bytecode, with pyodide-build's own compiler run by the
// very Python that will load them.
//
//   node scripts/pyodide/compile.mjs <folder of pyodide-build> <archive.whl|.zip> <optimize: 0|1|2>
//
// A zip is replaced; a wheel gets a neighbour named for the Python. Prints the result's file name.
import path from "node:path";
import { loadPyodide } from "pyodide";

const [tools, archive, optimize] = process.argv.slice(2);
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
const made = python.runPython(`
import sys
from pathlib import Path

sys.path.insert(0, "/tools")
from pyodide_build._py_compile import _py_compile_archive

_py_compile_archive(Path("/work") / name, keep=name.endswith(".whl"), verbose=False, compression_level=0).name
`);
console.log(made);
