/** Opens the data folders 0 to N-1 below a folder, and prints what went wrong: node open-folders.ts FOLDER N. */
import { join } from 'node:path';
import { openDataFolder } from '#lib/platform/data-folder.ts';

const [, , folder = '', count] = process.argv;
for (let i = 0; i < Number(count); i++) {
  try {
    openDataFolder(join(folder, String(i)));
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
  }
}
