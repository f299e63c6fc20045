import { type ReportClaim, type ReportModel, settlingVerdict } from '../model.ts';
import { opinionsOn } from './first-page.ts';
import { textOf } from './line.ts';
import { openFix } from './outcome.ts';
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
  return {
    title: say('proofTitle'),
    blocks: model.article.blocks.map((block) => {
      const inside = placed.filter((claim) => claim.start < block.end && block.start < claim.end);
      return {
        role: block.role,
        pieces: piecesOf(model.article.text, block, inside),
        notes: notesOf(
          inside.filter((claim) => claim.end <= block.end && claim.mark !== 'excluded'),
          cites,
        ),
      };
    }),
    key: MARKS.filter((mark) => used.has(mark)).map(statusOfMark),
    keyNote: say(model.part ? 'proofKeyPart' : 'proofKey'),
  };
}

/** A block cut at the ends of its claims; where claims overlap, the narrower one is drawn. */
function piecesOf(text: string, block: Block, inside: readonly Placed[]): ProofPiece[] {
  const cuts = new Set([block.start, block.end]);
  for (const claim of inside)
    for (const at of [claim.start, claim.end]) if (at > block.start && at < block.end) cuts.add(at);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, i) => {
    const end = edges[i + 1] ?? block.end;
    const over = inside.filter((claim) => claim.start <= start && end <= claim.end);
    const narrow = over.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    return {
      text: text.slice(start, end),
      claim: narrow?.number ?? null,
      mark: narrow ? statusOf(narrow).mark : null,
      ends: inside
        .filter((claim) => claim.end === end)
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
