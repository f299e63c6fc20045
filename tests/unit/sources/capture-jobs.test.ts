import { expect, test } from 'vitest';
import { jobsToTell } from '#lib/sources/rules-capture-jobs.ts';
import type { CaptureDTO, CaptureJobDTO } from '#lib/sources/types-captures.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 30, 7, minute)).toISOString();

function job(id: string, minute: number, part: Partial<CaptureJobDTO> = {}): CaptureJobDTO {
  return {
    id,
    kind: 'capture',
    state: 'failed',
    step: null,
    done: null,
    all: null,
    error: 'The site cannot be reached.',
    for: null,
    articleId: null,
    sourceId: 's',
    captureId: null,
    result: null,
    attempts: 1,
    createdAt: at(minute),
    startedAt: at(minute),
    endedAt: at(minute),
    cancelAsked: false,
    fileName: null,
    ...part,
  };
}

function capture(id: string, minute: number, part: Partial<CaptureDTO> = {}): CaptureDTO {
  return {
    id,
    sourceId: 's',
    number: 1,
    sha256: '0'.repeat(64),
    mediaType: 'text/plain',
    size: 1,
    fileName: null,
    askedFor: 'https://example.org/a',
    takenFrom: 'https://example.org/a',
    takenBy: null,
    takenAt: at(minute),
    erased: null,
    reading: null,
    stamp: null,
    archived: null,
    lastCheck: null,
    ...part,
  };
}

const told = (jobs: readonly CaptureJobDTO[], captures: readonly CaptureDTO[] = []) =>
  jobsToTell(jobs, captures).map(({ id }) => id);

test('of failures the newest of its kind is told, until what failed has been done', () => {
  const failed = [job('second', 2), job('first', 1)];
  expect(told(failed)).toEqual(['second']);
  expect(told(failed, [capture('c', 1)])).toEqual(['second']);
  expect(told(failed, [capture('c', 3)])).toEqual([]);
  // A file that came meanwhile is not the page.
  expect(told(failed, [capture('c', 3, { askedFor: null, fileName: 'List.txt' })])).toEqual(['second']);
});

test('what waits or runs is always told, and hides the failure before it', () => {
  const running = job('again', 3, { state: 'running' });
  expect(told([running, job('failed', 2)])).toEqual(['again']);
  expect(told([running], [capture('c', 4)])).toEqual(['again']);
});

test('a file is one by its name, and a look by its capture', () => {
  const file = job('file', 2, { fileName: 'List.pdf' });
  const other = job('other', 1, { fileName: 'Minutes.pdf' });
  expect(told([file, other])).toEqual(['file', 'other']);
  expect(told([file, other], [capture('c', 3, { askedFor: null, fileName: 'List.pdf' })])).toEqual(['other']);

  const looks = [
    job('look', 2, { kind: 'recheck', captureId: 'c' }),
    job('at another', 1, { kind: 'recheck', captureId: 'd' }),
  ];
  expect(told(looks, [capture('c', 0), capture('d', 0)])).toEqual(['look', 'at another']);
  const since = capture('c', 0, { lastCheck: { id: 'k', at: at(3), outcome: 'same' } });
  expect(told(looks, [since, capture('d', 0)])).toEqual(['at another']);
});
