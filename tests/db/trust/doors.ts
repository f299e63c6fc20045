import { globSync } from 'node:fs';
import { may, type Permission } from '#lib/access/policy.ts';
import type { PersonActor } from '#lib/access/types.ts';
import { renderReport } from '#lib/exports/render.ts';
import { putBlob } from '#lib/platform/blobs.ts';
import { readReport } from '#lib/reports/data.ts';
import { plant, plantCapture } from '../desk.ts';
import { addressOf, PUBLIC_ROUTES, publishedIn, SENDS } from './publishing.ts';
import { ADDRESS } from './request.ts';
import { giveEverybodyAPassword, need, PASSWORD, type Scene } from './scene.ts';

/*
 * Every way into the server, each with its rule. What the file system holds and this table does not fails the tests: a new
 * page, route or action needs a rule before it can be merged.
 */
export type Door = {
  /** Whose it is: anybody's, even signed out; a guest's of the article; everybody's who is signed in; or those with the right. */
  readonly rule: 'anybody' | 'guest' | 'signed in' | Permission;
  /** It leads into an article, which can be kept to named people. */
  readonly inArticle?: true;
  /** It opens only on a claim of whose sources nothing is kept yet. */
  readonly anew?: true;
  /** Where a page that is open to anybody leads who is signed in. */
  readonly leads?: string;
  /** What is sent: an action's input, a page's props, a route's request and params. `who` is null when signed out. */
  readonly send: (scene: Scene, who: PersonActor | null) => Promise<unknown>;
};

export const ROLES = ['viewer', 'reviewer', 'editor', 'admin'] as const;
/** Whom a door lets in who is signed in. */
export const rolesOf = ({ rule }: Door) =>
  ROLES.filter(
    (role) => rule === 'anybody' || rule === 'signed in' || (rule !== 'guest' && may({ role, kind: 'person' }, rule)),
  );
/** What comes of it for them. */
export const openedBy = ({ leads }: Door) => (leads ? `led to ${leads}` : 'done');

/** Doors that a hidden verdict keeps shut, or that let it out. */
const SHUT_WHERE_HIDDEN: ReadonlySet<string> = new Set([
  'GET /api/articles/[id]/whole',
  'claims.mergeClaims',
  'claims.shareOut',
  'claims.splitClaim',
  'comments.editComment',
  'comments.resolveComment',
  'comments.withdrawComment',
  'evidence.editEvidence',
  'publishing.declineCorrection',
  'publishing.publishReport',
  'publishing.withdrawReport',
  'settings.editRating',
  'verdicts.confirmVerdict',
  'verdicts.decideFix',
  'verdicts.giveVerdict',
  'verdicts.signOff',
  'verdicts.signTogether',
  'verdicts.withdrawSignOff',
  'verdicts.withdrawTogether',
  'verdicts.withdrawVerdict',
]);
/**
 * Whether refusals.apart.test.ts opens the door, where nothing is hidden, or leak.doors.test.ts where something is: to everybody whom it is for, once.
 */
export const opensWhereNothingIsHidden = (name: string, { rule }: Door): boolean =>
  rule === 'guest' || SHUT_WHERE_HIDDEN.has(name);

const page = (path: string, search: Record<string, string> = {}) => ({
  params: Promise.resolve(Object.fromEntries(new URLSearchParams(path))),
  searchParams: Promise.resolve(search),
});
const get = (path: string, params: Record<string, string> = {}) => ({
  request: new Request(`${ADDRESS}${path}`),
  params: Promise.resolve(params),
});
const post = (path: string, body: string, params: Record<string, string> = {}) => ({
  request: new Request(`${ADDRESS}${path}`, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } }),
  params: Promise.resolve(params),
});
const nothing = async () => page('');

/** The writer's copy of a report on the scene's article. */
async function copyOut(scene: Scene): Promise<Uint8Array<ArrayBuffer>> {
  const report = need(await readReport(scene.db, scene.editor, await scene.report()));
  const file = await renderReport(report, 'docx', ADDRESS);
  return typeof file === 'string' ? new TextEncoder().encode(file) : file;
}

let count = 0;
/** Words that no other text has. */
const fresh = (words: string) => `${words} ${++count}`;
const newText = () => `${fresh('A headline')}\n\nThe harbour had 4,500 visitors in May.`;
const versioned = ({ id, version }: { id: string; version: number }) => ({ id, version });

const newArticle = () => ({
  headline: fresh('A headline'),
  outlet: null,
  byline: null,
  link: null,
  publishedOn: null,
  dueAt: null,
  access: 'desk',
  memberIds: [],
  text: newText(),
});

const source = () => ({
  title: fresh('A source'),
  kind: 'document',
  tier: 'primary',
  publisher: null,
  author: null,
  link: null,
  publishedOn: null,
  note: null,
});
const pieceOf = async (scene: Scene, who: PersonActor | null, isWithdrawn = false) => {
  const claim = await scene.claim();
  const piece = need((await scene.see(who, claim.id)).evidence[0]);
  if (!isWithdrawn) return { claim, piece };
  await plant(scene.db, (tx) =>
    tx.evidence.update({
      where: { id: piece.id },
      data: { withdrawnAt: new Date(), withdrawnById: scene.author.id, version: { increment: 1 } },
    }),
  );
  return { claim, piece: { ...piece, version: piece.version + 1 } };
};

