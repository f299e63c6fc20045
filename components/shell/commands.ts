/**
 * Every command of Stet, as data: the shortcuts, the palette and the help sheet are all drawn from this list.
 * A command's words stand in messages/<language>/commands.json under its id. A page says which it can do now
 * with `useCommands`; the others rest.
 */

/**
 * Where a command belongs, from the narrowest to the widest. While a claim's ends are being moved (`rescope`)
 * its keys come first, then those of a working over a source's figures, then those of a source that is open beside the galley, then those of several claims at once, then the workbench's, then those
 * that work everywhere.
 */
export const contexts = ['rescope', 'working', 'reader', 'many', 'workbench', 'inbox', 'needs', 'anywhere'] as const;
export type CommandContext = (typeof contexts)[number];

export const commandGroups = [
  'move',
  'claim',
  'verdict',
  'many',
  'scope',
  'source',
  'working',
  'reading',
  'inbox',
  'needs',
  'stet',
] as const;
export type CommandGroup = (typeof commandGroups)[number];

export interface Command {
  readonly id: string;
  /** Chords as `chordOf` writes them: `j`, `shift+n`, `mod+k` (Ctrl, or ⌘ on Apple's machines), `?`. */
  readonly keys: readonly string[];
  readonly group: CommandGroup;
  readonly context: CommandContext;
  /** Works while somebody types; only for chords that write nothing. */
  readonly whileTyping?: boolean;
  /** Works with a dialog open. */
  readonly inDialog?: boolean;
  /** Goes on while its key is held down. Any other command is done once for each press. */
  readonly repeats?: boolean;
  /**
   * Writes at its press, with no window in between, and so acts only on what is in view; or asks whether to, and the
   * question comes into view. A key of either kind that leaves another question does nothing more.
   */
  readonly atOnce?: 'writes' | 'asks';
}

