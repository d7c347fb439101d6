import { hasDebianPackages, isExecutable, onPath, unpackedProgram, unpackPackage } from '../debian-package'

const places = {
  'nats-server': 'usr/sbin/nats-server',
  'redis-server': 'usr/bin/redis-server',
} as const

export type BrokerName = keyof typeof places

/**
 * Where a broker's server is: one that is installed, else Debian's package, unpacked beside the project.
 * @throws Error that says what to do when there is none to be had
 */
export const findBroker = (name: BrokerName): string => {
  const unpacked = { folder: name, packages: [name], programIn: () => places[name] }
  const found = () => [onPath(name), unpackedProgram(unpacked)].find((path) => path && isExecutable(path))
  const there = found()
  if (there) return there
  if (hasDebianPackages()) unpackPackage(unpacked)
  const now = found()
  if (now) return now
  throw new Error(
    `The tests of the relay need ${name} and found none. Install it, and let it be on the PATH.`,
  )
}
