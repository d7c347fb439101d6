import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { isCode } from './files'

/** Whether a process with this id exists, whoever owns it. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}

/** The command line of a process; empty for a zombie, undefined where we cannot know. */
export const commandLine = async (pid: number): Promise<string | undefined> => {
  if (process.platform === 'linux') {
    const raw = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined)
    return raw?.replaceAll('\0', ' ').trim()
  }
  if (process.platform === 'win32') return undefined
  return promisify(execFile)('ps', ['-ww', '-o', 'args=', '-p', String(pid)]).then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  )
}

/** Whether a command line is that of a postmaster of this directory, or could be. */
export const isPostmasterOf = (dir: string, command: string): boolean => {
  if (!/(^|\/)(postgres|postmaster) -/.test(command)) return false
  return command.includes(` ${dir}`) || !/ -D \//.test(command)
}