export const commands = [
  { id: 'claim.next', keys: ['j'], group: 'move', context: 'workbench', repeats: true },
  { id: 'claim.previous', keys: ['k'], group: 'move', context: 'workbench', repeats: true },
  { id: 'sentence.nextUnread', keys: ['u'], group: 'move', context: 'workbench', repeats: true },
  { id: 'sentence.nextPlain', keys: ['shift+u'], group: 'move', context: 'workbench', repeats: true },
  { id: 'sentence.next', keys: ['.'], group: 'move', context: 'workbench', repeats: true },
  { id: 'sentence.previous', keys: [','], group: 'move', context: 'workbench', repeats: true },
  { id: 'hand.more', keys: ['shift+arrowdown'], group: 'move', context: 'workbench', repeats: true },
  { id: 'hand.less', keys: ['shift+arrowup'], group: 'move', context: 'workbench', repeats: true },
  { id: 'hand.toEnd', keys: ['shift+end'], group: 'move', context: 'workbench' },
  { id: 'claim.open', keys: ['o'], group: 'move', context: 'workbench' },
  { id: 'claim.close', keys: ['escape'], group: 'move', context: 'workbench', whileTyping: true },
  { id: 'claims.minor', keys: ['shift+m'], group: 'move', context: 'workbench' },

  { id: 'evidence.add', keys: ['e'], group: 'claim', context: 'workbench' },
  { id: 'evidence.named', keys: ['shift+i'], group: 'claim', context: 'workbench', atOnce: 'writes' },
  { id: 'evidence.type', keys: ['shift+e'], group: 'claim', context: 'workbench' },
  { id: 'passage.supports', keys: ['1'], group: 'claim', context: 'reader', atOnce: 'writes' },
  { id: 'passage.refutes', keys: ['2'], group: 'claim', context: 'reader', atOnce: 'writes' },
  { id: 'passage.context', keys: ['3'], group: 'claim', context: 'reader', atOnce: 'writes' },
  { id: 'passage.claims', keys: ['p'], group: 'claim', context: 'reader' },
  { id: 'passage.aspect', keys: ['h'], group: 'source', context: 'reader' },
  { id: 'comment.write', keys: ['c'], group: 'claim', context: 'workbench' },
  { id: 'claim.edit', keys: ['w'], group: 'claim', context: 'workbench' },
  { id: 'claim.accept', keys: ['i'], group: 'claim', context: 'workbench', atOnce: 'writes' },
  { id: 'wording.take', keys: ['t'], group: 'claim', context: 'workbench', atOnce: 'writes' },
  { id: 'wording.keep', keys: ['l'], group: 'claim', context: 'workbench', atOnce: 'writes' },
  { id: 'claim.assign', keys: ['a'], group: 'claim', context: 'workbench', atOnce: 'writes' },
  { id: 'claim.exclude', keys: ['x'], group: 'claim', context: 'workbench' },
  { id: 'claim.restore', keys: ['shift+x'], group: 'claim', context: 'workbench', atOnce: 'writes' },

  { id: 'verdict.write', keys: ['v'], group: 'verdict', context: 'workbench' },
  { id: 'verdict.signOff', keys: ['s'], group: 'verdict', context: 'workbench', atOnce: 'asks' },
  { id: 'verdict.confirm', keys: ['y'], group: 'verdict', context: 'workbench', atOnce: 'asks' },
  { id: 'form.submit', keys: ['mod+enter'], group: 'verdict', context: 'anywhere', whileTyping: true, inDialog: true },

  { id: 'many.paragraph', keys: ['shift+p'], group: 'many', context: 'workbench' },
  { id: 'many.all', keys: ['shift+a'], group: 'many', context: 'workbench' },
  { id: 'many.leave', keys: ['escape'], group: 'many', context: 'many' },
  { id: 'many.begin', keys: ['shift+s'], group: 'many', context: 'workbench' },
  { id: 'many.next', keys: ['enter'], group: 'many', context: 'many' },
  { id: 'many.report', keys: ['shift+r'], group: 'many', context: 'workbench' },
  { id: 'many.sign', keys: ['s'], group: 'many', context: 'many', atOnce: 'asks' },

  { id: 'claim.add', keys: ['q'], group: 'scope', context: 'workbench', atOnce: 'writes' },
  { id: 'claim.rescope', keys: ['r'], group: 'scope', context: 'workbench' },
  { id: 'claim.split', keys: ['d'], group: 'scope', context: 'workbench' },
  { id: 'claim.merge', keys: ['m'], group: 'scope', context: 'workbench' },
  { id: 'rescope.endLater', keys: ['arrowright'], group: 'scope', context: 'rescope', repeats: true },
  { id: 'rescope.endEarlier', keys: ['arrowleft'], group: 'scope', context: 'rescope', repeats: true },
  { id: 'rescope.startLater', keys: ['shift+arrowright'], group: 'scope', context: 'rescope', repeats: true },
  { id: 'rescope.startEarlier', keys: ['shift+arrowleft'], group: 'scope', context: 'rescope', repeats: true },
  { id: 'rescope.keep', keys: ['enter'], group: 'scope', context: 'rescope', atOnce: 'writes' },
  { id: 'rescope.leave', keys: ['escape'], group: 'scope', context: 'rescope' },

  // On many keyboards the brackets take a third key.
  { id: 'reader.previous', keys: ['[', ','], group: 'source', context: 'reader' },
  { id: 'reader.next', keys: [']', '.'], group: 'source', context: 'reader' },
  { id: 'reader.nextClaim', keys: ['shift+j'], group: 'source', context: 'reader', repeats: true },
  { id: 'reader.previousClaim', keys: ['shift+k'], group: 'source', context: 'reader', repeats: true },
  { id: 'reader.find', keys: ['/'], group: 'source', context: 'reader' },
  { id: 'reader.nextUnit', keys: ['arrowdown'], group: 'source', context: 'reader', repeats: true },
  { id: 'reader.previousUnit', keys: ['arrowup'], group: 'source', context: 'reader', repeats: true },
  { id: 'reader.moreUnits', keys: ['shift+arrowdown'], group: 'source', context: 'reader', repeats: true },
  { id: 'reader.fewerUnits', keys: ['shift+arrowup'], group: 'source', context: 'reader', repeats: true },
  { id: 'reader.endLater', keys: ['arrowright'], group: 'source', context: 'reader', repeats: true },
  { id: 'reader.endEarlier', keys: ['arrowleft'], group: 'source', context: 'reader', repeats: true },
  { id: 'reader.startLater', keys: ['shift+arrowright'], group: 'source', context: 'reader', repeats: true },
  { id: 'reader.startEarlier', keys: ['shift+arrowleft'], group: 'source', context: 'reader', repeats: true },
  { id: 'reader.close', keys: ['escape'], group: 'source', context: 'reader' },

  { id: 'working.begin', keys: ['f'], group: 'working', context: 'reader' },
  { id: 'working.take', keys: ['enter'], group: 'working', context: 'working' },
  { id: 'working.left', keys: ['arrowleft'], group: 'working', context: 'working', repeats: true },
  { id: 'working.right', keys: ['arrowright'], group: 'working', context: 'working', repeats: true },
  { id: 'working.up', keys: ['arrowup'], group: 'working', context: 'working', repeats: true },
  { id: 'working.down', keys: ['arrowdown'], group: 'working', context: 'working', repeats: true },
  { id: 'working.moreLeft', keys: ['shift+arrowleft'], group: 'working', context: 'working', repeats: true },
  { id: 'working.moreRight', keys: ['shift+arrowright'], group: 'working', context: 'working', repeats: true },
  { id: 'working.moreUp', keys: ['shift+arrowup'], group: 'working', context: 'working', repeats: true },
  { id: 'working.moreDown', keys: ['shift+arrowdown'], group: 'working', context: 'working', repeats: true },
  { id: 'working.sum', keys: ['s'], group: 'working', context: 'working' },
  { id: 'working.difference', keys: ['d'], group: 'working', context: 'working' },
  { id: 'working.share', keys: ['w'], group: 'working', context: 'working' },
  { id: 'working.change', keys: ['c'], group: 'working', context: 'working' },
  { id: 'working.per_head', keys: ['p'], group: 'working', context: 'working' },
  { id: 'working.average', keys: ['a'], group: 'working', context: 'working' },
  { id: 'working.leave', keys: ['escape'], group: 'working', context: 'working' },

  { id: 'sentence.acceptSuggestion', keys: ['n'], group: 'reading', context: 'workbench', atOnce: 'writes' },
  { id: 'paragraph.acceptSuggestions', keys: ['shift+n'], group: 'reading', context: 'workbench', atOnce: 'writes' },
  { id: 'sentence.nothingToCheck', keys: ['b'], group: 'reading', context: 'workbench' },

  { id: 'plain.nothing', keys: ['1'], group: 'reading', context: 'workbench', atOnce: 'writes' },
  { id: 'plain.opinion', keys: ['2'], group: 'reading', context: 'workbench', atOnce: 'writes' },
  { id: 'plain.question', keys: ['3'], group: 'reading', context: 'workbench', atOnce: 'writes' },
  { id: 'plain.link', keys: ['4'], group: 'reading', context: 'workbench', atOnce: 'writes' },
  { id: 'plain.boilerplate', keys: ['5'], group: 'reading', context: 'workbench', atOnce: 'writes' },

  { id: 'inbox.next', keys: ['j'], group: 'inbox', context: 'inbox', repeats: true },
  { id: 'inbox.previous', keys: ['k'], group: 'inbox', context: 'inbox', repeats: true },
  { id: 'inbox.pick', keys: ['s'], group: 'inbox', context: 'inbox' },
  { id: 'inbox.accept', keys: ['a', 'enter'], group: 'inbox', context: 'inbox', atOnce: 'writes' },
  { id: 'inbox.dismiss', keys: ['x'], group: 'inbox', context: 'inbox', atOnce: 'writes' },
  { id: 'inbox.open', keys: ['o'], group: 'inbox', context: 'inbox' },

  { id: 'needs.next', keys: ['j'], group: 'needs', context: 'needs', repeats: true },
  { id: 'needs.previous', keys: ['k'], group: 'needs', context: 'needs', repeats: true },
  { id: 'needs.open', keys: ['enter', 'o'], group: 'needs', context: 'needs' },
  { id: 'needs.done', keys: ['x', 'e'], group: 'needs', context: 'needs', atOnce: 'writes' },
  { id: 'needs.later', keys: ['l'], group: 'needs', context: 'needs' },
  { id: 'needs.read', keys: ['u'], group: 'needs', context: 'needs', atOnce: 'writes' },

  { id: 'undo', keys: ['z'], group: 'stet', context: 'anywhere', atOnce: 'writes' },
  { id: 'search', keys: ['/'], group: 'stet', context: 'anywhere' },
  { id: 'article.switch', keys: ['g'], group: 'stet', context: 'anywhere' },
  { id: 'theme', keys: ['shift+t'], group: 'stet', context: 'anywhere' },
  { id: 'palette', keys: ['mod+k'], group: 'stet', context: 'anywhere', whileTyping: true },
  { id: 'help', keys: ['?'], group: 'stet', context: 'anywhere' },
] as const satisfies readonly Command[];

