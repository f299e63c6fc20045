import { describe, expect, it } from 'vitest';
import { ariaChord, chordOf, isTyping, type KeyPress, showChord } from '#components/shell/keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('chordOf', () => {
  it.each([
    ['a letter', press('j'), 'j'],
    ['a letter with the caps lock on', press('J'), 'j'],
    ['Shift and a letter', press('N', { shiftKey: true }), 'shift+n'],
    ['a sign that takes Shift on this keyboard', press('?', { shiftKey: true }), '?'],
    ['the same sign where it takes none', press('?'), '?'],
    ['an arrow with Shift', press('ArrowLeft', { shiftKey: true }), 'shift+arrowleft'],
    ['Ctrl-K', press('k', { ctrlKey: true }), 'mod+k'],
    ['the system key with a letter, which is not ours', press('k', { metaKey: true }), 'other+k'],
    ['Alt with a letter', press('j', { altKey: true }), 'alt+j'],
    ['J on a Cyrillic keyboard, by its place', press('о', { code: 'KeyJ' }), 'j'],
    ['J on a Greek keyboard with Shift', press('Ξ', { code: 'KeyJ', shiftKey: true }), 'shift+j'],
    ['a Latin letter moved by the layout (AZERTY), by what it says', press('a', { code: 'KeyQ' }), 'a'],
  ])('%s', (_, event, chord) => {
    expect(chordOf(event, false)).toBe(chord);
  });

  it('takes ⌘ for mod on Apple’s machines, and Ctrl for something else', () => {
    expect(chordOf(press('k', { metaKey: true }), true)).toBe('mod+k');
    expect(chordOf(press('k', { ctrlKey: true }), true)).toBe('other+k');
  });
});

describe('isTyping', () => {
  it.each([
    [{ tagName: 'TEXTAREA' }, true],
    [{ tagName: 'SELECT' }, true],
    [{ tagName: 'INPUT', type: 'text' }, true],
    [{ tagName: 'INPUT', type: 'search' }, true],
    [{ tagName: 'INPUT', type: 'date' }, true],
    [{ tagName: 'INPUT' }, true],
    [{ tagName: 'DIV', isContentEditable: true }, true],
    [{ tagName: 'INPUT', type: 'radio' }, false],
    [{ tagName: 'INPUT', type: 'checkbox' }, false],
    [{ tagName: 'BUTTON' }, false],
    [{ tagName: 'BODY' }, false],
  ])('%o', (place, typing) => {
    expect(isTyping(place)).toBe(typing);
  });
});

describe('how a chord is shown and said', () => {
  it.each([
    ['j', 'J', 'J', 'J'],
    ['mod+k', 'Ctrl K', '⌘K', 'Control+K'],
    ['mod+enter', 'Ctrl ↵', '⌘↵', 'Control+Enter'],
    ['shift+n', '⇧N', '⇧N', 'Shift+N'],
    ['shift+arrowright', '⇧→', '⇧→', 'Shift+ArrowRight'],
    ['escape', 'Esc', 'Esc', 'Escape'],
    ['/', '/', '/', '/'],
  ])('%s', (chord, elsewhere, apple, said) => {
    expect(showChord(chord, false)).toBe(elsewhere);
    expect(showChord(chord, true)).toBe(apple);
    expect(ariaChord(chord, false)).toBe(said);
  });

  it('says ⌘ as Meta', () => {
    expect(ariaChord('mod+k', true)).toBe('Meta+K');
  });
});
