// The door of a Python that comes awake (docs/about/decisions/031-a-frozen-start.md). It knows nothing
// of what it was never seen to need: there it stops, and the worker starts the whole Python instead.

/**
 * @typedef {object} Frozen what the module gives: memory, functions of Python's own, and addresses
 * @property {WebAssembly.Memory} memory
 * @property {(bytes: number) => number} malloc
 * @property {(place: number) => void} free
 * @property {(place: number, bytes: number) => number} PyUnicode_FromStringAndSize
 * @property {(callable: number, one: number) => number} PyObject_CallOneArg
 * @property {(text: number, size: number) => number} PyUnicode_AsUTF8AndSize
 * @property {(object: number) => number} PyObject_Hash
 * @property {(object: number) => void} _Py_DecRef
 * @property {WebAssembly.Global} view
 * @property {WebAssembly.Global} open_holidays
 * @property {WebAssembly.Global} heap where the heap begins and where it ends
 * @property {WebAssembly.Global} end
 * @property {WebAssembly.Global} texts the type of texts
 */

const LONE = /\p{Surrogate}/u;
const SIZE = 4; // bytes of a number
const FLAGS = 0b111; // of the size of a piece of the heap

/**
 * Each may throw, whatever the reason; after that the instance must not be asked again.
 *
 * @param {WebAssembly.Instance} instance
 */
export function openDoor({ exports }) {
  const python = /** @type {Frozen} */ (/** @type {unknown} */ (exports));

  fileTexts(python);

  /**
   * @param {WebAssembly.Global} called
   * @param {string} text
   * @returns {number} what it returns, an object of Python
   */
  function call(called, text) {
    if (LONE.test(text)) throw new Error("half a character");
    const bytes = new TextEncoder().encode(text);
    const place = python.malloc(bytes.length);
    new Uint8Array(python.memory.buffer).set(bytes, place);
    const given = python.PyUnicode_FromStringAndSize(place, bytes.length);
    python.free(place);
    const found = python.PyObject_CallOneArg(called.value, given);
    python._Py_DecRef(given);
    if (found === 0) throw new Error("an exception of Python");
    return found;
  }

  /** @param {number} object */
  function read(object) {
    const size = python.malloc(SIZE);
    const place = python.PyUnicode_AsUTF8AndSize(object, size);
    if (place === 0) throw new Error("no text");
    const { buffer } = python.memory;
    const [length] = new Uint32Array(buffer, size, 1);
    const text = new TextDecoder().decode(new Uint8Array(buffer, place, length));
    python.free(size);
    python._Py_DecRef(object);
    return text;
  }

  return {
    /** @param {string} request */
    view: (request) => read(call(python.view, request)),
    /** @param {string} text */
    openHolidays: (text) => python._Py_DecRef(call(python.open_holidays, text)),
  };
}

/**
 * Work out what each text is filed under in Python's tables. That is four bytes a text which no
 * packing makes smaller, so they do not travel.
 *
 * @param {Frozen} python
 */
function fileTexts({ memory, heap, end, texts, PyObject_Hash }) {
  const words = new Uint32Array(memory.buffer);
  for (let at = heap.value; at < end.value;) {
    const size = words[at / SIZE + 1] & ~FLAGS;
    if (words[at / SIZE + 3] === texts.value) PyObject_Hash(at + 2 * SIZE);
    if (size === 0) break;
    at += size;
  }
}
