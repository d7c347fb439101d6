import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The shop that is under siege, and who is there. */
export interface Target {
  readonly host: string
  readonly port: number
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** @throws Error for any shop that isn't on this machine: this is for one's own. */
export const targetOf = (url: string): Target => {
  const { hostname, port, protocol } = new URL(url)
  if (!loopback.test(hostname))
    throw new Error(`Only a shop on this machine is put under siege, not ${hostname}`)
  if (protocol !== 'http:') throw new Error('The siege speaks http')
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 80) }
}

const manifest = fileURLToPath(
  new URL('../../../../.next/server/server-reference-manifest.json', import.meta.url),
)

interface Manifest {
  readonly node: Readonly<Record<string, { readonly exportedName?: string }>>
}

/** The id under which the build that stands here knows a server action. */
export const actionId = (name: string): string => {
  const { node } = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest
  const found = Object.entries(node).find(([, action]) => action.exportedName === name)
  if (!found) throw new Error(`The build has no action ${name}`)
  return found[0]
}
