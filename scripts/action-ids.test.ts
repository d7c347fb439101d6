import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

const sources = ['app', 'components', 'lib']
  .flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((file) => join(top, file)),
  )
  .filter((path) => /\.tsx?$/.test(path))

/** The key that seals what an action closes over is known to everybody: no action may close over anything. */
it('server actions stand in files of their own, so that nothing is sealed with the key of their ids', () => {
  const actions = sources.filter((path) =>
    /^\s*['"]use server['"]/m.test(readFileSync(join(root, path), 'utf8')),
  )
  expect(actions.length).toBeGreaterThan(1)
  expect(
    actions.filter((path) => !/^['"]use server['"]/.test(readFileSync(join(root, path), 'utf8'))),
  ).toEqual([])
})
