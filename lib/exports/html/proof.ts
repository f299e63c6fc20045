import type { Outline, ProofBlock, ProofPiece, Status } from '../outline/index.ts';
import { section, sign } from './parts.ts';
import { type Element, el, type Node } from './tree.ts';

/** The marked proof: the article with its claims underlined by status, numbered, and noted in the margin. */
export const proofSection = (outline: Outline): Element =>
  section('proof', outline.proof.title, [
    ...outline.proof.blocks.map((block) => proofBlock(block, outline.language)),
    key(outline),
  ]);

const proofBlock = ({ role, pieces, notes }: ProofBlock, language: string | null): Element =>
  el(
    'div',
    { class: `rp-block-${role} rp-proof` },
    el('p', { class: 'rp-set', dir: 'auto', lang: language }, pieces.map(piece)),
    notes.length > 0 &&
      el(
        'ul',
        { class: 'rp-margin' },
        notes.map(({ numbers, claims, status, text }) =>
          el(
            'li',
            { class: `state-${status.mark}` },
            el('a', { href: `#claim-${claims[0]}` }, numbers, ' ', sign(status)),
            ` ${text}`,
          ),
        ),
      ),
  );

const piece = ({ text, mark, ends }: ProofPiece): Node[] => [
  mark === null ? text : el('span', { class: `claim claim-${mark}` }, text),
  ...ends.map((end) => endOf(end.number, end.status)),
];

const endOf = (number: number, { words }: Status): Element =>
  el(
    'a',
    { class: 'rp-sup', id: `proof-${number}`, href: `#claim-${number}`, 'aria-label': `${number}, ${words}` },
    el('sup', {}, `${number}`),
  );

const key = ({ proof }: Outline): Element =>
  el(
    'p',
    { class: 'rp-key' },
    proof.key.map((status) =>
      el('span', {}, el('span', { class: `claim claim-${status.mark}` }, status.words), ' ', sign(status)),
    ),
    el('span', {}, proof.keyNote),
  );
