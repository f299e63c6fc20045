import { defineConfig } from 'prisma/config';

// For those who run Prisma's own command line. Stet itself needs only `generate`; see lib/platform/migrate.ts.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
});
