/**
 * Reads an annotated article (`*.src`): the text one sentence a line, with its notes beneath each sentence. See README.md for the form.
 * Nothing is resolved here; every note keeps the number of its line, so that a refusal can say where it stands.
 */

export type Note = { line: number; mark: 'q' | 't' | 'x' | 'd' | 's' | '-'; body: string };
export type SourceSentence = {
  line: number;
  zone: string;
  kind: string | null;
  before: string;
  text: string;
  notes: Note[];
};
export type Speaker = { kind: string; name: string; role: string | null };
export type Entity = { type: string; name: string; aliases: string[] };
export type Pair = { line: number; a: string; b: string; relation: string; merge: string; why: string };
export type Source = {
  head: Record<string, string>;
  speakers: Map<string, Speaker>;
  entities: Entity[];
  sentences: SourceSentence[];
  pairs: Pair[];
};

/** What stands before a sentence: a blank line, a new line, one space, a no-break space, or nothing. */
const JOINTS: Record<string, string> = { P: '\n\n', L: '\n', '&': ' ', '&~': '\u00a0', '&0': '' };

/** @throws Error naming file and line where a line is none of the known ones. */
export function readSource(name: string, raw: string): Source {
  const source: Source = { head: {}, speakers: new Map(), entities: [], sentences: [], pairs: [] };
  let part: 'head' | 'body' | 'pairs' = 'head';
  let zone = 'body';
  let kind: string | null = null;
  raw.split('\n').forEach((text, index) => {
    const line = index + 1;
    const refuse = (why: string): never => {
      throw new Error(`${name}:${line}: ${why}: ${text}`);
    };
    if (text.trim() === '') return;
    if (text === '---') {
      part = 'body';
      return;
    }
    if (text === '===') {
      part = 'pairs';
      return;
    }
    if (part === 'head') return readHead(source, text, refuse);
    if (part === 'pairs') {
      source.pairs.push(readPair(text, line, refuse));
      return;
    }
    const zoneLine = /^## (\S+)(?: (\S+))?$/.exec(text);
    if (zoneLine) {
      zone = zoneLine[1] ?? 'body';
      kind = zoneLine[2] ?? null;
      return;
    }
    const joint = /^(P|L|&~|&0|&) (.+)$/.exec(text);
    if (joint?.[1] !== undefined && joint[2] !== undefined) {
      const before = source.sentences.length === 0 ? '' : (JOINTS[joint[1]] ?? ' ');
      source.sentences.push({ line, zone, kind, before, text: unescape(joint[2]), notes: [] });
      return;
    }
    const note = /^([qtxds-]) (.+)$/.exec(text);
    const last = source.sentences.at(-1);
    if (!note || !last) return refuse('not a line of this form');
    last.notes.push({ line, mark: note[1] as Note['mark'], body: unescape(note[2] ?? '') });
  });
  return source;
}

const unescape = (text: string): string => text.replaceAll('\\t', '\t');

function readHead(source: Source, text: string, refuse: (why: string) => never): void {
  const who = /^who (\S+) = ([^|]+)\|([^|]+)(?:\|(.+))?$/.exec(text);
  if (who) {
    source.speakers.set(who[1] ?? '', {
      kind: (who[2] ?? '').trim(),
      name: (who[3] ?? '').trim(),
      role: who[4]?.trim() ?? null,
    });
    return;
  }
  const entity = /^ent (\S+) ([^=]+) = (.+)$/.exec(text);
  if (entity) {
    const aliases = (entity[3] ?? '').split(';').map((alias) => alias.trim());
    source.entities.push({ type: entity[1] ?? '', name: (entity[2] ?? '').trim(), aliases });
    return;
  }
  const field = /^(\w+): (.+)$/.exec(text);
  if (!field) return refuse('not a line of the head');
  source.head[field[1] ?? ''] = field[2] ?? '';
}

/** `pair A B relation true|false|either why`. */
export function readPair(text: string, line: number, refuse: (why: string) => never): Pair {
  const pair = /^pair (\S+) (\S+) (\S+) (true|false|either) (.+)$/.exec(text);
  if (!pair) return refuse('not a pair');
  const [, a = '', b = '', relation = '', merge = '', why = ''] = pair;
  return { line, a, b, relation, merge, why };
}