const PICTURE = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A capture of a source that only the scene's article cites, with a link that nobody will ask. */
async function captureIn(
  scene: Scene,
  who: PersonActor | null,
  said?: Uint8Array<ArrayBuffer>,
): Promise<{ id: string; sourceId: string }> {
  const { piece } = await pieceOf(scene, who);
  const sourceId = piece.source.id;
  return plant(scene.db, async (tx) => {
    await tx.source.update({ where: { id: sourceId }, data: { link: 'http://127.0.0.1:9/list' } });
    const { id } = await plantCapture(tx, sourceId, said ?? fresh('The list'));
    return { id, sourceId };
  });
}

const articleAt = async (scene: Scene) => versioned((await scene.bench()).article);
const place = { start: 0, end: 17 };

/** Somebody of the scene who may work: the person themselves where they may, so that what is made is theirs. */
async function workerOf({ db, articleId, author }: Scene, who: PersonActor | null): Promise<PersonActor> {
  if (!who || who.role === 'viewer') return author;
  const able = { id: who.id, disabledAt: null, memberships: { some: { articleId } } };
  return (await db.user.count({ where: able })) > 0 ? who : author;
}

export const PAGES: Readonly<Record<string, Door>> = {
  '/': { rule: 'signed in', send: nothing },
  '/account': { rule: 'signed in', send: nothing },
  '/articles': { rule: 'signed in', send: async () => page('', { q: 'Harbour' }) },
  '/articles/new': { rule: 'article.add', send: nothing },
  '/articles/[id]': {
    rule: 'article.read',
    inArticle: true,
    send: async (scene) => {
      const { number } = await scene.judged();
      return page(`id=${scene.articleId}`, { claim: String(number) });
    },
  },
  '/articles/[id]/details': {
    rule: 'article.edit',
    inArticle: true,
    send: async ({ articleId }) => page(`id=${articleId}`),
  },
  '/articles/[id]/history': {
    rule: 'article.read',
    inArticle: true,
    send: async ({ articleId }) => page(`id=${articleId}`),
  },
  '/articles/[id]/report': {
    rule: 'article.read',
    inArticle: true,
    send: async ({ articleId }) => page(`id=${articleId}`),
  },
  '/articles/[id]/revise': {
    rule: 'article.revise',
    inArticle: true,
    send: async ({ articleId }) => page(`id=${articleId}`),
  },
  '/articles/[id]/return': {
    rule: 'article.revise',
    inArticle: true,
    send: async ({ articleId }) => page(`id=${articleId}`),
  },
  '/articles/[id]/revisions': {
    rule: 'article.read',
    inArticle: true,
    send: async ({ articleId }) => page(`id=${articleId}`),
  },
  '/articles/[id]/revisions/[number]': {
    rule: 'article.read',
    inArticle: true,
    send: async ({ articleId }) => page(`id=${articleId}&number=1`),
  },
  '/foreign': { rule: 'article.read', send: nothing },
  '/foreign/[id]': {
    rule: 'article.read',
    send: async (scene) => page(`id=${(await foreignIn(scene)).id}`, { after: '0' }),
  },
  '/inbox': { rule: 'article.add', send: nothing },
  '/lines': { rule: 'verdict.give', send: async () => page('', { of: 'stale' }) },
  '/needs': { rule: 'signed in', send: nothing },
  '/numbers': { rule: 'numbers.read', send: nothing },
  '/jobs': { rule: 'job.manage', send: nothing },
  '/history': { rule: 'history.desk', send: nothing },
  '/people': { rule: 'people.manage', send: nothing },
  '/reports/[id]': { rule: 'article.read', inArticle: true, send: async (scene) => page(`id=${await scene.report()}`) },
  '/settings': { rule: 'signed in', send: nothing },
  '/sources': { rule: 'signed in', send: async () => page('', { q: 'Berth' }) },
  '/sources/[id]': {
    rule: 'article.read',
    inArticle: true,
    send: async (scene, who) => page(`id=${(await pieceOf(scene, who)).piece.source.id}`),
  },
  '/captures/[id]': {
    rule: 'article.read',
    inArticle: true,
    send: async (scene, who) => page(`id=${(await captureIn(scene, who)).id}`),
  },
  '/link/[token]': { rule: 'anybody', send: async () => page(`token=${'a'.repeat(43)}`) },
  // To whoever has not opened the link it is a door, and to a guest the article.
  '/guest/[id]': { rule: 'anybody', send: async (scene) => page(`id=${(await scene.guest()).id}`) },
  '/set-up': { rule: 'anybody', leads: '/sign-in', send: nothing },
  '/sign-in': { rule: 'anybody', leads: '/', send: nothing },
};

