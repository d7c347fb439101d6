import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { inject } from 'vitest'
import { withClient } from '../server/postgres/with-client'
import type {} from './postgres-global-setup'

export interface EmptyDatabase {
  /** The URL of a fresh, migrated database; `appConnection` makes the app's configuration of it. */
  ownerUrl: string
  /** Ends the connections that are left, and removes the database. */
  drop(): Promise<void>
}

const ATTEMPTS = 50
const OBJECT_IN_USE = '55006'

/** A database for one test file: make it in `beforeAll`, drop it in `afterAll`. */
export async function createTestDatabase(): Promise<EmptyDatabase> {
  const { adminUrl, template } = inject('postgres')
  const name = `hindsight_test_${randomUUID().replaceAll('-', '')}`
  await withClient(adminUrl, (client) => copy(client, template, name))
  const ownerUrl = new URL(adminUrl)
  ownerUrl.pathname = name
  return {
    ownerUrl: ownerUrl.href,
    drop: async () => {
      await withClient(adminUrl, (client) => client.query(`drop database if exists ${name} with (force)`))
    },
  }
}

/** Autovacuum looks into the template now and then, and a copy has to wait until it has left. */
async function copy(client: pg.Client, template: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(`create database ${name} template ${template}`)
      return
    } catch (error) {
      const inUse = error instanceof pg.DatabaseError && error.code === OBJECT_IN_USE
      if (!inUse || attempt === ATTEMPTS) throw error
      await delay(20)
    }
  }
}
