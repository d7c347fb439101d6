import { spawn } from 'node:child_process'
import { end } from '../embedded-harness'

const patienceMs = 60_000

export interface App<Sign extends string> {
  /** Resolves after so many more signs of work. Rejects when it ends by itself, or takes too long. */
  readonly signs: (sign: Sign, more: number) => Promise<void>
  /** `kill -9` */
  readonly kill: () => Promise<void>
}

/** Starts an app, which is a program that is given its options as JSON, in a process of its own. */
export const startApp = <Options, Sign extends string>(program: string, options: Options): App<Sign> => {
  const child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(options)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // Else a Ctrl-C that is meant for us would end it too.
    detached: true,
  })
  const signs = (sign: Sign, more: number) =>
    new Promise<void>((resolve, reject) => {
      let left = more
      const settle = (error?: Error) => {
        clearTimeout(tooLong)
        child.off('exit', ended).off('message', count)
        if (error) reject(error)
        else resolve()
      }
      const ended = () => settle(new Error(`The app ended by itself, exit code ${child.exitCode}`))
      const count = (message: unknown) => {
        if (message === sign && --left === 0) settle()
      }
      const tooLong = setTimeout(
        () => settle(new Error(`Not ${more} ${sign} in ${patienceMs} ms`)),
        patienceMs,
      )
      child.once('exit', ended).on('message', count)
      if (child.exitCode !== null) ended()
    })

  return { signs, kill: () => end(child, 'SIGKILL') }
}