export const ROUTES: Readonly<Record<string, Door>> = {
  // A stream goes on: this one's reader has gone before it begins. tests/db/live reads what streams say.
  'GET /api/live': {
    rule: 'article.read',
    send: async () => ({ request: new Request(`${ADDRESS}/api/live`, { signal: AbortSignal.abort() }) }),
  },
  'GET /api/live/missed': {
    rule: 'article.read',
    send: async () => get('/api/live/missed'),
  },
  'GET /api/articles/[id]/bench': {
    rule: 'article.read',
    inArticle: true,
    send: async ({ articleId: id }) => get(`/api/articles/${id}/bench`, { id }),
  },
  'POST /api/live/here': {
    rule: 'article.read',
    inArticle: true,
    send: async (scene) =>
      post(
        '/api/live/here',
        JSON.stringify({ tab: crypto.randomUUID(), articleId: scene.articleId, claimId: null, writes: false }),
      ),
  },
  'GET /api/needs': { rule: 'signed in', send: async () => get('/api/needs') },
  'GET /api/account/links': { rule: 'signed in', send: async () => get('/api/account/links') },
  'GET /.well-known/security.txt': { rule: 'anybody', send: async () => get('/.well-known/security.txt') },
  'GET /api/numbers': { rule: 'numbers.read', send: async () => get('/api/numbers') },
  'GET /api/numbers/report/[format]': {
    rule: 'numbers.report',
    send: async () => get('/api/numbers/report/json', { format: 'json' }),
  },
  'GET /api/health': { rule: 'anybody', send: async () => get('/api/health') },
  'POST /api/guest/[id]/open': {
    rule: 'anybody',
    send: async (scene) => {
      const { id, token } = await scene.guest();
      return post(`/api/guest/${id}/open`, JSON.stringify({ token }), { id });
    },
  },
  'GET /api/guest/[id]/live': {
    rule: 'guest',
    send: async (scene) => {
      const { id } = await scene.guest();
      const request = new Request(`${ADDRESS}/api/guest/${id}/live`, { signal: AbortSignal.abort() });
      return { request, params: Promise.resolve({ id }) };
    },
  },
  'GET /api/guest/[id]/live/missed': {
    rule: 'guest',
    send: async (scene) => {
      const { id } = await scene.guest();
      return get(`/api/guest/${id}/live/missed`, { id });
    },
  },
  'POST /api/guest/[id]/answers': {
    rule: 'guest',
    send: async (scene) => {
      const { id } = await scene.guest();
      const queryId = await scene.questionToWriter();
      return post(`/api/guest/${id}/answers`, JSON.stringify({ queryId, body: 'It was in May.' }), { id });
    },
  },
  'GET /api/articles': { rule: 'article.read', send: async () => get('/api/articles?q=harbour') },
  'POST /api/articles': {
    rule: 'article.add',
    send: async () => post('/api/articles', JSON.stringify(newArticle())),
  },
  'POST /api/articles/guess': { rule: 'article.add', send: async () => post('/api/articles/guess', newText()) },
  'POST /api/articles/[id]/text': {
    rule: 'article.add',
    inArticle: true,
    send: async (scene) => {
      const id = await arriving(scene);
      await scene.db.$executeRaw`update jobs set state = 'failed', ended_at = now() where article_id = ${id}::uuid`;
      return post('/api/articles/x/text', JSON.stringify({ text: newText() }), { id });
    },
  },
  'POST /api/articles/[id]/revisions': {
    rule: 'article.revise',
    inArticle: true,
    send: async (scene) => {
      const { revision } = await scene.bench();
      const body = { basedOn: revision.id, text: `${revision.text}\n\n${newText()}` };
      return post('/api/articles/x/revisions', JSON.stringify(body), { id: scene.articleId });
    },
  },
  'POST /api/articles/[id]/return': {
    rule: 'article.revise',
    inArticle: true,
    send: async (scene) => {
      const form = new FormData();
      form.set('fields', new Blob(['{}'], { type: 'application/json' }));
      form.set('original', new Blob([await copyOut(scene)]), 'copy.docx');
      const path = '/api/articles/x/return';
      const headers = { 'sec-fetch-site': 'same-origin' };
      const request = new Request(`${ADDRESS}${path}`, { method: 'POST', body: form, headers });
      return { request, params: Promise.resolve({ id: scene.articleId }) };
    },
  },
  'GET /api/articles/[id]/captures': {
    rule: 'report.export',
    inArticle: true,
    send: async (scene, who) => {
      await captureIn(scene, who);
      return get('/api/articles/x/captures', { id: scene.articleId });
    },
  },
  'GET /api/articles/[id]/whole': {
    rule: 'article.handOn',
    inArticle: true,
    send: async ({ articleId: id }) => get(`/api/articles/${id}/whole`, { id }),
  },
  'POST /api/foreign': {
    rule: 'foreign.bring',
    send: async () =>
      post('/api/foreign?name=checks.csv&publisher=Else', `claim,rating\n${fresh('Tolls rise')},False\n`),
  },
  'GET /api/foreign/[id]/file': {
    rule: 'article.handOn',
    send: async (scene) => {
      const { id } = await foreignIn(scene);
      return get(`/api/foreign/${id}/file`, { id });
    },
  },
  'GET /api/claims/[id]': {
    rule: 'article.read',
    inArticle: true,
    send: async (scene) => {
      const { id } = await scene.judged();
      return get(`/api/claims/${id}`, { id });
    },
  },
  'GET /api/claims/[id]/passages': {
    rule: 'article.read',
    inArticle: true,
    send: async (scene) => {
      const { id } = await scene.judged();
      return get(`/api/claims/${id}/passages`, { id });
    },
  },
  'GET /api/articles/[id]/bearings': {
    rule: 'article.read',
    inArticle: true,
    send: async (scene, who) => {
      const { id } = await captureIn(scene, who);
      return get(`/api/articles/${scene.articleId}/bearings?capture=${id}`, { id: scene.articleId });
    },
  },
  'GET /api/articles/[id]/named': {
    rule: 'article.read',
    inArticle: true,
    send: async (scene) => get(`/api/articles/${scene.articleId}/named`, { id: scene.articleId }),
  },
  'GET /api/claims/[id]/figures': {
    rule: 'article.read',
    inArticle: true,
    send: async (scene) => {
      const { id } = await scene.judged();
      return get(`/api/claims/${id}/figures`, { id });
    },
  },
  'GET /api/sources/[id]/reader': {
    rule: 'article.read',
    inArticle: true,
    send: async (scene, who) => {
      const { sourceId: id } = await captureIn(scene, who);
      return get(`/api/sources/${id}/reader`, { id });
    },
  },
  'GET /api/captures/[id]/bytes': {
    rule: 'article.read',
    inArticle: true,
    send: async (scene, who) => {
      const { id } = await captureIn(scene, who);
      return get(`/api/captures/${id}/bytes`, { id });
    },
  },
  'GET /api/captures/[id]/picture': {
    rule: 'article.read',
    inArticle: true,
    send: async (scene, who) => {
      const { id } = await captureIn(scene, who, PICTURE);
      return get(`/api/captures/${id}/picture`, { id });
    },
  },
  'POST /api/sources/[id]/captures': {
    rule: 'evidence.edit',
    inArticle: true,
    send: async (scene, who) => {
      const { sourceId: id } = await captureIn(scene, who);
      return { ...post(`/api/sources/${id}/captures?name=List.txt`, fresh('A list')), params: Promise.resolve({ id }) };
    },
  },
  'GET /api/reports/[id]/[format]': {
    rule: 'report.export',
    inArticle: true,
    send: async (scene) => {
      const id = await scene.report();
      const format = need(['json', 'csv', 'claimreview'][count++ % 3]);
      return get(`/api/reports/${id}/${format}`, { id, format });
    },
  },
  'GET /api/sources/export/[format]': {
    rule: 'article.read',
    send: async () => {
      const format = need(['csl', 'bibtex'][count++ % 2]);
      return get(`/api/sources/export/${format}`, { format });
    },
  },
  'POST /api/sources/import': {
    rule: 'evidence.edit',
    send: async () => post('/api/sources/import', JSON.stringify([{ title: fresh('A source'), type: 'report' }])),
  },
  ...Object.fromEntries(
    Object.entries(PUBLIC_ROUTES).map(([pattern, paramsFor]): [string, Door] => [
      `GET ${pattern}`,
      {
        rule: 'anybody',
        send: async (scene) => {
          await publishedIn(scene);
          const params = await paramsFor(scene);
          return get(addressOf(pattern, params), params);
        },
      },
    ]),
  ),
};

