import type { StorePlace, SuiteStore } from './store'

/** Every store by its name, loaded when it is its turn. */
export const stores = {
  emmett: async (place: StorePlace) => (await import('../peers/suite/emmett')).openEmmett(place),
  'act-pg': async (place: StorePlace) => (await import('../peers/suite/act')).openAct(place),
  'dcb-event-store': async (place: StorePlace) => (await import('../peers/suite/dcb')).openDcb(place),
  'message-db': async (place: StorePlace) => (await import('../peers/suite/message-db')).openMessageDb(place),
  hindsight: async (place: StorePlace) => (await import('./ours')).openOurs(place),
} satisfies Record<string, (place: StorePlace) => Promise<SuiteStore>>

export type StoreName = keyof typeof stores
