import type { PeerConnection } from './peer'

/** What is used of `@dbos-inc/dbos-sdk`; its own types are only there once it is installed. */
interface DbosModule {
  readonly DBOS: {
    readonly setConfig: (config: {
      readonly name: string
      readonly systemDatabaseUrl: string
      readonly systemDatabasePoolSize: number
      readonly logLevel: string
      readonly runAdminServer: boolean
    }) => void
    readonly registerWorkflow: <Result>(
      work: () => Promise<Result>,
      options: { readonly name: string },
    ) => () => Promise<Result>
    readonly runStep: (step: () => Promise<object>, options: { readonly name: string }) => Promise<object>
    readonly launch: () => Promise<void>
    readonly shutdown: () => Promise<void>
  }
}

const packageName = '@dbos-inc/dbos-sdk'

export interface DbosWorkflows {
  /** Runs one workflow of three steps to its end. */
  readonly run: () => Promise<void>
  readonly close: () => Promise<void>
}

/** DBOS Transact over a pool of that size, its schema made: a workflow of three steps, each of which does `step`. */
export const openDbos = async (
  { url, connections }: PeerConnection,
  step: () => Promise<object>,
): Promise<DbosWorkflows> => {
  const { DBOS }: DbosModule = await import(packageName)
  DBOS.setConfig({
    name: 'errands',
    systemDatabaseUrl: url,
    systemDatabasePoolSize: connections,
    logLevel: 'error',
    runAdminServer: false,
  })
  const workflow = DBOS.registerWorkflow(
    async () => {
      await DBOS.runStep(step, { name: 'first' })
      await DBOS.runStep(step, { name: 'second' })
      return DBOS.runStep(step, { name: 'third' })
    },
    { name: 'errand' },
  )
  await DBOS.launch()
  return { run: async () => void (await workflow()), close: DBOS.shutdown }
}
