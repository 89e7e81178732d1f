// Stands before the theme's own search, as a worker: few readers search, and its words are a large
// file. The theme's worker, named after the # of our address, and the words come at the first letter.

const SETUP = 0; // the theme's messages, by number
const READY = 1;
const RESULT = 3;
const NOTHING = { type: RESULT, data: { items: [] } };

/** What the theme would have its worker know; at build time the words were taken out of it. */
let setup;

/** @type {Promise<Worker> | undefined} */
let search;

async function wake() {
  const worker = new Worker(`../javascripts/workers/${location.hash.slice(1)}`);
  const docs = setup.docs.length > 0 ? setup.docs : await words();
  await new Promise((ready) => {
    worker.onmessage = ready;
    worker.postMessage({ type: SETUP, data: { ...setup, docs } });
  });
  worker.onmessage = ({ data }) => postMessage(data);
  return worker;
}

async function words() {
  const reply = await fetch("../../search/words.json");
  if (!reply.ok) throw new Error(`words.json: ${reply.status}`);
  return reply.json();
}

async function pass(query) {
  if (!query.data && !search) return postMessage(NOTHING); // Nothing has been typed yet.
  search ??= wake();
  try {
    (await search).postMessage(query);
  } catch {
    search = undefined; // The next letter tries again.
  }
}

onmessage = ({ data }) => {
  if (data.type !== SETUP) return pass(data);
  setup = data.data;
  postMessage({ type: READY });
};
