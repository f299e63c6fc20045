import { describe, expect, test } from 'vitest';
import { readMessages, streamOf, writeMessage } from '#lib/live/rules-stream.ts';
import type { LiveMessage, Outlet } from '#lib/live/types.ts';

const messages: LiveMessage[] = [
  { kind: 'hello', mark: 'aGVsbG8', news: null },
  { kind: 'moved', mark: 'bW92ZWQ', news: { articles: ['a', 'b'], desk: true } },
  { kind: 'here', here: { articleId: 'a', people: [{ id: 'r', name: 'Ru\nben', claimId: null, writes: false }] } },
  { kind: 'beat' },
];

describe('a stream’s messages', () => {
  test('are read as they were written, however they are cut', () => {
    const text = messages.map(writeMessage).join('');
    for (let size = 1; size < 40; size++) {
      const read: LiveMessage[] = [];
      let rest = '';
      for (let at = 0; at < text.length; at += size) {
        const got = readMessages(rest + text.slice(at, at + size));
        read.push(...got.messages);
        rest = got.rest;
      }
      expect(read).toEqual(messages);
      expect(rest).toBe('');
    }
  });

  test('of another kind are passed by', () => {
    expect(readMessages('event: news\ndata: 1\n\n: a comment\n\nevent: beat\ndata: null\n\n').messages).toEqual([
      { kind: 'beat' },
    ]);
  });
});

describe('a stream', () => {
  function opened(signal = new AbortController().signal) {
    let outlet: Outlet | null = null;
    let closed = 0;
    const body = streamOf((given) => {
      outlet = given;
      return () => {
        closed += 1;
      };
    }, signal);
    if (!body || !outlet) throw new Error('The stream was not opened');
    return { reader: body.getReader(), outlet: outlet as Outlet, closed: () => closed };
  }

  test('says what it is given, and ends when its reader goes', async () => {
    const leaving = new AbortController();
    const { reader, outlet, closed } = opened(leaving.signal);
    outlet.send({ kind: 'beat' });
    expect(new TextDecoder().decode((await reader.read()).value)).toBe(writeMessage({ kind: 'beat' }));
    leaving.abort();
    expect((await reader.read()).done).toBe(true);
    outlet.send({ kind: 'beat' });
    expect(closed()).toBe(1);
  });

  test('is left by a reader who does not fetch what waits', async () => {
    const { outlet, closed, reader } = opened();
    const long: LiveMessage = { kind: 'moved', mark: 'm'.repeat(1_000), news: { articles: [], desk: true } };
    for (let i = 0; i < 200 && closed() === 0; i++) outlet.send(long);
    expect(closed()).toBe(1);
    let bytes = 0;
    for (let got = await reader.read(); !got.done; got = await reader.read()) bytes += got.value.length;
    expect(bytes).toBeLessThan(70_000);
  });

  test('finds no room where there is none', () => {
    expect(streamOf(() => null, new AbortController().signal)).toBeNull();
  });
});
