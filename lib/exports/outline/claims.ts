import {
  outcomeWords,
  presentName,
  type ReportClaim,
  type ReportEvidence,
  type ReportModel,
  type ReportVerdict,
  settlingVerdict,
  unmetWhenSettled,
} from '../model.ts';
import { differenceInWords, quoteWords, saidWords } from '../quote-words.ts';
import { findingWords } from '../settled-words.ts';
import { unmetWords } from '../unmet-words.ts';
import { changed, dotted, there } from './line.ts';
import { queriesOn } from './queries.ts';
import { type Citing, claimId, withCitations } from './sources.ts';
import { statusOf } from './status.ts';
import type { OutlineClaim, OutlineEvidence, OutlineItem, OutlineVerdict, Row } from './types.ts';
import { dayWords, listWords, momentWords, say, sayOne } from './words.ts';

const SETTLED = { one: 'settledOne', two: 'settledTwo', third: 'settledThird' } as const;

/** A claim in full. */
export function outlineClaim(claim: ReportClaim, model: ReportModel, cites: Citing): OutlineClaim {
  return {
    ...headOf(claim),
    outcome: outcomeWords(claim),
    settled: claim.settledBy && say(SETTLED[claim.settledBy]),
    facts: factsOf(claim),
    notes: notesOn(claim),
    queries: queriesOn(claim),
    evidence: claim.evidence.map((item) => evidenceOf(claim, item, cites)),
    noEvidence: claim.evidence.length > 0 ? null : say('noEvidence'),
    verdicts: claim.verdicts.map((verdict) => verdictOf(verdict, claim, model, cites)),
    noVerdict:
      claim.verdicts.length > 0
        ? null
        : say(claim.progress === 'awaiting_second_reader' ? 'hiddenVerdict' : 'noVerdict'),
  };
}

/** A claim in a list. */
export const outlineItem = (claim: ReportClaim): OutlineItem => ({
  ...headOf(claim),
  notes: [...factsOf(claim).map(({ label, value }) => `${label}: ${value}`), ...notesOn(claim)],
});

const headOf = (claim: ReportClaim) => ({
  id: claimId(claim.number),
  number: claim.number,
  status: statusOf(claim),
  statement: claim.statement,
  quote: claim.quote === '' || isSaidBy(claim) ? null : claim.quote,
});

/** Whether the statement is the article's words, but for what it adds in [brackets] and its full stop. */
const isSaidBy = ({ statement, quote }: ReportClaim): boolean => {
  const words = (text: string) =>
    text
      .replace(/\[[^\]]*\]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/\.$/, '')
      .toLowerCase();
  return words(statement) === words(quote);
};

/** How the claim is read, where there is something to point out. */
function factsOf(claim: ReportClaim): Row[] {
  const { factuality, polarity, claimant, saidOn } = claim;
  const isPlain = (factuality ?? 'asserted') === 'asserted' && (polarity ?? 'positive') === 'positive';
  const name = claimant.kind === 'author' ? say('claimantAuthor') : claimant.name;
  const facts: (Row | null)[] = [
    claimant.kind === 'author' && claimant.via === null
      ? null
      : { label: say('claimant'), value: claimant.via === null ? name : say('via', { name, via: claimant.via }) },
    isPlain
      ? null
      : {
          label: say('statedAs'),
          value: say('factuality', { factuality: factuality ?? 'asserted', polarity: polarity ?? 'positive' }),
        },
    saidOn === null ? null : { label: say('saidOn'), value: dayWords(saidOn) },
  ];
  return facts.filter((fact) => fact !== null);
}

/** What became of the claim and its wording, and what of the desk's rules was unmet when it was settled. */
function notesOn(claim: ReportClaim): string[] {
  const { excluded, withdrawn } = claim;
  const kin = (list: ReportClaim['cameOf']) => listWords(list.map(({ number }) => say('claim', { number })));
  return there([
    excluded !== null && say('excluded', { name: excluded.by.name, reason: excluded.reason }),
    withdrawn !== null &&
      (withdrawn.by === null
        ? say('withdrawnClaim', { reason: withdrawn.reason ?? '' })
        : say('withdrawnClaimBy', { name: withdrawn.by.name, reason: withdrawn.reason ?? '' })),
    claim.became.length > 0 && say('became', { list: kin(claim.became) }),
    claim.cameOf.length > 0 && say('cameOf', { list: kin(claim.cameOf) }),
    claim.start === null && claim.outcome !== 'replaced' && say('lost'),
    claim.isWordingOpen && say('wordingOpen'),
    ...claim.said.map(saidWords),
    ...unmetWhenSettled(claim).map((unmet) => say('unmet', { rule: unmetWords(unmet) })),
  ]);
}

