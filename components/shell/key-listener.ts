import { flushSync } from 'react-dom';
import { bringIntoView, isInView } from '../ui/in-view.ts';
import { cancelOpening, focusArrived, onWaitsOver, waiting } from '../ui/key-waits.ts';
import { questionAsked } from '../ui/question.ts';
import { type CommandId, commandFor, commandOf, isOwnChord } from './commands.ts';
import { buttonsOf, fieldInFocus, focusNow, isInLines, isTypingNow, situationNow, typeInto } from './focus.ts';
import { type Fate, fateOf, type Press } from './key-fate.ts';
import { chordOf } from './keys.ts';
import { isLive, runCommand } from './registry.ts';
import { singleKeysOn } from './single-keys.ts';
import { isApple } from './use-commands.ts';

/** A key that is down: where it went down, and what became of it. */
type Down = { readonly focus: Element; was: Press['was']; isHeld: boolean };
/** A key that came while something opened or closed. */
type Kept = { readonly chord: string; readonly text: string | null; readonly during: 'opening' | 'closing' };

const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Fn', 'NumLock', 'ScrollLock']);

const down = new Map<string, Down>();
let kept: Kept[] = [];
const deeds: (() => void)[] = [];
/** The keys that have left a question on their way down. */
const leaving = new WeakSet<KeyboardEvent>();

/** Hears every key of the page; returns how to stop. Once per app, in CommandHost. */
export function listen(): () => void {
  const stop = new AbortController();
  const early = { signal: stop.signal, capture: true };
  window.addEventListener('keydown', onFirst, early);
  window.addEventListener('keyup', onUp, early);
  window.addEventListener('keydown', onLast, { signal: stop.signal });
  window.addEventListener('focusin', onFocus, early);
  window.addEventListener('pointerdown', onPointer, early);
  // What is let go while another window has the keyboard is never heard of.
  window.addEventListener('blur', () => down.clear(), { signal: stop.signal });
  const stopDelivery = onWaitsOver(deliver);
  return () => {
    stop.abort();
    stopDelivery();
    down.clear();
    kept = [];
    deeds.length = 0;
  };
}

/** Does something once nothing is about to open or close: at once where nothing is. */
export function whenSettled(deed: () => void): void {
  deeds.push(deed);
  if (waiting() === null) deliver();
}

const isComposing = (event: KeyboardEvent) => event.isComposing || event.key === 'Process' || event.keyCode === 229;

/**
 * Before anything on the page hears the key. What a component sends on itself is no press: a list that is chosen from by
 * typing hands the keys of its field to the entry that is marked.
 */
