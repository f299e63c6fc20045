import type { Outline, OutlineClaim, OutlineEvidence, OutlineQuery, OutlineVerdict } from '../outline/index.ts';
import { line, sign } from './parts.ts';
import { type Element, el } from './tree.ts';

/** A claim in full. */
export function claimEntry(claim: OutlineClaim, outline: Outline): Element {
  const { id, number, status, statement, quote, outcome, settled, language } = { ...claim, language: outline.language };
  return el(
    'section',
    { class: `rp-claim state-${status.mark}`, id, 'aria-labelledby': `${id}-title` },
    el('a', { class: 'rp-number', href: `#proof-${number}`, 'aria-label': `${number}, ${status.words}` }, `${number}`),
    el(
      'div',
      {},
      el('h3', { id: `${id}-title`, dir: 'auto', lang: language }, statement),
      el(
        'p',
        { class: 'rp-verdict' },
        sign(status),
        ' ',
        el('strong', {}, outcome),
        settled && el('span', { class: 'rp-soft' }, ` · ${settled}`),
      ),
      quote && el('blockquote', { dir: 'auto', lang: language }, quote),
      claim.facts.length > 0 &&
        el('p', { class: 'rp-soft' }, claim.facts.map(({ label, value }) => `${label}: ${value}`).join(' · ')),
      claim.notes.map((note) => el('p', { class: 'rp-note' }, note)),
      claim.queries.map(query),
      claim.evidence.length > 0
        ? el('ul', { class: 'rp-evidence' }, claim.evidence.map(evidence))
        : claim.noEvidence && el('p', { class: 'rp-soft' }, claim.noEvidence),
      claim.verdicts.length > 0
        ? claim.verdicts.map((item) => verdict(item, outline))
        : claim.noVerdict && el('p', { class: 'rp-soft' }, claim.noVerdict),
    ),
  );
}

export const query = ({ about, body, isOpen, replies, came, answer }: OutlineQuery): Element =>
  el(
    'div',
    { class: isOpen ? 'rp-query' : 'rp-query rp-closed' },
    el('p', { class: 'rp-soft' }, about),
    el('p', { class: 'rp-words' }, body),
    replies.flatMap((reply) => [
      el('p', { class: 'rp-soft' }, reply.about),
      el('p', { class: 'rp-words' }, `“${reply.body}”`),
    ]),
    came && el('p', { class: 'rp-soft' }, came),
    answer && el('p', { class: 'rp-words' }, `“${answer}”`),
  );

export const evidence = (item: OutlineEvidence): Element =>
  el(
    'li',
    { class: item.isWithdrawn ? 'rp-ended' : null },
    el('a', { class: 'rp-number', href: `#${item.source}` }, `[${item.label}]`),
    el(
      'div',
      {},
      el('p', {}, el('span', { dir: 'auto' }, item.title), item.locator && `, ${item.locator}`, ` · ${item.stance}`),
      item.quote &&
        el(
          'p',
          { class: 'rp-words', dir: 'auto' },
          `“${item.quote}”`,
          item.check && el('span', { class: 'rp-check' }, ` ${item.check.sign} ${item.check.words}`),
        ),
      item.note && el('p', { class: 'rp-lines', dir: 'auto' }, item.note),
      item.about.length > 0 && el('p', { class: 'rp-soft' }, item.about.join(' · ')),
    ),
  );

const verdict = (item: OutlineVerdict, outline: Outline): Element =>
  el(
    'div',
    { class: item.isEnded ? 'rp-reading rp-ended' : 'rp-reading' },
    el('p', { class: 'rp-soft' }, item.about),
    !item.isSaid && el('p', {}, el('strong', {}, item.rating)),
    item.finding && el('p', {}, item.finding),
    item.rationale.length > 0 && el('p', { class: 'rp-words', dir: 'auto' }, line(item.rationale, outline)),
    item.changes.map(({ what, words }) =>
      el(
        'div',
        { class: 'rp-changed' },
        el('p', { class: 'rp-soft' }, what),
        el('p', { class: 'rp-words' }, line(words, outline)),
      ),
    ),
    item.notes.map((note) => el('p', { class: 'rp-lines' }, note)),
  );
