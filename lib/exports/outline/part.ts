import type { ReportModel } from '../model.ts';
import { momentWords, say } from './words.ts';

/** That a report holds chosen claims alone, in a sentence; empty of a report on the whole article. */
export const partWords = ({ part, frozenBy, frozenAt }: ReportModel): string =>
  part === null
    ? ''
    : say('partAbout', { chosen: part.chosen, of: part.of, name: frozenBy.name, when: momentWords(frozenAt) });

/** The same in few words. */
export const partShort = ({ part }: ReportModel): string | null =>
  part === null ? null : say('partShort', { chosen: part.chosen, of: part.of });
