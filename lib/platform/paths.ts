import { resolve } from 'node:path';

/**
 * The project's folder. npm runs every script from it; the command line sets STET_ROOT so that it also works when it is
 * started by path from somewhere else.
 */
export function projectRoot(): string {
  return process.env.STET_ROOT ?? process.cwd();
}

/** A path inside the project's folder; an absolute path stays as it is. */
export function inProject(...parts: string[]): string {
  return resolve(projectRoot(), ...parts);
}
