import { IntlMessageFormat } from 'intl-messageformat';
import messages from '../../../messages/en/public.ts';

export type PublicWords = keyof typeof messages;

const formats = new Map<PublicWords, IntlMessageFormat>();

/** What the public pages say. Throws where a place in the words is not filled. */
export function say(key: PublicWords, values: Readonly<Record<string, string | number>> = {}): string {
  const format = formats.get(key) ?? new IntlMessageFormat(messages[key], 'en-GB');
  formats.set(key, format);
  return String(format.format(values));
}

const ROLES: Readonly<Record<string, PublicWords>> = {
  viewer: 'role-viewer',
  reviewer: 'role-reviewer',
  editor: 'role-editor',
  admin: 'role-admin',
};
/** Somebody who stands by their role. */
export const sayRole = (role: string): string => say(ROLES[role] ?? 'somebody');
