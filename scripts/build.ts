import { ensureBuilt, ensureGenerated } from './prepare'

ensureGenerated()
ensureBuilt()
