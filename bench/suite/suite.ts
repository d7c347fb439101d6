import { arePeersInstalled } from '../peers/install'
import { type BenchServer, describeServer, withServer } from '../server'
import { figure, printTable } from '../table'
import type { StorePlace } from './store'
import { type StoreName, stores } from './stores'
import { tryArchive, tryDurability, tryFollowing, tryRaces, tryRebuild } from './trials'

const own: StoreName = 'hindsight'

/** What event stores keep when they are killed, raced for, followed, rebuilt from and archived: what held, what was lost, and how fast. */
export const benchSuite = (): Promise<void> =>
  withServer(async (server) => {
    process.stdout.write(`\nSuite: event stores on the same Postgres. ${await describeServer(server)}.\n`)
    const names = (Object.keys(stores) as StoreName[]).filter((name) => name === own || arePeersInstalled())
    const results: Result[] = []
    for (const name of names) results.push(await tryStore(name, await placeOf(server, name)))
    printResults(results)
  })

const placeOf = async (server: BenchServer, name: StoreName): Promise<StorePlace> => {
  const { ownerUrl, dataDir, connections, createDatabase } = server
  const url = name === own ? ownerUrl : await createDatabase(`suite_${name.replaceAll('-', '_')}`)
  return { url, dataDir, connections }
}

const tryStore = async (name: StoreName, place: StorePlace) => {
  const durability = await tryDurability(name, place)
  const races = await tryRaces(name, place)
  const following = await tryFollowing(name, place)
  const rebuilt = await tryRebuild(name, place)
  const archived = await tryArchive(name, place, rebuilt)
  return { name, durability, races, following, rebuilt, archived }
}

type Result = Awaited<ReturnType<typeof tryStore>>

const printResults = (results: readonly Result[]): void => {
  printTable(
    ['killed three times', 'events answered', 'lost', 'torn appends', 'twice', 'back after ms'],
    results.map(({ name, durability: { answered, lost, torn, twice, backMs } }) => [
      name,
      ...[answered, lost, torn, twice, backMs].map(figure),
    ]),
  )
  printTable(
    ['raced for', 'rounds', 'not one winner', 'wrong events', 'rounds/s'],
    results.map(({ name, races: { rounds, undecided, wrong, perSecond } }) => [
      name,
      ...[rounds, undecided, wrong, perSecond].map(figure),
    ]),
  )
  printTable(
    ['followed', 'missed', 'twice', 'out of order', 'appends/s'],
    results.map(({ name, following: { missed, twice, disordered, perSecond } }) => [
      name,
      ...[missed, twice, disordered, perSecond].map(figure),
    ]),
  )
  printTable(
    ['rebuilt', 'events', 'wrong streams', 'events/s'],
    results.map(({ name, rebuilt: { events, wrong, perSecond } }) => [
      name,
      ...[events, wrong, perSecond].map(figure),
    ]),
  )
  printTable(
    ['archived', 'streams that changed', 'events missing', 'streams/s'],
    results.map(({ name, archived }) => [
      name,
      ...(archived
        ? [archived.changed, archived.missing, archived.perSecond].map(figure)
        : ['can’t', '-', '-']),
    ]),
  )
}
