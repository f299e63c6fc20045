import { afterEach, describe, expect, it } from 'vitest';
import { cancelOpening, onWaitsOver, startWait, waiting } from '#components/ui/key-waits.ts';

const undo: (() => void)[] = [];
afterEach(() => {
  for (const step of undo.splice(0)) step();
});
const begin = (...args: Parameters<typeof startWait>) => {
  const end = startWait(...args);
  undo.push(end);
  return end;
};
const turn = () => new Promise((done) => setTimeout(done));

describe('what keys wait for', () => {
  it('is nothing at first, and what opens before what closes', () => {
    expect(waiting()).toBeNull();
    const closed = begin('closing');
    expect(waiting()).toBe('closing');
    const opened = begin('opening');
    expect(waiting()).toBe('opening');
    opened();
    expect(waiting()).toBe('closing');
    closed();
    expect(waiting()).toBeNull();
  });

  it('is told to be over once, when the last of several has ended and none has begun in the same turn', async () => {
    let told = 0;
    undo.push(
      onWaitsOver(() => {
        told += 1;
      }),
    );
    const first = begin('opening');
    const second = begin('opening');
    first();
    await turn();
    expect(told).toBe(0);
    second();
    // Loaded code ends its wait and begins the window's own.
    const third = begin('opening');
    await turn();
    expect(told).toBe(0);
    third();
    third();
    await turn();
    expect(told).toBe(1);
  });

  it('is called off where it is opening and can be, and not where it closes', () => {
    const called: string[] = [];
    begin('opening', () => called.push('dialog'));
    begin('closing', () => called.push('never'));
    cancelOpening();
    expect(called).toEqual(['dialog']);
    expect(waiting()).toBe('closing');
    begin('opening');
    cancelOpening();
    expect(waiting()).toBe('opening');
  });
});
