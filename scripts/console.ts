import { InvalidArgumentError, program } from 'commander'

/** How many of what may be many are shown. */
export const shown = 20

export const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

export const number = (value: number): string => Math.round(value).toLocaleString('en')

/** A position of the log as an argument; says what it must be where it is none. */
export const positionOr =
  (why: string) =>
  (text: string): number => {
    if (/^[1-9]\d{0,14}$/.test(text)) return Number(text)
    throw new InvalidArgumentError(why)
  }

/** Does what the command line asks for, and says why where it can't. */
export const runProgram = async (otherwise = "It can't be done"): Promise<void> => {
  try {
    await program.parseAsync()
  } catch (error) {
    process.stderr.write(`${otherwise}: ${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 1
  }
}
