import type { Waiting } from '../ui/key-waits.ts';
import { isOwnChord } from './commands.ts';

/** A key going down. */
export interface Press {
  /** As `chordOf` writes it. */
  readonly chord: string;
  /** Shift, Ctrl or the like by itself. */
  readonly isModifier: boolean;
  /** The key has been down already: the system repeats it. */
  readonly isHeld: boolean;
  /** No other key, modifiers aside, is down with it. */
  readonly isAlone: boolean;
  /** Of a held key, what its first press was: a command that may go on, something that is over, or the page's own. */
  readonly was: 'going on' | 'over' | 'own';
  /** Of a held key: the focus has gone elsewhere since its first press. */
  readonly hasMoved: boolean;
}

/** What stands on the page when a key goes down. */
export interface Moment {
  readonly waiting: Waiting | null;
  /** A question asks for Enter. */
  readonly asks: boolean;
  /** The focus is on the question's other button, which has its own use for Enter. */
  readonly onRefusal: boolean;
  /** The focus is in a text of several lines. */
  readonly inLines: boolean;
  /** The focus is in what takes letters. */
  readonly typing: boolean;
}

/**
 * What becomes of a key before anything on the page hears it: it passes (to what has the focus, and from there perhaps to
 * a command), it is dropped, it is kept until the waiting is over, it calls off what is opening, or it answers a question.
 */
export type Fate = 'pass' | 'drop' | 'keep' | 'call off' | 'confirm' | 'dismiss';

/** The one place that says when a key is nobody's: while something opens, closes or asks, and while it is held down. */
export function fateOf(press: Press, moment: Moment): Fate {
  if (press.isModifier || /^(shift\+)?tab$/.test(press.chord)) return 'pass';
  if (moment.asks) return answer(press, moment);
  if (press.isHeld) return held(press, moment);
  return moment.waiting === null ? 'pass' : wait(press.chord, moment.waiting);
}

/** Only a fresh Enter with no other key down says yes: a key that is still down from before was meant for something else. */
function answer({ chord, isHeld, isAlone }: Press, { onRefusal }: Moment): Fate {
  if (chord !== 'enter' || isHeld || !isAlone) return 'dismiss';
  return onRefusal ? 'pass' : 'confirm';
}

/** A held key means what it meant where it was pressed: where that is over, or the focus has moved, it means nothing. */
function held({ chord, was, hasMoved }: Press, { inLines, typing, waiting }: Moment): Fate {
  if (was !== 'own') return was === 'going on' && !typing && waiting === null ? 'pass' : 'drop';
  // Elsewhere than in a text of several lines Enter sends or presses something, and that is done once.
  if (/(^|\+)enter$/.test(chord)) return inLines && !hasMoved ? 'pass' : 'drop';
  const writes = chord.replace(/^shift\+/, '').length === 1 || chord === 'backspace' || chord === 'delete';
  return writes && hasMoved ? 'drop' : 'pass';
}

function wait(chord: string, waiting: Waiting): Fate {
  if (chord === 'escape') return waiting === 'opening' ? 'call off' : 'drop';
  if (chord === 'mod+enter') return 'drop';
  // The browser's own: reload, go back, its function keys.
  const isBrowsers = /^f\d+$/.test(chord) || (/^(other|mod|alt)\+/.test(chord) && !isOwnChord(chord));
  return isBrowsers ? 'pass' : 'keep';
}
