/** News agencies, as they are named where their reports are printed. */
const AGENCIES: readonly (readonly [name: string, names: RegExp])[] = [
  ['Reuters', /\breuters\b/i],
  ['AP', /\b[Aa]ssociated [Pp]ress\b|\bAP\b/],
  ['AFP', /\bagence france[- ]presse\b|\bAFP\b/i],
  ['PA', /\bpress association\b|\bPA (?:media|news)\b/i],
  ['dpa', /\bdpa\b|\bdeutsche presse-agentur\b/i],
  ['ANSA', /\bansa\b/i],
  ['EFE', /\bagencia efe\b|\bEFE\b/],
  ['Kyodo', /\bkyodo\b/i],
  ['Xinhua', /\bxinhua\b/i],
  ['TASS', /\bTASS\b/],
  ['Bloomberg', /\bbloomberg news\b/i],
];

/** The agency whose report a source seems to be, by its author; null where it names none. A person decides. */
export function agencyIn(author: string | null): string | null {
  return AGENCIES.find(([, names]) => names.test(author ?? ''))?.[0] ?? null;
}
