/** What a chord is read from; a keyboard event is one. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** What decides whether somebody is typing; an element is one. */
export interface Place {
  readonly tagName: string;
  readonly isContentEditable?: boolean;
  readonly type?: string;
  readonly readOnly?: boolean;
}

const notText = new Set(['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit']);

/** True in anything that takes letters: text boxes, lists that are searched by typing, editable text. */
export function isTyping(place: Place): boolean {
  if (place.isContentEditable) return true;
  const tag = place.tagName.toLowerCase();
  if (tag === 'textarea' || tag === 'select') return true;
  return tag === 'input' && !notText.has(place.type ?? 'text');
}

/**
 * A key press as a chord: `mod+`, `alt+` and `shift+` in this order, then the key in small letters. `mod` is ⌘ on
 * Apple's machines and Ctrl elsewhere. Shift is named with letters and named keys only: `?` is `?` on every
 * keyboard. On a keyboard without Latin letters the key's place counts, so that J is where J stands.
 */
export function chordOf(press: KeyPress, apple: boolean): string {
  const key = latinKey(press);
  const named = key.length > 1 || /[a-z]/.test(key);
  const mod = apple ? press.metaKey : press.ctrlKey;
  const other = apple ? press.ctrlKey : press.metaKey;
  return `${other ? 'other+' : ''}${mod ? 'mod+' : ''}${press.altKey ? 'alt+' : ''}${press.shiftKey && named ? 'shift+' : ''}${key}`;
}

function latinKey(press: KeyPress): string {
  const isForeignLetter = press.key.length === 1 && /\p{L}/u.test(press.key) && !/[a-z]/i.test(press.key);
  const place = /^Key([A-Z])$/.exec(press.code)?.[1];
  return (isForeignLetter && place !== undefined ? place : press.key).toLowerCase();
}

const shown: Readonly<Record<string, string>> = {
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
  enter: '↵',
  escape: 'Esc',
  end: 'End',
};

/** A chord as it is drawn beside a button: `⌘K` or `Ctrl K`, `⇧N`. */
export function showChord(chord: string, apple: boolean): string {
  const parts = splitChord(chord);
  return parts
    .map((part) => {
      if (part === 'mod') return apple ? '⌘' : 'Ctrl ';
      if (part === 'shift') return '⇧';
      if (part === 'alt') return apple ? '⌥' : 'Alt ';
      return shown[part] ?? part.toUpperCase();
    })
    .join('');
}

const spoken: Readonly<Record<string, string>> = {
  shift: 'Shift',
  alt: 'Alt',
  arrowleft: 'ArrowLeft',
  arrowright: 'ArrowRight',
  enter: 'Enter',
  escape: 'Escape',
};

/** A chord as `aria-keyshortcuts` wants it: `Control+K`. */
export function ariaChord(chord: string, apple: boolean): string {
  return splitChord(chord)
    .map((part) => (part === 'mod' ? (apple ? 'Meta' : 'Control') : (spoken[part] ?? part.toUpperCase())))
    .join('+');
}

function splitChord(chord: string): string[] {
  return chord.split('+').filter((part) => part !== '');
}
