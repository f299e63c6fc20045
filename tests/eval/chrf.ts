/**
 * chrF2 (Popović 2015): how much of a wording's character n-grams of 1 to 6 another has, recall twice as heavy as precision. Spaces, brackets and the stop at the
 * end are left out, so that only the words count. 0 to 1.
 */
const ORDERS = 6;

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[[\]\s]|\.$/g, '');

function gramsOf(text: string, size: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + size <= text.length; i += 1) {
    const gram = text.slice(i, i + size);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

export function chrF(hypothesis: string, reference: string): number {
  const [h, r] = [bare(hypothesis), bare(reference)];
  let precision = 0;
  let recall = 0;
  let orders = 0;
  for (let size = 1; size <= ORDERS; size += 1) {
    const [all, wanted] = [h.length - size + 1, r.length - size + 1];
    if (all <= 0 || wanted <= 0) continue;
    const reached = gramsOf(r, size);
    let shared = 0;
    for (const [gram, count] of gramsOf(h, size)) shared += Math.min(count, reached.get(gram) ?? 0);
    precision += shared / all;
    recall += shared / wanted;
    orders += 1;
  }
  if (orders === 0 || precision + recall === 0) return 0;
  return (5 * precision * recall) / (4 * precision + recall) / orders;
}
