import { renderClaimReview } from '../claim-review.ts';
import { evidence } from '../html/claims.ts';
import { source } from '../html/paper.ts';
import { line, section, sign } from '../html/parts.ts';
import { figure } from '../html/pictures.ts';
import { type Element, el, type Node } from '../html/tree.ts';
import { type ReportClaim, type ReportModel, settlingVerdict } from '../model.ts';
import { type Outline, type OutlineClaim, outlineOf } from '../outline/index.ts';
import { aloneNote } from '../settled-words.ts';
import { dayIn, moment, type PublicFile, publicPage } from './page.ts';
import type { PublicGap, PublicPage, PublicSite } from './types.ts';
import { say } from './words.ts';

/** A published report's page: the present one at the article's own address, an earlier one under its number. */
export function reportPage(site: PublicSite, page: PublicPage): PublicFile {
  const { model, slug, later } = page;
  const outline = outlineOf(model, page.digest);
  const address = `${site.base}/${slug}`;
  const title = titleOf(model);
  const description = summaryOf(model);
  return publicPage(site, {
    title,
    description,
    path: later ? `/${slug}/${model.number}` : `/${slug}`,
    publicAt: page.publicAt,
    // An earlier version is there to be read, not to be found in the place of the present one.
    isUnlisted: later !== null,
    card: {
      url: `${address}/card.png?${model.number}`,
      alt: say('imageAlt', { desk: site.desk, title, text: description }),
    },
    ...(later ? {} : { data: renderClaimReview(model, address).trimEnd() }),
    main: [
      el(
        'article',
        { class: 'report pb-report' },
        front(site, page, description),
        verdicts(outline),
        ...outline.claims.items.map((claim) => claimPart(site, page, claim, outline)),
        sourcesPart(outline),
        foot(site, page),
      ),
    ],
  });
}

export const titleOf = ({ article: { headline } }: ReportModel): string => say('about', { headline });

/** What kind of thing it is, above its headline. */
export const kickerOf = ({ article: { outlet } }: ReportModel): string =>
  outlet ? say('kickerOf', { outlet }) : say('kicker');

