import type { S3mini } from 's3mini';
import { sha256 } from './canonical.ts';
import { readConfiguration } from './env.ts';
import { refuse } from './result.ts';

/*
 * Bytes in a storage outside that speaks S3, each under its own SHA-256. What comes back is hashed again: nobody there is trusted
 * to hand out what was put in.
 */

/** Bytes outside, or the lack of them; a storage that cannot be asked, or that hands out others, is refused as such. */
export type Elsewhere = {
  put(hash: string, bytes: Uint8Array): Promise<void>;
  /** Null where there are none under the hash. */
  get(hash: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** As good where there are none. */
  remove(hash: string): Promise<void>;
};

const PATIENCE_MS = 30_000;

let known: { readonly of: string; readonly client: Promise<S3mini> } | null = null;

/** The storage of this installation, or null where bytes are kept in the database alone. */
export function elsewhere(): Elsewhere | null {
  const { storage } = readConfiguration();
  if (storage === null) return null;
  const of = JSON.stringify(storage);
  if (known?.of !== of) known = { of, client: clientOf(storage) };
  const { client } = known;
  return {
    put: (hash, bytes) =>
      asking(async () => {
        await (await client).putObject(hash, Buffer.from(bytes), 'application/octet-stream');
      }),
    async get(hash) {
      const found = await asking(async () => (await client).getObjectArrayBuffer(hash));
      if (found === null) return null;
      const bytes = new Uint8Array(found);
      if (sha256(bytes) !== hash) refuse('conflict', 'bytes-changed');
      return bytes;
    },
    remove: (hash) =>
      asking(async () => {
        await (await client).deleteObject(hash);
      }),
  };
}

async function clientOf({
  endpoint,
  region,
  key,
  secret,
}: NonNullable<ReturnType<typeof readConfiguration>['storage']>): Promise<S3mini> {
  // Loaded where it is used: most desks have no storage outside.
  const { S3mini } = await import('s3mini');
  return new S3mini({
    endpoint,
    region,
    accessKeyId: key,
    secretAccessKey: secret,
    requestAbortTimeout: PATIENCE_MS,
  });
}

/** Whatever keeps the storage from answering is told alike, and may be otherwise the next time. */
async function asking<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch {
    return refuse('unavailable', 'bytes-away');
  }
}
