import { registryOf } from '../../streams/stored-stream-type'
import { storedStreamTypes } from '../../streams/stored-stream-types'
import { notebook } from './notebook'
import { shelf } from './shelf'

/** Every type of streams of the kit's own tests. */
export const notebookTypes = storedStreamTypes([notebook, shelf])

/** Every event of the kit's own tests. */
export const notebookEvents = registryOf(notebookTypes.all)
