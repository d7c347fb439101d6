import { mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'

/** Where one embedded cluster keeps its things. Everything that must survive lies in `dir` and `passwordFile`. */
export interface Cluster {
  readonly home: string
  readonly dir: string
  readonly pidFile: string
  readonly passwordFile: string
  readonly logFile: string
  readonly settings: Record<string, string>
}

/** Describes the cluster in `dataDir`, which is created when missing. */
export const clusterIn = async (dataDir: string, settings: Record<string, string> = {}): Promise<Cluster> => {
  await mkdir(dataDir, { recursive: true })
  // Postgres reports its directory as it was given; only a resolved path can be compared with that.
  const home = await realpath(dataDir)
  const dir = join(home, 'postgres')
  return {
    home,
    dir,
    pidFile: join(dir, 'postmaster.pid'),
    passwordFile: join(home, 'postgres.password'),
    logFile: join(home, 'postgres.log'),
    settings,
  }
}
