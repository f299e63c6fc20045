/** Seconds with one decimal: "1.4 s". */
export const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/**
 * Shows that something is going on while `work` runs: a line when it begins and one when it is done, with a running
 * count of seconds between the two where a person watches. On standard error; standard output is for results.
 */
export async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const elapsed = () => performance.now() - began;
  const { stderr } = process;
  stderr.write(stderr.isTTY ? `  ${label} …` : `  ${label} …\n`);
  const ticking = stderr.isTTY
    ? setInterval(() => stderr.write(`\r  ${label} … ${inSeconds(elapsed())}`), 500)
    : undefined;
  try {
    const result = await work();
    stderr.write(`${stderr.isTTY ? '\r' : ''}  ${label}: ${inSeconds(elapsed())}${stderr.isTTY ? '\u001b[K' : ''}\n`);
    return result;
  } catch (error) {
    if (stderr.isTTY) stderr.write('\n');
    throw error;
  } finally {
    clearInterval(ticking);
  }
}
