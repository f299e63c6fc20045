import { afterEach, describe, expect, test } from 'vitest';
import { type Line, type LineState, openLine } from '#components/live/line.ts';
import { writeMessage } from '#lib/live/rules-stream.ts';
import type { LiveMessage } from '#lib/live/types.ts';

const hello = (mark: string): LiveMessage => ({ kind: 'hello', mark, news: { articles: [mark], desk: false } });
const moved = (mark: string): LiveMessage => ({ kind: 'moved', mark, news: { articles: [mark], desk: false } });

/** What the server answers, one after another; after the last it does not answer. */
type Answer =
  | { readonly say: readonly LiveMessage[]; readonly ends: 'well' | 'never' | 'badly' }
  | { readonly status: number }
  | 'refuse'
  | 'silence';

let lines: Line[] = [];
afterEach(() => {
  for (const line of lines) line.close();
  lines = [];
});

/** A line to a server that answers like this, until it has said or ended so much. Waits take no time. */
async function heard(answers: readonly Answer[], count: number, streams = true, path?: string) {
  const asked: { path: string; mark: string | null }[] = [];
  const waits: number[] = [];
  const said: LiveMessage[] = [];
  const states: LineState[] = [];
  const left = [...answers];
  await new Promise<void>((done) => {
    const enough = () => {
      if (said.length + (states.at(-1) === 'ended' ? 1 : 0) >= count) done();
    };
    const fetch = async (path: unknown, options?: RequestInit) => {
      asked.push({ path: String(path), mark: new Headers(options?.headers).get('last-event-id') });
      const answer = left.shift() ?? 'silence';
      if (answer === 'refuse') throw new TypeError('refused');
      if (answer === 'silence') return new Promise<Response>(() => {});
      if ('status' in answer) return new Response(null, { status: answer.status });
      if (String(path).endsWith('missed')) {
        const [message] = answer.say;
        return Response.json(message && 'mark' in message ? { mark: message.mark, news: message.news } : {});
      }
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          for (const message of answer.say) controller.enqueue(new TextEncoder().encode(writeMessage(message)));
          if (answer.ends === 'well') controller.close();
        },
        // Once what was said has been fetched.
        pull(controller) {
          if (answer.ends === 'badly') controller.error(new TypeError('cut'));
        },
      });
      return new Response(body);
    };
    const wait = (ms: number, signal: AbortSignal) => {
      waits.push(ms);
      // A beat is waited for as long as the test lasts; a first word only where it is to be too late.
      const isOver = ms === 5_000 ? answers.includes('silence') : ms < 40_000;
      return new Promise<void>((over) => {
        if (signal.aborted) return over();
        signal.addEventListener('abort', () => over(), { once: true });
        if (isOver) setImmediate(() => setImmediate(() => setImmediate(over)));
      });
    };
    lines.push(
      openLine(
        'm0',
        (message) => {
          said.push(message);
          enough();
        },
        (state) => {
          if (states.at(-1) !== state) states.push(state);
          enough();
        },
        { fetch: fetch as typeof globalThis.fetch, wait, random: () => 0.5, streams },
        path,
      ),
    );
  });
  return { asked, waits, said, states };
}

describe('a line', () => {
  test('that is cut goes on where it was, with what was missed meanwhile', async () => {
    const { asked, said } = await heard(
      [
        { say: [hello('m1'), moved('m2')], ends: 'badly' },
        { say: [hello('m3'), { kind: 'beat' }, moved('m4')], ends: 'well' },
        { say: [hello('m5')], ends: 'never' },
      ],
      6,
    );
    expect(asked.map(({ mark }) => mark)).toEqual(['m0', 'm2', 'm4']);
    expect(said.flatMap((message) => ('mark' in message ? [message.mark] : []))).toEqual([
      'm1',
      'm2',
      'm3',
      'm4',
      'm5',
    ]);
  });

  test('to a server that is away is tried later each time, and says that it is lost', async () => {
    const { waits, states } = await heard(
      ['refuse', { status: 503 }, 'refuse', 'refuse', { say: [hello('m1')], ends: 'never' }],
      1,
    );
    expect(states).toEqual(['lost', 'open']);
    const again = waits.filter((ms) => ms !== 5_000 && ms !== 40_000);
    expect(again).toEqual([1_000, 2_000, 4_000, 8_000]);
  });

  test('whose network goes is taken for lost at once, and begun anew', async () => {
    const first = await heard(
      [{ say: [hello('m1')], ends: 'never' }, 'refuse', { say: [hello('m2')], ends: 'never' }],
      1,
    );
    lines.at(-1)?.renew();
    await new Promise<void>((done) => {
      const look = () => (first.said.length === 2 ? done() : setImmediate(look));
      look();
    });
    expect(first.asked.map(({ mark }) => mark)).toEqual(['m0', 'm1', 'm1']);
    expect(first.states).toEqual(['open', 'lost', 'open']);
  });

  test('that something holds back is left, and the server asked now and then', async () => {
    const { asked, said } = await heard(
      ['silence', { say: [hello('m1')], ends: 'well' }, { say: [hello('m2')], ends: 'well' }],
      2,
    );
    expect(asked).toEqual([
      { path: '/api/live', mark: 'm0' },
      { path: '/api/live/missed', mark: 'm0' },
      { path: '/api/live/missed', mark: 'm1' },
    ]);
    expect(said).toEqual([hello('m1'), hello('m2')]);
  });

  test('of a guest is asked for where theirs is', async () => {
    const path = '/api/guest/7/live';
    const { asked } = await heard([{ status: 429 }, { say: [hello('m1')], ends: 'well' }], 1, true, path);
    expect(asked.map((one) => one.path)).toEqual([path, `${path}/missed`]);
  });

  test('that is one too many asks now and then too, and so does a window that may have no stream', async () => {
    const many = await heard([{ status: 429 }, { say: [hello('m1')], ends: 'well' }], 1);
    expect(many.asked.map(({ path }) => path)).toEqual(['/api/live', '/api/live/missed']);
    const none = await heard([{ say: [hello('m1')], ends: 'well' }], 1, false);
    expect(none.asked[0]?.path).toBe('/api/live/missed');
  });

  test.each([
    ['by its last word', { say: [hello('m1'), { kind: 'over' } as const], ends: 'well' } as const, 2],
    ['by a refusal', { status: 401 }, 1],
  ])('ends with its session, %s, and asks for nothing more', async (_how, answer, count) => {
    const { asked, states } = await heard([answer], count);
    expect(states.at(-1)).toBe('ended');
    await new Promise((later) => setImmediate(later));
    expect(asked).toHaveLength(1);
  });
});
