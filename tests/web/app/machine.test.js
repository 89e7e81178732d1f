import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { begin, next } from "../../../widget/web/app/machine.js";
import { kept, valueOf } from "../../../widget/web/app/state.js";
import { advice, question, screen } from "../fixtures/documents.js";

/** @import { QuizEvent, State } from "../../../widget/web/app/state.js" */

const opening = screen(1, [
  question("heard"),
  question("heard-on", { type: "date", shown_if: [[["heard", ["rejected"]]]] }),
]);
const second = screen(2, [question("interviewed-on", { type: "date" })], {
  answers: { heard: "nothing" },
});
const result = advice({ answers: { heard: "nothing", "interviewed-on": "2027-02-02" } });

/**
 * @param {State} state
 * @param {...QuizEvent} events
 */
const after = (state, ...events) => events.reduce(next, state);

/** @type {QuizEvent} */
const submit = { type: "submit", drafts: { heard: "nothing" } };
/** @type {QuizEvent} */
const ready = { type: "ready" };
/** @type {QuizEvent} */
const failed = { type: "failed", stage: "load", text: "no WebAssembly" };
/** @type {(id: number, document?: any) => QuizEvent} */
const answer = (id, document = second) => ({ type: "answer", id, document });

/** On an empty page the first ask is answered without Python. */
const fresh = after(begin({}, null), answer(1, opening));
/** This, too. */
const onward = after(fresh, submit, answer(2));
const awake = after(fresh, ready, answer(2, opening));

/** One or more of every state. */
const STATES = {
  waking: fresh,
  "waking, later": onward,
  "waking, holding": after(fresh, submit),
  "waking, holding, slow": after(fresh, submit, { type: "slow" }),
  "waking, restored": begin({ heard: "nothing" }, null),
  asking: awake,
  "asking, later": after(awake, submit, answer(3)),
  thinking: after(awake, submit),
  "thinking, slow": after(awake, submit, { type: "slow" }),
  "thinking, checking": after(onward, ready),
  advising: after(awake, submit, answer(3, result)),
  "waking, in vain": after(fresh, failed),
  "waking, beside the advice": after(awake, submit, answer(3, result), failed),
  down: after(fresh, submit, failed),
  "down, restored": after(begin({ heard: "nothing" }, null), failed),
};

/** @type {Record<string, QuizEvent>} */
const EVENTS = {
  draft: { type: "draft", drafts: { heard: "offer" } },
  submit: { type: "submit", drafts: { heard: "rejected" } },
  "show the opening": { type: "show", screen: 1, trace: "push" },
  "show another": { type: "show", screen: 2, trace: "replace" },
  "show what comes next": { type: "show", screen: null, trace: "replace" },
  read: { type: "read", answers: { thanked: "yes" }, screen: null },
  "read nothing": { type: "read", answers: {}, screen: null },
  use: { type: "use", answers: { thanked: "yes" } },
  erase: { type: "erase" },
  undo: { type: "undo" },
  ready,
  progress: { type: "progress", loaded: 5, total: 10 },
  slow: { type: "slow" },
  "the answer": answer(3),
  "an answer nobody waits for": answer(99),
  failed,
  retry: { type: "retry" },
};

/** The state that each event leads to, by its name. */
const ASKED = { submit: "thinking", show: "thinking", read: "thinking", erase: "thinking" };
/** @type {Record<string, Record<string, string>>} */
const TABLE = {
  waking: { ready: "thinking" },
  "waking, later": { ready: "thinking" },
  "waking, holding": { ready: "thinking", failed: "down" },
  "waking, holding, slow": { ready: "thinking", failed: "down" },
  "waking, restored": { ready: "thinking", failed: "down" },
  "waking, in vain": { submit: "down", show: "down", read: "down", erase: "down" },
  "waking, beside the advice": { use: "down", show: "down", read: "down", erase: "down" },
  asking: { ...ASKED, failed: "waking" },
  "asking, later": { ...ASKED, failed: "waking" },
  thinking: { "the answer": "asking", failed: "down" },
  "thinking, slow": { "the answer": "asking", failed: "down" },
  "thinking, checking": { "the answer": "asking", failed: "waking" },
  advising: { ...ASKED, submit: "advising", use: "thinking", failed: "waking" },
  down: { retry: "waking" },
  "down, restored": { retry: "waking" },
};

