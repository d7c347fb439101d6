import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { transformSync } from 'esbuild'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { migrate } from '../lib/kit/server/postgres/migrate'
import { ensureRoles } from '../lib/kit/server/postgres/roles'
import { testSecret } from '../lib/kit/testing/connections'
import { createTestDatabase, type EmptyDatabase } from '../lib/kit/testing/database'
import { query } from '../lib/kit/testing/embedded-harness'
import { root } from './checks'
import { kitMigrations } from './kit-migrations'
import { packKit } from './kit-pack'

let folder: string
let whole: EmptyDatabase
let kits: EmptyDatabase

const empty = 'drop schema public, read_models, read_models_build cascade; create schema public'

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hindsight-kit-test-'))
  whole = await createTestDatabase()
  kits = await createTestDatabase()
  await query(kits.ownerUrl, empty)
})
afterAll(async () => {
  await Promise.all([whole.drop(), kits.drop(), rm(folder, { recursive: true, force: true })])
})

/** Everything that stands in a database: what it is, as SQL has it, and who may do what with it. */
const objects = `
  SELECT 'column ' || table_schema || '.' || table_name || '.' || column_name AS name,
    concat_ws(' ', data_type, is_nullable, column_default, is_generated) AS is
  FROM information_schema.columns WHERE table_schema IN ('public', 'read_models', 'read_models_build')
  UNION ALL
  SELECT 'index ' || schemaname || '.' || indexname, indexdef FROM pg_indexes
  WHERE schemaname IN ('public', 'read_models')
  UNION ALL
  SELECT 'constraint ' || conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) FROM pg_constraint
  WHERE conrelid <> 0 AND connamespace::regnamespace::text IN ('public', 'read_models')
  UNION ALL
  SELECT 'function ' || oid::regprocedure, pg_get_functiondef(oid) || coalesce(proacl::text, '') FROM pg_proc
  WHERE pronamespace::regnamespace::text = 'public'
  UNION ALL
  SELECT 'trigger ' || tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL
  SELECT 'rights ' || table_schema || '.' || table_name, string_agg(grantee || ' ' || privilege_type, ', ' ORDER BY grantee, privilege_type)
  FROM information_schema.role_table_grants WHERE table_schema = 'public' AND grantee LIKE 'hindsight_%'
  GROUP BY table_schema, table_name
  UNION ALL
  SELECT 'schema ' || nspname, coalesce(nspacl::text, '') FROM pg_namespace WHERE nspname LIKE 'read_models%'
  ORDER BY 1`

const objectsIn = async (url: string): Promise<Map<string, string>> => {
  const rows = await query(url, objects)
  return new Map(rows.map(({ name, is }) => [String(name), String(is)]))
}

/** The tables of the application that this repository holds, and what belongs to them. */
const isApplications = (name: string): boolean => /\b(?:read_models|_prisma_migrations)\b|\bauth_/.test(name)

it("the kit's migrations make what the application's make, but for the application's own tables", async () => {
  const copied = join(folder, 'migrations')
  await Promise.all(
    kitMigrations().map((from) => cp(from, join(copied, basename(from)), { recursive: true })),
  )
  await ensureRoles(kits.ownerUrl, { secret: testSecret, mayResetPasswords: false })
  await migrate({ url: kits.ownerUrl, migrationsDir: copied, log: () => undefined })
  const [made, all] = await Promise.all([objectsIn(kits.ownerUrl), objectsIn(whole.ownerUrl)])
  const expected = new Map([...all].filter(([name]) => !isApplications(name)))
  expect(Object.fromEntries([...made].filter(([name]) => !isApplications(name)))).toEqual(
    Object.fromEntries(expected),
  )
  expect(made.size).toBeGreaterThan(100)
}, 60_000)

it('an empty project installs the package, and does with it what its page says', async () => {
  const project = join(folder, 'project')
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, {
      cwd: project,
      encoding: 'utf8',
      env: {
        ...process.env,
        DATABASE_URL: kits.ownerUrl,
        SECRET: testSecret,
        MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
      },
    })
  await query(kits.ownerUrl, empty)
  const packed = packKit(folder)
  await mkdir(project)
  await writeFile(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  run('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', '--silent', packed)
  const [, example = ''] =
    /```ts\n(.*?)```/s.exec(readFileSync(join(root, 'lib/kit/README.md'), 'utf8')) ?? []
  await writeFile(join(project, 'example.ts'), example)
  // Its types hold for who follows Node's own rules of modules.
  const strict = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2023']
  run(
    join(root, 'node_modules/.bin/tsc'),
    ...strict,
    ...['--module', 'nodenext', '--moduleResolution', 'nodenext', '--types', 'node', 'example.ts'],
  )
  await writeFile(join(project, 'example.js'), transformSync(example, { loader: 'ts', format: 'esm' }).code)
  expect(run(process.execPath, 'example.js')).toBe('5\n2\n')
}, 240_000)
