/** Every benchmark by its name, loaded when it is its turn. */
export const benchmarks = {
  fold: async () => (await import('./fold')).benchFold(),
  append: async () => (await import('./append')).benchAppend(),
  load: async () => (await import('./load')).benchLoad(),
  rebuild: async () => (await import('./rebuild')).benchRebuild(),
  player: async () => (await import('./player/player')).benchPlayer(),
  search: async () => (await import('./search')).benchSearch(),
  orders: async () => (await import('./orders')).benchOrders(),
  filters: async () => (await import('./filters')).benchFilters(),
  tail: async () => (await import('./tail')).benchTail(),
  http: async () => (await import('./http/http')).benchHttp(),
  suite: async () => (await import('./suite/suite')).benchSuite(),
  processes: async () => (await import('./processes/processes')).benchProcesses(),
  checkout: async () => (await import('./checkout')).benchCheckout(),
  relay: async () => (await import('./relay')).benchRelay(),
  beside: async () => (await import('./beside')).benchBeside(),
} satisfies Record<string, () => Promise<void>>

export type BenchmarkName = keyof typeof benchmarks

export const isBenchmark = (name: string): name is BenchmarkName => Object.hasOwn(benchmarks, name)
