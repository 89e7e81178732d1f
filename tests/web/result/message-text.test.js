import assert from "node:assert/strict";
import { test } from "node:test";
import {
  LONGEST,
  blanksOf,
  countWords,
  mailAddress,
  reworded,
  rewritten,
  wordingOf,
} from "../../../widget/web/result/message-text.js";

/** @type {import("../../../widget/web/protocol.js").Message} */
const MESSAGE = {
  id: "ask-for-news",
  title: "Ask for news",
  section: null,
  kind: "email",
  subject: [{ text: "[job]", blank: "job" }, { text: " interview" }],
  reasons: [],
  paragraphs: [
    [{ text: "Hello " }, { text: "[interviewer]", blank: "interviewer" }, { text: "," }],
    [{ text: "Kind regards,\n" }, { text: "[your name]", blank: "your name" }],
  ],
};

test("each blank counts once", () => {
  const twice = { ...MESSAGE, subject: MESSAGE.paragraphs[0] };
  assert.deepEqual(blanksOf(twice), ["interviewer", "your name"]);
});

test("what is filled stands in the text, what is not stays in brackets", () => {
  const { subject, body } = wordingOf(MESSAGE, new Map([["interviewer", "Ana [HR]"]]));
  assert.equal(subject, "[job] interview");
  assert.equal(body, "Hello Ana [HR],\n\nKind regards,\n[your name]");
});

test("the reader's own wording keeps its blanks, and only those of the message", () => {
  const own = { subject: "News?", body: "Hi [interviewer] and [others]\n\n\n\n[your name]\n" };
  const runs = reworded(MESSAGE, own);
  assert.deepEqual(blanksOf(runs), ["interviewer", "your name"]);
  const filled = wordingOf(runs, new Map([["your name", "Kim"]]));
  assert.deepEqual(filled, { subject: "News?", body: "Hi [interviewer] and [others]\n\nKim" });
});

test("taken apart and put together, a message is the same", () => {
  const wording = wordingOf(MESSAGE, new Map());
  assert.deepEqual(wordingOf(reworded(MESSAGE, wording), new Map()), wording);
});

test("a wording that rests is kept, and ours stands", () => {
  assert.equal(reworded(MESSAGE, { subject: "", body: "Mine", resting: true }), MESSAGE);
});

test("where the reader writes, blanks elsewhere can still be filled in another way", () => {
  const kim = new Map([
    ["interviewer", "Kim"],
    ["your name", "Kim"],
  ]);
  const stood = wordingOf(MESSAGE, kim);
  /** @param {string} body */
  const typed = (body) => rewritten(MESSAGE, kim, { ...stood, body }).body;
  assert.equal(typed(stood.body), "Hello [interviewer],\n\nKind regards,\n[your name]");
  assert.equal(
    typed("Hi Kim,\n\nKind regards,\nKim"),
    "Hi [interviewer],\n\nKind regards,\n[your name]",
  );
  assert.equal(typed("Hello Kim,\n\nBye,\nKim"), "Hello [interviewer],\n\nBye,\n[your name]");
  assert.equal(typed("Hello Kam,\n\nKind regards,\nKam"), "Hello Kam,\n\nKind regards,\nKam");
});

test("whatever is typed is what stands then", () => {
  const blanks = new Map([["interviewer", "aaa"]]);
  const texts = ["", "a", "aaaa", "Hello aaa,", "Hello aaa,\n\nKind regards,\n", "Hello aaaaaa"];
  for (const body of texts) {
    const own = rewritten(MESSAGE, blanks, { subject: "", body });
    assert.equal(wordingOf(reworded(MESSAGE, own), blanks).body, body.trim());
  }
});

test("a message that mail programs might cut is left out whole", () => {
  const wording = { subject: "News?", body: "word ".repeat(500) };
  const { address, isWhole } = mailAddress(wording, LONGEST.windows);
  assert.equal(isWhole, false);
  assert.equal(address, "mailto:?subject=News%3F");
  assert.equal(mailAddress(wording, LONGEST.elsewhere).isWhole, true);
});

test("a letter in a script of many bytes opens whole where nothing cuts it", () => {
  const wording = { subject: "面试", body: "您好，感谢您的时间。".repeat(60) };
  assert.equal(mailAddress(wording, LONGEST.windows).isWhole, false);
  const { address, isWhole } = mailAddress(wording, LONGEST.elsewhere);
  assert.equal(isWhole, true);
  assert.ok(decodeURIComponent(address).endsWith(wording.body));
});

test("words are counted as people count them", () => {
  assert.equal(countWords("Kind regards,\n\n Kim  Lee "), 4);
  assert.equal(countWords(""), 0);
});

test("the address of a mail keeps every letter and names nobody", () => {
  const wording = { subject: "A & B?", body: "Grüße\n#1 = 100 %\ud83d" };
  const address = new URL(mailAddress(wording, LONGEST.windows).address);
  assert.equal(address.protocol, "mailto:");
  assert.equal(address.pathname, "");
  const parts = address.search
    .slice(1)
    .split("&")
    .map((part) => part.split("="));
  const said = Object.fromEntries(parts.map(([key, text]) => [key, decodeURIComponent(text)]));
  assert.deepEqual(said, { subject: "A & B?", body: "Grüße\r\n#1 = 100 %" });
});
