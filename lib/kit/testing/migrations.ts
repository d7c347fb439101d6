import { fileURLToPath } from 'node:url'

/** Where the migrations stand that make the log and what belongs to it. */
export const migrationsDir = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url))
