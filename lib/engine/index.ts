/** The door to the engine: what the rest of Stet may use of it. */
export { ENGINE_VERSION, extractClaims } from './extract.ts';
export { scoreSentence } from './judgement/checkworthiness.ts';
export type * from './types.ts';
