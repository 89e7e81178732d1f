// Another recipe's worker, named in the address; every answer says how much memory it holds.

const memories = [];
const { Memory, instantiateStreaming } = WebAssembly;
WebAssembly.Memory = class extends Memory {
  constructor(...given) {
    super(...given);
    memories.push(this);
  }
};
WebAssembly.instantiateStreaming = async (...given) => {
  const made = await instantiateStreaming(...given);
  memories.push(...Object.values(made.instance.exports).filter((one) => one instanceof Memory));
  return made;
};

const say = self.postMessage.bind(self);
const size = () =>
  [...new Set(memories)].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
self.postMessage = (message) => say({ ...message, heap: size() });

const early = [];
self.onmessage = (event) => early.push(event);
await import(new URL(self.location.href).searchParams.get("of"));
for (const event of early) self.onmessage(event);