/**
 * next-auth's own, which is how one signs in (tests/db/people/sign-in.apart.test.ts and the browser tests knock at it), and
 * what no route is for: it tells everybody that there is nothing.
 */
export const OTHER_ROUTES = [
  'GET /api/auth/[...nextauth]',
  'POST /api/auth/[...nextauth]',
  'GET /api/[[...nowhere]]',
  'POST /api/[[...nowhere]]',
];

const IN_A_DAY = () => new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString();

const articles: Record<string, Door> = {
  editArticle: {
    rule: 'article.edit',
    inArticle: true,
    send: async (scene) => ({ ...newArticle(), ...(await articleAt(scene)), headline: fresh('Harbour budget') }),
  },
  setMode: {
    rule: 'article.mode',
    inArticle: true,
    send: async (scene) => ({ ...(await articleAt(scene)), mode: (await scene.bench()).article.mode }),
  },
  setAccess: {
    rule: 'article.access',
    inArticle: true,
    send: async (scene) => {
      const { article } = await scene.bench();
      return { ...versioned(article), access: article.access, memberIds: article.memberIds };
    },
  },
  inviteGuest: {
    rule: 'article.access',
    inArticle: true,
    send: async ({ articleId }) => ({ articleId, name: fresh('A writer'), until: IN_A_DAY() }),
  },
  revokeGuest: {
    rule: 'article.access',
    inArticle: true,
    send: async (scene) => {
      const { inviteGuest } = await import('#lib/articles/mutations-guests.ts');
      const { articleId, editor } = scene;
      const input = { articleId, name: fresh('A writer'), until: IN_A_DAY() };
      const { url } = await inviteGuest(scene.db, editor, ADDRESS, input);
      return { id: need(new URL(url).pathname.split('/').at(-1)) };
    },
  },
  archiveArticle: {
    rule: 'article.edit',
    inArticle: true,
    send: async (scene) => ({ ...(await articleAt(scene)), archived: false }),
  },
};

/** An article of the scene's kind whose text is still to come, kept to the people of the scene's own. */
async function arriving(scene: Scene): Promise<string> {
  const { askLink } = await import('#lib/revisions/mutations-arrival.ts');
  const { linkedArticleInput } = await import('#lib/revisions/schema.ts');
  const { access, memberIds } = (await scene.bench()).article;
  const input = linkedArticleInput.parse({ link: `http://127.0.0.1:9/${++count}`, access, memberIds });
  return (await askLink(scene.db, scene.editor, input)).id;
}

const revisions: Record<string, Door> = {
  addLinkedArticle: { rule: 'article.add', send: async () => ({ link: `http://127.0.0.1:9/${++count}` }) },
  articleArrival: {
    rule: 'article.read',
    inArticle: true,
    send: async (scene) => ({ articleId: await arriving(scene) }),
  },
  retryArrival: {
    rule: 'article.add',
    inArticle: true,
    send: async (scene) => {
      const articleId = await arriving(scene);
      await scene.db
        .$executeRaw`update jobs set state = 'failed', ended_at = now() where article_id = ${articleId}::uuid`;
      return { articleId };
    },
  },
  previewRevision: {
    rule: 'article.revise',
    inArticle: true,
    send: async (scene) => ({
      articleId: scene.articleId,
      text: `${(await scene.bench()).revision.text}\n\n${newText()}`,
    }),
  },
  reextractArticle: {
    rule: 'article.revise',
    inArticle: true,
    send: async ({ articleId }) => ({ articleId }),
  },
  restoreRevision: {
    rule: 'article.revise',
    inArticle: true,
    send: async (scene) => {
      const { revision } = await scene.bench();
      const others = await scene.db.revision.findFirst({
        where: { articleId: scene.articleId, sha256: { not: revision.sha256 } },
        select: { number: true },
      });
      return { articleId: scene.articleId, basedOn: revision.id, number: need(others).number };
    },
  },
};

