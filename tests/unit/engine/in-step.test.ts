import { expect, test } from 'vitest';
import { inStep, type Staged } from '#lib/engine/sentence/in-step.ts';

test('works are done stage by stage, in their order, and answer in their order', () => {
  const done: string[] = [];
  function* work(name: string, stages: number): Staged<string> {
    for (let stage = 1; stage < stages; stage += 1) {
      done.push(`${name}${stage}`);
      yield;
    }
    done.push(`${name}${stages}`);
    return name;
  }
  expect(inStep([work('a', 3), work('b', 1), work('c', 2)])).toEqual(['a', 'b', 'c']);
  expect(done).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3']);
  expect(inStep([])).toEqual([]);
});
