import { PERMISSIONS } from './policy.ts';
import type { Role } from './types.ts';

/*
 * A confidential source is named to whoever handles it and to the people they have named, and to nobody else, whatever their role. To everybody
 * else it is "Confidential source 1": its kind, tier and stance stay, for a verdict's weight is theirs; everything that could tell
 * who it is stays out. This is the one rule; policy-confidential.ts has it as a `where` and as SQL.
 */

/** What of a source's record says to whom it is named. */
export type Confidence = { readonly confidentialAt: Date | null; readonly confidentialTo: readonly string[] };

/** Whether a source is named to this reader; null for the command line and the desk's own jobs, whose words go where nobody is asked. */
export const isNamedTo = ({ confidentialAt, confidentialTo }: Confidence, readerId: string | null): boolean =>
  confidentialAt === null || (readerId !== null && confidentialTo.includes(readerId));

/** What it is called where it is not named: by its place among the confidential sources of the article. */
export const maskedTitle = (number: number): string => `Confidential source ${number}`;

type Handler = { readonly id: string; readonly role: Role; readonly disabledAt: Date | null };

/**
 * Who decides to whom a confidential source is named, and whether it stays confidential: its handler, who has marked it or was made so; where their
 * account is disabled, or their role has not the right to, everybody to whom it is named.
 */
export const decidesOn = (source: Confidence & { readonly handler: Handler | null }, readerId: string): boolean => {
  const { confidentialAt, handler } = source;
  if (confidentialAt === null || handler === null || !isNamedTo(source, readerId)) return false;
  return handler.id === readerId || !canDecide(handler);
};

const CONFIDING: readonly Role[] = PERMISSIONS['source.confide'].roles;
const canDecide = ({ role, disabledAt }: Handler) => disabledAt === null && CONFIDING.includes(role);
