import { describe, expect, it } from 'vitest';
import { extractClaims } from '#lib/engine/index.ts';
import { detectLanguage } from '#lib/engine/text/language.ts';

describe('detectLanguage', () => {
  it.each([
    ['en', 'The city council voted on Tuesday to close three libraries and a swimming pool.'],
    ['fr', 'Le conseil municipal a voté mardi la fermeture de trois bibliothèques et d’une piscine.'],
    ['de', 'Der Stadtrat hat am Dienstag beschlossen, drei Bibliotheken und ein Schwimmbad zu schließen.'],
    ['es', 'El ayuntamiento votó el martes cerrar tres bibliotecas y una piscina de la ciudad.'],
    ['nl', 'De gemeenteraad besloot dinsdag om drie bibliotheken en een zwembad in de stad te sluiten.'],
    ['id', 'Majlis perbandaran telah mengundi untuk menutup tiga perpustakaan dan kolam renang itu.'],
    ['ru', 'Городской совет проголосовал во вторник за закрытие трёх библиотек и бассейна.'],
    ['zh', '市议会周二投票决定关闭三个图书馆和一个游泳池。'],
    ['en', 'Kuala Lumpur, Malaysia — Petronas said on Monday that profit fell 12%.'],
    ['en', 'The mayor, Jean de la Tour, told Le Monde and Die Zeit that Les Halles would close.'],
    ['und', 'Kuala Lumpur, Malaysia — Petronas profit fell 12%.'],
    ['und', '12 / 34 — 56'],
    ['und', ''],
  ])('%s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });
});

describe('a text in two languages', () => {
  const ENGLISH = 'The council closed three libraries in May.';
  const FRENCH = 'Le conseil municipal a fermé trois bibliothèques en mai dans la ville.';

  it.each([
    ['by turns', [ENGLISH, FRENCH, 'The pool was sold to a firm.', 'La piscine a été vendue à une entreprise.'], 2],
    ['mostly another', [FRENCH, FRENCH, FRENCH, FRENCH, ENGLISH], 1],
    ['with a quotation', ['The mayor said “Je ne suis pas un héros” and left the hall at noon.'], 1],
  ])('%s: the English paragraphs are read', (_, paragraphs, read) => {
    const text = paragraphs.join('\n\n');
    const { sentences, claims } = extractClaims(text);
    const unread = sentences.filter(({ reason }) => reason === 'not in English, so not read');
    expect(unread.length).toBe(paragraphs.length - read);
    expect(new Set(claims.map(({ start }) => text.lastIndexOf('\n', start))).size).toBe(read);
  });

  it('a paragraph of names alone is read as the text is', () => {
    const { claims } = extractClaims(`${ENGLISH}\n\nKuala Lumpur, Malaysia — Petronas profit fell 12%.`);
    expect(claims.some(({ quote }) => quote.includes('Petronas'))).toBe(true);
  });
});
