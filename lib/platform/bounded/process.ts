import { type ChildProcess, fork } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { Socket } from 'node:net';
import { dirname } from 'node:path';
import { deserialize } from 'node:v8';
import { log } from '../log.ts';
import { inProject, projectRoot } from '../paths.ts';
import { type Answer, type Ask, type ChildLimits, type Input, OVER_MEMORY, type Tasks, type Tell } from './tasks.ts';

/**
 * Why a task has no answer: it ran longer than it may, took more memory than it may (or an answer larger than it may be),
 * nested deeper than the stack, too many were waiting, or the child ended or failed by itself.
 */
export type BoundReason = 'time' | 'memory' | 'depth' | 'waiting' | 'fault';

export class BoundError extends Error {
  override name = 'BoundError';
  readonly reason: BoundReason;
  constructor(reason: BoundReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

export type BoundedOptions = ChildLimits & {
  /** The file that calls `serveTasks`, from the project's folder. */
  readonly entry: string;
  /** How many askings may wait behind the one that is worked on, and for how many milliseconds each. */
  readonly waiting: number;
  readonly waitMs: number;
  /** After how many milliseconds without work the child is ended, to give its memory back. */
  readonly restMs: number;
  /** The child's work is done by a library in machine code, which Node loads only where it is told that it may. */
  readonly addons?: boolean;
  /** Folders of the program, from the project's, that it reads beside `lib`. */
  readonly reads?: readonly string[];
};

/** One child process that works on tasks for this one. It is started when it is first needed. */
export type BoundedProcess<T extends Tasks> = {
  /** Has the child do it, within `ms` milliseconds from when it begins. Rejects with a BoundError. */
  run<K extends keyof T & string>(task: K, input: Input<T, K>, ms: number): Promise<Answer<T, K>>;
  /** Ends the child; what waits is rejected. A later `run` starts a new one. */
  end(): Promise<void>;
};

type Job = Ask & {
  readonly ms: number;
  readonly done: (value: unknown) => void;
  readonly failed: (error: BoundError) => void;
  readonly patience: NodeJS.Timeout;
  /** A child that somebody else has killed is no fault of the text's: it is begun once more. */
  isRetried: boolean;
};

const START_MS = 60_000;
/** Of what the child writes on its standard error, for the log. */
const MOST_SAID = 4_000;

export function boundedProcess<T extends Tasks>(options: BoundedOptions): BoundedProcess<T> {
  const keeper = new Keeper(options);
  return {
    run: <K extends keyof T & string>(task: K, input: Input<T, K>, ms: number) =>
      new Promise<Answer<T, K>>((resolve, failed) => {
        keeper.take({ task, input }, ms, (value) => resolve(value as Answer<T, K>), failed);
      }),
    end: () => keeper.end(),
  };
}

type Child = {
  readonly process: ChildProcess;
  readonly ended: Promise<void>;
  isReady: boolean;
  said: string;
  /** Set before this side kills it. */
  killedFor: BoundReason | null;
};

class Keeper {
  readonly #options: BoundedOptions;
  readonly #queue: Job[] = [];
  #resting: NodeJS.Timeout | undefined;
  #current: Job | null = null;
  #timer: NodeJS.Timeout | undefined;
  #child: Child | null = null;

  constructor(options: BoundedOptions) {
    this.#options = options;
  }

  take(ask: Ask, ms: number, done: Job['done'], failed: Job['failed']): void {
    if (this.#queue.length >= this.#options.waiting) {
      failed(new BoundError('waiting', `${this.#queue.length} are waiting for the child process already`));
      return;
    }
    const patience = setTimeout(() => {
      this.#queue.splice(this.#queue.indexOf(job), 1);
      failed(new BoundError('waiting', `Waited ${this.#options.waitMs} ms for the child process in vain`));
    }, this.#options.waitMs);
    const job: Job = { ...ask, ms, done, failed, patience, isRetried: false };
    this.#queue.push(job);
    this.#next();
  }

  async end(): Promise<void> {
    for (const job of this.#queue.splice(0)) this.#fail(job, 'fault', 'The child process is being ended');
    clearTimeout(this.#resting);
    const child = this.#child;
    if (!child) return;
    child.killedFor ??= 'fault';
    this.#hold(child, true);
    child.process.kill('SIGKILL');
    await child.ended;
  }

  #next(): void {
    if (this.#current) return;
    const job = this.#queue.shift();
    if (!job) return;
    clearTimeout(job.patience);
    clearTimeout(this.#resting);
    this.#current = job;
    try {
      this.#child ??= this.#start();
    } catch (error) {
      // The system refuses a new process. Whoever asks next finds out whether it still does.
      this.#current = null;
      this.#fail(job, 'fault', `${job.task}: the child process could not be started: ${error}`);
      this.#next();
      return;
    }
    this.#hold(this.#child, true);
    if (this.#child.isReady) this.#send(this.#child, job);
  }

  #send(child: Child, { task, input, ms }: Job): void {
    this.#limit(child, ms);
    child.process.send({ task, input } satisfies Ask);
  }

  #limit(child: Child, ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      child.killedFor = 'time';
      child.process.kill('SIGKILL');
    }, ms);
  }

  #start(): Child {
    const { entry, memoryMb, answerMb, addons, reads = [] } = this.#options;
    const root = projectRoot();
    const program = new Set(
      [...PROGRAM, ...reads, dirname(entry)]
        .map((name) => inProject(name))
        .flatMap((path) => [path, realpathSync(path)]),
    );
    const process = fork(inProject(entry), [String(memoryMb), String(answerMb)], {
      // It may read the program and no more: neither write, nor start programs, nor see what is secret here. The one thread
      // it may start is its own watch.
      execArgv: [
        `--max-old-space-size=${memoryMb}`,
        '--permission',
        '--disable-warning=PERM0006',
        '--allow-worker',
        ...(addons ? ['--allow-addons', '--disable-warning=PERM0001'] : []),
        ...[...program].map((path) => `--allow-fs-read=${path}`),
      ],
      env: childEnvironment(root),
      cwd: root,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const child: Child = {
      process,
      ended: new Promise((done) => {
        process.once('close', () => done());
        process.once('error', () => done());
      }),
      isReady: false,
      said: '',
      killedFor: null,
    };
    process.stderr?.on('data', (chunk) => {
      child.said = `${child.said}${chunk}`.slice(-MOST_SAID);
    });
    process.on('message', (message: Tell) => this.#heard(child, message));
    // A child that could not even be started says so here and never closes.
    process.once('error', (error) => this.#gone(child, error.message));
    process.once('close', (code, signal) => this.#gone(child, `ended with ${signal ?? code}`));
    this.#limit(child, START_MS);
    return child;
  }

  #heard(child: Child, message: Tell): void {
    if (child !== this.#child) return;
    const job = this.#current;
    if (message.kind === 'ready') {
      child.isReady = true;
      if (job) this.#send(child, job);
      return;
    }
    if (!job) return;
    this.#rest(child);
    if (message.kind === 'answer') job.done(deserialize(message.packed));
    else this.#fail(job, reasonOf(message), `${job.task}: ${message.name}: ${message.message}\n${message.stack}`);
    this.#next();
  }

  /** The child has ended, by itself, by this side's hand, or by somebody else's. */
  #gone(child: Child, how: string): void {
    if (child !== this.#child) return;
    const job = this.#current;
    this.#rest(child);
    this.#child = null;
    if (job) {
      const reason = child.killedFor ?? (isOverMemory(child) ? 'memory' : 'fault');
      log.warn({ task: job.task, reason, how, said: child.said.slice(0, 500) }, 'the bounded process has ended');
      if (reason === 'fault' && child.isReady && !child.killedFor && !job.isRetried) {
        job.isRetried = true;
        this.#queue.unshift(job);
      } else this.#fail(job, reason, `${job.task}: the child process ${how} (${reason})`);
    }
    this.#next();
  }

  #rest(child: Child): void {
    clearTimeout(this.#timer);
    this.#current = null;
    this.#hold(child, false);
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => child.process.kill('SIGKILL'), this.#options.restMs).unref();
  }

  #fail(job: Job, reason: BoundReason, message: string): void {
    clearTimeout(job.patience);
    job.failed(new BoundError(reason, message));
  }

  /** A child at work keeps this process going; one that rests does not. */
  #hold({ process }: Child, isAtWork: boolean): void {
    const change = isAtWork ? 'ref' : 'unref';
    process[change]();
    process.channel?.[change]();
    if (process.stderr instanceof Socket) process.stderr[change]();
  }
}

/** What there is to read. In the project's folder stand secrets too: the settings, and the data unless it is kept elsewhere. */
const PROGRAM = ['package.json', 'lib', 'node_modules'];

/** What any program needs, and nothing that is secret. */
const PASSED_ON = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TZ', 'LANG', 'LC_ALL'];
const childEnvironment = (root: string) => ({
  ...Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]]).filter(([, value]) => value !== undefined)),
  STET_ROOT: root,
  NODE_ENV: process.env.NODE_ENV,
});

const isOverMemory = ({ said, process }: Child) =>
  said.includes(OVER_MEMORY) || said.includes('heap out of memory') || process.signalCode === 'SIGABRT';

/** What V8 says where a value would be larger than it can be, and what the child says of an answer. */
const TOO_LARGE = /^(?:The answer has|Invalid (?:string|array|typed array) length|Array buffer allocation failed)/;

function reasonOf({ name, message }: Tell & { kind: 'fault' }): BoundReason {
  if (name !== 'RangeError') return 'fault';
  if (message.startsWith('Maximum call stack')) return 'depth';
  return TOO_LARGE.test(message) ? 'memory' : 'fault';
}
