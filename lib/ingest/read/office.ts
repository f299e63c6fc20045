import type { DocumentLink, DocumentNote, Place, Stretch, TrackedChange } from './types.ts';
import { newWriter, type Writer } from './writer.ts';

/** How tracked changes are taken. */
export type Taking = 'accepted' | 'refused';

/** The change that words are part of. */
export type Tracked = {
  readonly kind: 'inserted' | 'deleted' | 'moved-from' | 'moved-to';
  readonly author: string | null;
  readonly at: string | null;
};

/** Whether words of a change are part of the text. */
export const isRead = (tracked: Tracked | null, taking: Taking): boolean => {
  if (tracked === null) return true;
  const isOld = tracked.kind === 'deleted' || tracked.kind === 'moved-from';
  return isOld === (taking === 'refused');
};

type Open = { -readonly [Name in keyof TrackedChange]: TrackedChange[Name] };

/** Writes the text of an office document, and beside it what hangs on the text: changes, notes, links. */
export type Office = {
  readonly writer: Writer;
  readonly taking: Taking;
  /** Words, of a change or of none. What the reading leaves out is kept with its change. */
  say(words: string, tracked: Tracked | null): void;
  /** The end of a paragraph, of a change or of none. */
  endParagraph(tracked: Tracked | null): void;
  note(kind: DocumentNote['kind'], text: string, author: string | null, start: number): void;
  link(href: string, start: number): void;
  finish(): {
    readonly text: ReturnType<Writer['finish']>['text'];
    readonly places: readonly Place[];
    readonly view: readonly Stretch[];
    readonly notes: readonly DocumentNote[];
    readonly changes: readonly TrackedChange[];
    readonly links: readonly DocumentLink[];
  };
};

export function newOffice(taking: Taking): Office {
  const writer = newWriter();
  const notes: DocumentNote[] = [];
  const changes: Open[] = [];
  const links: DocumentLink[] = [];
  let open: Open | null = null;

  /** One change goes on as long as the same person at the same time goes on with it. */
  const openChange = ({ kind, author, at }: Tracked): Open => {
    const name = kind === 'moved-from' || kind === 'moved-to' ? 'moved' : kind;
    if (open === null || open.kind !== name || open.author !== author || open.at !== at) {
      const here = writer.here();
      open = { kind: name, author, at, text: '', start: here, end: here };
      changes.push(open);
    }
    return open;
  };
  /** Words that moved are one change, noted where they are read. */
  const isNoted = (tracked: Tracked): boolean => !tracked.kind.startsWith('moved') || isRead(tracked, taking);

  return {
    writer,
    taking,
    say(words, tracked) {
      if (words === '') return;
      const change = tracked !== null && isNoted(tracked) ? openChange(tracked) : null;
      if (tracked === null) open = null;
      if (isRead(tracked, taking)) writer.add(words);
      if (change) {
        change.text += words;
        change.end = isRead(tracked, taking) ? writer.here() : change.start;
      }
    },
    endParagraph(tracked) {
      if (tracked === null) open = null;
      else if (isNoted(tracked)) openChange(tracked).text += '\n';
    },
    note(kind, text, author, start) {
      if (text.trim() !== '') notes.push({ kind, text: text.trim(), author, start, end: writer.here() });
    },
    link(href, start) {
      links.push({ href, start, end: writer.here() });
    },
    finish() {
      const { text, places, settle } = writer.finish();
      const settled = <T extends Stretch>(item: T): T => ({ ...item, ...settle(item.start, item.end) });
      return {
        text,
        places,
        view: text === '' ? [] : [{ start: 0, end: text.length }],
        notes: notes.map(settled).sort((a, b) => a.start - b.start),
        changes: changes.filter(({ text: words }) => words !== '').map(settled),
        links: links.map(settled).filter(({ start, end }) => end > start),
      };
    },
  };
}
