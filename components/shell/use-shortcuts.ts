'use client';

import { useEffect } from 'react';
import { commandFor } from './commands.ts';
import { chordOf, isTyping } from './keys.ts';
import { isLive, runCommand } from './registry.ts';
import { singleKeysOn } from './single-keys.ts';
import { isApple } from './use-commands.ts';

/** Listens for the whole page; once per app, in CommandHost. */
export function useShortcuts(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

// Lists take letters too: they jump to the entry that begins with them.
const takesLetters = '[role="menu"],[role="listbox"],[role="combobox"],[role="tree"]';
const control = 'a[href],button,summary,input,select,[role="button"],[role="radio"],[role="checkbox"],[role="switch"]';

const dialog = '[role="dialog"],[role="alertdialog"]';

/** Dialogs stand beside the page, never in it: a book's page is long to search, at every key. */
function isDialogOpen(): boolean {
  const page = document.getElementById('main');
  return [...document.body.children].some(
    (part) => !part.contains(page) && (part.matches(dialog) || part.querySelector(dialog) !== null),
  );
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.getModifierState('AltGraph')) return;
  const target = event.target instanceof HTMLElement ? event.target : document.body;
  const command = commandFor(chordOf(event, isApple()), isLive, {
    typing: isTyping(target) || target.closest(takesLetters) !== null,
    dialogOpen: isDialogOpen(),
    singleKeys: singleKeysOn(),
    onControl: target.closest(control) !== null,
  });
  if (command === undefined) return;
  event.preventDefault();
  runCommand(command);
}
