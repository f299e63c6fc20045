import { changed, ofSubject, type Sayings } from '#lib/history/rules-said.ts';
import type { AskedDetail } from '#lib/history/types.ts';

/** By the names of the columns; what an older event did not carry is undefined. */
const askedAs = (asked: AskedDetail | undefined) => ({
  addressee: asked?.addressee,
  asked_whom: asked?.whom,
  asked_how: asked?.how,
  due_at: asked?.dueAt,
  holds: asked?.holds,
});

/** What events say of comments. */
export const COMMENT_SAYINGS: Sayings = {
  'comment.written': (event) =>
    ofSubject('comments', event, {
      claim: event.detail.claim,
      kind: event.detail.kind,
      body: event.detail.body,
      author_id: event.actorId,
      ...askedAs(event.detail.asked),
      evidence: event.detail.evidence,
      quote: event.detail.quote,
      came_from: event.detail.cameFrom ?? null,
      resolved: false,
      withdrawn: false,
    }),
  'comment.answered': (event) =>
    ofSubject('comments', event, {
      claim: event.detail.claim,
      kind: 'note',
      body: event.detail.body,
      author_id: null,
      guest_link_id: event.actorId,
      withdrawn: false,
    }),
  'comment.edited': (event) =>
    ofSubject('comments', event, {
      ...changed(event.detail.changes, {
        body: 'body',
        addressee: 'addressee',
        whom: 'asked_whom',
        how: 'asked_how',
        dueAt: 'due_at',
        holds: 'holds',
      }),
    }),
  'comment.resolved': (event) =>
    ofSubject('comments', event, {
      resolved: true,
      outcome: event.detail.outcome,
      answer: event.detail.answer,
      answer_from: event.detail.answerFrom ?? null,
    }),
  'comment.reopened': (event) =>
    ofSubject('comments', event, { resolved: false, outcome: null, answer: null, answer_from: null }),
  'comment.withdrawn': (event) => ofSubject('comments', event, { withdrawn: true }),
};
