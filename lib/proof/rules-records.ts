/*
 * The tables whose rows every event speaks of: the same as the database has in record_tables, which a test compares. Verify
 * goes by this list alone, so that nobody takes a column out of the proof inside the database.
 */

export type RecordTable = {
  /** The columns that name a row, in order. */
  readonly keys: readonly string[];
  /** Columns that no event speaks of, each with its reason. */
  readonly derived?: Readonly<Record<string, string>>;
  /** What stood in columns before there were such columns; null needs no mention. */
  readonly absent?: Readonly<Record<string, string | number | boolean>>;
};

const COUNTED = 'counted out of claims and marks; verify counts it again';
const OPENED = 'how often a link was opened: counted, and nobody’s deed';
const SETTLED = 'worked out of the verdicts; verify works it out again';

export const RECORD_TABLES = {
  accounts: { keys: ['id'] },
  anchors: { keys: ['id'] },
  api_tokens: { keys: ['id'] },
  article_members: { keys: ['article_id', 'user_id'] },
  articles: { keys: ['id'], derived: { sentences_total: COUNTED, sentences_read: COUNTED, sentences_minor: COUNTED } },
  capture_archives: { keys: ['id'] },
  capture_checks: { keys: ['id'] },
  capture_readings: { keys: ['id'] },
  capture_stamps: { keys: ['id'] },
  captures: { keys: ['id'] },
  claim_links: { keys: ['id'] },
  claimants: { keys: ['id'] },
  claims: {
    keys: ['id'],
    derived: {
      progress: SETTLED,
      settled_by: SETTLED,
      settled_verdict_id: SETTLED,
      stale: SETTLED,
      held: SETTLED,
      look_up_keys: 'an index of the claim’s words for finding claims like it; made anew whenever claims are compared',
    },
    absent: { misdeed: false },
  },
  comment_anchors: { keys: ['comment_id', 'revision_id'] },
  comments: { keys: ['id'] },
  evidence: { keys: ['id'] },
  fixes: { keys: ['id'] },
  foreign_claims: { keys: ['id'] },
  foreign_files: { keys: ['id'] },
  guest_links: { keys: ['id'] },
  lineage: { keys: ['id'] },
  openings: { keys: ['id'] },
  publications: { keys: ['id'] },
  published_reports: { keys: ['id'] },
  ratings: { keys: ['id'] },
  readings: { keys: ['id'] },
  report_links: { keys: ['id'], derived: { opened: OPENED, last_opened_at: OPENED } },
  reports: { keys: ['id'] },
  revisions: { keys: ['id'] },
  sentence_marks: { keys: ['id'] },
  settings: {
    keys: ['id'],
    absent: { archive_captures: false, publishing: false, small_counts: false, stamp_captures: false },
  },
  sign_offs: { keys: ['id'] },
  sources: {
    keys: ['id'],
    derived: { link_key: 'worked out of the link; verify works it out again' },
    absent: { shared: false },
  },
  users: { keys: ['id'], absent: { named_publicly: false } },
  verdict_authors: { keys: ['verdict_id', 'user_id'] },
  verdict_evidence: { keys: ['verdict_id', 'evidence_id'] },
  verdicts: { keys: ['id'] },
} as const satisfies Readonly<Record<string, RecordTable>>;

/** Tables that no event speaks of, each with its reason. */
export const UNRECORDED_TABLES = {
  _prisma_migrations: 'what has been migrated; the launcher holds it against the migrations’ own checksums',
  blobs: 'bytes under their own hash, which captures’ records hold: verify hashes them again',
  chains: 'the history itself: verify walks it',
  events: 'the history itself: verify walks it',
  event_details: 'the history itself: verify walks it',
  event_records: 'the history itself: verify walks it',
  feeds: 'where stories are looked for; adding one and removing it stand on the desk’s chain',
  inbox_items:
    'what came and waits to be decided on: what is decided stands on the desk’s chain, and what is accepted is an article',
  invitations: 'one-time links that nothing rests on once they are spent: who came through one is a record of its own',
  jobs: 'what is being done and how far it is: what a job leaves behind is records of their own',
  mail_choices: 'whether somebody wants letters; nothing rests on it but what is sent to them',
  mailed_needs: 'which letters have been sent, so that none is sent twice',
  need_marks: 'what somebody has put away for themselves of what needs them; the needs themselves are read off records',
  rate_limits: 'how often somebody has tried to sign in, for minutes',
  record_tables: 'this list, for the database’s own use; verify does not go by it',
  sessions: 'where somebody is signed in; signing in, and ending it, stand on the desk’s chain',
  unrecorded: 'empty between transactions',
  workers: 'which processes run jobs at the moment',
} as const;
