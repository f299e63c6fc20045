import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/*
 * A storage for tests that speaks as much of S3 as bytes need: put, get, head and delete, each with its signature (AWS Signature
 * Version 4) worked out again.
 */

export type S3Conduct = { readonly isAway?: boolean; readonly handsOut?: Uint8Array };

export type S3 = {
  /** For the environment of whoever uses it. */
  readonly settings: Readonly<Record<string, string>>;
  readonly kept: Map<string, Uint8Array>;
  /** Method and key of every request that was signed rightly. */
  readonly asked: string[];
  behave(conduct: S3Conduct): void;
  stop(): Promise<unknown>;
};

const KEY = 'stet';
const SECRET = 'a secret of the storage';
const REGION = 'here';

export async function startS3(): Promise<S3> {
  const kept = new Map<string, Uint8Array>();
  const asked: string[] = [];
  let conduct: S3Conduct = {};
  const server = createServer(async (request, response) => {
    const body = new Uint8Array(await buffer(request));
    const end = (status: number, bytes: Uint8Array | string = '') => response.writeHead(status).end(bytes);
    if (conduct.isAway) return void end(503, '<Error><Code>SlowDown</Code></Error>');
    if (!isSigned(request, body)) return void end(403, '<Error><Code>SignatureDoesNotMatch</Code></Error>');
    const key = /^\/bucket\/([^?]+)/.exec(request.url ?? '')?.[1] ?? '';
    asked.push(`${request.method} ${key}`);
    if (request.method === 'PUT') {
      kept.set(key, body);
      return void end(200);
    }
    if (request.method === 'DELETE') {
      kept.delete(key);
      return void end(204);
    }
    const found = kept.get(key);
    return void (found ? end(200, conduct.handsOut ?? found) : end(404, '<Error><Code>NoSuchKey</Code></Error>'));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    settings: {
      STET_S3_ENDPOINT: `http://127.0.0.1:${port}/bucket`,
      STET_S3_REGION: REGION,
      STET_S3_KEY: KEY,
      STET_S3_SECRET: SECRET,
    },
    kept,
    asked,
    behave: (next) => {
      conduct = next;
    },
    stop: () => new Promise((done) => server.close(done)),
  };
}

const hex = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');
const hmac = (key: string | Buffer, content: string) => createHmac('sha256', key).update(content).digest();

/** Whether the request is signed with the one key, over what it says and its own body. */
function isSigned({ method, url = '', headers }: IncomingMessage, body: Uint8Array): boolean {
  const form =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request,\s*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]{64})$/;
  const [, key, day = '', region = '', names = '', signature] = form.exec(headers.authorization ?? '') ?? [];
  const bodyHash = String(headers['x-amz-content-sha256'] ?? '');
  if (key !== KEY || region !== REGION || (bodyHash !== 'UNSIGNED-PAYLOAD' && bodyHash !== hex(body))) return false;
  const { pathname, searchParams } = new URL(url, 'http://storage');
  searchParams.sort();
  const signed = names.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`);
  const canonical = [method, pathname, searchParams.toString(), signed.join(''), names, bodyHash].join('\n');
  const time = String(headers['x-amz-date'] ?? '');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', time, scope, hex(canonical)].join('\n');
  const signing = ['aws4_request', 's3', region, day].reduceRight<Buffer | string>(
    (by, part) => hmac(by, part),
    `AWS4${SECRET}`,
  );
  return time.startsWith(day) && hmac(signing, toSign).toString('hex') === signature;
}
