import { WINDOW } from '../ui/key-waits.ts';
import type { Situation } from './commands.ts';
import { isTyping } from './keys.ts';

// Lists take letters too: they jump to the entry that begins with them. So does a closed one, by its button.
const takesLetters = '[role="menu"],[role="listbox"],[role="combobox"],[role="tree"],[aria-haspopup="listbox"]';
const control = 'a[href],button,summary,input,select,[role="button"],[role="radio"],[role="checkbox"],[role="switch"]';

/** What the focus is on; the page itself where it is nowhere. */
export const focusNow = (): Element => document.activeElement ?? document.body;

/** Whether the focus is in what takes letters. */
export function isTypingNow(): boolean {
  const focus = focusNow();
  return (focus instanceof HTMLElement && isTyping(focus)) || focus.closest(takesLetters) !== null;
}

/** Where the focus is, for a key that has just gone down or was kept. */
export function situationNow(): Omit<Situation, 'singleKeys' | 'held'> {
  return { typing: isTypingNow(), dialogOpen: isWindowOpen(), onControl: focusNow().closest(control) !== null };
}

/** Windows stand beside the page, never in it: a book's page is long to search, at every key. */
function isWindowOpen(): boolean {
  const page = document.getElementById('main');
  return [...document.body.children].some(
    (part) => !part.contains(page) && (part.matches(WINDOW) || part.querySelector(WINDOW) !== null),
  );
}

/** Whether the focus is in a text of several lines, where Enter writes. */
export function isInLines(): boolean {
  const focus = focusNow();
  return focus instanceof HTMLTextAreaElement || (focus instanceof HTMLElement && focus.isContentEditable);
}

/** The field that would take what is typed now. */
export function fieldInFocus(): HTMLInputElement | HTMLTextAreaElement | null {
  const focus = focusNow();
  const isField = focus instanceof HTMLInputElement || focus instanceof HTMLTextAreaElement;
  return isField && isTyping(focus) && !focus.readOnly ? focus : null;
}

/** Writes into a field as its reader would have, at the caret; the component that holds it hears of it. */
export function typeInto(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const { selectionStart, selectionEnd } = field;
  // Fields for numbers and addresses have no caret that could be asked for.
  if (selectionStart === null || selectionEnd === null) return;
  field.setRangeText(text, selectionStart, selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}

/** Sends the form that the focus is in, as its own button would: no other form is anybody's now. */
export function submitForm(): void {
  const focus = focusNow();
  const form = focus.closest('form') ?? focus.closest(WINDOW)?.querySelector('form');
  form?.querySelector<HTMLButtonElement>('[type="submit"]')?.click();
}

/** The buttons on the page that do what a command does. */
export const buttonsOf = (id: string): HTMLButtonElement[] =>
  [...document.querySelectorAll<HTMLButtonElement>(`button[data-command="${id}"]`)].filter(
    (button) => !button.disabled && button.getClientRects().length > 0,
  );