const edits = (send: Door['send'], rule: Permission = 'claim.edit'): Door => ({ rule, inArticle: true, send });

const claims: Record<string, Door> = {
  addClaim: edits(async (scene) => ({
    articleId: scene.articleId,
    revisionId: (await scene.bench()).revision.id,
    span: place,
  })),
  editClaim: edits(async (scene) => ({ ...versioned(await scene.judged()), statement: fresh('Berths are closed') })),
  decideProposal: edits(async (scene) => {
    const { id, version, statement } = await scene.claim();
    const { revision } = await scene.bench();
    const proposal = { revisionId: revision.id, statement: `${statement} now`, figures: [], times: [] };
    const { plant } = await import('../desk.ts');
    await plant(scene.db, (tx) => tx.claim.update({ where: { id }, data: { proposal } }));
    return { id, version, take: 'proposed' };
  }),
  acceptClaim: edits(async (scene) => versioned(await scene.judged())),
  rescopeClaim: edits(async (scene) => ({
    ...versioned(await scene.judged()),
    revisionId: (await scene.bench()).revision.id,
    span: place,
  })),
  excludeClaims: edits(async (scene) => ({ claims: [versioned(await scene.judged())], reason: 'Not ours' })),
  restoreClaims: edits(async (scene) => ({ claims: [versioned(await scene.judged())] })),
  assignClaims: edits(async (scene, who) => ({
    claims: [versioned(await scene.judged())],
    assigneeId: who?.id ?? null,
  })),
  planShare: edits(
    async (scene, who) => ({ articleId: scene.articleId, personIds: who ? [who.id] : [] }),
    'claim.assign',
  ),
  shareOut: edits(
    async (scene, who) => ({
      shares: [{ personId: who?.id ?? scene.author.id, claims: [versioned(await scene.claim())] }],
    }),
    'claim.assign',
  ),
  withdrawClaim: edits(async (scene) => ({ ...versioned(await scene.judged()), reason: 'Gone' })),
  splitClaim: edits(async (scene) => ({
    ...versioned(await scene.claim()),
    revisionId: (await scene.bench()).revision.id,
    parts: [{ span: { start: 0, end: 7 } }, { span: { start: 8, end: 17 } }],
  })),
  mergeClaims: edits(async (scene) => ({
    claims: [versioned(await scene.claim()), versioned(await scene.claim())],
    revisionId: (await scene.bench()).revision.id,
    statement: fresh('Both'),
  })),
  undoLineage: edits(async (scene) => {
    const claim = await scene.claim();
    const revisionId = (await scene.bench()).revision.id;
    const { splitClaim } = await import('#lib/claims/mutations-lineage.ts');
    const parts = [{ span: { start: 0, end: 7 } }, { span: { start: 8, end: 17 } }];
    const made = await splitClaim(scene.db, scene.author, { ...versioned(claim), revisionId, parts, evidence: [] });
    const to = made.claims.filter(({ id }) => id !== claim.id).map(versioned);
    return { kind: 'split', from: [claim.id], to };
  }),
  flagClaims: edits(async (scene) => ({ claims: [versioned(await scene.claim())], misdeed: true })),
  previewMany: edits(async (scene) => ({
    articleId: scene.articleId,
    claims: [(await scene.claim()).id],
    deed: 'exclude',
  })),
  markSentences: edits(async (scene) => {
    const { revision, marks } = await scene.bench();
    const free = revision.sentences.find(({ start }) => !marks.some((mark) => mark.start === start));
    const { start, end } = need(free);
    return { articleId: scene.articleId, revisionId: revision.id, sentences: [{ start, end }], reason: 'A greeting' };
  }, 'sentence.mark'),
  unmarkSentences: edits(async (scene) => ({ articleId: scene.articleId, marks: [scene.articleId] }), 'sentence.mark'),
  decideLink: edits(async (scene) => {
    const [a, b] = [await scene.claim(), await scene.judged()];
    const { id } = await plant(scene.db, (tx) =>
      tx.claimLink.create({
        data: { aId: a.id, bId: b.id, relation: 'same', because: [], origin: 'machine', engineVersion: 'test' },
      }),
    );
    return { id, accepted: true };
  }),
};

const comments: Record<string, Door> = {
  writeComment: edits(
    async (scene) => ({ articleId: scene.articleId, claimId: (await scene.judged()).id, body: 'Is it?' }),
    'comment.write',
  ),
  editComment: edits(async (scene, who) => {
    const comment = await scene.comment((await scene.judged()).id, await workerOf(scene, who));
    return { ...comment, body: 'Is it so?' };
  }, 'comment.write'),
  resolveComment: edits(async (scene, who) => {
    const comment = await scene.comment((await scene.judged()).id, await workerOf(scene, who));
    return { ...comment, resolved: true };
  }, 'comment.write'),
  withdrawComment: edits(
    async (scene, who) => scene.comment((await scene.judged()).id, await workerOf(scene, who)),
    'comment.write',
  ),
};

