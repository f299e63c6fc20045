import postgres, { type TransactionSql } from 'postgres';
import { AppError, type Refusal } from '#lib/platform/result.ts';

/** Why something was refused, or "done". Anything but a refusal fails the test. */
export async function refusal(work: Promise<unknown>): Promise<Refusal | 'done'> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof AppError) return error.refusal.reason;
    throw error;
  }
}

/** What somebody with the keys to the database could do: the guards off inside, and on again after. */
export async function tamper(work: (tx: TransactionSql) => Promise<unknown>): Promise<void> {
  const owner = process.env.STET_TEST_OWNER_URL ?? '';
  const client = postgres(owner, { max: 1, onnotice: () => {} });
  try {
    await client.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await work(tx);
    });
  } finally {
    await client.end();
  }
}
