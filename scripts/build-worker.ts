import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

interface WorkerBuild {
  readonly root: string
  readonly release: string
}

/** Bundles the service worker, with the names of all that the built pages may need. */
export const buildWorker = ({ root, release }: WorkerBuild): void => {
  const built = join(root, '.next/static')
  const files = readdirSync(built, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => `/_next/static${join(entry.parentPath, entry.name).slice(built.length)}`)
  buildSync({
    entryPoints: [join(root, 'lib/shop/client/offline/worker.ts')],
    outfile: join(root, '.next/shop-worker.js'),
    bundle: true,
    minify: true,
    target: 'es2022',
    define: { RELEASE: JSON.stringify(release), FILES: JSON.stringify(files.sort()) },
  })
}
