import type { ReportClaim, ReportClosedQuery, ReportQuery } from '../model.ts';
import { dotted } from './line.ts';
import type { OutlineQuery } from './types.ts';
import { momentWords, say, sayOne } from './words.ts';

/** A claim's questions: those that are open, and of others what came of them, the right of reply among them. */
export const queriesOn = (claim: ReportClaim): OutlineQuery[] => [
  ...claim.openQueries.map((query) => ({
    about: askedWords(query, 'query'),
    body: query.body,
    isOpen: true,
    came: null,
    answer: null,
  })),
  ...claim.closedQueries.map((query) => ({
    about: askedWords(query, 'queryWas'),
    body: query.body,
    isOpen: false,
    came: cameOf(query),
    answer: query.answer,
  })),
];

/** Who asked whom, how and until when. */
function askedWords({ by, at, asked }: ReportQuery, how: 'query' | 'queryWas'): string {
  return dotted([
    say(how, { name: by.name, when: momentWords(at) }),
    asked?.addressee && sayOne('putTo', asked.addressee),
    asked?.whom,
    asked?.how,
    asked?.dueAt && say('answerBy', { when: momentWords(asked.dueAt) }),
  ]);
}

const cameOf = ({ outcome, closedBy, closedAt, answerFrom }: ReportClosedQuery): string | null => {
  const values = { name: closedBy.name, when: momentWords(closedAt) };
  if (answerFrom !== null) return say('answeredByFile', { ...values, from: answerFrom || say('nobodyNamed') });
  return outcome && sayOne('cameOfIt', outcome, values);
};
