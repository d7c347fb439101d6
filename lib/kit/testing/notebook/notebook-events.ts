import { registryOf } from '../../streams/stored-stream-type'
import { notebook } from './notebook'
import { shelf } from './shelf'

/** Every event of the kit's own tests. */
export const notebookEvents = registryOf([notebook, shelf])