export type CommandId = (typeof commands)[number]['id'];

const byId: ReadonlyMap<string, Command> = new Map(commands.map((command) => [command.id, command]));

/** The command of an id; throws on an id that is not in the list. */
export function commandOf(id: CommandId): Command {
  const command = byId.get(id);
  if (command === undefined) throw new Error(`No command ${id}`);
  return command;
}

/** A working may be tried by whoever reads: only attaching it writes. What needs somebody is theirs, whoever they are. */
const READING: readonly CommandGroup[] = ['move', 'source', 'working', 'needs', 'stet'];

/** Whether a command changes something in an article, or belongs to the inbox: of no use where one only reads. */
export const isWriting = ({ group, id }: Command): boolean => !READING.includes(group) || id === 'undo';

/**
 * The commands that work where one is: those of the places that can do anything now, and those that work everywhere. In the
 * workbench all of its own are shown, at rest or not: one learns them there.
 */
export function commandsHere(live: readonly CommandId[], isReadingOnly: boolean): readonly (typeof commands)[number][] {
  const here = new Set<CommandContext>(['anywhere', ...live.map((id) => commandOf(id).context)]);
  // The ends of a claim's words are moved from the workbench, one key further.
  if (here.has('workbench')) here.add('rescope');
  return commands.filter((command) => here.has(command.context) && !(isReadingOnly && isWriting(command)));
}

