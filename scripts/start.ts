import { rolesOf } from '../lib/shop/server/roles'
import { ensureBuilt, ensureGenerated } from './prepare'

const dev = process.argv.includes('--dev')
const environment: Record<string, string | undefined> = process.env
environment.NEXT_TELEMETRY_DISABLED ??= '1'
environment.NODE_ENV = dev ? 'development' : 'production'

ensureGenerated()
if (!dev && rolesOf(process.argv).serves) ensureBuilt()
await import('../server')
