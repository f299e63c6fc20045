import type { EventDetail, EventDTO } from '#lib/history/types.ts';

const KNOWN_FIELDS = [
  'statement',
  'quote',
  'claimant',
  'via',
  'polarity',
  'factuality',
  'figures',
  'times',
  'kind',
  'saidOn',
  'saidWhere',
  'assignee',
  'stance',
  'aspect',
  'locator',
  'note',
  'means',
  'consultedOn',
  'title',
  'tier',
  'publisher',
  'author',
  'link',
  'publishedOn',
  'doi',
  'isbn',
  'archiveLink',
  'updatedOn',
  'accessedOn',
  'origin',
  'headline',
  'outlet',
  'byline',
  'dueAt',
  'mode',
  'access',
  'members',
  'role',
  'name',
  'email',
  'label',
  'description',
  'value',
  'deskName',
  'timeZone',
  'defaultMode',
  'defaultQueries',
  'recheckDays',
  'stampCaptures',
  'archiveCaptures',
  'queries',
  'minorCounts',
  'figureRule',
  'quotationRule',
  'misdeedRule',
  'misdeed',
  'smallCounts',
  'publishing',
  'publicAddress',
  'publicMethod',
  'publicContact',
  'namedPublicly',
  'body',
  'addressee',
  'whom',
  'how',
  'holds',
] as const;
type Field = (typeof KNOWN_FIELDS)[number] | 'other';

const KNOWN_DEEDS = [
  'article-recordsKnown',
  'article-readingsKept',
  'article-asked',
  'article-added',
  'article-edited',
  'article-archived',
  'article-restored',
  'article-mode',
  'article-rules',
  'article-access',
  'article-revised',
  'article-extracted',
  'claim-added',
  'claim-edited',
  'claim-accepted',
  'claim-acceptanceWithdrawn',
  'claim-wordingKept',
  'claim-wordingReopened',
  'claim-rescoped',
  'claim-assigned',
  'claim-excluded',
  'claim-restored',
  'claim-split',
  'claim-merged',
  'claim-rejoined',
  'claim-withdrawn',
  'claim-reattached',
  'claim-linked',
  'sentence-marked',
  'sentence-unmarked',
  'evidence-attached',
  'evidence-edited',
  'evidence-withdrawn',
  'evidence-restored',
  'evidence-lookedFor',
  'source-edited',
  'verdict-given',
  'verdict-withdrawn',
  'verdict-signedOff',
  'verdict-signOffWithdrawn',
  'fix-decided',
  'comment-written',
  'comment-edited',
  'comment-resolved',
  'comment-reopened',
  'comment-withdrawn',
  'comment-answered',
  'guest-invited',
  'guest-opened',
  'guest-revoked',
  'report-frozen',
  'report-exported',
  'report-published',
  'report-withdrawn',
  'report-correctionDeclined',
  'report-linkMade',
  'report-linkRevoked',
  'person-added',
  'person-invited',
  'person-invitationRevoked',
  'person-role',
  'person-edited',
  'person-disabled',
  'person-enabled',
  'person-password',
  'person-linkMade',
  'person-signedIn',
  'person-sessionsEnded',
  'person-signInFailed',
  'settings-edited',
  'rating-edited',
  'rating-added',
  'rating-archived',
  'rating-restored',
  'source-added',
  'source-changed',
  'source-archived',
  'source-restored',
  'source-merged',
  'source-seen',
  'source-markedConfidential',
  'source-confided',
  'source-unmarked',
  'source-imported',
  'capture-taken',
  'capture-opened',
  'capture-checked',
  'capture-erased',
  'capture-reread',
  'capture-stamped',
  'capture-archived',
  'capture-exported',
  'article-handedOn',
  'foreign-brought',
  'foreign-setAside',
  'foreign-restored',
  'feed-added',
  'feed-removed',
  'inbox-accepted',
  'inbox-dismissed',
  'inbox-returned',
  'desk-articleAdded',
  'period-reported',
  'desk-recordsKnown',
  'history-erased',
] as const;
type Deed = `did.${(typeof KNOWN_DEEDS)[number] | 'other' | 'source-unnamed' | 'capture-unnamed' | 'evidence-unnamed'}`;

