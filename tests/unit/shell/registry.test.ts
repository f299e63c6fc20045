import { afterEach, describe, expect, it } from 'vitest';
import {
  isLive,
  isReadingOnly,
  liveCommands,
  paletteEntries,
  register,
  runCommand,
  setPaletteSource,
  setReadingOnly,
  subscribeCommands,
} from '#components/shell/registry.ts';

const undo: (() => void)[] = [];
afterEach(() => {
  for (const step of undo.splice(0)) step();
});

describe('the registry of handlers', () => {
  it('runs a command while its handler is there, and not after', () => {
    const done: string[] = [];
    const takeBack = register(['claim.next', 'claim.previous'], (id) => done.push(id));
    expect(runCommand('claim.next')).toBe(true);
    expect(isLive('claim.previous')).toBe(true);
    takeBack();
    expect(runCommand('claim.next')).toBe(false);
    expect(isLive('claim.previous')).toBe(false);
    expect(done).toEqual(['claim.next']);
  });

  it('lets the later of two handlers win, and gives the command back to the earlier', () => {
    const done: string[] = [];
    undo.push(register(['claim.close'], () => done.push('page')));
    const takeBack = register(['claim.close'], () => done.push('panel'));
    runCommand('claim.close');
    takeBack();
    runCommand('claim.close');
    expect(done).toEqual(['panel', 'page']);
  });

  it('takes a fallback only where there is no other handler, whichever came first', () => {
    const done: string[] = [];
    const first = register(['search'], () => done.push('page'));
    undo.push(register(['search'], () => done.push('fallback'), true));
    runCommand('search');
    first();
    runCommand('search');
    expect(done).toEqual(['page', 'fallback']);
  });

  it('lists what is live in the order of the list, in one array until something changes', () => {
    undo.push(register(['undo', 'claim.next'], () => {}));
    expect(liveCommands()).toEqual(['claim.next', 'undo']);
    expect(liveCommands()).toBe(liveCommands());
  });

  it('tells its listeners, until they leave', () => {
    let told = 0;
    const leave = subscribeCommands(() => {
      told += 1;
    });
    const takeBack = register(['undo'], () => {});
    takeBack();
    leave();
    register(['undo'], () => {})();
    expect(told).toBe(2);
  });

  it('is for reading only while some page says so', () => {
    const leave = setReadingOnly();
    setReadingOnly()();
    expect(isReadingOnly()).toBe(true);
    leave();
    expect(isReadingOnly()).toBe(false);
  });

  it('finds what is on the page on screen, not on one that has left late', () => {
    const first = () => [{ id: '1', label: 'One', run: () => {} }];
    const second = () => [{ id: '2', label: 'Two', run: () => {} }];
    const leaveFirst = setPaletteSource(first);
    const leaveSecond = setPaletteSource(second);
    leaveFirst();
    expect(paletteEntries().map(({ label }) => label)).toEqual(['Two']);
    leaveSecond();
    expect(paletteEntries()).toEqual([]);
  });
});