for (const [stateName, state] of Object.entries(STATES)) {
  describe(stateName, () => {
    test("is what it is called", () => {
      assert.equal(state.name, stateName.split(",")[0]);
    });
    for (const [eventName, event] of Object.entries(EVENTS)) {
      const leads = TABLE[stateName];
      const expected = leads[eventName] ?? leads[eventName.split(" ")[0]] ?? state.name;
      test(`${eventName} -> ${expected}`, () => {
        const reached = next(state, event);
        assert.equal(reached.name, expected);
        assert.ok(reached.turn >= state.turn);
        assert.ok(reached.name !== "thinking" || reached.asked !== null);
        assert.ok(reached.name !== "down" || !reached.awake);
        assert.ok(!reached.slow || reached.asked !== null);
      });
    }
  });
}

describe("answers", () => {
  test("nothing but erasing or another link takes an answer away", () => {
    for (const state of [onward, STATES["asking, later"], STATES.advising]) {
      for (const [name, event] of Object.entries(EVENTS)) {
        if (name.startsWith("read") || name === "erase") continue;
        assert.ok("heard" in next(state, event).answers, name);
      }
    }
  });

  test("a failure keeps what was typed, and trying again brings it back", () => {
    const typed = after(fresh, { type: "draft", drafts: { heard: "offer" } }, failed);
    assert.equal(valueOf(after(typed, { type: "retry" }), "heard"), "offer");
  });

  test("after a failure the first screens go on, and what they cannot say is asked of Python again", () => {
    const vain = STATES["waking, in vain"];
    assert.equal(vain.turn, fresh.turn); // Nothing is drawn anew under the reader's hands.
    const held = next(vain, submit);
    assert.equal(held.name, "down");
    assert.ok(held.turn > vain.turn);
    const onward = next(held, answer(held.asks));
    assert.deepEqual([onward.name, onward.document], ["waking", second]);
    assert.equal(after(held, { type: "retry" }, ready).asked?.submitted, 1);
  });

  test("what is asked while waking is held, and asked still after a failure", () => {
    const held = after(fresh, submit, failed, { type: "retry" }, ready);
    assert.equal(held.name, "thinking");
    const { screen, submitted, check } = held.asked ?? {};
    assert.deepEqual([screen, submitted, check], [null, 1, false]);
    assert.deepEqual(held.answers, { heard: "nothing" });
  });

  test("an emptied field takes the answer with it", () => {
    const again = after(STATES["asking, later"], {
      type: "submit",
      drafts: { "interviewed-on": null, heard: null },
    });
    assert.deepEqual(again.answers, {});
  });

  test("what was typed on a screen stands there when one comes back to it", () => {
    const state = after(
      STATES["asking, later"],
      { type: "draft", drafts: { "interviewed-on": "2027-02-02" } },
      { type: "show", screen: 1, trace: "replace" },
      answer(4, opening),
      { type: "show", screen: 2, trace: "replace" },
      answer(5),
    );
    assert.equal(valueOf(state, "interviewed-on"), "2027-02-02");
  });

  test("what stands on the screen is kept in the address, what another screen holds is not", () => {
    const here = after(STATES["asking, later"], {
      type: "draft",
      drafts: { "interviewed-on": "2027-02-02" },
    });
    assert.deepEqual(kept(here), { heard: "nothing", "interviewed-on": "2027-02-02" });
    const there = after(here, { type: "show", screen: 1, trace: "replace" }, answer(4, opening));
    assert.deepEqual(kept(there), {});
  });

  test("a field that went away takes its draft with it", () => {
    const state = after(
      fresh,
      { type: "draft", drafts: { heard: "rejected", "heard-on": "2027-02-02" } },
      { type: "draft", drafts: { heard: "nothing" } },
    );
    assert.deepEqual(kept(state), { heard: "nothing" });
  });
});

describe("dropped answers", () => {
  const before = STATES["asking, later"];
  const changed = after(
    before,
    { type: "submit", drafts: { "interviewed-on": "2027-03-02" } },
    answer(
      4,
      screen(3, [], { answers: { heard: "nothing", thanked: "yes" }, dropped: ["thanked"] }),
    ),
  );

  test("they are taken out of the answers", () => {
    assert.deepEqual(changed.answers, { heard: "nothing" });
  });

  test("undo goes back to the screen and the answers before", () => {
    const undone = next(changed, { type: "undo" });
    assert.deepEqual(undone.answers, before.answers);
    assert.equal(undone.asked?.screen, 2);
  });

  test("an answer that was tried and taken can be undone, and both are steps to go back to", () => {
    const taken = next(STATES.advising, EVENTS.use);
    const stands = after(taken, answer(taken.asks, result));
    assert.equal(stands.trace, "branch");
    assert.deepEqual(stands.undo?.used, ["thanked"]);
    const undone = next(stands, { type: "undo" });
    assert.deepEqual(undone.answers, STATES.advising.answers);
    assert.equal(undone.asked?.trace, "branch");
    assert.equal(after(undone, answer(undone.asks, result)).undo, null);
  });

  test("where none were dropped there is nothing to undo", () => {
    assert.equal(before.undo, null);
    assert.equal(next(before, { type: "undo" }), before);
  });
});

