import type { Outcome } from '#lib/platform/result.ts';
import { cameBack } from './match.ts';
import { openDocx, readCopy, reading, saidOf } from './read.ts';
import type { CameBack, ReturnedFile, SaidOf, SentCopy } from './types.ts';

/** Of what report a Word document says that it is a copy; null where it says nothing of the kind. */
export const copySaidOf = ({ bytes, marks }: ReturnedFile): Outcome<SaidOf | null> =>
  reading(() => saidOf(openDocx(bytes), marks));

/** What a copy that came back says, held against what went out. */
export const returnedCopy = ({ bytes, marks, sent }: ReturnedFile & { readonly sent: SentCopy }): Outcome<CameBack> =>
  reading(() => cameBack(sent, readCopy(openDocx(bytes), marks)));