const CHECKS = { exact: '✓', broken: '✓', close: '~', not_found: '✗' } as const;
const STANCES = new Set(['supports', 'refutes', 'context']);

/** How its words were found, in what they differ, and where they stand instead; and of figures what is made of them. */
function checkOf(item: ReportEvidence): OutlineEvidence['check'] {
  const words = quoteWords(item);
  if (words === null) return null;
  const sign = item.quoteCheck === null ? '○' : CHECKS[item.quoteCheck];
  const differs = (item.quoteDifference ?? []).map(differenceInWords).join('; ');
  return {
    sign,
    words: [differs === '' ? words : `${words}: ${differs}`, item.working?.words].filter(Boolean).join(' · '),
  };
}

function evidenceOf(claim: ReportClaim, item: ReportEvidence, cites: Citing): OutlineEvidence {
  const { source } = item;
  const stance = item.stance === null ? say('stanceHidden') : item.stance;
  return {
    label: cites.labelOf(claim, item.number) ?? '',
    number: item.number,
    source: cites.sourceOf(claim, item.number) ?? '',
    title: source.title,
    locator: item.locator,
    stance: item.withdrawn ? say('withdrawn') : STANCES.has(stance) ? sayOne('stance', stance) : stance,
    isWithdrawn: item.withdrawn,
    quote: item.quote,
    check: checkOf(item),
    note: item.note,
    about: there([
      source.author,
      source.publisher,
      source.publishedOn && dayWords(source.publishedOn),
      sayOne('tier', source.tier),
      item.aspect === 'attribution' && say('aspectAttribution'),
      item.means,
      item.consultedOn && say('consulted', { day: dayWords(item.consultedOn) }),
    ]),
  };
}

function verdictOf(verdict: ReportVerdict, claim: ReportClaim, model: ReportModel, cites: Citing): OutlineVerdict {
  const { by, at, seat, ended } = verdict;
  const now = presentName(model, by);
  return {
    about: dotted([
      say('seat', { seat: String(seat), name: by.name, when: momentWords(at) }),
      now && say('now', { name: now }),
      sayOne('mode', verdict.mode),
      // Where several are in force, which of them counts is said and not left to be worked out.
      claim.verdicts.length > 1 && settlingVerdict(claim) === verdict && say('settles'),
      ended &&
        (ended.how === 'superseded'
          ? say('superseded', { when: momentWords(ended.at) })
          : say('withdrawnVerdict', { when: momentWords(ended.at), reason: ended.reason ?? '' })),
    ]),
    rating: verdict.rating.label,
    isSaid: claim.verdicts.length === 1 && verdict.rating.label === outcomeWords(claim),
    finding: findingWords(verdict),
    rationale: withCitations(verdict.rationale, claim, cites),
    notes: verdictNotes(verdict, claim),
    changes: verdict.staleBecause.map(({ what, evidence, before, after }) => ({
      what: say('changed', {
        what: sayOne('changed', what, {
          label: evidence === null ? '' : (cites.labelOf(claim, evidence) ?? `${evidence}`),
        }),
      }),
      words: changed(before, after),
    })),
    isEnded: ended !== null,
  };
}

function verdictNotes(verdict: ReportVerdict, claim: ReportClaim): string[] {
  const { fix, override, signedOff, unmet } = verdict;
  const confirmed = claim.verdicts.find(({ id }) => id === verdict.confirms);
  return there([
    confirmed && say('confirms', { name: confirmed.by.name, when: momentWords(confirmed.at) }),
    fix &&
      (fix.reason === null
        ? say('fix', { state: sayOne('fix', fix.state), words: fix.replacement })
        : say('fixBecause', { state: sayOne('fix', fix.state), reason: fix.reason, words: fix.replacement })),
    override && say('override', { name: override.by.name, reason: override.reason }),
    signedOff && say('signedOff', { name: signedOff.by.name, when: momentWords(signedOff.at) }),
    // Of the one that settles, the claim says what was unmet at last.
    ...(settlingVerdict(claim) === verdict ? [] : (unmet ?? [])).map((one) =>
      say('unmetGiven', { rule: unmetWords(one) }),
    ),
  ]);
}
