import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { openDataFolder, sessionSecretIn } from '#lib/platform/data-folder.ts';

/** What somebody else does to a folder just before it is made here. */
const meanwhile = vi.hoisted(() => ({ at: new Map<string, () => void>() }));

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const mkdir = ((path: string, options?: import('node:fs').MakeDirectoryOptions) => {
    meanwhile.at.get(path)?.();
    return fs.mkdirSync(path, options);
  }) as typeof fs.mkdirSync;
  return { ...fs, mkdirSync: mkdir };
});

const base = mkdtempSync(join(tmpdir(), 'stet-folder-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('opening the data folder', () => {
  test('that another process makes between our look and our making it', async () => {
    const folder = join(base, 'made-meanwhile');
    const { mkdirSync: other } = await vi.importActual<typeof import('node:fs')>('node:fs');
    meanwhile.at.set(folder, () => other(folder));
    expect(() => openDataFolder(folder)).not.toThrow();
    expect(statSync(folder).isDirectory()).toBe(true);
  });

  test('by two processes at once, folder after folder', async () => {
    const racers = join(base, 'racers');
    mkdirSync(racers);
    const race = () => promisify(execFile)(process.execPath, ['tests/unit/platform/open-folders.ts', racers, '400']);
    const outcomes = await Promise.all([race(), race(), race()]);
    expect(outcomes.map(({ stdout }) => stdout)).toEqual(['', '', '']);
    expect(existsSync(join(racers, '399'))).toBe(true);
  });

  test('where a file stands is refused by name', () => {
    const file = join(base, 'a-file');
    writeFileSync(file, '');
    expect(() => openDataFolder(file)).toThrow(`The data folder ${file} cannot be written`);
  });
});

describe('the secret of the sessions', () => {
  test('is made once and kept for its owner alone', () => {
    const folder = mkdtempSync(join(base, 'secret-'));
    const made = sessionSecretIn(folder);
    expect(made.length).toBeGreaterThan(32);
    expect(sessionSecretIn(folder)).toBe(made);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o077).toBe(0);
  });

  test('of which a full disk left no byte is made; a damaged one is named and left', () => {
    const folder = mkdtempSync(join(base, 'secret-'));
    const path = join(folder, 'secrets.json');
    writeFileSync(path, '');
    expect(sessionSecretIn(folder).length).toBeGreaterThan(32);
    writeFileSync(path, '{"session":"cut o');
    expect(() => sessionSecretIn(folder)).toThrow(`${path} is damaged`);
    expect(readFileSync(path, 'utf8')).toBe('{"session":"cut o');
  });
});
