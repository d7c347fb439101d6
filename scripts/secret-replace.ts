import { program } from 'commander'
import { createLog } from '../lib/kit/server/log'
import { readConfig } from '../lib/shop/server/config'
import { openWithNewSecret } from '../lib/shop/server/open-database'
import { runProgram } from './console'

program
  .name('npm run secret:replace')
  .description(
    'Lets the shop have the secret of this node (AUTH_SECRET, else the file in DATA_DIR) from now on. Stop all nodes first. Everybody is signed out.',
  )
  .action(async () => {
    const config = readConfig()
    const database = await openWithNewSecret(config, createLog(config.logLevel))
    await database.close()
    process.stdout.write('The shop has this secret from now on. Give it to all nodes before they start.\n')
  })

await runProgram('The secret stays as it was')
