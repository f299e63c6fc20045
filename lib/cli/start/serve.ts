import { createServer, type IncomingMessage } from 'node:http';
import next from 'next';
import { makeFront } from '#lib/platform/front.ts';
import { preferPacked } from '#lib/platform/packed.ts';
import { inProject } from '#lib/platform/paths.ts';
import { listen } from './listen.ts';

const PATIENCE_MS = 5_000;
/** How long a request's head and the whole of it may take to come in. */
const LIMITS = { headersTimeout: 20_000, requestTimeout: 120_000 };

/**
 * Serves the built pages from this very process, so that there is one process to watch and to end. Returns what stops
 * it: requests under way may finish, for a few seconds.
 */
export async function serve(port: number, host: string, distDir: string): Promise<() => Promise<void>> {
  // Next listens for upgrades of connections, to leave those it has no use for open for ever. Here it hears of none: asked
  // for one, this server answers as if it had not been.
  const unheard = createServer();
  const app = next({ dev: false, dir: inProject(), hostname: host, port, httpServer: unheard });
  await app.prepare();
  const handle = app.getRequestHandler();
  const takePacked = preferPacked(inProject(distDir));
  const front = makeFront();
  const server = createServer(LIMITS, (request, response) => {
    noteAddress(request);
    void front(request, response).then((isAnswered) => {
      if (isAnswered) return;
      takePacked(request, response);
      void handle(request, response);
    });
  });
  await listen(server, port, host);
  return async () => {
    const closed = new Promise((done) => server.close(done));
    server.closeIdleConnections();
    // Pages that listen for changes would keep their connections for ever.
    const impatient = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    await closed;
    clearTimeout(impatient);
    await app.close();
  };
}

/**
 * Puts the connection's own address at the end of `x-forwarded-for`, as a proxy does: what a request brings there itself
 * anybody may have written, and Next would keep it.
 */
function noteAddress({ headers, socket }: IncomingMessage): void {
  headers['x-forwarded-for'] = [headers['x-forwarded-for'], socket.remoteAddress].filter(Boolean).join(', ');
}