const evidence: Record<string, Door> = {
  attachEvidence: edits(
    async (scene) => ({
      claimId: (await scene.judged()).id,
      source: { fields: source() },
      stance: 'context',
      aspect: 'content',
    }),
    'evidence.edit',
  ),
  attachToMany: edits(
    async (scene) => ({
      claims: [(await scene.judged()).id, (await scene.claim()).id],
      source: { fields: source() },
      stance: 'context',
      aspect: 'content',
    }),
    'evidence.edit',
  ),
  withdrawMany: edits(async (scene, who) => {
    const { piece } = await pieceOf(scene, who);
    return { pieces: [versioned(piece)], reason: 'It is not the list' };
  }, 'evidence.edit'),
  attachPassage: edits(async (scene, who) => {
    const { id: captureId } = await captureIn(scene, who);
    const claims = [{ id: (await scene.judged()).id, stance: 'context' }];
    return { captureId, reading: 1, passage: { span: { start: 0, end: 8 } }, claims };
  }, 'evidence.edit'),
  editEvidence: edits(async (scene, who) => {
    const { piece } = await pieceOf(scene, who);
    return { ...versioned(piece), stance: 'context', aspect: 'content', quote: fresh('Other words') };
  }, 'evidence.edit'),
  withdrawEvidence: edits(async (scene, who) => {
    const { piece } = await pieceOf(scene, who);
    return { ...versioned(piece), reason: 'It is not the list' };
  }, 'evidence.edit'),
  restoreEvidence: edits(async (scene, who) => versioned((await pieceOf(scene, who, true)).piece), 'evidence.edit'),
};

const sources: Record<string, Door> = {
  editSource: edits(async (scene, who) => {
    const { piece } = await pieceOf(scene, who);
    return { ...source(), ...versioned(piece.source) };
  }, 'evidence.edit'),
  archiveSource: edits(async (scene, who) => {
    const { piece } = await pieceOf(scene, who);
    return { ...versioned(piece.source), archived: true };
  }, 'evidence.edit'),
  mergeSources: edits(async (scene, who) => {
    const [keep, gone] = [await pieceOf(scene, who), await pieceOf(scene, who)];
    return { keep: versioned(keep.piece.source), gone: versioned(gone.piece.source) };
  }, 'evidence.edit'),
  markConfidential: edits(async (scene, who) => {
    const { piece } = await pieceOf(scene, who);
    return { ...versioned(piece.source), reason: 'Could lose the job', to: [] };
  }, 'source.confide'),
  unmarkConfidential: edits(async (scene, who) => {
    const { piece } = await pieceOf(scene, who);
    await plant(scene.db, (tx) =>
      tx.source.updateMany({
        where: { id: piece.source.id, confidentialAt: null },
        data: {
          confidentialAt: new Date(),
          confidentialTo: { set: [(who ?? scene.author).id] },
          confidentialReason: 'Could lose the job',
          handlerId: (who ?? scene.author).id,
          maskSalt: 'a'.repeat(64),
        },
      }),
    );
    return { ...versioned(piece.source), reason: 'It is published' };
  }, 'source.confide'),
  findSources: { rule: 'signed in', send: async () => ({ query: 'Berth' }) },
};

Object.assign(sources, {
  captureSource: edits(async (scene, who) => ({ sourceId: (await captureIn(scene, who)).sourceId }), 'evidence.edit'),
  openLink: { rule: 'evidence.edit', send: async () => ({ link: `http://127.0.0.1:9/${++count}` }) },
  confirmSource: {
    ...edits(async (scene, who) => {
      const { piece } = await pieceOf(scene, who);
      return { sourceId: piece.source.id };
    }, 'verdict.give'),
    anew: true,
  },
  stampCapture: edits(async (scene, who) => {
    await plant(scene.db, (tx) => tx.setting.updateMany({ data: { stampCaptures: true } }));
    return { id: (await captureIn(scene, who)).id };
  }, 'evidence.edit'),
  archiveCapture: edits(async (scene, who) => {
    await plant(scene.db, (tx) => tx.setting.updateMany({ data: { archiveCaptures: true } }));
    return { id: (await captureIn(scene, who)).id };
  }, 'evidence.edit'),
  recheckCapture: edits(async (scene, who) => ({ id: (await captureIn(scene, who)).id }), 'evidence.edit'),
  eraseCapture: edits(
    async (scene, who) => ({ id: (await captureIn(scene, who)).id, reason: 'Asked for' }),
    'capture.erase',
  ),
  sourceCaptures: {
    ...edits(async (scene, who) => ({ sourceId: (await captureIn(scene, who)).sourceId })),
    rule: 'signed in',
  },
});

/** An article that came from another desk. */
async function foreignIn({ db }: Scene): Promise<{ id: string; version: number }> {
  return plant(db, async (tx) => {
    const bytes = new TextEncoder().encode(fresh('Of another desk'));
    const sha256 = await putBlob(tx, bytes);
    return tx.foreignFile.create({
      data: {
        format: 'article',
        sha256,
        size: bytes.length,
        desk: 'Another desk',
        title: fresh('Tolls'),
        originId: crypto.randomUUID(),
        sequence: 1,
        head: sha256,
        claims: 0,
      },
      select: { id: true, version: true },
    });
  });
}

const foreign: Record<string, Door> = {
  setFileAside: { rule: 'foreign.bring', send: async (scene) => ({ ...(await foreignIn(scene)), aside: true }) },
};

const newFeed = () => ({ link: `http://127.0.0.1:9/feed/${++count}`, minutes: 60 });

async function feedOf({ db, editor }: Scene): Promise<{ id: string }> {
  const { addFeed } = await import('#lib/inbox/mutations.ts');
  const { id } = await addFeed(db, editor, { ...newFeed(), minutes: 60 });
  return { id };
}

const itemOf = async ({ db }: Scene, more: object = {}) => {
  const { id } = await db.inboxItem.create({
    data: { key: `${++count}`, link: `http://127.0.0.1:9/${count}`, title: fresh('A piece'), ...more },
    select: { id: true },
  });
  return { ids: [id] };
};

