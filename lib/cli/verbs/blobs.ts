import type { Command } from 'commander';
import { type BlobPlace, blobsAfter, moveBlob, removeCopy } from '#lib/platform/blobs.ts';
import type { Db } from '#lib/platform/db.ts';
import { elsewhere } from '#lib/platform/elsewhere.ts';
import { counted } from '../count.ts';
import { CommandError, EXIT } from '../errors.ts';
import { withOwner } from '../store.ts';

const PLACES: Readonly<Record<string, BlobPlace>> = { s3: 'elsewhere', database: 'database' };

/** `stet blobs`: where the bytes of captures are. */
export function configure(command: Command): void {
  command
    .command('move')
    .description(
      'Move the bytes of captures into the storage that STET_S3_ENDPOINT names, or back into the database. Killed, it goes on where it was when it is called again.',
    )
    .requiredOption('--to <PLACE>', Object.keys(PLACES).join(', '))
    .action(({ to }: { to: string }) => move(to));
}

async function move(to: string): Promise<void> {
  const place = PLACES[to];
  if (place === undefined) throw new CommandError(`There is no place ${to}: s3, or database.`, EXIT.usage);
  if (elsewhere() === null) throw new CommandError('No storage is set (STET_S3_ENDPOINT).', EXIT.refused);
  const moved = await withOwner((owner) => moveAll(owner, place));
  process.stdout.write(`${counted(moved, 'blob')} moved.\n`);
}

async function moveAll(owner: Db, place: BlobPlace): Promise<number> {
  let moved = 0;
  for (let after = ''; ; ) {
    const rows = await blobsAfter(owner, after);
    for (const { sha256, isElsewhere } of rows) {
      if (isElsewhere === (place === 'database') && (await moveBlob(owner, sha256, place))) moved += 1;
      // Also of one that was moved before a kill: its copy may be there still.
      if (place === 'database') await removeCopy(owner, sha256);
    }
    const last = rows.at(-1);
    if (!last) return moved;
    after = last.sha256;
  }
}
