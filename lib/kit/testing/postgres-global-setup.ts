import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '../server/postgres/migrate'
import { ensureRoles } from '../server/postgres/roles'
import { withClient } from '../server/postgres/with-client'
import { testSecret } from './connections'
import { startDisposablePostgres } from './disposable-postgres'
import { migrationsDir } from './migrations'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { adminUrl: string; template: string }
  }
}

/** One Postgres for the whole run, with a migrated database in it that every test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  const template = `hindsight_template_${randomUUID().replaceAll('-', '')}`
  try {
    await execute(server.url, `create database ${template}`)
    const url = new URL(server.url)
    url.pathname = template
    await ensureRoles(url.href, { secret: testSecret, mayResetPasswords: false })
    await migrate({ url: url.href, migrationsDir, log: () => {} })
    // Copies need a template that nobody is connected to.
    await execute(server.url, `alter database ${template} allow_connections false`)
  } catch (error) {
    await server.stop(template)
    throw error
  }
  project.provide('postgres', { adminUrl: server.url, template })
  return () => server.stop(template)
}

async function startServer() {
  const given = process.env.TEST_DATABASE_URL
  if (given) {
    return { url: given, stop: (template: string) => execute(given, `drop database if exists ${template}`) }
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'hindsight-test-'))
  const { url, destroy } = await startDisposablePostgres(dataDir)
  const stop = async () => {
    await destroy()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { url, stop }
}

async function execute(url: string, sql: string): Promise<void> {
  await withClient(url, (client) => client.query(sql))
}