const inbox: Record<string, Door> = {
  addFeed: { rule: 'article.add', send: async () => newFeed() },
  readFeedNow: { rule: 'article.add', send: feedOf },
  removeFeed: { rule: 'article.add', send: feedOf },
  acceptItems: { rule: 'article.add', send: async (scene) => itemOf(scene) },
  dismissItems: { rule: 'article.add', send: async (scene) => itemOf(scene) },
  returnItems: {
    rule: 'article.add',
    send: async (scene) => itemOf(scene, { state: 'dismissed', decidedAt: new Date(), decidedById: scene.editor.id }),
  },
};

const needs: Record<string, Door> = {
  chooseMail: { rule: 'signed in', send: async () => ({ how: 'digest' }) },
  markNeeds: {
    rule: 'signed in',
    send: async (scene) => ({
      parts: [{ key: `second:${(await scene.judged()).id}`, state: '0'.repeat(8) }],
      as: 'read',
    }),
  },
};

const jobs: Record<string, Door> = {
  jobProgress: { rule: 'signed in', send: async (scene, who) => ({ id: await jobOf(scene, who) }) },
  cancelJob: { rule: 'signed in', send: async (scene, who) => ({ id: await jobOf(scene, who) }) },
};

/** A job that waits, of somebody's own. */
const jobOf = async ({ db, author }: Scene, who: PersonActor | null): Promise<string> => {
  const { addJob } = await import('#lib/jobs/mutations.ts');
  return db.$transaction((tx) => addJob(tx, who ?? author, { kind: 'capture', input: {} }));
};

const standing: Record<string, Door> = {
  setArticleRules: {
    rule: 'article.mode',
    inArticle: true,
    send: async (scene) => {
      const { article } = await scene.bench();
      return { ...versioned(article), queries: article.queries, minorCounts: article.minorCounts };
    },
  },
};

const people: Record<string, Door> = {
  setNamedPublicly: { rule: 'signed in', send: async () => ({ named: true }) },
  invite: {
    rule: 'people.manage',
    send: async () => ({ email: `new${++count}@desk.test`, name: 'New', role: 'viewer' }),
  },
  renewInvitation: { rule: 'people.manage', send: async (scene) => invitation(scene) },
  revokeInvitation: { rule: 'people.manage', send: async (scene) => invitation(scene) },
  changeRole: {
    rule: 'people.manage',
    send: async (scene) => ({ ...versioned(await scene.stranger()), role: 'reviewer' }),
  },
  setDisabled: {
    rule: 'people.manage',
    send: async (scene) => ({ ...versioned(await scene.stranger()), disabled: true }),
  },
  makeResetLink: { rule: 'people.manage', send: async (scene) => ({ id: (await scene.stranger()).id }) },
  editOwnName: { rule: 'signed in', send: async () => ({ name: fresh('A name') }) },
  changeOwnPassword: {
    rule: 'signed in',
    send: async () => ({ current: PASSWORD, password: fresh('another horse battery') }),
  },
  endOwnSessions: { rule: 'signed in', send: async () => undefined },
  endOwnSession: {
    rule: 'signed in',
    send: async ({ db, author }, who) => {
      const { openSession } = await import('#lib/access/mutations-sessions.ts');
      const from = { address: '192.0.2.10', agent: 'Tests' };
      return { id: await openSession(db, (who ?? author).id, 'password', from, true) };
    },
  },
  proveAgain: {
    rule: 'signed in',
    send: async ({ db }) => {
      await giveEverybodyAPassword(db);
      return { current: PASSWORD };
    },
  },
  noteLinksSeen: { rule: 'signed in', send: async () => undefined },
};

async function invitation({ db }: Scene): Promise<{ id: string }> {
  return db.invitation.create({
    data: {
      purpose: 'invite',
      tokenHash: fresh('hash'),
      email: `open${++count}@desk.test`,
      role: 'viewer',
      expiresAt: new Date(Date.now() + 60_000),
    },
    select: { id: true },
  });
}

const step = () => ({ label: fresh('Rather true'), description: '', value: null, stands: true });
const ratingAt = async ({ db }: Scene) => db.rating.findUniqueOrThrow({ where: { key: 'not-checkable' } });
const scale = (send: Door['send']): Door => ({ rule: 'settings.manage', send });

const settings: Record<string, Door> = {
  editSettings: scale(async ({ db }) => {
    const { version, timeZone, defaultMode, defaultQueries } = await db.setting.findUniqueOrThrow({ where: { id: 1 } });
    return { version, timeZone, defaultMode, defaultQueries, deskName: fresh('The desk') };
  }),
  addRating: scale(async () => step()),
  editRating: scale(async (scene) => ({ ...step(), ...versioned(await ratingAt(scene)) })),
  archiveRating: scale(async (scene) => ({ ...versioned(await ratingAt(scene)), archived: false })),
  moveRating: scale(async (scene) => ({ ...versioned(await ratingAt(scene)), to: 'up' })),
};

const verdictOf = async (scene: Scene, claimId: string, who: PersonActor | null = scene.author) =>
  need((await scene.see(who, claimId)).verdicts.find((verdict) => verdict.inForce));

/** A claim that waits for a second reader, and what the browser of somebody who had it open a while ago has kept of it. */
async function readBy(scene: Scene, who: PersonActor | null) {
  const { receiptOf } = await import('#lib/standing/rules-receipt.ts');
  const { id: claimId } = await scene.judged();
  const { shown } = await scene.see(who ?? scene.author, claimId);
  const receipt = receiptOf(process.env.NEXTAUTH_SECRET ?? '', shown, Date.now() - 60_000);
  return { read: { claimId, receipt }, verdictId: (await verdictOf(scene, claimId)).id };
}

