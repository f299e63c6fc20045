import { ofSubject, type Sayings } from '#lib/history/rules-said.ts';

/** What events say of comments. */
export const COMMENT_SAYINGS: Sayings = {
  'comment.written': (event) =>
    ofSubject('comments', event, {
      claim: event.detail.claim,
      kind: event.detail.kind,
      body: event.detail.body,
      author_id: event.actorId,
      resolved: false,
      withdrawn: false,
    }),
  'comment.resolved': (event) => ofSubject('comments', event, { resolved: true }),
  'comment.reopened': (event) => ofSubject('comments', event, { resolved: false }),
  'comment.withdrawn': (event) => ofSubject('comments', event, { withdrawn: true }),
};
