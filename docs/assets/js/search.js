// The search: a dialog that asks a worker, and shows the sections that it names.

const $dialog = document.querySelector("#fu-search");
const $field = $dialog.querySelector("input");
const $said = $dialog.querySelector("[role=status]");
const $list = $dialog.querySelector("ol");
const root = new URL("../../", import.meta.url);
/** @type {Worker | undefined} */
let worker = start();

export function open(query = "") {
  $dialog.showModal();
  if (query) $field.value = query;
  $field.select();
  ask();
}

function ask() {
  if ($field.value.trim()) (worker ??= start()).postMessage($field.value);
  else show("", []);
}

function start() {
  const one = new Worker(new URL("../quiz/find.js", import.meta.url));
  one.onmessage = answer;
  one.onerror = () => {
    worker = undefined; // the next letter tries again
    show($said.dataset.down, []);
  };
  return one;
}

/**
 * @param {string} words
 * @param {{ location: string, page: string, title: string, answer: string }[]} found
 */
function show(words, found) {
  $said.textContent = words;
  $list.replaceChildren(
    ...found.map(({ location, page, title, answer }) => {
      const $link = document.createElement("a");
      $link.href = new URL(location, root).href;
      const parts = { b: title, span: answer, small: page === title ? "" : page };
      for (const [name, text] of Object.entries(parts)) {
        if (text) $link.appendChild(document.createElement(name)).textContent = text;
      }
      const $one = document.createElement("li");
      $one.append($link);
      return $one;
    }),
  );
}

/** @param {MessageEvent} event */
function answer({ data: { query, found } }) {
  if (query !== $field.value) return; // an answer to what was typed before
  const { down, none, one, many } = $said.dataset;
  if (!found) return show(down, []);
  show(found.length > 1 ? many.replace("{n}", found.length) : found.length ? one : none, found);
}

$field.addEventListener("input", ask);
$field.form.addEventListener("submit", (event) => {
  event.preventDefault();
  $list.querySelector("a")?.click();
});
$dialog.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const stops = [$field, ...$list.querySelectorAll("a")];
  const here = stops.indexOf(document.activeElement);
  if (here < 0) return;
  event.preventDefault();
  stops[(here + step + stops.length) % stops.length].focus();
});