const verdicts: Record<string, Door> = {
  giveVerdict: edits(async (scene, who) => {
    const { id } = await scene.judged();
    const { basisDigest, seen } = await scene.see(who, id);
    return {
      claimId: id,
      basisDigest,
      seen,
      ratingId: await scene.rating('true'),
      rationale: 'So the list.',
    };
  }, 'verdict.give'),
  signOff: edits(async (scene, who) => {
    const claim = await scene.judged();
    const { id, basisDigest } = await verdictOf(scene, claim.id);
    // As they see it; to whom it is hidden, they send what its author would.
    const own = (await verdictOf(scene, claim.id, who)).basisDigest ?? basisDigest;
    return { verdictId: id, basisDigest: own, seen: (await scene.see(scene.author, claim.id)).seen };
  }, 'verdict.signOff'),
  togetherPreview: edits(
    async (scene, who) => ({ articleId: scene.articleId, claims: [(await readBy(scene, who)).read] }),
    'verdict.signOff',
  ),
  signTogether: edits(async (scene, who) => {
    const { read, verdictId } = await readBy(scene, who);
    return { articleId: scene.articleId, claims: [{ ...read, verdictId }] };
  }, 'verdict.signOff'),
  withdrawTogether: edits(async (scene, who) => {
    const by = await workerOf(scene, who);
    const { signTogether } = await import('#lib/verdicts/mutations-together.ts');
    const signer = by.id === scene.author.id ? scene.editor : by;
    const { read, verdictId } = await readBy(scene, signer);
    const { articleId } = scene;
    const { signOffs } = await signTogether(scene.db, signer, { articleId, claims: [{ ...read, verdictId }] });
    return { articleId, signOffIds: signOffs.map(({ id }) => id), reason: 'Too early' };
  }, 'verdict.signOff'),
  withdrawVerdict: edits(async (scene, who) => {
    const claim = await scene.claim();
    const by = await workerOf(scene, who);
    const { judge } = await import('../desk.ts');
    await judge(scene.db, by, claim.id);
    return { verdictId: need((await scene.see(by, claim.id)).verdicts[0]).id, reason: 'Too early' };
  }, 'verdict.give'),
  withdrawSignOff: edits(async (scene, who) => {
    const claim = await scene.judged();
    const by = await workerOf(scene, who);
    const { signOff } = await import('#lib/verdicts/mutations-sign-off.ts');
    const signer = by.id === scene.author.id ? scene.editor : by;
    const { id, basisDigest } = await verdictOf(scene, claim.id, signer);
    const { seen: shown } = await scene.see(signer, claim.id);
    await signOff(scene.db, signer, { verdictId: id, basisDigest: need(basisDigest), seen: [...shown] });
    const [found] = (await scene.see(scene.author, claim.id)).verdicts;
    return { signOffId: need(found?.signOff).id, reason: 'Too early' };
  }, 'verdict.signOff'),
  confirmVerdict: edits(async (scene, who) => {
    const claim = await scene.judged();
    const { editClaim } = await import('#lib/claims/mutations.ts');
    await editClaim(scene.db, scene.author, { ...versioned(claim), statement: fresh('Reworded') });
    const { id } = await verdictOf(scene, claim.id);
    const { basisDigest, seen } = await scene.see(who, claim.id);
    return { claimId: claim.id, verdictId: id, basisDigest, seen };
  }, 'verdict.give'),
  decideFix: edits(async (scene) => {
    const { content } = await verdictOf(scene, (await scene.judged()).id);
    return { ...versioned(need(content?.fix)), state: 'accepted' };
  }, 'fix.decide'),
};

const reports: Record<string, Door> = {
  freezeReport: {
    rule: 'report.export',
    inArticle: true,
    send: async ({ articleId }) => ({ articleId }),
  },
};

const history: Record<string, Door> = {
  eraseDetail: edits(async (scene) => {
    const { id } = await scene.claim();
    const { sequence } = await scene.db.event.findFirstOrThrow({ where: { chainId: scene.articleId, subjectId: id } });
    return { chain: scene.articleId, sequence, reason: 'Asked for' };
  }, 'history.erase'),
};

const publishing: Record<string, Door> = Object.fromEntries(
  Object.entries(SENDS).map(([name, send]): [string, Door] => [name, edits(send, 'report.publish')]),
);

/** Server actions, by the domain whose actions.ts holds them. */
export const ACTIONS: Readonly<Record<string, Readonly<Record<string, Door>>>> = {
  articles,
  claims,
  comments,
  evidence,
  foreign,
  history,
  inbox,
  jobs,
  needs,
  people,
  publishing,
  reports,
  revisions,
  settings,
  sources,
  standing,
  verdicts,
};

// ---- what the file system holds ----

const placeOf = (file: string) =>
  `/${file
    .split('/')
    .slice(1, -1)
    .filter((part) => !/^\(.*\)$/.test(part))
    .join('/')}`;

export const pageFiles = () => globSync('app/**/page.tsx').map((file) => ({ file, name: placeOf(file) }));
export const routeFiles = () =>
  globSync(['app/**/route.ts', 'app/.well-known/**/route.ts']).map((file) => ({ file, name: placeOf(file) }));
export const actionFiles = () =>
  globSync('lib/*/actions*.ts').map((file) => ({ file, name: need(file.split('/')[1]) }));

/** Files that let the browser call functions of theirs; all must be found above. */
export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;
