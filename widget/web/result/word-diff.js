/** Which words of a sentence are not in another. Pure. */

/**
 * The second sentence in pieces; what the first does not have, in the same order, differs.
 * @param {string} one
 * @param {string} other
 * @returns {{ text: string, differs: boolean }[]}
 */
export function differences(one, other) {
  const before = one.split(" ");
  const after = other.split(" ");
  const same = sameWords(before, after);
  /** @type {{ text: string, differs: boolean }[]} */
  const pieces = [];
  after.forEach((word, index) => {
    const differs = !same.has(index);
    const last = pieces[pieces.length - 1];
    if (last?.differs === differs) last.text += ` ${word}`;
    else pieces.push({ text: word, differs });
  });
  return pieces;
}

/**
 * The places of the longest run of words, in order though not side by side, that both have.
 * @param {string[]} before
 * @param {string[]} after
 */
function sameWords(before, after) {
  const long = Array.from({ length: before.length + 1 }, () => Array(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      long[i][j] =
        before[i] === after[j] ? long[i + 1][j + 1] + 1 : Math.max(long[i + 1][j], long[i][j + 1]);
    }
  }
  const same = new Set();
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    if (before[i] === after[j]) {
      same.add(j);
      i += 1;
      j += 1;
    } else if (long[i + 1][j] >= long[i][j + 1]) i += 1;
    else j += 1;
  }
  return same;
}
