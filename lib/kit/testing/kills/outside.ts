import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What was asked of the outside under one id. */
export interface Asked {
  readonly instance: string
  /** How often it was asked; it is done the first time. */
  readonly times: number
}

export interface Outside {
  readonly url: string
  /** By the id of the effect. */
  readonly asked: ReadonlyMap<string, Asked>
  readonly close: () => Promise<void>
}

/** A stand-in for what processes call outside of the log: it notes what it is asked, and does under each id what it is asked first. */
export const openOutside = async (): Promise<Outside> => {
  const asked = new Map<string, Asked>()
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { id, instance } = JSON.parse(Buffer.concat(chunks).toString()) as { id: string; instance: string }
    asked.set(id, { instance, times: (asked.get(id)?.times ?? 0) + 1 })
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
