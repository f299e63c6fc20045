/** Numbers as people list them, "1, 4, 7-20", each once and in order; null where the words are no such list, or it is of more than 5,000. */
export function listedNumbers(words: string): number[] | null {
  const found = new Set<number>();
  for (const part of words.split(',')) {
    const [, first, last] = /^\s*(\d{1,7})\s*(?:[-–]\s*(\d{1,7})\s*)?$/.exec(part) ?? [];
    if (first === undefined) return null;
    const [from, to] = [Number(first), Number(last ?? first)];
    if (to < from || to - from >= MOST) return null;
    for (let number = from; number <= to; number++) found.add(number);
    if (found.size > MOST) return null;
  }
  return [...found].sort((a, b) => a - b);
}
const MOST = 5000;
