/** How many times something is tried that comes out by chance: `usual` in each run, STET_TEST_TIMES as often in a long trial. */
export const rounds = (usual: number): number => usual * Number(process.env.STET_TEST_TIMES ?? 1);
