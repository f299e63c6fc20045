import type { PersonActor } from '#lib/access/types.ts';
import type { Db } from '#lib/platform/db.ts';
import { correctionsDue } from '#lib/publishing/data-due.ts';
import { publishReport } from '#lib/publishing/mutations.ts';
import { makeReportLink } from '#lib/publishing/mutations-links.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { signOff } from '#lib/verdicts/mutations-sign-off.ts';
import { article, attach, claimOn, judge, lead, plant } from '../desk.ts';
import { ADDRESS } from './request.ts';
import { need, type Scene } from './scene.ts';

/** The desk publishes from now on, or no longer. */
export const setPublishing = (db: Db, publishing: boolean) =>
  plant(db, (tx) => tx.setting.update({ where: { id: 1 }, data: { publishing } }));

export const LEGAL = { addressee: 'legal', whom: null, how: null, dueAt: null, holds: null } as const;

/** A legal flag on a claim, or on the whole article; without `asked` a plain question. */
export const legalFlag = (articleId: string, claimId: string | null, asked: typeof LEGAL | null = LEGAL) =>
  ({ articleId, claimId, threadId: null, kind: 'query', body: 'Libel?', asked, onVerdictId: null }) as const;

/** An article with one settled claim, and its report published: where it stands for the public. */
export async function publishedArticle(db: Db, author: PersonActor, editor: PersonActor) {
  await setPublishing(db, true);
  const bench = await article(db, editor, { mode: 'one' });
  const articleId = bench.article.id;
  const claim = await claimOn(db, author, bench, 'Lorry tolls will rise by 4.5 per cent from June');
  await attach(db, author, claim.id, 'The toll table');
  await judge(db, author, claim.id, 'true', { rationale: 'So the table [1].' });
  const report = await freezeReport(db, editor, { articleId });
  const published = await publishReport(db, editor, { reportId: report.id, publicAt: null });
  return { ...published, articleId, claim, reportId: report.id };
}

const known = new WeakMap<Db, Promise<Awaited<ReturnType<typeof publishedArticle>>>>();
/** One for each database: nobody changes it. */
export function publishedIn({ db, author, editor }: Scene) {
  const found = known.get(db) ?? publishedArticle(db, author, editor);
  known.set(db, found);
  return found;
}

/** A report of the scene's own article in which a claim is settled; of a blind one nothing is. */
async function reportOf(scene: Scene): Promise<{ readonly reportId: string; readonly claimId: string }> {
  await setPublishing(scene.db, true);
  const { id } = await scene.judged();
  if ((await scene.bench()).article.mode !== 'blind') {
    const verdict = await lead(scene.db, scene.editor, id);
    const { basisDigest, seen } = verdict;
    await signOff(scene.db, scene.editor, { verdictId: verdict.id, basisDigest: need(basisDigest), seen });
  }
  return { reportId: await scene.report(), claimId: id };
}

/** The same, published; where nothing is settled it cannot be. */
async function published(scene: Scene) {
  const made = await reportOf(scene);
  await publishReport(scene.db, scene.editor, { reportId: made.reportId, publicAt: null }).catch(() => null);
  const publication = await scene.db.publication.findUnique({ where: { articleId: scene.articleId } });
  return { ...made, version: publication?.version ?? 1 };
}

const link = async (scene: Scene) => {
  const { reportId } = await reportOf(scene);
  const made = await makeReportLink(scene.db, scene.editor, ADDRESS, { reportId, label: 'A lawyer', days: 1 });
  const { id } = await scene.db.reportLink.findFirstOrThrow({ where: { reportId } });
  return { id, token: need(made.url.split('/').at(-1)) };
};

/** What is sent to each action of publishing. */
export const SENDS: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  correctReport: async (scene) => {
    await reportOf(scene);
    return { articleId: scene.articleId, correction: 'The year was wrong.' };
  },
  declineCorrection: async (scene) => {
    const { claimId } = await published(scene);
    await judge(scene.db, scene.author, claimId, 'false');
    const [due] = await correctionsDue(scene.db, scene.author, scene.articleId);
    return { articleId: scene.articleId, seen: due?.seen ?? '', reason: 'Only the wording' };
  },
  publishReport: async (scene) => ({ reportId: (await reportOf(scene)).reportId, publicAt: null }),
  withdrawReport: async (scene) => ({
    articleId: scene.articleId,
    version: (await published(scene)).version,
    note: 'Looked at again',
  }),
  makeReportLink: async (scene) => ({ reportId: (await reportOf(scene)).reportId, label: 'A lawyer', days: '7' }),
  revokeReportLink: async (scene) => ({ id: (await link(scene)).id }),
};

/** Where the public reads, and what stands in each address. */
export const PUBLIC_ROUTES: Readonly<Record<string, (scene: Scene) => Promise<Readonly<Record<string, string>>>>> = {
  '/published': async () => ({}),
  '/published/rss.xml': async () => ({}),
  '/published/atom.xml': async () => ({}),
  '/published/feed.json': async () => ({}),
  '/published/sitemap.xml': async () => ({}),
  '/published/methodology': async () => ({}),
  '/published/corrections': async () => ({}),
  '/published/people': async () => ({}),
  '/robots.txt': async () => ({}),
  '/published/[slug]': async (scene) => ({ slug: (await publishedIn(scene)).slug }),
  '/published/[slug]/card.png': async (scene) => ({ slug: (await publishedIn(scene)).slug }),
  '/published/[slug]/[number]': async (scene) => ({ slug: (await publishedIn(scene)).slug, number: '1' }),
  '/published/[slug]/claims/[claim]': async (scene) => {
    const { slug, claim } = await publishedIn(scene);
    return { slug, claim: String(claim.number) };
  },
  '/shared/[token]': async (scene) => ({ token: (await link(scene)).token }),
};

/** An address with its places filled. */
export const addressOf = (pattern: string, params: Readonly<Record<string, string>>): string =>
  pattern.replace(/\[(\w+)\]/g, (_, name: string) => params[name] ?? '');
