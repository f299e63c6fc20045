import { type ReportClaim, type ReportModel, settlingVerdict } from '../model.ts';
import { opinionsOn } from './first-page.ts';
import { textOf } from './line.ts';
import { openFix } from './outcome.ts';
import { blockAt } from './places.ts';
import { type Citing, cited } from './sources.ts';
import { MARKS, statusOf, statusOfMark } from './status.ts';
import type { Outline, ProofNote, ProofPiece } from './types.ts';
import { listWords, rangeWords, say, sayOne } from './words.ts';

type Placed = ReportClaim & { readonly start: number; readonly end: number };
type Block = ReportModel['article']['blocks'][number];

/** The article as it was checked, with its claims marked in it and a note in the margin on each that was not left out. */
export function proofOf(model: ReportModel, cites: Citing): Outline['proof'] {
  const placed = model.claims.filter((claim): claim is Placed => claim.start !== null && claim.end !== null);
  const used = new Set(placed.map((claim) => statusOf(claim).mark));
  const inside = claimsIn(model.article.blocks, placed);
  return {
    title: say('proofTitle'),
    blocks: model.article.blocks.map((block, at) => {
      const claims = inside[at] ?? [];
      return {
        role: block.role,
        pieces: piecesOf(model.article.text, block, claims),
        notes: notesOf(
          claims.filter((claim) => claim.end <= block.end && claim.mark !== 'excluded'),
          cites,
        ),
      };
    }),
    key: MARKS.filter((mark) => used.has(mark)).map(statusOfMark),
    keyNote: say(model.part ? 'proofKeyPart' : 'proofKey'),
  };
}

/** Of each block the claims whose words are in it, in their order. Blocks are in the order of the text and do not overlap. */
function claimsIn(blocks: readonly Block[], placed: readonly Placed[]): Placed[][] {
  const inside: Placed[][] = blocks.map(() => []);
  for (const claim of placed)
    for (let at = blockAt(blocks, claim.start); (blocks[at]?.start ?? claim.end) < claim.end; at++)
      inside[at]?.push(claim);
  return inside;
}

/** A block cut at the ends of its claims; where claims overlap, the narrower one is drawn. */
function piecesOf(text: string, block: Block, inside: readonly Placed[]): ProofPiece[] {
  const cuts = new Set([block.start, block.end]);
  for (const claim of inside)
    for (const at of [claim.start, claim.end]) if (at > block.start && at < block.end) cuts.add(at);
  const edges = [...cuts].sort((a, b) => a - b);
  const ending = Map.groupBy(inside, (claim) => claim.end);
  const coming = [...inside].sort((a, b) => a.start - b.start);
  // Those over the piece in hand: a few of the block's many.
  let over: Placed[] = [];
  let next = 0;
  return edges.slice(0, -1).map((start, i) => {
    const end = edges[i + 1] ?? block.end;
    over = over.filter((claim) => end <= claim.end);
    for (let claim = coming[next]; claim && claim.start <= start; claim = coming[++next])
      if (end <= claim.end) over.push(claim);
    const narrow = over.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
    return {
      text: text.slice(start, end),
      claim: narrow?.number ?? null,
      mark: narrow ? statusOf(narrow).mark : null,
      ends: (ending.get(end) ?? [])
        .map((claim) => ({ number: claim.number, status: statusOf(claim) }))
        .sort((a, b) => a.number - b.number),
    };
  });
}

/** A note on each claim that ends in the block, one for neighbours of which the same is to be said. */
function notesOf(claims: readonly Placed[], cites: Citing): ProofNote[] {
  const notes: { claims: number[]; status: ProofNote['status']; text: string }[] = [];
  for (const claim of claims) {
    const status = statusOf(claim);
    const text = noteOn(claim, cites);
    const last = notes.at(-1);
    if (last && last.text === text && last.status.mark === status.mark) last.claims.push(claim.number);
    else notes.push({ claims: [claim.number], status, text });
  }
  return notes.map((note) => ({ ...note, numbers: rangeWords(note.claims) }));
}

function noteOn(claim: Placed, cites: Citing): string {
  const verdict = settlingVerdict(claim);
  const rating = verdict?.rating.label ?? '';
  switch (claim.mark) {
    case 'stands':
    case 'wrong': {
      const fix = openFix(claim);
      const places = verdict ? textOf(cited(verdict.cites, claim, cites)) : '';
      const said = [rating, places].filter(Boolean).join(' ');
      return fix === null ? said : `${said}. ${say('noteFix', { words: fix })}`;
    }
    case 'stale':
      return say('noteStale', { rating });
    case 'disputed':
      return listWords(opinionsOn(claim));
    default:
      return sayOne('mark', claim.mark);
  }
}
