import { section } from '../html/parts.ts';
import { type Element, el, type Node } from '../html/tree.ts';
import { contactLink, dayIn, moment, type PublicFile, publicPage } from './page.ts';
import { gapWords } from './report-page.ts';
import {
  isGap,
  type PublicCorrection,
  type PublicIndex,
  type PublicItem,
  type PublicMethod,
  type PublicPeople,
  type PublicSearch,
  type PublicSite,
} from './types.ts';
import { type PublicWords, say, sayRole } from './words.ts';

/** Everything that is published, newest first, searched and by page. */
export function indexPage(site: PublicSite, index: PublicIndex): PublicFile {
  const { search, total, items } = index;
  const isPlain = search.q === '' && search.rating === '' && search.page === 1;
  return publicPage(site, {
    title: say('site', { desk: site.desk }),
    description: say('site', { desk: site.desk }),
    path: '',
    isUnlisted: !isPlain,
    main: [
      el('h1', {}, say('checks')),
      searchForm(site, index),
      el(
        'p',
        { class: 'rp-soft', role: 'status' },
        total === 0 && isPlain ? say('none') : say('found', { count: total }),
      ),
      el(
        'ol',
        { class: 'pb-list' },
        items.map((item) => el('li', {}, itemOf(site, item))),
      ),
      ...pager(site, index),
    ],
  });
}

const searchForm = (site: PublicSite, { search, ratings }: PublicIndex): Element =>
  el(
    'form',
    { class: 'screen-only pb-search', role: 'search', method: 'get', action: site.base },
    el('label', {}, say('searchFor'), el('input', { type: 'search', name: 'q', value: search.q, maxlength: '100' })),
    el(
      'label',
      {},
      say('rating'),
      el(
        'select',
        { name: 'rating' },
        [{ key: '', label: say('anyRating') }, ...ratings].map(({ key, label }) =>
          el('option', { value: key, selected: key === search.rating ? '' : null }, label),
        ),
      ),
    ),
    el('button', { type: 'submit' }, say('search')),
  );

function itemOf(site: PublicSite, item: PublicItem): Node[] {
  if (isGap(item)) return [el('h2', {}, say('withdrawn')), ...gapWords(site, item)];
  return [
    el('h2', { dir: 'auto' }, el('a', { href: `${site.base}/${item.slug}` }, item.headline)),
    el(
      'p',
      { class: 'rp-soft' },
      item.outlet && `${item.outlet} · `,
      moment(site, item.publicAt),
      item.correction !== null && ` · ${say('corrected')}`,
    ),
    el('p', {}, item.ratings.join(' · ')),
  ];
}

function pager(site: PublicSite, { search, pages }: PublicIndex): Element[] {
  if (pages <= 1) return [];
  const to = (page: number, words: string, rel: string) =>
    el('a', { href: addressOf(site, { ...search, page }), rel }, words);
  return [
    el(
      'nav',
      { class: 'screen-only pb-pager', 'aria-label': say('pageOf', { page: search.page, pages }) },
      search.page > 1 ? to(search.page - 1, say('newer'), 'prev') : el('span', {}),
      el('span', {}, say('pageOf', { page: search.page, pages })),
      search.page < pages ? to(search.page + 1, say('older'), 'next') : el('span', {}),
    ),
  ];
}

function addressOf({ base }: PublicSite, { q, rating, page }: PublicSearch): string {
  const asked = new URLSearchParams();
  if (q) asked.set('q', q);
  if (rating) asked.set('rating', rating);
  if (page > 1) asked.set('page', String(page));
  return asked.size === 0 ? base : `${base}?${asked}`;
}

export const correctionsPage = (site: PublicSite, items: readonly PublicCorrection[]): PublicFile =>
  publicPage(site, {
    title: say('corrections'),
    description: say('correctionsLead'),
    path: '/corrections',
    main: [
      el('h1', {}, say('corrections')),
      el('p', {}, say('correctionsLead')),
      items.length === 0 && el('p', { class: 'rp-soft' }, say('correctionsNone')),
      el(
        'ol',
        { class: 'pb-list' },
        items.map(({ slug, number, publicAt, headline, note }) =>
          el(
            'li',
            { id: `${slug}-${number}` },
            el('h2', { dir: 'auto' }, el('a', { href: `${site.base}/${slug}` }, headline)),
            el('p', { class: 'rp-soft' }, say('correction', { when: dayIn(site, publicAt) })),
            el('p', { class: 'rp-words', dir: 'auto' }, note),
          ),
        ),
      ),
      asking(site),
    ].filter((node) => node !== false && node !== null),
  });

const asking = ({ contact }: PublicSite): Element | null => {
  if (contact === null) return null;
  const [before = '', after = ''] = say('correctionsAsk', { contact: '\u0000' }).split('\u0000');
  return el('p', {}, before, el('a', { href: contactLink(contact) }, contact), after);
};

export const peoplePage = (site: PublicSite, { named, others }: PublicPeople): PublicFile =>
  publicPage(site, {
    title: say('people'),
    description: say('peopleLead'),
    path: '/people',
    main: [
      el('h1', {}, say('people')),
      el('p', {}, say('peopleLead')),
      ...(named.length === 0 && others.length === 0 ? [el('p', { class: 'rp-soft' }, say('peopleNone'))] : []),
      el(
        'ul',
        { class: 'pb-list' },
        named.map(({ name, role }) => el('li', {}, el('strong', { dir: 'auto' }, name), `, ${sayRole(role)}`)),
      ),
      ...(others.length === 0
        ? []
        : [
            el(
              'p',
              {},
              say('peopleOthers', { list: others.map(({ role, count }) => say(rolesOf(role), { count })).join(', ') }),
            ),
          ]),
    ],
  });

const ROLES = ['roles-viewer', 'roles-reviewer', 'roles-editor', 'roles-admin'] as const;
const rolesOf = (role: string): PublicWords => ROLES.find((key) => key === `roles-${role}`) ?? 'roles-viewer';

export const methodPage = (site: PublicSite, { words, mode, scale, rules }: PublicMethod): PublicFile =>
  publicPage(site, {
    title: say('method'),
    description: words?.slice(0, 200) ?? say('methodShownWords'),
    path: '/methodology',
    main: [
      el(
        'article',
        { class: 'report' },
        el('h1', {}, say('method')),
        words !== null && el('p', { class: 'rp-words', dir: 'auto' }, words),
        section('readers', say('methodReaders'), [el('p', {}, say(`mode-${mode}`))]),
        section('scale', say('methodScale'), [
          el(
            'dl',
            { class: 'rp-pairs' },
            scale.map(({ label, description }) => el('div', {}, el('dt', {}, label), el('dd', {}, description))),
          ),
        ]),
        rules.length > 0 &&
          section('rules', say('methodRules'), [
            el(
              'ul',
              { class: 'pb-points' },
              rules.map((rule) => el('li', {}, say(`rule-${rule}`))),
            ),
          ]),
        section('kept', say('methodKept'), [el('p', {}, say('methodKeptWords'))]),
        section('shown', say('methodShown'), [el('p', {}, say('methodShownWords'))]),
      ),
    ],
  });
