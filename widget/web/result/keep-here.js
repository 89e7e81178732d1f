/** Keeping an application on this device, if the reader asks for it. */

/** @import { AdviceDocument } from "../protocol.js" */
/** @import { Context, Keeping } from "../app/context.js" */
import { titleOf } from "../kept/store.js";
import { h, icon, saidBeside } from "../screens/nodes.js";

/**
 * @param {AdviceDocument} view
 * @param {Keeping} keeping
 * @param {Context} context
 */
export function keepHere(view, keeping, { t, href, say, blanks }) {
  const $root = h("div", { class: "fu-kept" });
  const $board = h("a", { href: href("applications") }, t("my-applications"));
  const { $said, tell } = saidBeside(say);

  function show() {
    const kept = keeping.current();
    $root.replaceChildren(
      ...(kept
        ? [h("p", {}, icon("tick"), " ", t("kept-as", { name: titleOf(kept) })), $board]
        : [form(), h("p", {}, t("keep-here-note"), " ", $board)]),
    );
  }

  function form() {
    const $employer = field("keep-employer", blanks.get("company"));
    const $job = field("keep-job", blanks.get("job"));
    const $form = h(
      "form",
      {},
      labelled($employer, t("keep-employer")),
      labelled($job, t("keep-job")),
      h("button", { class: "fu-button fu-button--quiet" }, icon("lock"), t("keep-here")),
      $said,
    );
    $employer.required = true;
    $form.addEventListener("submit", (event) => {
      event.preventDefault();
      const person = blanks.get("interviewer") ?? "";
      const names = { employer: $employer.value, job: $job.value, person };
      if (!names.employer.trim()) return $employer.focus();
      if (!keeping.keep(names, view)) return tell(t("keep-refused"));
      show();
      say(t("kept-as", { name: titleOf(names) }));
      $board.focus();
    });
    return $form;
  }

  show();
  return $root;
}

/**
 * @param {string} id
 * @param {string} [value]
 */
function field(id, value = "") {
  return h("input", {
    id: `fu-${id}`,
    class: "fu-input",
    value,
    autocomplete: "off",
    maxlength: 100,
  });
}

/**
 * @param {HTMLInputElement} $field
 * @param {string} label
 */
function labelled($field, label) {
  return h("div", {}, h("label", { for: $field.id }, label), $field);
}
