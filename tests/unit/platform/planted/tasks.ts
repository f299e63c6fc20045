import { existsSync, writeFileSync } from 'node:fs';

/** Tasks that go wrong in every way a text can make them. */
export const TASKS = {
  double: (n: number) => n * 2,
  pid: (_: null) => process.pid,
  /** Its process, after so many milliseconds. */
  after: (ms: number) => new Promise<number>((done) => setTimeout(() => done(process.pid), ms)),
  loop: (_: null) => {
    for (;;);
  },
  /** Fills the JavaScript heap. */
  eat: (_: null) => {
    const kept: string[][] = [];
    for (let i = 0; ; i++) kept.push(Array.from({ length: 10_000 }, (_, k) => `${i} ${k}`));
  },
  /** Takes memory that the heap's limit does not count. */
  eatOutside: (_: null) => {
    const kept: Buffer[] = [];
    for (;;) kept.push(Buffer.alloc(8 * 1024 * 1024, 1));
  },
  dive: (_: null): number => 1 + TASKS.dive(null),
  answerMuch: (megabytes: number) => 'x'.repeat(megabytes * 1024 * 1024),
  fail: (_: null) => {
    throw new TypeError('It is wrong');
  },
  leave: (_: null) => process.exit(3),
  environment: (_: null) => Object.keys(process.env).sort(),
  write: (path: string) => writeFileSync(path, 'x'),
  look: (path: string) => existsSync(path),
};
