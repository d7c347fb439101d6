import { notePartFailed } from '../connection/renewal'

/** What reads the outbox of others: fetched when there is one, since to check takes more code than all else here. */
export const outboxReader = () =>
  import('./outbox-schema').catch((error) => {
    void notePartFailed(error)
    throw error
  })
