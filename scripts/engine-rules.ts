#!/usr/bin/env node
/** node scripts/engine-rules.ts: writes docs/engine-rules.md out of the engine's tables of rows. */
import { writeFileSync } from 'node:fs';
import { TABLES } from '#lib/engine/rules/tables.ts';
import { rulesPage } from './engine/rules-page.ts';

writeFileSync(new URL('../docs/engine-rules.md', import.meta.url), rulesPage(TABLES));
