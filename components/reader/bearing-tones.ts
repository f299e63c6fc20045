/** How what a passage does to a claim is drawn; beside it stand words. */
export const BEARING_TONES = { agrees: 'good', finer: 'good', differs: 'bad', speaks: 'quiet' } as const;
