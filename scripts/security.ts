/** node scripts/security.ts: writes the lists of docs/security.md out of those that the tests are made from. */
import { readFileSync, writeFileSync } from 'node:fs';
import { writeLists } from '#tests/security-lists.ts';

const FILE = 'docs/security.md';
writeFileSync(FILE, writeLists(readFileSync(FILE, 'utf8')));
