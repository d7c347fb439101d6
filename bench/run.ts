import { ensureGenerated } from '../scripts/prepare'
import { describeMachine } from './machine'

ensureGenerated()
const { benchAppend } = await import('./append')
const { benchFold } = await import('./fold')

process.stdout.write(`${describeMachine()}\n`)
await benchFold()
await benchAppend()
