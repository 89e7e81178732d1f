// Searches beside the page, so that typing never waits. The words come with the first question.

import { finder } from "./find.js";

const WORDS = new URL("../../search/words.json", location.href);

/** @type {Promise<ReturnType<typeof finder>> | undefined} */
let find;

async function wake() {
  const reply = await fetch(WORDS);
  if (!reply.ok) throw new Error(`${WORDS}: ${reply.status}`);
  return finder(await reply.json());
}

onmessage = async ({ data: query }) => {
  find ??= wake();
  try {
    postMessage({ query, found: (await find)(query) });
  } catch {
    find = undefined; // the next letter tries again
    postMessage({ query });
  }
};
