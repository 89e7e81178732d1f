import assert from "node:assert/strict";
import { test } from "node:test";
import { holdsAnswers, readFragment, writeFragment } from "../../../widget/web/answers/address.js";

test("answers are written after the version, in their order", () => {
  assert.equal(
    writeFragment({ heard: "nothing", "interviewed-on": "2027-02-02" }),
    "#v=1&heard=nothing&interviewed-on=2027-02-02",
  );
});

test("no answers make no fragment", () => {
  assert.equal(writeFragment({}), "");
});

test("a place on the page holds no answers", () => {
  assert.deepEqual(readFragment("#timeline"), {});
});

test("the plus that joins a set is written as it is", () => {
  assert.equal(writeFragment({ channels: "email+phone" }), "#v=1&channels=email+phone");
});

test("the plus is read as it is, never as a space", () => {
  assert.deepEqual(readFragment("#v=1&channels=email+phone"), { channels: "email+phone" });
});

test("everything outside the plain characters is percent-encoded", () => {
  assert.equal(
    writeFragment({ a: "A-z_0.9~+ !'()*&=#%/" }),
    "#v=1&a=A-z_0.9~+%20%21%27%28%29%2A%26%3D%23%25%2F",
  );
});

test("letters beyond ASCII are encoded as UTF-8", () => {
  assert.equal(writeFragment({ a: "é" }), "#v=1&a=%C3%A9");
});

test("half a surrogate pair does not throw", () => {
  assert.equal(writeFragment({ a: "\ud800" }), "#v=1&a=%EF%BF%BD");
});

test("only the first equals sign divides", () => {
  assert.deepEqual(readFragment("#heard=a=b"), { heard: "a=b" });
});

test("a part without an equals sign is a key without a value", () => {
  assert.deepEqual(readFragment("#heard&v=1"), { heard: "" });
});

test("a value may be empty", () => {
  assert.deepEqual(readFragment("#heard="), { heard: "" });
});

test("empty parts are passed over", () => {
  assert.deepEqual(readFragment("#&&heard=nothing&"), { heard: "nothing" });
});

test("a percent sequence is decoded", () => {
  assert.deepEqual(readFragment("#closed=2027-02-09%2E%2E2027-02-12"), {
    closed: "2027-02-09..2027-02-12",
  });
});

for (const raw of ["%", "%E", "%GG", "%C3", "100%", "%C3%28"]) {
  test(`a malformed percent sequence is kept as it is: ${raw}`, () => {
    assert.deepEqual(readFragment(`#heard=${raw}`), { heard: raw });
  });
}

test("a malformed part leaves the others readable", () => {
  assert.deepEqual(readFragment("#v=1&heard=%&thanked=yes"), { heard: "%", thanked: "yes" });
});

test("the version is no answer", () => {
  assert.deepEqual(readFragment("#v=1"), {});
});

test("a key like __proto__ is an ordinary answer", () => {
  const answers = readFragment("#__proto__=x");
  assert.deepEqual(Object.keys(answers), ["__proto__"]);
  assert.equal(writeFragment(answers), "#v=1&__proto__=x");
});

test("what is written is read back", () => {
  const answers = { heard: "a b+c", closed: "2027-02-09..2027-02-12+2027-03-01", odd: "100% é&=#" };
  assert.deepEqual(readFragment(writeFragment(answers)), answers);
});

test("the fragment of a link within the page holds no answers", () => {
  assert.equal(holdsAnswers("#find-my-day"), false);
  assert.equal(holdsAnswers(""), false);
});

test("a fragment with an equals sign holds answers", () => {
  assert.equal(holdsAnswers("#v=1"), true);
});
