import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildWorker } from './build-worker'

const root = fileURLToPath(new URL('..', import.meta.url))

const bin = (name: string): string => join(root, 'node_modules', '.bin', name)

const run = (command: string, args: readonly string[], env: Record<string, string> = {}): void => {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`)
}

const filesBelow = (path: string): string[] =>
  readdirSync(join(root, path), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

const digest = (files: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const file of files) hash.update(relative(root, file)).update(readFileSync(file))
  return hash.digest('hex')
}

/** Does the work, which is told what its files are now, unless its stamp says that it was done for these very ones. */
const unlessDone = (stamp: string, files: readonly string[], work: (current: string) => void): void => {
  const path = join(root, stamp)
  const current = digest(files)
  if (existsSync(path) && readFileSync(path, 'utf8') === current) return
  work(current)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, current)
}

/** Generates the Prisma client. Its CLI insists on an engine that `generate` doesn't use: any program will do. */
export const ensureGenerated = (): void =>
  unlessDone(
    'lib/shop/server/generated/.stamp',
    [join(root, 'prisma/schema.prisma'), join(root, 'package-lock.json')],
    () => run(bin('prisma'), ['generate'], { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }),
  )

const builtFrom = (): string[] => [
  ...['app', 'components', 'lib', 'public'].flatMap(filesBelow).filter((file) => !file.includes('.test.')),
  join(root, 'scripts/build-worker.ts'),
  ...['next.config.js', 'postcss.config.js', 'tsconfig.json', 'package-lock.json'].map((file) =>
    join(root, file),
  ),
]

/**
 * Builds the pages and their service worker, when they changed since they were built. Builds of the same source have
 * the same id.
 */
export const ensureBuilt = (): void =>
  unlessDone('.next/.stamp', builtFrom(), (current) => {
    const release = current.slice(0, 20)
    run(bin('next'), ['build'], {
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      BUILD_ID: release,
      NEXT_PUBLIC_RELEASE: release,
    })
    buildWorker({ root, release })
  })
