import { handle } from '#lib/access/gate-request.ts';
import type { Actor } from '#lib/access/types.ts';
import { onArticleFile, onText } from '#lib/ingest/reading.ts';
import { MAX_UPLOAD_BYTES } from '#lib/ingest/types.ts';
import { readBody } from '#lib/platform/body.ts';
import { sha256 } from '#lib/platform/canonical.ts';
import { database } from '#lib/platform/db.ts';
import { done, type Outcome } from '#lib/platform/result.ts';
import { findSameText } from '#lib/revisions/mutations.ts';
import { articleText, typedText } from '#lib/revisions/rules-text.ts';
import { fileQuery } from '#lib/revisions/schema.ts';
import type { ReadTextDTO } from '#lib/revisions/types.ts';

const TOO_LARGE = { field: 'text', code: 'file-too-large' } as const;

/**
 * The bytes of a file (`name`, and how its tracked `changes` are taken), or of a text that was pasted: its text, what it says of itself, in which
 * language it is, and whether the very same text is already here. Saves nothing.
 */
export async function POST(request: Request): Promise<Response> {
  return handle(request, 'article.add', async (actor) => {
    const body = await readBody(request, MAX_UPLOAD_BYTES, TOO_LARGE);
    if (!body.ok) return body;
    const { name, changes } = fileQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
    return name === null ? readPasted(actor, body.value) : readFile(actor, body.value, name, changes);
  });
}

async function readFile(
  actor: Actor,
  bytes: Uint8Array,
  name: string,
  changes: 'accepted' | 'refused',
): Promise<Outcome<ReadTextDTO>> {
  const file = await onArticleFile({ bytes, mediaType: null, name, changes });
  if (!file.ok) return file;
  const text = articleText(file.value.text);
  return done({ ...file.value, text, known: await findSameText(database(), actor, sha256(text)) });
}

async function readPasted(actor: Actor, bytes: Uint8Array): Promise<Outcome<ReadTextDTO>> {
  const text = typedText(new TextDecoder().decode(bytes));
  const guess = await onText('guess', text, text.length);
  return done({ text, ...guess, link: null, found: null, known: await findSameText(database(), actor, sha256(text)) });
}
