import { describe, expect, it } from 'vitest';
import { type ClaimFilter, everything, isFiltered, shownClaims } from '#components/galley/filter.ts';
import { claim, excluded, opened, settled } from './make.ts';

const mayor = { id: 'mayor', name: 'The mayor', kind: 'person' } as const;
const state = opened([
  claim(1, 0, 4, { checkworthiness: 0.2, tier: 'minor', openQueries: 1 }),
  claim(2, 4, 8, { ...settled, checkworthiness: 0.9, tier: 'core', claimant: mayor }),
  claim(3, 12, 16, { ...excluded, checkworthiness: 0.8 }),
  claim(12, 22, 28, {
    kind: 'quantity',
    hasProposal: true,
    assigneeId: 'me',
    checkworthiness: 0.5,
    statement: 'Tolls rose by 20 percent',
  }),
]);
const numbers = (part: Partial<ClaimFilter>): number[] =>
  shownClaims(state.claims, state.order, { ...everything, ...part }).map((id) => state.claims.get(id)?.number ?? 0);

describe('shownClaims', () => {
  it.each<[string, Partial<ClaimFilter>, number[]]>([
    ['everything but what is excluded', {}, [1, 2, 12]],
    ['a status', { mark: 'stands' }, [2]],
    ['what is excluded, when asked', { mark: 'excluded' }, [3]],
    ['a kind', { kind: 'quantity' }, [12]],
    ['the most important', { tier: 'core' }, [2]],
    ['all but minor', { tier: 'standard' }, [2, 12]],
    ['a person', { assignee: 'me' }, [12]],
    ['nobody', { assignee: 'nobody' }, [1, 2]],
    ['what waits for an answer', { waits: 'answer' }, [1]],
    ['what waits for a decision on its wording', { waits: 'wording' }, [12]],
    ['a claimant', { claimant: 'mayor' }, [2]],
    ['words, in whatever case', { words: '  TOLLS ' }, [12]],
    ['a whole number, not its digits', { words: '12' }, [12]],
    ['several at once', { kind: 'quantity', assignee: 'nobody' }, []],
    ['by weight', { sort: 'checkworthiness' }, [2, 12, 1]],
  ])('shows %s', (_, part, expected) => expect(numbers(part)).toEqual(expected));
});

describe('isFiltered', () => {
  it('does not count the order', () => expect(isFiltered({ ...everything, sort: 'checkworthiness' })).toBe(false));
  it('counts everything else', () => expect(isFiltered({ ...everything, words: 'a' })).toBe(true));
});
