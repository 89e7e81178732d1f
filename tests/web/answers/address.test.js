import assert from "node:assert/strict";
import { test } from "node:test";
import {
  isTooLong,
  holdsAnswers,
  readFragment,
  writeFragment,
} from "../../../widget/web/answers/address.js";

/** @type {[string, Record<string, string>, string][]} */
const WRITTEN = [
  [
    "after the version, in their order",
    { heard: "nothing", "interviewed-on": "2027-02-02" },
    "#v=1&heard=nothing&interviewed-on=2027-02-02",
  ],
  ["as no fragment, if there are none", {}, ""],
  ["with a plus between the values of a set", { channels: "a+b" }, "#v=1&channels=a+b"],
  [
    "with all but the plain characters encoded",
    { a: "A-z_0.9~+ !'()*&=#%/" },
    "#v=1&a=A-z_0.9~+%20%21%27%28%29%2A%26%3D%23%25%2F",
  ],
  ["in UTF-8", { a: "é" }, "#v=1&a=%C3%A9"],
  ["even if half a surrogate pair is missing", { a: "\ud800" }, "#v=1&a=%EF%BF%BD"],
];
for (const [how, answers, fragment] of WRITTEN) {
  test(`answers are written ${how}`, () => assert.equal(writeFragment(answers), fragment));
}

/** @type {[string, string, Record<string, string>][]} */
const READ = [
  ["a place on the page is no answer", "#timeline", {}],
  ["the version is no answer", "#v=1", {}],
  ["the plus is never a space", "#v=1&channels=email+phone", { channels: "email+phone" }],
  ["only the first equals sign divides", "#heard=a=b", { heard: "a=b" }],
  ["a part without an equals sign is a key without a value", "#heard&v=1", { heard: "" }],
  ["a value may be empty", "#heard=", { heard: "" }],
  ["empty parts are passed over", "#&&heard=nothing&", { heard: "nothing" }],
  ["a percent sequence is decoded", "#closed=a%2E%2Eb", { closed: "a..b" }],
  [
    "a malformed part leaves the others",
    "#v=1&heard=%&thanked=yes",
    { heard: "%", thanked: "yes" },
  ],
];
for (const raw of ["%", "%E", "%GG", "%C3", "100%", "%C3%28"]) {
  READ.push([`a malformed percent sequence stays: ${raw}`, `#heard=${raw}`, { heard: raw }]);
}
for (const [what, fragment, answers] of READ) {
  test(what, () => assert.deepEqual(readFragment(fragment), answers));
}

test("a key like __proto__ is an ordinary answer", () => {
  const answers = readFragment("#__proto__=x");
  assert.deepEqual(Object.keys(answers), ["__proto__"]);
  assert.equal(writeFragment(answers), "#v=1&__proto__=x");
});

test("what is written is read back", () => {
  const answers = { heard: "a b+c", closed: "2027-02-09..2027-02-12+2027-03-01", odd: "100% é&=#" };
  assert.deepEqual(readFragment(writeFragment(answers)), answers);
});

test("only a fragment with an equals sign holds answers", () => {
  assert.deepEqual(["#find-my-day", "", "#v=1"].map(holdsAnswers), [false, false, true]);
});

test("what is longer than any link of ours is not read", () => {
  const many = Array.from({ length: 65 }, (_, n) => `k${n}=1`).join("&");
  for (const long of [`#heard=${"x".repeat(8192)}`, `#v=1&${many}`]) {
    assert.equal(isTooLong(long), true);
    assert.deepEqual(readFragment(long), {});
  }
  assert.equal(isTooLong(`#v=1&${many.slice(0, many.lastIndexOf("&"))}`), false);
});
