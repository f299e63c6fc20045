import { done, type Outcome, type PlainCode, refused } from './result.ts';

/**
 * A request's body, read no further than `max` bytes: what a browser says of its length anybody may write, or leave out.
 * Longer ones are refused as `too-large` with the words given, which name the `field` they came in.
 */
export async function readBody(
  request: Request,
  max: number,
  tooLarge: { readonly field: string; readonly code: PlainCode },
): Promise<Outcome<Uint8Array>> {
  const refusal = refused('too-large', tooLarge.code, { field: tooLarge.field });
  if (Number(request.headers.get('content-length')) > max) return refusal;
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request.body ?? []) {
      length += chunk.length;
      if (length > max) return refusal;
      chunks.push(chunk);
    }
  } catch {
    // Whoever sent it has gone, which is no fault of the server's: nobody reads the answer.
    return refused('invalid', 'input-not-understood');
  }
  return done(Buffer.concat(chunks));
}

/** The same of a body that is JSON. */
export async function readJson(request: Request, max: number): Promise<Outcome<unknown>> {
  const body = await readBody(request, max, { field: 'body', code: 'input-not-understood' });
  if (!body.ok) return body;
  try {
    return done(JSON.parse(new TextDecoder().decode(body.value)));
  } catch {
    return refused('invalid', 'not-json');
  }
}
