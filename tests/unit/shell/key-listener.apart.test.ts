import { afterAll, expect, test, vi } from 'vitest';
import { listen, whenSettled } from '#components/shell/key-listener.ts';
import { register } from '#components/shell/registry.ts';
import { startWait, waiting } from '#components/ui/key-waits.ts';

/*
 * Keys that came while a window closed, looked at one after the other: what the first of them opens is drawn before the next
 * is looked at, or that one would be a command on the page behind.
 */

const page = vi.hoisted(() => ({
  heard: new Map<string, (event: object) => void>(),
  drawing: [] as (() => void)[],
  typed: '',
  field: null as object | null,
  scale: null as EventTarget | null,
}));
vi.hoisted(() => {
  const addEventListener = (name: string, hear: (event: object) => void, how: { capture?: boolean }) => {
    if (how.capture) page.heard.set(name, hear);
  };
  vi.stubGlobal('window', { addEventListener });
  vi.stubGlobal('navigator', { platform: 'Linux' });
});
afterAll(() => vi.unstubAllGlobals());
/** Draws what has been set, as React does at once only where it is told to. */
vi.mock('react-dom', () => ({
  flushSync: (work: () => void) => {
    work();
    for (const draw of page.drawing.splice(0)) draw();
  },
}));
vi.mock('#components/shell/focus.ts', () => ({
  buttonsOf: () => [],
  fieldInFocus: () => page.field,
  focusNow: () => page.scale,
  isInLines: () => false,
  isTypingNow: () => false,
  situationNow: () => ({ typing: false, dialogOpen: false, onControl: false }),
  typeInto: (_: object, text: string) => {
    page.typed += text;
  },
}));

const press = (key: string, ctrlKey = false) => {
  const event = { key, code: `Key${key.toUpperCase()}`, ctrlKey, metaKey: false, altKey: false, shiftKey: false };
  const more = { isTrusted: true, preventDefault: () => {}, stopImmediatePropagation: () => {} };
  page.heard.get('keydown')?.({ ...event, ...more });
  page.heard.get('keyup')?.({ ...event, ...more });
};
const turn = () => new Promise((done) => setTimeout(done));

test.each([
  ['a key', () => press('k', true)],
  ['a deed that waited', () => whenSettled(() => open())],
])('what %s opens gets the letters after it, and none of them is a command', async (_, begin) => {
  page.typed = '';
  page.field = null;
  const stop = listen();
  const done: string[] = [];
  const taken = [register(['palette'], open), register(['evidence.add'], (id) => done.push(id))];
  const closed = startWait('closing');
  begin();
  press('h');
  press('e');
  closed();
  await turn();
  expect([waiting(), done, page.typed]).toEqual(['opening', [], '']);
  page.field = {};
  opened?.();
  await turn();
  expect([waiting(), done, page.typed]).toEqual([null, [], 'he']);
  for (const take of taken) take();
  stop();
});

test('a digit that came before the scale it chooses from is given to it, and what came after to the field it leads on to', async () => {
  vi.stubGlobal(
    'KeyboardEvent',
    class extends Event {
      readonly key: string;
      constructor(type: string, { key, ...how }: EventInit & { key: string }) {
        super(type, how);
        this.key = key;
      }
    },
  );
  page.typed = '';
  page.field = null;
  const stop = listen();
  const done: string[] = [];
  const chosen: string[] = [];
  const taken = [register(['plain.question'], (id) => done.push(id)), register(['claim.edit'], (id) => done.push(id))];
  const came = startWait('opening');
  press('3');
  press('w');
  page.scale = new EventTarget();
  page.scale.addEventListener('keydown', (event) => {
    chosen.push(event instanceof KeyboardEvent ? event.key : '');
    event.preventDefault();
    page.field = {};
  });
  came();
  await turn();
  expect([chosen, page.typed, done]).toEqual([['3'], 'w', []]);
  page.scale = null;
  for (const take of taken) take();
  stop();
});

let opened: (() => void) | undefined;
/** Sets what a drawing shows: a window that is about to open. */
function open(): void {
  page.drawing.push(() => {
    opened = startWait('opening');
  });
}
