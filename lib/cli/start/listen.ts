import { createServer, type Server } from 'node:http';
import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';
import { isCode } from '#lib/platform/files.ts';
import { CommandError } from '../errors.ts';

/** Takes the port, or throws with words on what to do instead. */
export async function listen(server: Server, port: number, host: string): Promise<void> {
  await new Promise<void>((done, failed) => {
    server.once('error', (error) => failed(explainRefusal(error, port, host)));
    server.listen(port, host, () => done());
  });
  server.removeAllListeners('error');
}

/** Fails at once where the port cannot be had, before anything slow is begun. */
export async function checkPort(port: number, host: string): Promise<void> {
  const server = createServer();
  await listen(server, port, host);
  await new Promise((done) => server.close(done));
}

function explainRefusal(error: Error, port: number, host: string): Error {
  if (isCode(error, 'EADDRINUSE')) {
    const other = port < 65_535 ? port + 1 : 3000;
    return new CommandError(
      `Port ${port} on ${host} is taken by another program. Start on another one: npm start -- --port ${other}`,
    );
  }
  if (isCode(error, 'EACCES')) {
    return new CommandError(
      `Port ${port} needs more rights than you have. Take one above 1023: npm start -- --port 3000`,
    );
  }
  if (isCode(error, 'EADDRNOTAVAIL') || isCode(error, 'ENOTFOUND') || isCode(error, 'EAI_AGAIN')) {
    return new CommandError(
      `${host} is no address of this machine. Take 127.0.0.1 (this machine alone) or 0.0.0.0 (everybody who can reach it).`,
    );
  }
  return error;
}

const EVERYWHERE = new Set(['0.0.0.0', '::', '']);

/** The address this machine itself reaches the server by. */
export function localAddress(host: string, port: number): string {
  const name = EVERYWHERE.has(host) ? '127.0.0.1' : host;
  return `http://${isIPv6(name) ? `[${name}]` : name}:${port}`;
}

/** The address to tell people: where everybody may come, the machine's own in its network. */
export function publicAddress(host: string, port: number): string {
  if (!EVERYWHERE.has(host)) return localAddress(host, port);
  const outer = Object.values(networkInterfaces())
    .flat()
    .find((address) => address && !address.internal && address.family === 'IPv4');
  return localAddress(outer?.address ?? host, port);
}
