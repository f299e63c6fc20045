import { randomUUID } from 'node:crypto';
import type { Result } from '#lib/platform/result.ts';
import { actionFiles, METHODS, pageFiles, routeFiles } from './doors.ts';

/** What came of a knock: "done", or why not; and everything that was answered, as text to search. */
export type Answer = { readonly outcome: string; readonly text: string };

type Load = () => Promise<Record<string, unknown>>;
const load =
  (file: string): Load =>
  () =>
    import(/* @vite-ignore */ `${process.cwd()}/${file}`);

/** Every function of the server that a browser can reach, by name, with how to call it. */
export async function everyDoor(): Promise<Map<string, (sent: unknown) => Promise<Answer>>> {
  const doors = new Map<string, (sent: unknown) => Promise<Answer>>();
  for (const { file, name } of pageFiles()) doors.set(`page ${name}`, (sent) => askPage(load(file), sent));
  for (const { file, name } of routeFiles()) {
    const module = await load(file)();
    for (const method of METHODS)
      if (method in module) doors.set(`${method} ${name}`, (sent) => askRoute(module[method], sent));
  }
  for (const { file, name } of actionFiles()) {
    const module = await load(file)();
    for (const [action, call] of Object.entries(module))
      doors.set(`${name}.${action}`, (sent) => askAction(call, sent));
  }
  return doors;
}

async function askAction(call: unknown, sent: unknown): Promise<Answer> {
  const result = await (call as (input: unknown) => Promise<Result<unknown>>)(sent);
  return { outcome: result.ok ? 'done' : result.reason, text: textOf(result) };
}

const BY_STATUS: Readonly<Record<number, string>> = { 401: 'signed-out', 403: 'forbidden', 404: 'not-found' };

async function askRoute(call: unknown, sent: unknown): Promise<Answer> {
  const { request, params } = sent as { request: Request; params: Promise<unknown> };
  const response = await (call as (request: Request, context: unknown) => Promise<Response>)(request, { params });
  const outcome = response.ok ? 'done' : (BY_STATUS[response.status] ?? `status ${response.status}`);
  const heads = [...response.headers].join('\n');
  return { outcome, text: `${heads}\n${await response.text()}` };
}

type PageModule = { default: (props: unknown) => unknown; generateMetadata?: (props: unknown) => Promise<unknown> };

async function askPage(loadPage: Load, sent: unknown): Promise<Answer> {
  const { default: Page, generateMetadata } = (await loadPage()) as PageModule;
  try {
    const title = await generateMetadata?.(sent);
    return { outcome: 'done', text: textOf([title, await Page(sent)]) };
  } catch (error) {
    const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
    if (digest.startsWith('NEXT_HTTP_ERROR_FALLBACK;404')) return { outcome: 'not-found', text: '' };
    const [kind, , path] = digest.split(';');
    if (kind !== 'NEXT_REDIRECT') throw error;
    return { outcome: path?.startsWith('/sign-in?') ? 'signed-out' : `led to ${path}`, text: '' };
  }
}

/** Everything in a value, a React tree's props with it: what is handed to a component reaches the browser. */
export function textOf(value: unknown): string {
  const seen = new Set<unknown>();
  return JSON.stringify(value, (key, item) => {
    if (key.startsWith('_') || key === '$$typeof' || typeof item === 'function') return undefined;
    if (typeof item === 'bigint') return String(item);
    if (typeof item === 'object' && item !== null) {
      if (seen.has(item)) return undefined;
      seen.add(item);
      if (item instanceof Map || item instanceof Set) return [...item];
    }
    return item;
  });
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What a route is sent: a request, and what stands in its address. */
const isOfRoute = (sent: unknown): sent is { request: Request; params: Promise<object> } =>
  typeof sent === 'object' &&
  sent !== null &&
  'request' in sent &&
  sent.request instanceof Request &&
  'params' in sent &&
  sent.params instanceof Promise;

/** The same asked of records that never were: each id is another, the same one everywhere. */
export async function elsewhere(sent: unknown): Promise<unknown> {
  const others = new Map<string, string>();
  const swap = (text: string) =>
    text.replace(UUID, (id) => {
      const other = others.get(id) ?? randomUUID();
      others.set(id, other);
      return other;
    });
  if (isOfRoute(sent)) {
    const asked = Object.entries(await sent.params).map(([key, value]) => [key, swap(String(value))]);
    const { method, headers, url } = sent.request;
    const body = method === 'GET' ? {} : { body: swap(await sent.request.clone().text()) };
    const request = new Request(swap(url), { method, headers, ...body });
    return { request, params: Promise.resolve(Object.fromEntries(asked)) };
  }
  return JSON.parse(swap(JSON.stringify(sent)));
}

/** What is sent, to be sent again: a request's body can be read once. */
export const copyOf = (sent: unknown): unknown => (isOfRoute(sent) ? { ...sent, request: sent.request.clone() } : sent);
