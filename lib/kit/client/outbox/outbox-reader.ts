import { notePartFailed } from '../connection/renewal'
import type { CommandTypes } from './command-types'
import type { OutboxRules } from './outbox-rules'
import type { OutboxReader } from './outbox-schema'

/** Fetches what reads the outbox of others, when there is one. */
export const fetchReader = <Types extends CommandTypes>({
  loadReader,
}: Pick<OutboxRules<Types>, 'loadReader'>): Promise<OutboxReader<Types>> =>
  loadReader().catch((error) => {
    void notePartFailed(error)
    throw error
  })
