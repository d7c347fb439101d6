import { readFileSync } from 'node:fs'

/** What /proc counts in, everywhere that Node runs. */
const ticksPerSecond = 100

/** The CPU that a process has used so far, in milliseconds; NaN where there is no /proc to ask. */
export const processCpuMs = (pid: number): number => {
  try {
    return parseCpuMs(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return Number.NaN
  }
}

/** From a line of /proc/PID/stat, whose second field is a name that may hold anything. */
export const parseCpuMs = (stat: string): number => {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [user, system] = [fields[11], fields[12]]
  return ((Number(user) + Number(system)) / ticksPerSecond) * 1_000
}
