import { readText } from '#lib/engine/text/text.ts';
import { findTimes } from '#lib/engine/times/times.ts';
import { findZones } from '#lib/engine/zones/zones.ts';

/** What the head of a text seems to say of the article. A person sees and mends it before anything is saved. */
export type Guess = {
  readonly headline: string;
  readonly byline: string | null;
  readonly outlet: string | null;
  /** Local date, YYYY-MM-DD. */
  readonly publishedOn: string | null;
};

const HEAD_LINES = 12;
const MAX_HEADLINE = 300;

/** Reads headline, byline, outlet and date off the first lines of a text. Only the head of a long text is looked at. */
export function guessDetails(text: string): Guess {
  const head = text.slice(0, 6000);
  const lines = head
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, HEAD_LINES);
  // A line that stops like a sentence is none; then the first line is what there is.
  const found = headlineOf(head);
  const headline = (found && !found.endsWith('.') ? found : lines[0]) ?? '';
  const rest = lines.filter((line) => line !== headline);
  const byline = rest.map(bylineOf).find((name) => name !== null) ?? null;
  const short = rest.filter((line) => line.length <= 120);
  return {
    headline: headline.slice(0, MAX_HEADLINE),
    byline,
    outlet: outletOf(short.slice(0, 6), byline),
    publishedOn: short.map(dateOf).find((date) => date !== null) ?? null,
  };
}

function headlineOf(head: string): string | null {
  const block = findZones(readText(head)).find((item) => item.role === 'headline');
  return block ? head.slice(block.start, block.end).replace(/\s+/g, ' ').trim() : null;
}

function bylineOf(line: string): string | null {
  const match = /^by\s+(\p{Lu}[^|·]{1,100}?)(?:\s*[|·].*)?$/iu.exec(line);
  return match?.[1]?.trim() ?? null;
}

/** Words that newspapers and agencies are named with. */
const OUTLET_WORDS =
  /\b(?:Post|Times|Courier|Review|Herald|Tribune|Gazette|Journal|Chronicle|Observer|Guardian|Telegraph|News|Press|Star|Sun|Mail|Mirror|Record|Dispatch|Examiner|Globe|Inquirer|Register|Standard|Sentinel|Monitor|Magazine|Weekly|Daily|Today|Reuters|Agency|Broadcasting|Radio|Bulletin|Mercury|Argus|Echo|Notes)\b/i;

function outletOf(lines: readonly string[], byline: string | null): string | null {
  for (const line of lines) {
    for (const part of line.split(/\s*[|·]\s*/)) {
      const words = part.split(/\s+/).length;
      if (
        words <= 6 &&
        OUTLET_WORDS.test(part) &&
        !/[.!?]$/.test(part) &&
        !bylineOf(part) &&
        part !== byline &&
        dateOf(part) === null
      )
        return part;
    }
  }
  return null;
}

/** A full date with its year, the only kind that is sure without knowing when the article appeared. */
function dateOf(line: string): string | null {
  if (!/\d{4}/.test(line)) return null;
  const time = findTimes(line, { start: 0, end: line.length }, {}).find(
    (item) => item.from !== null && item.from === item.to,
  );
  return time?.from ?? null;
}
