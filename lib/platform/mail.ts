import { createTransport } from 'nodemailer';
import { readConfiguration } from './env.ts';
import { refuse } from './result.ts';

/** One letter, in plain text. */
export type Letter = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same letter sent twice has the same, so that whoever takes it can tell. */
  readonly messageId: string;
};

const PATIENCE_MS = 20_000;

/** Whether this installation sends letters at all. */
export const sendsMail = (): boolean => readConfiguration().mail !== null;

/**
 * Hands a letter to the server that STET_SMTP_URL names; it is handed over when this returns.
 *
 * @throws AppError `unavailable` where it could not be, or nobody has said by which server.
 */
export async function sendLetter({ to, subject, text, messageId }: Letter): Promise<void> {
  const { mail } = readConfiguration();
  if (mail === null) refuse('unavailable', 'mail-none');
  const transport = createTransport({
    url: mail.url,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // Nothing of ours is a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: mail.from,
      to: { name: '', address: to },
      subject,
      text,
      messageId,
      headers: AUTOMATIC,
    });
  } catch {
    // What the server answered may hold the address, and is not told.
    refuse('unavailable', 'mail-not-taken');
  } finally {
    transport.close();
  }
}

/** Nobody is to answer it by machine (RFC 3834). */
const AUTOMATIC = { 'auto-submitted': 'auto-generated' };
