#!/usr/bin/env node
/**
 * Learns the engine's judgements from annotated articles and writes lib/engine/weights/judgements.ts.
 *
 *   node scripts/train-judgements.ts FOLDER [--try]
 *
 * FOLDER holds `real/gold.json` and its texts; the development half of the project's own gold is read too. Prints how well each judgement does on articles that
 * it has not seen (each article left out in turn), beside the share of the commoner answer. With --try nothing is written. The same input gives the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { probability, type Weights } from '#lib/engine/judgement/model.ts';
import { learnedArticles } from './judgements/articles.ts';
import { examplesOf, pairsOf } from './judgements/claims.ts';
import { type Example, learn, leaveOneOut } from './judgements/logistic.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { try: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('Usage: node scripts/train-judgements.ts FOLDER [--try]');
  process.exit(2);
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Trains a yes-or-no judgement and prints what it reaches. */
function yesOrNo(name: string, examples: readonly Example[], penalty: number): Weights {
  const unseen = leaveOneOut(examples, (rest) => {
    const weights = learn(rest, penalty);
    return (features) => probability(weights, features);
  });
  const right = examples.filter(({ label }, i) => label === (unseen[i] ?? 0) > 0.5).length / examples.length;
  const yes = examples.filter(({ label }) => label).length / examples.length;
  const found = examples.filter(({ label }, i) => label && (unseen[i] ?? 0) > 0.5).length;
  const said = unseen.filter((p) => p > 0.5).length;
  console.log(
    `${name}: ${examples.length} examples, right ${percent(right)} (commoner answer ${percent(Math.max(yes, 1 - yes))}), ` +
      `yes found ${percent(found / Math.max(1, yes * examples.length))}, yes right ${percent(found / Math.max(1, said))}`,
  );
  return learn(examples, penalty);
}

const articles = learnedArticles(folder);
const pairs = pairsOf(articles);
/** The commoner the answer, the stronger the pull to it: few features, many articles of one kind. */
const PENALTY = 2;
yesOrNo(
  'core (tried, not used: see judge.ts)',
  examplesOf(pairs, ({ tier }) => tier === 'core'),
  PENALTY,
);
const weights: Readonly<Record<string, Weights>> = {
  CHECKABLE: yesOrNo(
    'checkable',
    examplesOf(pairs, ({ checkable }) => checkable),
    PENALTY,
  ),
};

if (!values.try) {
  const lines = Object.entries(weights).map(
    ([name, value]) => `export const ${name}: Weights = ${JSON.stringify(value, null, 2)};`,
  );
  writeFileSync(
    new URL('../lib/engine/weights/judgements.ts', import.meta.url),
    `// Made by scripts/train-judgements.ts from Wikinews articles (CC BY 2.5) and Stet's own, annotated for Stet; do not edit. See docs/model-card.md.
import type { Weights } from '../judgement/model.ts';
${lines.join('\n')}
`,
  );
  console.log('Written to lib/engine/weights/judgements.ts');
}
