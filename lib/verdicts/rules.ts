/** Numbers of the evidence that a rationale names in brackets: "[1]", "[2, 3]". */
export function citedNumbers(rationale: string): number[] {
  const found = new Set<number>();
  for (const match of rationale.matchAll(/\[(\d{1,4}(?:\s?,\s?\d{1,4})*)\]/g)) {
    for (const part of (match[1] ?? '').split(',')) found.add(Number(part.trim()));
  }
  return [...found].filter((number) => number > 0).sort((a, b) => a - b);
}