const detailOf = (event: EventDTO): EventDetail => event.detail ?? {};

/** The message that tells an event. */
export function wordsIn(event: EventDTO): Deed {
  const name = event.action.replace('.', '-');
  const known = KNOWN_DEEDS.find((deed) => deed === name);
  return known ? `did.${known}` : 'did.other';
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const listOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] => (Array.isArray(value) ? value : []);
const list = (value: unknown): string => (Array.isArray(value) ? value.map(text).join(', ') : '');

/** The message for an event that tells of a source which is not named to the reader. */
export function unnamedWords({ action }: EventDTO): Deed {
  if (action === 'source.markedConfidential') return 'did.source-markedConfidential';
  return action.startsWith('source')
    ? 'did.source-unnamed'
    : action.startsWith('capture')
      ? 'did.capture-unnamed'
      : 'did.evidence-unnamed';
}

/** What the message speaks of by number or name. */
export function numbersIn(event: EventDTO) {
  const detail = detailOf(event);
  const sentences = Array.isArray(detail.sentences) ? detail.sentences.length : 0;
  return {
    number: text(detail.number) || text(detail.into),
    claim: text(detail.claim),
    ended: Array.isArray(detail.marksEnded) ? detail.marksEnded.length : 0,
    engine: text(detail.engine) || text(detail.reader),
    count: numberIn(detail.claims) ?? numberIn(detail.count) ?? (sentences || listOf(detail.evidence).length),
    /** How many were signed off with it; 0 for one alone. */
    together: listOf([detail.together]).map((one) => numberIn(one?.count) ?? 0)[0] ?? 0,
    /** How many claims a report was made on alone; 0 of the whole article. */
    chosen: listOf([detail.part]).map((one) => numberIn(one?.chosen) ?? 0)[0] ?? 0,
    to: text(detail.to),
    added: text(detail.added),
    withdrawn: text(detail.withdrawn),
    list: list(detail.into) || list(detail.numbers),
    source: text(detail.source),
    merged: text(detail.merged),
    isTold: text(detail.merged) ? 'yes' : 'no',
    rating: text(detail.rating),
    state: text(detail.state),
    format: text(detail.format),
    isNamed: event.subject.name === null || event.subject.name === undefined ? 'no' : 'yes',
    isFilled: detail.filled === true ? 'yes' : 'no',
    name: event.subject.name ?? (text(detail.name) || text(detail.guest) || text(detail.email)),
    email: text(detail.email),
    role: text(detail.role),
    how: text(detail.how),
    outcome: text(detail.outcome),
    from: text(detail.from),
    link: text(detail.link),
    changed: listOf(detail.evidence).filter(({ changed }) => changed === true).length,
    sequence: text(detail.sequence),
    where: text(detail.chain) === 'desk' ? 'desk' : 'article',
  };
}

/** The words that somebody wrote with it: a reason, a rationale, a comment, a quotation. */
export function textIn(event: EventDTO): string | null {
  const detail = detailOf(event);
  for (const key of [
    'rationale',
    'body',
    'reason',
    'correction',
    'note',
    'label',
    'quote',
    'replacement',
    'statement',
  ]) {
    const words = text(detail[key]);
    if (words) return words;
  }
  return null;
}

export type ShownChange = {
  readonly field: string;
  readonly label: Field;
  readonly before: string;
  readonly after: string;
};

function shown(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? value.map(text).join(', ') : text(value);
}

/** What changed, both sides in words. */
export function changesIn(event: EventDTO): ShownChange[] {
  const { changes } = detailOf(event);
  if (typeof changes !== 'object' || changes === null) return [];
  return Object.entries(changes as Record<string, { before: unknown; after: unknown }>).map(([field, change]) => ({
    field,
    label: KNOWN_FIELDS.find((known) => known === field) ?? 'other',
    before: shown(change.before),
    after: shown(change.after),
  }));
}
