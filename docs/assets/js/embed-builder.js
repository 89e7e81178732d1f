// Changes the line of HTML for other sites as the reader wishes, and shows what it gives.

const $form = document.querySelector("[data-builder]");
const $code = document.querySelector("[data-embed-code] code");
const $preview = document.querySelector("[data-builder-preview]");
const LOCKED = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";

/** The line as it stands on the page without us: the only place where it is written. */
const line = $code.textContent;
const [, embed] = line.match(/src="([^"]+)"/);

function wishes() {
  const { theme, question, answers, sandbox } = Object.fromEntries(new FormData($form));
  const asked = Object.entries({ theme, question }).filter(([, value]) => value);
  const search = asked.length > 0 ? `?${new URLSearchParams(asked)}` : "";
  const fragment = answers.match(/#v=[\w.~%&=+-]+/)?.[0] ?? "";
  return { address: `${search}${fragment}`, sandbox: sandbox ? LOCKED : null };
}

let written = "";

function write() {
  const { address, sandbox } = wishes();
  if (written === `${address} ${sandbox}`) return;
  written = `${address} ${sandbox}`;
  const src = `${embed}${address}`.replaceAll("&", "&amp;");
  const lock = sandbox ? ` sandbox="${sandbox}"` : "";
  $code.textContent = line.replace(`src="${embed}"`, `src="${src}"${lock}`);
  show(address, sandbox);
}

/** The quiz of this copy of the site, which may stand elsewhere than its own address says. */
function show(address, sandbox) {
  const $frame = document.createElement("iframe");
  if (sandbox) $frame.setAttribute("sandbox", sandbox);
  $frame.title = $preview.dataset.builderPreview;
  $frame.height = "750";
  $frame.allow = "clipboard-write";
  $frame.loading = "lazy"; // Python comes only for those who read this far.
  $frame.src = new URL(`../embed/${address}`, location.href).href;
  $preview.replaceChildren($frame);
}

/** The questions as the quiz asks them, from its own page. */
async function offerQuestions() {
  const page = await (await fetch("../quiz/")).text();
  const quiz = new DOMParser().parseFromString(page, "text/html");
  for (const $question of quiz.querySelectorAll(".fu-static h3[id]")) {
    $question.querySelector(".headerlink")?.remove();
    $form.elements.question.append(new Option($question.textContent.trim(), $question.id));
  }
}

const $grow = document.createElement("script");
$grow.src = new URL("../assets/embed.js", location.href).href;
document.head.append($grow);
// Not on "change": it comes when the field is left, and would move what is being pressed.
$form.addEventListener("input", write);
$form.addEventListener("submit", (event) => event.preventDefault());
$form.hidden = $preview.hidden = false;
write();
await offerQuestions();
