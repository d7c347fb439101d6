import { program } from 'commander'
import { createLog } from '../lib/kit/server/log'
import { readConfig } from '../lib/shop/server/config'
import { openWithNewSecret } from '../lib/shop/server/open-database'

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

try {
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`The secret stays as it was: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
