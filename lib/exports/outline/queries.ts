import type { ReportClaim, ReportClosedQuery, ReportQuery } from '../model.ts';
import { dotted } from './line.ts';
import type { OutlineQuery } from './types.ts';
import { momentWords, say, sayOne } from './words.ts';

/** Questions on a claim, or on the article: those that are open, and of others what came of them, the right of reply among them. */
export const queriesOn = (claim: Pick<ReportClaim, 'openQueries' | 'closedQueries'>): OutlineQuery[] => [
  ...claim.openQueries.map((query) => ({
    about: askedWords(query, 'query'),
    body: query.body,
    isOpen: true,
    replies: repliesTo(query),
    came: null,
    answer: null,
  })),
  ...claim.closedQueries.map((query) => ({
    about: askedWords(query, 'queryWas'),
    body: query.body,
    isOpen: false,
    replies: repliesTo(query),
    came: cameOf(query),
    answer: query.answer,
  })),
];

const repliesTo = ({ guestAnswers }: ReportQuery): OutlineQuery['replies'] =>
  guestAnswers.map(({ guest, at, body }) => ({
    about: say('guestAnswer', { name: guest, when: momentWords(at) }),
    body,
  }));

/** Who asked whom, how and until when. */
function askedWords({ by, at, asked, about }: ReportQuery, how: 'query' | 'queryWas'): string {
  return dotted([
    say(asked?.addressee === 'legal' ? 'legalFlag' : how, { name: by.name, when: momentWords(at) }),
    about !== null && about.evidence !== null && say('onEvidence', { number: about.evidence }),
    about?.quote && say('onWords', { quote: about.quote }),
    asked?.addressee && asked.addressee !== 'legal' && sayOne('putTo', asked.addressee),
    asked?.whom,
    asked?.how,
    asked?.dueAt && say('answerBy', { when: momentWords(asked.dueAt) }),
  ]);
}

const cameOf = ({ asked, outcome, closedBy, closedAt, answerFrom }: ReportClosedQuery): string | null => {
  const values = { name: closedBy.name, when: momentWords(closedAt) };
  if (answerFrom !== null) return say('answeredByFile', { ...values, from: answerFrom || say('nobodyNamed') });
  return outcome && sayOne('cameOfIt', asked?.addressee === 'legal' ? 'cleared' : outcome, values);
};