/** What the checks came to, in a sentence, its ratings in the scale's order: "5 claims checked: 3 True, 2 False." */
export function summaryOf({ claims, scale }: ReportModel): string {
  const counts = new Map<string, number>();
  for (const claim of claims) {
    const label = settlingVerdict(claim)?.rating.label ?? '';
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const place = new Map(scale.map(({ label }, at) => [label, at]));
  const placeOf = ([rating]: readonly [string, number]) => place.get(rating) ?? scale.length;
  const list = [...counts]
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map(([rating, count]) => say('rated', { count, rating }))
    .join(', ');
  return say('outcome', { count: claims.length, list });
}

const languageOf = ({ article: { language } }: ReportModel) => (language === 'und' ? null : language);

function front(site: PublicSite, page: PublicPage, summary: string): Element {
  const { model, unsettled, later } = page;
  const { link } = model.article;
  return el(
    'header',
    {},
    later && superseded(site, page),
    el('p', { class: 'rp-kicker' }, kickerOf(model)),
    el('h1', { dir: 'auto', lang: languageOf(model) }, model.article.headline),
    el(
      'p',
      { class: 'rp-soft' },
      say('published', { when: '' }),
      moment(site, page.publicAt),
      ` · ${say('number', { number: model.number })}`,
      link && ' · ',
      link && el('a', { href: link, rel: 'noopener' }, say('readArticle')),
    ),
    model.correction !== null &&
      el(
        'section',
        { class: 'rp-correction', 'aria-label': say('corrections') },
        el('h2', {}, say('correction', { when: dayIn(site, page.publicAt) })),
        el('p', { class: 'rp-words', dir: 'auto' }, model.correction),
      ),
    el('p', { class: 'rp-outcome' }, summary),
    unsettled > 0 && el('p', { class: 'rp-soft' }, say('unsettled', { count: unsettled })),
  );
}

/** Claims by verdict, where there are several to be told apart. */
const verdicts = (outline: Outline): Element | false => {
  const ratings = outline.pictures.items.find((picture) => picture.id === 'ratings');
  return outline.claims.items.length > 1 && ratings !== undefined && figure(ratings, outline);
};

const superseded = (site: PublicSite, { slug, later }: PublicPage): Element | null =>
  later &&
  el(
    'section',
    { class: 'rp-correction' },
    el('h2', {}, say('superseded')),
    el(
      'p',
      {},
      `${say('supersededBy', { number: later.number, when: dayIn(site, later.publicAt) })} `,
      el('a', { href: `${site.base}/${slug}` }, say('present')),
    ),
    later.corrections.map(({ note, at }) =>
      el(
        'p',
        { class: 'rp-words', dir: 'auto' },
        el('span', { class: 'rp-soft' }, `${say('correction', { when: dayIn(site, at) })}: `),
        note,
      ),
    ),
  );

function claimPart(site: PublicSite, page: PublicPage, claim: OutlineClaim, outline: Outline): Element {
  const { id, number, status, statement, quote, outcome, settled } = claim;
  const { language } = outline;
  const [verdict] = claim.verdicts;
  const told = page.model.claims.find((one) => one.number === number);
  return el(
    'section',
    { class: `pb-claim state-${status.mark}`, id, 'aria-labelledby': `${id}-title` },
    el('h2', { id: `${id}-title`, dir: 'auto', lang: language }, statement),
    told && told.claimant.kind !== 'author' && el('p', { class: 'rp-soft' }, saidBy(told)),
    el('p', { class: 'pb-rating' }, sign(status), ' ', el('strong', {}, outcome)),
    verdict?.finding && el('p', {}, verdict.finding),
    verdict &&
      verdict.rationale.length > 0 &&
      el('p', { class: 'rp-words', dir: 'auto' }, line(verdict.rationale, outline)),
    quote &&
      el(
        'figure',
        {},
        el('figcaption', { class: 'rp-soft' }, say('inWords')),
        el('blockquote', { dir: 'auto', lang: language }, quote),
      ),
    el('h3', {}, say('rests')),
    claim.evidence.length > 0
      ? el('ul', { class: 'rp-evidence' }, claim.evidence.map(evidence))
      : el('p', { class: 'rp-soft' }, say('noEvidence')),
    claim.notes.map((note) => el('p', { class: 'rp-soft' }, note)),
    verdict && el('p', { class: 'rp-soft' }, [settled, verdict.about, ...verdict.notes].filter(Boolean).join(' · ')),
    page.later === null && embedPart(site, page, number, statement),
  );
}

const saidBy = ({ claimant: { name, via } }: ReportClaim): string =>
  via === null ? say('saidBy', { name }) : say('saidByVia', { name, via });

/** How another page shows the claim: as words to copy, since nothing here runs. */
function embedPart(site: PublicSite, { slug }: PublicPage, number: number, statement: string): Element {
  const src = `${site.base}/${slug}/claims/${number}`;
  const title = say('embedTitle', { statement }).replace(/[<>"&]/g, ' ');
  const code = `<iframe src="${src}" title="${title}" width="100%" height="260" style="border:0" loading="lazy"></iframe>`;
  return el(
    'details',
    { class: 'screen-only pb-embed' },
    el('summary', {}, say('embed')),
    el('p', {}, say('embedLead')),
    el('pre', { tabindex: '0' }, el('code', {}, code)),
  );
}

function sourcesPart({ sources }: Outline): Element | null {
  return sources.items.length === 0 ? null : section('sources', say('sources'), sources.items.map(source));
}

const foot = (site: PublicSite, { slug, earlier, digest }: PublicPage): Element =>
  el(
    'footer',
    { class: 'rp-section rp-soft' },
    earlier.length > 0 && [
      el('h2', {}, say('earlier')),
      el(
        'ul',
        {},
        earlier.map(({ number, publicAt }) =>
          el(
            'li',
            {},
            el(
              'a',
              { href: `${site.base}/${slug}/${number}` },
              say('earlierOne', { number, when: dayIn(site, publicAt) }),
            ),
          ),
        ),
      ),
    ],
    el('p', { class: 'pb-record' }, `${say('record')}: `, el('code', {}, digest)),
  );

/** What stands in the place of a report that was withdrawn. */
export const gapPage = (site: PublicSite, gap: PublicGap): PublicFile =>
  publicPage(site, {
    title: say('withdrawnTitle'),
    description: gap.note,
    path: `/${gap.slug}`,
    isUnlisted: true,
    main: [el('article', { class: 'report' }, el('h1', {}, say('withdrawnTitle')), ...gapWords(site, gap))],
  });

/** What a secret link leads to whose report was withdrawn: the same, and not where the report stood. */
export const takenBackPage = (
  site: PublicSite,
  { note, at }: { readonly note: string; readonly at: Date | null },
): PublicFile =>
  publicPage(site, {
    title: say('withdrawnTitle'),
    description: note,
    path: '',
    isUnlisted: true,
    main: [
      el(
        'article',
        { class: 'report' },
        el('h1', {}, say('withdrawnTitle')),
        ...(at ? gapWords(site, { withdrawnAt: at.toISOString(), note }) : []),
      ),
    ],
  });

export const gapWords = (site: PublicSite, { withdrawnAt, note }: Pick<PublicGap, 'withdrawnAt' | 'note'>): Node[] => [
  el('p', { class: 'rp-soft' }, say('withdrawnOn', { when: '' }), moment(site, withdrawnAt)),
  el('p', { class: 'rp-words', dir: 'auto' }, note),
];

/** One claim as a box for other pages: null where the report has no such claim. */
export function claimBox(site: PublicSite, page: PublicPage, number: number): PublicFile | null {
  const outline = outlineOf(page.model, page.digest);
  const claim = outline.claims.items.find((one) => one.number === number);
  if (!claim) return null;
  const [verdict] = claim.verdicts;
  const told = page.model.claims.find((one) => one.number === number);
  const alone = told && aloneNote(told);
  const address = `${site.base}/${page.slug}#${claim.id}`;
  return publicPage(site, {
    title: say('embedTitle', { statement: claim.statement }),
    description: claim.outcome,
    path: `/${page.slug}/claims/${number}`,
    isFramed: true,
    main: [
      el(
        'article',
        { class: `report pb-claim state-${claim.status.mark}` },
        el('p', { class: 'rp-kicker' }, say('site', { desk: site.desk })),
        el('h1', { dir: 'auto', lang: outline.language }, claim.statement),
        el('p', { class: 'pb-rating' }, sign(claim.status), ' ', el('strong', {}, claim.outcome)),
        told && told.claimant.kind !== 'author' && el('p', { class: 'rp-soft' }, saidBy(told)),
        verdict?.finding && el('p', {}, verdict.finding),
        alone && el('p', { class: 'rp-soft' }, alone),
        verdict &&
          el('p', { class: 'rp-words pb-brief', dir: 'auto' }, verdict.rationale.map(({ text }) => text).join('')),
        el('p', {}, el('a', { href: address, target: '_top' }, say('fullCheck', { desk: site.desk }))),
      ),
    ],
  });
}

/** The same where what it was of is withdrawn. */
export const gapBox = (site: PublicSite, gap: PublicGap): PublicFile =>
  publicPage(site, {
    title: say('withdrawnTitle'),
    description: gap.note,
    path: `/${gap.slug}`,
    isFramed: true,
    main: [el('article', { class: 'report' }, el('h1', {}, say('withdrawnTitle')), ...gapWords(site, gap))],
  });