function onFirst(event: KeyboardEvent): void {
  if (!event.isTrusted) return;
  const chord = chordOf(event, isApple());
  const before = down.get(event.code);
  const isHeld = event.repeat || (before !== undefined && event.code !== '');
  const isModifier = modifiers.has(event.key);
  const others = [...down.keys()].filter((code) => code !== event.code).length;
  const now: Down = before ?? { focus: focusNow(), was: 'own', isHeld: false };
  now.isHeld = isHeld;
  const question = questionAsked();
  const press = { chord, isModifier, isHeld, isAlone: others === 0, was: now.was, hasMoved: now.focus !== focusNow() };
  // Whoever composes a letter is in a field, which alone knows what the keys mean.
  const fate: Fate =
    isComposing(event) && question === null
      ? 'pass'
      : fateOf(press, {
          waiting: waiting(),
          asks: question !== null,
          onRefusal: question !== null && isRefusal(question.box),
          inLines: isInLines(),
          typing: isTypingNow(),
        });
  if (!isModifier) down.set(event.code, now);
  if (fate === 'pass') return;
  if (fate === 'keep') keep(event, chord);
  if (fate === 'call off') callOff();
  if (fate === 'confirm') question?.confirm();
  if (fate === 'dismiss') {
    question?.dismiss();
    // What it would have meant without the question, it still means; but for what would say yes or no to it.
    if (!isHeld && !/(^|\+)(enter|escape| )$/.test(chord)) {
      leaving.add(event);
      return;
    }
  }
  now.was = 'over';
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** The focus is on a control of the question other than the one that says yes, which stands first. */
function isRefusal(box: HTMLElement): boolean {
  const focus = focusNow();
  return focus !== box && box.contains(focus) && focus !== box.querySelector('button');
}

function onUp(event: KeyboardEvent): void {
  if (!event.isTrusted) return;
  down.delete(event.code);
  // Apple's machines say nothing of a letter that is let go under ⌘.
  if (event.key === 'Meta') down.clear();
}

/** After what has the focus, and did not take the key. */
function onLast(event: KeyboardEvent): void {
  if (!event.isTrusted || event.defaultPrevented || isComposing(event) || event.getModifierState('AltGraph')) return;
  const chord = chordOf(event, isApple());
  const now = down.get(event.code);
  const command = commandOfKey(chord, now?.isHeld ?? event.repeat);
  if (command === undefined) {
    if (isOwnChord(chord)) event.preventDefault();
    return;
  }
  event.preventDefault();
  if (now) now.was = commandOf(command).repeats ? 'going on' : 'over';
  if (!(leaving.has(event) && commandOf(command).atOnce)) perform(command);
}

function commandOfKey(chord: string, held: boolean): CommandId | undefined {
  return commandFor(chord, isLive, { ...situationNow(), singleKeys: singleKeysOn(), held });
}

/** Runs a command; one that writes at once first brings its button into view, with the focus on it, and waits for another press. */
function perform(id: CommandId): void {
  const buttons = commandOf(id).atOnce === 'writes' ? buttonsOf(id) : [];
  const [button] = buttons;
  if (button && !buttons.some((one) => isInView(one) || one === focusNow())) {
    bringIntoView(button);
    button.focus();
    return;
  }
  runCommand(id);
}

function keep(event: KeyboardEvent, chord: string): void {
  const during = waiting();
  if (during === null) return;
  const isText = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.key === 'Backspace') kept.pop();
  else kept.push({ chord, text: isText ? event.key : null, during });
}

function callOff(): void {
  kept = [];
  cancelOpening();
}

/** Whoever points somewhere has turned from what they typed. */
function onPointer({ target }: PointerEvent): void {
  kept = [];
  const question = questionAsked();
  if (question && target instanceof Node && !question.box.contains(target)) question.dismiss();
}

function onFocus({ target }: FocusEvent): void {
  if (!(target instanceof Element)) return;
  const question = questionAsked();
  if (question && !question.box.contains(target)) question.dismiss();
  focusArrived(target);
}

/** Hands a digit that was meant for what has come to what has the focus in it, such as a scale that is chosen from; whether that took it. */
function hand(key: string): boolean {
  if (!/^[1-9]$/.test(key)) return false;
  return !focusNow().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

/**
 * When nothing opens or closes any more: what was typed meanwhile goes into the field that has come. What was pressed while
 * something closed means what it means now; while something opened it was meant for that, and is nothing without it. What
 * each does is drawn before the next is looked at: what it opens is what that one waits for.
 */
function deliver(): void {
  while (deeds.length > 0 && waiting() === null) flushSync(() => deeds.shift()?.());
  if (kept.length > 0) questionAsked()?.dismiss();
  while (kept.length > 0 && waiting() === null) {
    const key = kept.shift();
    if (key === undefined) return;
    const field = fieldInFocus();
    if (field && key.text !== null) typeInto(field, key.text);
    else if (key.during === 'opening' && hand(key.chord)) continue;
    else if (key.during === 'closing' || isOwnChord(key.chord)) {
      const command = commandOfKey(key.chord, false);
      if (command) flushSync(() => perform(command));
    }
  }
}