export interface Situation {
  /** The focus is in what takes letters: a field, or a list that is searched by typing. */
  readonly typing: boolean;
  readonly dialogOpen: boolean;
  /** False where somebody has turned single-key shortcuts off (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  /** The focus is on a button, a link or the like, which has its own use for Enter and Space. */
  readonly onControl: boolean;
  /** The key has been down for a while, and the system presses it again and again. */
  readonly held: boolean;
}

/** The command a chord means now, among those that have a handler; undefined when the key is nobody's. */
export function commandFor(
  chord: string,
  isLive: (id: CommandId) => boolean,
  situation: Situation,
): CommandId | undefined {
  for (const context of contexts) {
    const found = commands.find(
      (command: (typeof commands)[number] & Command) =>
        command.context === context &&
        (command.keys as readonly string[]).includes(chord) &&
        isLive(command.id) &&
        mayFire(command, chord, situation),
    );
    if (found !== undefined) return found.id;
  }
  return undefined;
}

function mayFire(command: Command, chord: string, situation: Situation): boolean {
  if (situation.held && !command.repeats) return false;
  if (situation.typing && !command.whileTyping) return false;
  if (situation.dialogOpen && !command.inDialog) return false;
  if (situation.onControl && chord === 'enter') return false;
  return situation.singleKeys || !isSingleKey(chord);
}

/** A chord of Stet's with Ctrl or ⌘. Where it rests, the browser's own use of it would only take the focus out of the page. */
export function isOwnChord(chord: string): boolean {
  return chord.startsWith('mod+') && commands.some((command) => (command.keys as readonly string[]).includes(chord));
}

/** A letter, digit or sign alone or with Shift: what WCAG 2.1.4 asks to be able to turn off. */
export function isSingleKey(chord: string): boolean {
  return chord.replace(/^shift\+/, '').length === 1;
}
