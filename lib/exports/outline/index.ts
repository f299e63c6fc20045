import type { Later, ReportModel } from '../model.ts';
import { outlineClaim, outlineItem } from './claims.ts';
import { changesIn, isBare, openIn } from './first-page.ts';
import { dotted } from './line.ts';
import { methodOf, recordOf, scaleOf } from './method.ts';
import { outcomeLine } from './outcome.ts';
import { partWords } from './part.ts';
import { peopleOf, restsOf } from './people.ts';
import { picturesOf } from './pictures.ts';
import { proofOf } from './proof.ts';
import { queriesOn } from './queries.ts';
import { citing } from './sources.ts';
import type { Outline } from './types.ts';
import { dayWords, momentWords, say } from './words.ts';

export { textOf } from './line.ts';
export * from './types.ts';

/**
 * What a frozen report says, as every readable format prints it: the pages, files and papers are only set from it. Pure;
 * the same report has the same outline.
 *
 * @param digest SHA-256 of the report's canonical JSON, in hex
 * @param later what has taken its place
 */
export function outlineOf(model: ReportModel, digest: string, later: Later | null = null): Outline {
  const { article, part } = model;
  const cites = citing(model);
  const left = model.claims.filter(({ outcome }) => outcome === 'excluded');
  const counted = model.claims.filter(({ outcome }) => outcome !== 'excluded');
  const bare = counted.filter(isBare);
  const full = counted.filter((claim) => !isBare(claim));
  const inFull = (claim: (typeof counted)[number]) => outlineClaim(claim, model, cites);
  const day = article.publishedOn && say('byline', { day: dayWords(article.publishedOn) });
  const when = momentWords(model.frozenAt);
  return {
    language: article.language === 'und' ? null : article.language,
    title: article.headline,
    desk: model.desk,
    kicker: say(part ? 'kickerPart' : 'kicker', { desk: model.desk, number: model.number }),
    byline: dotted([article.outlet, article.byline, day]),
    made: say('made', { name: model.frozenBy.name }),
    running: say(part ? 'runningPart' : 'running', { number: model.number, revision: article.revision, when }),
    frozenAt: model.frozenAt,
    article: article.link,
    part: part && { title: say('partTitle'), about: partWords(model), note: part.note },
    correction: model.correction === null ? null : correctionOf(model, model.correction),
    later: later && laterOf(later),
    outcome: outcomeLine(model),
    changes: changesIn(model, cites),
    open: openIn(model),
    rests: restsOf(model, cites.sources.length),
    people: peopleOf(model),
    pictures: picturesOf(model),
    proof: proofOf(model, cites),
    questions: { title: say('questionsTitle'), items: queriesOn(model), none: '' },
    claims: { title: say('claimsTitle'), items: full.map(inFull), none: say('claimsNone') },
    unchecked: { title: say('uncheckedTitle', { count: bare.length }), items: bare.map(outlineItem), none: '' },
    former: { title: say('formerTitle'), items: model.formerClaims.map(inFull), none: '' },
    leftOut: { title: say('leftOutTitle', { count: left.length }), items: left.map(outlineItem), none: '' },
    unlooked: {
      title: say('unlookedTitle', { count: model.minorSentences.length }),
      items: model.minorSentences.map(({ start, end }) => article.text.slice(start, end)),
      none: '',
    },
    method: methodOf(model),
    scale: scaleOf(model),
    sources: { title: say('sourcesTitle'), items: cites.sources, none: say('sourcesNone') },
    record: recordOf(model, digest),
    words: {
      deleted: say('deleted'),
      inserted: say('inserted'),
      inNumbers: say('inNumbers'),
      theme: say('theme'),
      system: say('themeSystem'),
      light: say('themeLight'),
      dark: say('themeDark'),
    },
  };
}

const correctionOf = (model: ReportModel, note: string): Outline['correction'] => ({
  title: say('correctionTitle'),
  note,
  about: dotted([
    momentWords(model.frozenAt),
    model.supersedes && say('corrects', { number: model.supersedes.number }),
  ]),
});

const laterOf = ({ number, createdAt, corrections }: Later): Outline['later'] => ({
  title: say('laterTitle'),
  about: say('laterAbout', { number, when: momentWords(createdAt) }),
  notes: corrections.map(({ note, at }) => ({ label: say('laterCorrection', { when: momentWords(at) }), value: note })),
});
