import { wordParts } from '../word-parts.ts';
import type { Line, Run } from './types.ts';

export const plain = (text: string, to: string | null = null): Run => ({ text, as: 'plain', to });
export const strong = (text: string): Run => ({ text, as: 'strong', to: null });

/** Two wordings as one line. */
export const changed = (before: string, after: string): Line =>
  wordParts(before, after).map(({ text, kind }) => ({ text, as: kind === 'same' ? 'plain' : kind, to: null }));

/** A line as plain text. */
export const textOf = (line: Line): string => line.map(({ text }) => text).join('');

type Part = string | null | false | undefined;

/** The parts that are there. */
export const there = (parts: readonly Part[]): string[] =>
  parts.filter((part): part is string => typeof part === 'string' && part !== '');

/** The parts that are there, with a dot between. */
export const dotted = (parts: readonly Part[]): string => there(parts).join(' · ');
