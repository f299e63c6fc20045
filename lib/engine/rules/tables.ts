/** Every table of rows, in the order of the run: what the tests run, and what docs/engine-rules.md is made of. */
import { FALSE_CUES } from '../attribution/false-cues.ts';
import { REPORTED } from '../attribution/rows.ts';
import { JOINTS } from '../claims/joints.ts';
import { TRANSITIONS } from '../claims/transitions.ts';
import { STATED } from '../modality/rows.ts';
import { SPEAKS_FOR } from '../statement/speaks-for.ts';
import type { Row } from './rows.ts';

export type Table = {
  readonly title: string;
  /** What its rows are for, in a sentence. */
  readonly about: string;
  /** The capture that the examples put in braces. */
  readonly shown: string;
  readonly rules: readonly Row<unknown>[];
};

export const TABLES: readonly Table[] = [
  {
    title: 'Words that report nothing',
    about: 'A verb of saying that reports nothing here: what stands behind it is the author’s.',
    shown: 'cue',
    rules: FALSE_CUES,
  },
  {
    title: 'Who says what',
    about: 'What was said, where the words stand in an order that the general reading of cues does not cover.',
    shown: 'said',
    rules: REPORTED,
  },
  {
    title: 'Where a claim is cut in two',
    about: 'What hangs on the end of a claim and is a fact of its own.',
    shown: 'tail',
    rules: JOINTS,
  },
  {
    title: 'What only leads on',
    about: 'A sentence that states nothing of its own.',
    shown: 'what',
    rules: TRANSITIONS,
  },
  {
    title: 'How a claim is put forward',
    about: 'What says that it is not so, or that it only may be, is planned, expected, supposed or denied.',
    shown: 'it',
    rules: STATED,
  },
  {
    title: 'Who speaks for which body',
    about: 'The body that somebody says “we” of.',
    shown: 'body',
    rules: SPEAKS_FOR,
  },
];
