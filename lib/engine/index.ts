/** The door to the engine: what the rest of Stet may use of it. */
export { ENGINE_VERSION, extractClaims } from './extract.ts';
export { scoreSentence } from './judgement/checkworthiness.ts';
export { isWholeSentence } from './statement/whole-sentence.ts';
export { detectLanguage } from './text/language.ts';
export type * from './types.ts';
