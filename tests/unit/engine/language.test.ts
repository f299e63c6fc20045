import { describe, expect, it } from 'vitest';
import { detectLanguage } from '#lib/engine/text/language.ts';

describe('detectLanguage', () => {
  it.each([
    ['en', 'The city council voted on Tuesday to close three libraries and a swimming pool.'],
    ['fr', 'Le conseil municipal a voté mardi la fermeture de trois bibliothèques et d’une piscine.'],
    ['de', 'Der Stadtrat hat am Dienstag beschlossen, drei Bibliotheken und ein Schwimmbad zu schließen.'],
    ['es', 'El ayuntamiento votó el martes cerrar tres bibliotecas y una piscina de la ciudad.'],
    ['und', '12 / 34 — 56'],
    ['und', ''],
  ])('%s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });
});
