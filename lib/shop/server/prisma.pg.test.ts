import { afterAll, expect, it } from 'vitest'
import { createPool } from '../../kit/server/postgres/pool'
import { createHarness, haveEnded, killPostgres } from '../../kit/testing/embedded-harness'
import { eventually } from '../../kit/testing/eventually'
import { createPrisma } from './prisma'

const harness = createHarness()
afterAll(() => harness.cleanUp())

it('goes on where Postgres was killed in the middle of a transaction', async () => {
  const home = await harness.home()
  const postgres = await harness.start(home)
  const pool = createPool({ connectionString: postgres.url, max: 1 }, () => {})
  const prisma = createPrisma(pool)
  const broken = prisma.$transaction(async (transaction) => {
    const [backend] = await transaction.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`
    await killPostgres(home, 'SIGKILL')
    await haveEnded(backend?.pid ?? 0)
    await transaction.$queryRaw`select 1`
  })
  await expect(broken).rejects.toThrow()

  const rows = await eventually(() => prisma.$queryRaw`select 42 as answer`)
  expect(rows).toEqual([{ answer: 42 }])
  await pool.end()
})
