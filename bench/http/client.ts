import type { Answer } from './answer'

/** One who asks again as soon as there is an answer. */
export interface Client {
  readonly next: () => string
  /** Throws at an answer that isn't what was asked for. */
  readonly take: (answer: Answer) => void
}

/** A new cart after so many commands, its creation among them where it is one. */
export const commandsPerCart = 100

/** @throws Error which says what was answered instead */
export const expectStatus = ({ status, head, body }: Answer, expected: number): void => {
  if (status !== expected) throw new Error(`Not ${expected}: ${head}\n${body.toString('utf8', 0, 500)}`)
}

/** @throws Error where it is no JSON */
export const jsonOf = <T>({ body }: Answer): T => JSON.parse(body.toString()) as T
