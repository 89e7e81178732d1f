// Compares the files of the quiz, as they arrive here, with the list of this release.

const LIST = new URL("../../SHA256SUMS", import.meta.url);
const QUIZ = /^assets\/quiz\/(python-(first-)?)?[0-9a-f]{12}\//;

const $button = document.querySelector("[data-verify]");
const $said = document.querySelector("[data-verified]");

/** @param {URL} address */
async function hash(address) {
  const reply = await fetch(address, { cache: "reload" });
  const digest = await crypto.subtle.digest("SHA-256", await reply.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function verify() {
  const list = await (await fetch(LIST, { cache: "no-cache" })).text();
  const lines = list.split("\n").map((line) => line.split("  "));
  const wanted = lines.filter(([, place]) => QUIZ.test(place ?? ""));
  const found = await Promise.all(
    wanted.map(async ([code, place]) => (await hash(new URL(place, LIST))) === code || place),
  );
  const wrong = found.filter((one) => one !== true);
  const outcome =
    wrong.length > 0
      ? `Not as they were built: ${wrong.join(", ")}.`
      : `All ${found.length} files of the quiz are as they were built.`;
  return `${outcome} The hash of the list: ${await hash(LIST)}`;
}

$button.addEventListener("click", async () => {
  $said.textContent = "Checking …";
  $said.textContent = await verify().catch(
    (error) => `This could not be checked. ${error.message}`,
  );
});
// Without https, browsers do not reckon hashes for pages.
$button.hidden = !globalThis.crypto?.subtle;
