/** A message to send or to say: a sheet of paper, its blanks, and what the reader makes of it. */

/** @import { Message, Run } from "../protocol.js" */
/** @import { Context } from "../app/context.js" */
/** @import { Wording } from "./message-text.js" */
import { copier, save } from "../screens/copy-button.js";
import {
  LONGEST,
  blanksOf,
  countWords,
  mailAddress,
  plainSpaces,
  reworded,
  rewritten,
  wordingOf,
} from "./message-text.js";
import { button, h, icon } from "../screens/nodes.js";

/**
 * @typedef {object} MessageEditor
 * @property {(message: Message, ready: boolean) => HTMLElement} letter Ready: to be copied or mailed.
 * @property {(message: Message, look: string) => HTMLElement} copyButton
 * @property {() => HTMLElement | null} fields
 *   One field for each blank of the letters so far that has none yet.
 */

/**
 * A letter that can be written on.
 * @typedef {object} Pages
 * @property {HTMLElement[]} $nodes
 * @property {HTMLTextAreaElement} $body
 * @property {(wording: Wording) => void} fill
 */

/**
 * Messages that share their blanks: what is typed once appears in each.
 * @param {Context} context
 * @returns {MessageEditor}
 */
export function messageEditor(context) {
  const { t, count, blanks, wordings } = context;
  /** @type {Set<string>} Blanks that wait for a field. */
  const names = new Set();
  /** @type {Set<string>} */
  const asked = new Set();
  /** @type {(() => void)[]} */
  const letters = [];
  /** @type {(() => void)[]} */
  const labels = [];

  /** @param {Message} message */
  const runsOf = (message) => reworded(message, wordings.get(message.id));

  /** @param {Message} message */
  const now = (message) => wordingOf(runsOf(message), blanks);

  /** @param {Message} message */
  const plain = (message) => {
    const { subject, body } = plainSpaces(now(message));
    return subject ? `${t("subject")}: ${subject}\n\n${body}` : body;
  };

  /** @param {Message} message */
  const leftIn = (message) => blanksOf(runsOf(message)).filter((name) => !blanks.get(name));

  /**
   * Lead to the field of a blank, also in a closed fold; false if it has none.
   * @param {string} name
   */
  const toField = (name) => {
    const $field = document.getElementById(`fu-blank-${slug(name)}`);
    const $fold = $field?.closest("details");
    if ($fold) $fold.open = true;
    $field?.focus();
    return $field !== null;
  };

  /**
   * Once it is copied, what is left is said.
   * @param {Message} message
   */
  const copiedWith = (message) => () => {
    const left = leftIn(message).length;
    return left > 0 ? `${t("copied")}. ${count("blanks", left)}` : t("copied");
  };

  /**
   * A button that leads to the first blank as long as one is left, and then copies.
   * @type {MessageEditor["copyButton"]}
   */
  const copyButton = (message, look) => {
    const $label = h("span");
    const relabel = () => {
      const left = leftIn(message).length;
      $label.textContent = left > 0 ? count("fill-and-copy", left) : t("copy");
    };
    const instead = () => {
      const [first] = leftIn(message);
      return first !== undefined && toField(first);
    };
    labels.push(relabel);
    relabel();
    return copier(() => plain(message), look, [icon("copy"), $label], context, {
      said: copiedWith(message),
      instead,
    });
  };

  /**
   * @param {string} label
   * @param {() => string} text
   */
  const part = (label, text) => copier(text, "fu-link", [t(label)], context);

  /** @type {MessageEditor["letter"]} */
  const letter = (message, ready) => {
    for (const name of blanksOf(message)) if (!asked.has(name)) names.add(name);
    const isScript = message.kind === "script";
    const $counts = h("span");
    const $sheet = h("div");
    const $mail = h("a", { class: "fu-button fu-button--quiet" }, icon("mail"), t("open-mail"));
    const $long = h("p", { class: "fu-letter__long fu-noprint", hidden: true }, t("mail-long"));
    /** @type {Pages | null} What can be written on, while the letter is open for it. */
    let open = null;

    /** Whatever else stands, the length and the address go with the text. */
    const recount = () => {
      const wording = now(message);
      const left = leftIn(message).length;
      $counts.textContent = [
        t("words-count", { n: countWords(wording.body) }),
        ...(left > 0 ? [count("blanks", left)] : []),
      ].join(" · ");
      const { address, isWhole } = mailAddress(plainSpaces(wording), longest());
      $mail.setAttribute("href", address);
      $long.hidden = message.kind !== "email" || isWhole;
      const own = wordings.get(message.id);
      $whose.hidden = !own;
      $whose.textContent = t(own?.resting ? "my-words" : "our-words");
      for (const relabel of labels) relabel();
    };
    const redraw = () => {
      recount();
      if (open) open.fill(now(message));
      else $sheet.replaceChildren(...read(message));
    };
    const edit = () => {
      open = open ? null : write(message, recount);
      $edit.replaceChildren(icon(open ? "tick" : "pencil"), t(open ? "done" : "edit"));
      if (!open) return redraw();
      $sheet.replaceChildren(...open.$nodes);
      open.$body.focus();
    };
    const swap = () => {
      const own = wordings.get(message.id);
      if (own) wordings.set(message.id, { ...own, resting: !own.resting });
      redraw();
    };
    const $edit = button("fu-button fu-button--quiet", edit, icon("pencil"), t("edit"));
    const $whose = button("fu-link", swap);
    letters.push(redraw);
    redraw();
    return h(
      "div",
      { class: "fu-letterbox" },
      h(
        "div",
        {
          class: isScript ? "fu-letter fu-letter--script" : "fu-letter",
          translate: "no", // What is copied, mailed or saved is what is seen.
          "data-message": message.id,
        },
        $sheet,
        h("div", { class: "fu-letter__foot" }, $counts, $whose, $edit),
      ),
      ready && acts(message, $mail),
      message.offers && offer(message.offers),
      $long,
      why(message),
    );
  };

  /**
   * @param {Message} message
   * @param {HTMLElement} $mail
   */
  const acts = (message, $mail) =>
    h(
      "div",
      { class: "fu-noprint" },
      h(
        "div",
        { class: "fu-letter__acts" },
        copier(
          () => plain(message),
          "fu-button--quiet",
          [icon("copy"), t(message.kind === "script" ? "copy-call" : "copy")],
          context,
          { said: copiedWith(message) },
        ),
        message.kind === "email" && $mail,
      ),
      h(
        "div",
        { class: "fu-letter__parts" },
        message.subject && part("copy-subject", () => plainSpaces(now(message)).subject),
        message.subject && part("copy-body", () => plainSpaces(now(message)).body),
        button(
          "fu-link",
          () => save(`${message.id}.txt`, "text/plain", `${plain(message)}\n`),
          t("save-text"),
        ),
      ),
    );

  /** @param {NonNullable<Message["offers"]>} offers */
  const offer = ({ question, to, text }) =>
    h(
      "p",
      { class: "fu-noprint" },
      button("fu-link", () => context.acts.use({ [question]: to }), text),
    );

  /** @param {Message} message */
  const why = ({ reasons, section }) => {
    const $more =
      section && h("a", { class: "fu-more", href: context.href(section) }, t("read-more"));
    if (reasons.length === 0) return $more && h("p", { class: "fu-noprint" }, $more);
    return h(
      "details",
      { class: "fu-fold fu-noprint" },
      h("summary", {}, t("why-sentences")),
      h("ol", {}, ...reasons.map((reason) => h("li", {}, reason))),
      $more && h("p", {}, $more),
    );
  };

  /** @param {Message} message */
  const read = (message) => {
    const { subject, paragraphs } = runsOf(message);
    const line = subject
      ? [h("b", {}, t("subject")), ...subject.map(node)]
      : [h("b", {}, message.title)];
    return [
      h("div", { class: "fu-letter__head" }, h("p", { class: "fu-letter__subject" }, ...line)),
      h(
        "div",
        { class: "fu-letter__body" },
        ...paragraphs.map((runs) => h("p", {}, ...runs.map(node))),
      ),
    ];
  };

  /**
   * The same sheet to write on. Every letter typed is kept at once, so that nothing can be lost.
   * @param {Message} message
   * @param {() => void} changed
   * @returns {Pages}
   */
  const write = (message, changed) => {
    const wording = now(message);
    const id = `fu-edit-${message.id}`;
    const $body = h("textarea", { id, rows: wording.body.split("\n").length + 4 }, wording.body);
    const $subject = message.subject && h("input", { id: `${id}-subject`, value: wording.subject });
    const keep = () => {
      const typed = { subject: $subject?.value ?? "", body: $body.value };
      wordings.set(message.id, rewritten(runsOf(message), blanks, typed));
      changed();
    };
    for (const $field of [$subject, $body]) $field?.addEventListener("input", keep);
    /** @type {Pages["fill"]} */
    const fill = ({ subject, body }) => {
      if ($subject) $subject.value = subject;
      $body.value = body;
    };
    const $nodes = [
      h(
        "div",
        { class: "fu-letter__head" },
        $subject
          ? h(
              "p",
              { class: "fu-letter__subject" },
              h("label", { for: $subject.id }, t("subject")),
              $subject,
            )
          : h("p", { class: "fu-letter__subject" }, h("b", {}, message.title)),
      ),
      h(
        "div",
        { class: "fu-letter__body" },
        h("label", { class: "fu-hidden", for: id }, t("your-wording")),
        $body,
      ),
    ];
    return { $nodes, $body, fill };
  };

  /** @param {Run} run */
  const node = (run) => {
    if (run.filled) return h("span", { class: "fu-filled" }, run.text);
    if (!run.blank) return lines(run.text);
    const { blank } = run;
    const typed = blanks.get(blank);
    const $blank = button(
      typed ? "fu-filled" : "fu-blank",
      () => toField(blank),
      typed || run.text,
    );
    $blank.setAttribute("aria-label", t("fill-in", { label: t(`blank-${slug(blank)}`) }));
    return $blank;
  };

  const fields = () => {
    const $fields = [...names].map((name) => {
      const id = `fu-blank-${slug(name)}`;
      const $input = h("input", { id, value: blanks.get(name), placeholder: name });
      $input.autocomplete = name === "your name" ? "name" : "off";
      $input.addEventListener("input", () => {
        blanks.set(name, $input.value.trim());
        for (const redraw of letters) redraw();
      });
      return h("div", {}, h("label", { for: id }, t(`blank-${slug(name)}`)), $input);
    });
    for (const name of names) asked.add(name);
    names.clear();
    return $fields.length > 0 ? h("div", { class: "fu-desk__fields" }, ...$fields) : null;
  };

  return { letter, copyButton, fields };
}

/** How long the address of a mail may be on this system. */
function longest() {
  return /^win/i.test(navigator.platform) ? LONGEST.windows : LONGEST.elsewhere;
}

/** @param {string} name */
function slug(name) {
  return name.replaceAll(" ", "-");
}

/** @param {string} text */
function lines(text) {
  const $lines = document.createDocumentFragment();
  for (const [index, line] of text.split("\n").entries()) {
    if (index > 0) $lines.append(h("br"));
    $lines.append(line);
  }
  return $lines;
}
