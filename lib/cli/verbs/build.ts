import type { Command } from 'commander';
import { build } from '#lib/platform/build.ts';
import { readConfiguration } from '#lib/platform/env.ts';

/** `stet build`: what `stet start` does first, on its own, for images that are built once and started often. */
export function configure(command: Command): void {
  command.action(() => build(readConfiguration().distDir));
}
