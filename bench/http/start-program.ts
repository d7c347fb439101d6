import { fork } from 'node:child_process'

export interface Program {
  readonly url: string
  readonly pid: number
  readonly stop: () => Promise<void>
}

/** Starts a server in a process of its own, which tells its URL when it listens, and leaves when it is left. */
export const startProgram = (
  file: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Program> =>
  new Promise((resolve, reject) => {
    const child = fork(file, args, { ...options, env: { ...process.env, ...options.env } })
    const gone = new Promise<void>((left) => child.once('exit', () => left()))
    child.once('exit', (code) => reject(new Error(`${file} left with ${code}`)))
    child.once('message', (url) => {
      // Nobody waits for it who fails meanwhile; it leaves with who started it.
      child.unref()
      child.channel?.unref()
      resolve({
        url: String(url),
        pid: child.pid as number,
        stop: () => {
          child.ref()
          child.kill()
          return gone
        },
      })
    })
  })
