import { describe, expect, it } from 'vitest';
import {
  type Command,
  type CommandId,
  commandFor,
  commandOf,
  commands,
  commandsHere,
  contexts,
  isOwnChord,
  isSingleKey,
  isWriting,
  type Situation,
} from '#components/shell/commands.ts';
import messages from '../../../messages/en/commands.json' with { type: 'json' };

const calm: Situation = { typing: false, dialogOpen: false, singleKeys: true, onControl: false, held: false };
const everything = () => true;
const only =
  (...ids: readonly CommandId[]) =>
  (id: CommandId) =>
    ids.includes(id);

describe('the list of commands', () => {
  it.each(contexts)('has no two commands on one key in the context %s', (context) => {
    const keys = commands.filter((command) => command.context === context).flatMap((command) => [...command.keys]);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('has no id twice', () => {
    const ids = commands.map((command) => command.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('hides no key that works everywhere behind one of the workbench', () => {
    const everywhere = commands.filter((command) => command.context === 'anywhere').flatMap((c) => [...c.keys]);
    const workbench = commands.filter((command) => command.context === 'workbench').flatMap((c) => [...c.keys]);
    expect(everywhere.filter((key) => (workbench as string[]).includes(key))).toEqual([]);
  });

  it('knows what works where one is', () => {
    const places = (live: readonly CommandId[]) => [
      ...new Set(commandsHere(live, false).map(({ context }) => context)),
    ];
    expect(places(['search', 'palette'])).toEqual(['anywhere']);
    expect(places(['claim.next', 'palette']).sort()).toEqual(['anywhere', 'rescope', 'workbench']);
    expect(places(['inbox.next']).sort()).toEqual(['anywhere', 'inbox']);
    expect(commandsHere(['claim.next'], true).every((command) => !isWriting(command))).toBe(true);
  });

  it('knows what is of use where one only reads', () => {
    expect(commands.filter((command) => !isWriting(command)).map(({ id }) => id)).toEqual([
      'claim.next',
      'claim.previous',
      'sentence.nextUnread',
      'sentence.nextPlain',
      'sentence.next',
      'sentence.previous',
      'hand.more',
      'hand.less',
      'hand.toEnd',
      'claim.open',
      'claim.close',
      'claims.minor',
      'passage.aspect',
      'reader.previous',
      'reader.next',
      'reader.nextClaim',
      'reader.previousClaim',
      'reader.find',
      'reader.nextUnit',
      'reader.previousUnit',
      'reader.moreUnits',
      'reader.fewerUnits',
      'reader.endLater',
      'reader.endEarlier',
      'reader.startLater',
      'reader.startEarlier',
      'reader.close',
      'working.begin',
      'working.take',
      'working.left',
      'working.right',
      'working.up',
      'working.down',
      'working.moreLeft',
      'working.moreRight',
      'working.moreUp',
      'working.moreDown',
      'working.sum',
      'working.difference',
      'working.share',
      'working.change',
      'working.per_head',
      'working.average',
      'working.leave',
      'needs.next',
      'needs.previous',
      'needs.open',
      'needs.done',
      'needs.later',
      'needs.read',
      'search',
      'article.switch',
      'theme',
      'palette',
      'help',
    ]);
  });

  it('writes every chord as chordOf does: modifiers in order, small letters', () => {
    for (const { keys } of commands)
      for (const key of keys) expect(key).toMatch(/^(mod\+)?(alt\+)?(shift\+)?([a-z]+|[^a-z+\s])$/);
  });

  it('lets only chords through while typing that write nothing', () => {
    const whileTyping = commands.filter((command) => 'whileTyping' in command && command.whileTyping);
    expect(whileTyping.length).toBeGreaterThan(0);
    for (const command of whileTyping) for (const key of command.keys) expect(key).toMatch(/^(mod\+|escape$)/);
  });

  it('has words for every command and for nothing else', () => {
    const { groups, ...words } = messages;
    expect(leaves(words).sort()).toEqual(commands.map((command) => command.id as string).sort());
    expect(Object.keys(groups).sort()).toEqual([...new Set(commands.map((command) => command.group as string))].sort());
  });

  it('refuses an unknown id', () => {
    expect(() => commandOf('claim.fly' as CommandId)).toThrow('No command claim.fly');
  });
});

describe('which command a key means', () => {
  it('finds the command of a key that is live', () => {
    expect(commandFor('j', everything, calm)).toBe('claim.next');
    expect(commandFor('j', only('claim.previous'), calm)).toBeUndefined();
    expect(commandFor('§', everything, calm)).toBeUndefined();
  });

  it.each(commands.map((command) => [command.id, command] as const))('while typing: %s', (id, command) => {
    const allowed = 'whileTyping' in command && command.whileTyping;
    for (const key of command.keys)
      expect(commandFor(key, only(id), { ...calm, typing: true })).toBe(allowed ? id : undefined);
  });

  it.each(commands.map((command) => [command.id, command] as const))('with a dialog open: %s', (id, command) => {
    const allowed = 'inDialog' in command && command.inDialog;
    for (const key of command.keys)
      expect(commandFor(key, only(id), { ...calm, dialogOpen: true })).toBe(allowed ? id : undefined);
  });

  it('gives Escape and Enter to the re-scoping first, while it lasts', () => {
    expect(commandFor('escape', everything, calm)).toBe('rescope.leave');
    const without =
      (...gone: readonly CommandId[]) =>
      (id: CommandId) =>
        !gone.includes(id);
    expect(commandFor('escape', without('rescope.leave'), calm)).toBe('working.leave');
    expect(commandFor('escape', without('rescope.leave', 'working.leave', 'reader.close'), calm)).toBe('many.leave');
    const rest = without('rescope.leave', 'working.leave', 'reader.close', 'many.leave');
    expect(commandFor('escape', rest, calm)).toBe('claim.close');
    // Out of a field it leads in any case, and leaves nothing else.
    expect(commandFor('escape', everything, { ...calm, typing: true })).toBe('claim.close');
  });

  it('gives an open source its keys before the workbench and the page', () => {
    const noWorking = (id: CommandId) => !/^(working|rescope)\./.test(id);
    expect(commandFor('escape', noWorking, calm)).toBe('reader.close');
    expect(commandFor('p', noWorking, calm)).toBe('passage.claims');
    expect(commandFor('p', everything, calm)).toBe('working.per_head');
    expect(commandFor('/', everything, calm)).toBe('reader.find');
    expect(commandFor('/', (id) => id !== 'reader.find', calm)).toBe('search');
  });

  it('leaves Enter to the button that has the focus, but not Ctrl-Enter', () => {
    expect(commandFor('enter', everything, { ...calm, onControl: true })).toBeUndefined();
    expect(commandFor('mod+enter', everything, { ...calm, onControl: true })).toBe('form.submit');
  });

  it.each(commands.map((command) => [command.id, command] as const))('held down: %s', (id, command) => {
    const goesOn = 'repeats' in command && command.repeats;
    for (const key of command.keys)
      expect(commandFor(key, only(id), { ...calm, held: true })).toBe(goesOn ? id : undefined);
  });

  it('goes on while held only where it moves, and never where it writes at once or asks to', () => {
    const all: readonly Command[] = commands;
    for (const command of all) expect(command.repeats && command.atOnce, command.id).toBeFalsy();
    expect(
      all
        .filter(({ repeats }) => repeats)
        .every((command) => !isWriting(command) || /^(?:rescope|inbox)\./.test(command.id)),
    ).toBe(true);
    // What opens a window or a field first, where the rest is decided.
    const opens =
      /^(evidence\.(add|type)|passage\.claims|comment\.write|claim\.(edit|exclude|rescope|split|merge)|verdict\.write|many\.report|sentence\.nothingToCheck|form\.submit)$/;
    const rest = all.filter(
      (command) => isWriting(command) && !command.atOnce && !command.repeats && !opens.test(command.id),
    );
    expect(rest.map(({ id }) => id)).toEqual([
      'many.paragraph',
      'many.all',
      'many.leave',
      'many.begin',
      'many.next',
      'rescope.leave',
      'inbox.pick',
      'inbox.open',
    ]);
  });

  it('knows its own chords with Ctrl or ⌘, which the browser must not take', () => {
    expect(['mod+k', 'mod+enter', 'mod+r', 'k'].map(isOwnChord)).toEqual([true, true, false, false]);
  });

  it('rests every single key when they are turned off, and only those', () => {
    for (const { id, keys } of commands)
      for (const key of keys)
        expect(commandFor(key, only(id), { ...calm, singleKeys: false })).toBe(isSingleKey(key) ? undefined : id);
    expect(['j', 'shift+n', '?', '/'].map(isSingleKey)).toEqual([true, true, true, true]);
    expect(['mod+k', 'escape', 'arrowleft'].map(isSingleKey)).toEqual([false, false, false]);
  });
});

/** The dotted paths of all texts in a tree of messages. */
function leaves(tree: object, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : leaves(value, `${path}${key}.`),
  );
}
