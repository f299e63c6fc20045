import { readdirSync } from 'node:fs';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { defaultLocale, directionOf } from '#lib/i18n/locales.ts';
import messages from '../../../messages/en/index.ts';

const folder = new URL('../../../messages/en/', import.meta.url);
const files = readdirSync(folder).filter((name) => name !== 'index.ts');

describe('the messages', () => {
  it('are all taken up by the index', () => {
    expect(files.map((name) => name.replace(/\.(?:json|ts)$/, '')).sort()).toEqual(Object.keys(messages).sort());
  });

  it.each(Object.entries(messages))('%s: every text is well-formed ICU and fills its places', (_, tree) => {
    const problems: string[] = [];
    for (const [path, text] of texts(tree)) {
      expect(text.trim(), path).not.toBe('');
      const translate = createTranslator({
        locale: defaultLocale,
        messages: { text },
        onError: (error) => problems.push(`${path}: ${error.message}`),
      });
      translate.rich('text', argumentsOf(text));
    }
    expect(problems).toEqual([]);
  });
});

describe('directionOf', () => {
  it.each([
    ['en-GB', 'ltr'],
    ['ar', 'rtl'],
    ['ar-EG', 'rtl'],
    ['he', 'rtl'],
    ['fa-IR', 'rtl'],
    ['arn', 'ltr'],
    ['pt-BR', 'ltr'],
  ] as const)('%s is %s', (locale, direction) => {
    expect(directionOf(locale)).toBe(direction);
  });
});

/** Every text of a tree of messages with its dotted path. */
function texts(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : texts(value, `${path}${key}.`),
  );
}

/** A value for every argument and every tag a text names, so that only a malformed text can fail. */
function argumentsOf(text: string): Record<string, number | (() => string)> {
  const places = [...text.matchAll(/\{\s*(\w+)/g)].map(([, name = '']): [string, number] => [name, 1]);
  const tags = [...text.matchAll(/<(\w+)>/g)].map(([, name = '']): [string, () => string] => [name, () => '']);
  return Object.fromEntries([...places, ...tags]);
}
