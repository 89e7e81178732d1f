// The desk of advisers, and the sheets it makes: a link, a code to scan, a line of their own.

import { encodeQR } from "./qr.js";
import { joined, parted } from "./senders-line.js";

const $form = document.querySelector("[data-desk]");
const $quizAddress = document.querySelector("[data-desk-address], [data-desk-link] code");
const $embed = document.querySelector("[data-desk-embed] code");
const quiz = $quizAddress?.textContent.trim() ?? "";
const line = $embed?.textContent ?? "";
const hrefs = new Map(
  Array.from(document.querySelectorAll("a[data-desk-with]"), ($link) => [
    $link,
    $link.getAttribute("href"),
  ]),
);

/** Put the end of the link into all that stands on the page. */
function write(end) {
  for (const [$link, href] of hrefs) $link.setAttribute("href", href + end);
  if (!$quizAddress) return;
  if ($form) $quizAddress.textContent = quiz + end;
  if ($embed) {
    const [, address] = line.match(/src="([^"]+)"/);
    const src = `${address}${end}`.replaceAll("&", "&amp;");
    $embed.textContent = line.replace(`src="${address}"`, `src="${src}"`);
  }
  draw(quiz + end);
}

/** Draw a code to scan; its words stand beside it for those who cannot. */
function draw(address) {
  const $figure = document.querySelector("[data-desk-qr]");
  if (!$figure || !encodeQR) return;
  const svg = encodeQR(address, "svg", { ecc: "medium", border: 4 });
  const $code = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  $code.setAttribute("role", "img");
  $code.setAttribute("aria-label", `A code to scan. It opens ${quiz}`);
  $figure.querySelector("svg")?.remove();
  $figure.prepend($code);
  $figure.hidden = false;
}

function wishes() {
  const { note, ...answers } = Object.fromEntries(new FormData($form));
  return joined(answers, parted(joined({}, note)).note);
}

function nameCountries() {
  const names = new Intl.DisplayNames("en", { type: "region" });
  const $select = $form.elements.country;
  const [$none, ...$countries] = $select.options;
  for (const $country of $countries) {
    $country.textContent = names.of($country.value);
  }
  $countries.sort((one, other) => one.textContent.localeCompare(other.textContent, "en"));
  $select.replaceChildren($none, ...$countries);
  $select.value = ""; // or the last one would be chosen
}

/** The regions of the country that is chosen; most countries have none. */
function regions() {
  const $select = $form.elements.region;
  const [$none, ...$regions] = $select.options;
  return () => {
    const code = `${$form.elements.country.value}-`;
    const { value } = $select;
    const $here = $regions.filter((one) => code.length > 1 && one.value.startsWith(code));
    $select.replaceChildren($none, ...$here);
    $select.value = $here.some((one) => one.value === value) ? value : "";
    $select.parentElement.hidden = $here.length === 0;
  };
}

const $print = document.querySelector("[data-print]");
$print?.addEventListener("click", () => print());
if ($print) $print.hidden = false;

if ($form) {
  nameCountries();
  const offerRegions = regions();
  offerRegions();
  $form.addEventListener("input", () => {
    offerRegions();
    write(wishes());
  });
  $form.addEventListener("submit", (event) => event.preventDefault());
  $form.hidden = false;
  document.querySelector("[data-desk-without]").hidden = true;
  write(wishes());
} else {
  const { fragment, note } = parted(location.hash);
  const given = fragment.replace("#v=1&", "").split("&").filter(Boolean);
  write(joined(Object.fromEntries(given.map((pair) => pair.split("="))), note));
}