describe("when another day begins", () => {
  /** @type {QuizEvent} */
  const newDay = { type: "new-day" };

  test("what stands is asked anew and says so, and what is typed stays", () => {
    const typed = after(awake, { type: "draft", drafts: { heard: "offer" } }, newDay);
    assert.deepEqual([typed.asked?.screen, typed.asked?.trace], [1, "replace"]);
    const anew = next(typed, answer(typed.asks, opening));
    assert.deepEqual([anew.isNewDay, valueOf(anew, "heard")], [true, "offer"]);
    assert.equal(after(anew, submit, answer(anew.asks + 1)).isNewDay, false);
  });

  test("an advice is asked anew", () => {
    const anew = next(STATES.advising, newDay);
    assert.deepEqual([anew.asked?.screen, anew.asked?.isNewDay], [null, true]);
  });

  test("what is asked already is asked for that day", () => {
    const anew = next(STATES.thinking, newDay);
    assert.equal(anew.asked?.submitted, STATES.thinking.asked?.submitted);
    assert.equal(next(anew, answer(STATES.thinking.asks)), anew); // of the day before
  });
});

describe("a long wait", () => {
  const late = after(awake, submit, { type: "slow" }, { type: "late" });

  test("offers to try again, and does", () => {
    assert.equal(late.late, true);
    const again = next(late, { type: "retry" });
    assert.deepEqual([again.name, again.late, again.asked], ["waking", false, late.asked]);
  });

  test("is over with its answer", () => {
    assert.equal(after(late, answer(3), submit).late, false);
  });
});

describe("when Python wakes and has judged what was let pass without it", () => {
  const checking = STATES["thinking, checking"];
  const problem = { question: "heard", code: "unknown-option", text: "No." };
  const refused = screen(2, [], { problems: [problem] });

  test("it is asked about the very screen that stands, and nobody waits", () => {
    assert.equal(checking.asked?.screen, 2);
    assert.equal(next(checking, { type: "slow" }), checking);
  });

  test("where nothing is wrong, nothing moves", () => {
    const judged = next(checking, answer(3, second));
    assert.equal(judged.turn, checking.turn);
    assert.deepEqual(judged.answers, checking.answers);
  });

  test("where something is wrong, what to mend is asked for", () => {
    const judged = next(checking, answer(3, refused));
    assert.deepEqual(judged.asked, {
      id: 4,
      screen: null,
      submitted: null,
      check: false,
      isNewDay: false,
      trace: "push",
    });
  });

  test("a busy reader is left alone, and nothing typed is lost", () => {
    /** @type {QuizEvent} */
    const typing = { type: "draft", drafts: { "interviewed-on": "2027-02-02" } };
    const judged = after(checking, typing, answer(3, refused));
    assert.equal(judged.asked, null);
    assert.equal(judged.turn, checking.turn);
    assert.equal(valueOf(judged, "interviewed-on"), "2027-02-02");
  });

  test("what is held is asked, and no check beside it", () => {
    assert.equal(after(fresh, submit, ready).asked?.submitted, 1);
  });
});

test("an answer to an earlier ask is not shown", () => {
  const twice = after(awake, submit, { type: "show", screen: 2, trace: "push" });
  assert.equal(next(twice, answer(3)), twice);
  assert.equal(next(twice, answer(4)).document, second);
});

test("an event that means nothing gives the same state back, so that nothing is drawn", () => {
  assert.equal(next(fresh, { type: "retry" }), fresh);
  assert.equal(next(fresh, { type: "slow" }), fresh);
  assert.equal(next(STATES.down, ready), STATES.down);
  assert.equal(next(STATES.down, failed), STATES.down);
  assert.equal(next(STATES.advising, EVENTS.draft), STATES.advising);
});
