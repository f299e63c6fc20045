import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const ENDING = '.br';
const TYPES: Readonly<Record<string, string>> = {
  js: 'application/javascript; charset=UTF-8',
  css: 'text/css; charset=UTF-8',
};
const pack = promisify(brotliCompress);

/**
 * Packs what every browser loads as small as it will go, once, beside the built files: a sixth smaller than what the server
 * makes of them for each request. Their names change with their content, so that none can be out of date.
 */
export async function packStatic(distDir: string): Promise<void> {
  const folder = join(distDir, 'static');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => typeOf(name) !== undefined);
  await Promise.all(
    files.map(async (name) => {
      const file = join(folder, name);
      if (!existsSync(file + ENDING)) await writeFile(file + ENDING, await pack(await readFile(file)));
    }),
  );
}

/**
 * Lets a browser that can unpack it have the packed file: asks Next for that one in place of the other, and says what it
 * is. Browsers ask for it over https, and on their own machine.
 */
export function preferPacked(distDir: string): (request: IncomingMessage, response: ServerResponse) => void {
  const folder = join(distDir, 'static');
  const packed = new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(ENDING))
      .map((name) => `/_next/static/${name.slice(0, -ENDING.length).replaceAll('\\', '/')}`),
  );
  return (request, response) => {
    const [path = '', ...query] = (request.url ?? '').split('?');
    const type = typeOf(path);
    if (type === undefined || !packed.has(path) || !/\bbr\b(?!\s*;\s*q=0)/.test(accepted(request))) return;
    request.url = [path + ENDING, ...query].join('?');
    response.setHeader('Content-Type', type);
    response.setHeader('Content-Encoding', 'br');
    response.setHeader('Vary', 'Accept-Encoding');
  };
}

const typeOf = (name: string): string | undefined => TYPES[name.slice(name.lastIndexOf('.') + 1)];
const accepted = ({ headers }: IncomingMessage): string => [headers['accept-encoding']].flat().join();
