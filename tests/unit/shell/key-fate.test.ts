import { describe, expect, it } from 'vitest';
import { commands } from '#components/shell/commands.ts';
import { fateOf, type Moment, type Press } from '#components/shell/key-fate.ts';

const fresh = (chord: string, more: Partial<Press> = {}): Press => ({
  chord,
  isModifier: false,
  isHeld: false,
  isAlone: true,
  was: 'own',
  hasMoved: false,
  ...more,
});
const held = (chord: string, more: Partial<Press> = {}): Press => fresh(chord, { isHeld: true, ...more });
const calm: Moment = { waiting: null, asks: false, onRefusal: false, inLines: false, typing: false };
const chords = [...new Set(commands.flatMap((command) => [...command.keys] as string[]))];

describe('a key that goes down on a calm page', () => {
  it.each(chords)('passes: %s', (chord) => {
    expect(fateOf(fresh(chord), calm)).toBe('pass');
    expect(fateOf(fresh(chord), { ...calm, typing: true, inLines: true })).toBe('pass');
  });
});

describe('while a question asks', () => {
  const asks: Moment = { ...calm, asks: true };

  it('Enter says yes, and nothing else does', () => {
    expect(fateOf(fresh('enter'), asks)).toBe('confirm');
    for (const chord of [...chords, 'escape', ' ', 'mod+enter', 'shift+enter', 'f5', 'backspace'])
      if (chord !== 'enter') expect(fateOf(fresh(chord), asks), chord).toBe('dismiss');
  });

  it('an Enter that is held, or comes while another key is still down, says no', () => {
    for (const was of ['own', 'over', 'going on'] as const)
      expect(fateOf(held('enter', { was }), asks)).toBe('dismiss');
    expect(fateOf(fresh('enter', { isAlone: false }), asks)).toBe('dismiss');
    expect(fateOf(held('s', { was: 'over' }), asks)).toBe('dismiss');
  });

  it('Tab and modifiers by themselves leave it as it is', () => {
    for (const chord of ['tab', 'shift+tab']) {
      expect(fateOf(fresh(chord), asks)).toBe('pass');
      expect(fateOf(held(chord), asks)).toBe('pass');
    }
    for (const chord of ['shift+shift', 'mod+control', 'capslock'])
      expect(fateOf(fresh(chord, { isModifier: true }), asks)).toBe('pass');
  });

  it('Enter on its other button is that button’s', () => {
    expect(fateOf(fresh('enter'), { ...asks, onRefusal: true })).toBe('pass');
    expect(fateOf(held('enter'), { ...asks, onRefusal: true })).toBe('dismiss');
  });

  it('is asked also while something else is about to open', () => {
    expect(fateOf(fresh('a'), { ...asks, waiting: 'opening' })).toBe('dismiss');
  });
});

describe.each(['opening', 'closing'] as const)('while something is %s', (waiting) => {
  const moment: Moment = { ...calm, waiting };

  it('no key is a command: letters, signs, arrows and Enter are kept', () => {
    for (const chord of [...chords, ' ', 'backspace', 'home'])
      if (!['escape', 'mod+enter'].includes(chord)) expect(fateOf(fresh(chord), moment), chord).toBe('keep');
  });

  it('Ctrl-Enter is not kept: it would send what nobody has seen', () => {
    expect(fateOf(fresh('mod+enter'), moment)).toBe('drop');
  });

  it('Escape calls off what opens, and does nothing to what closes', () => {
    expect(fateOf(fresh('escape'), moment)).toBe(waiting === 'opening' ? 'call off' : 'drop');
  });

  it('Tab, modifiers and the browser’s own keys are left alone', () => {
    for (const chord of ['tab', 'f5', 'mod+r', 'alt+arrowleft', 'other+tab'])
      expect(fateOf(fresh(chord), moment), chord).toBe('pass');
    expect(fateOf(fresh('shift+shift', { isModifier: true }), moment)).toBe('pass');
  });

  it('what is held from before goes on no more', () => {
    expect(fateOf(held('j', { was: 'going on' }), moment)).toBe('drop');
  });
});

describe('a key that is held', () => {
  it('walks on where its command may', () => {
    expect(fateOf(held('j', { was: 'going on' }), calm)).toBe('pass');
    expect(fateOf(held('j', { was: 'going on' }), { ...calm, typing: true })).toBe('drop');
  });

  it('does nothing more once its command is done: no letters in the field that it opened', () => {
    for (const chord of chords)
      for (const typing of [false, true])
        expect(fateOf(held(chord, { was: 'over', hasMoved: true }), { ...calm, typing })).toBe('drop');
  });

  it('writes where it was pressed, and not where the focus has gone since', () => {
    expect(fateOf(held('a'), { ...calm, typing: true })).toBe('pass');
    for (const chord of ['a', 'shift+a', ' ', 'backspace', 'delete'])
      expect(fateOf(held(chord, { hasMoved: true }), { ...calm, typing: true }), chord).toBe('drop');
    for (const chord of ['arrowdown', 'pagedown']) expect(fateOf(held(chord, { hasMoved: true }), calm)).toBe('pass');
  });

  it('presses and sends nothing a second time with Enter, and breaks lines only where it began', () => {
    for (const chord of ['enter', 'mod+enter', 'shift+enter']) {
      expect(fateOf(held(chord), calm), chord).toBe('drop');
      expect(fateOf(held(chord), { ...calm, typing: true }), chord).toBe('drop');
    }
    expect(fateOf(held('enter'), { ...calm, typing: true, inLines: true })).toBe('pass');
    expect(fateOf(held('enter', { hasMoved: true }), { ...calm, typing: true, inLines: true })).toBe('drop');
  });
});
