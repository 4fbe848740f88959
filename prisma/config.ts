import { defineConfig } from 'prisma/config';

// Only `prisma migrate` asks for an address; `npm start` applies migrations by its own runner.
const url = process.env.DATABASE_URL;

export default defineConfig({
  schema: 'schema',
  migrations: { path: 'migrations' },
  ...(url ? { datasource: { url } } : {}),
});
