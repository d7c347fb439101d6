import { Agent, createServer, get, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { eventually } from '../../testing/eventually'
import { createDrain } from './drain'

const listen = async (http: Server): Promise<number> => {
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  return (http.address() as AddressInfo).port
}

it('finishes what is under way, and waits for no connection that only stands open', async () => {
  const answers: ServerResponse[] = []
  const http = createServer(
    { keepAliveTimeout: 300_000 },
    (_request, response) => void answers.push(response),
  )
  const drain = createDrain(http)
  const port = await listen(http)

  const idle = connect(port, '127.0.0.1')
  idle.on('error', () => undefined)
  const answer = fetch(`http://127.0.0.1:${port}/`).then((response) => response.text())
  await eventually(() => expect(answers).toHaveLength(1))

  let closed = false
  const closing = drain.close().then(() => {
    closed = true
  })
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
  expect(closed).toBe(false)
  answers[0]?.end('done')
  expect(await answer).toBe('done')
  await closing
})

/** Asks again and again over one connection that is kept alive, until it is told to close it. */
const askUntilToldToClose = async (port: number, onAnswer: () => void): Promise<void> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = () =>
    new Promise<boolean>((resolve, reject) => {
      get({ port, host: '127.0.0.1', agent }, (response) => {
        response.resume()
        response.once('end', () => resolve(response.headers.connection === 'close'))
        response.once('error', reject)
      }).once('error', reject)
    })
  for (let isTold = false; !isTold; isTold = await ask()) onAnswer()
  agent.destroy()
}

it('resets no request of those who keep their connections alive, however many ask meanwhile', async () => {
  const http = createServer(async (_request, response) => {
    await turn()
    response.end('answered')
  })
  const drain = createDrain(http)
  const port = await listen(http)
  let answered = 0
  const clients = Array.from({ length: 24 }, () => askUntilToldToClose(port, () => void answered++))
  await eventually(() => expect(answered).toBeGreaterThan(500))
  await Promise.all([drain.close(), ...clients])
})

it('answers all that come while it says that it is leaving', async () => {
  const http = createServer((_request, response) => void response.end('answered'))
  const drain = createDrain(http)
  const port = await listen(http)
  drain.sendElsewhere()
  for (let nth = 0; nth < 3; nth++) {
    const answer = await fetch(`http://127.0.0.1:${port}/`)
    expect(answer.headers.get('connection')).toBe('close')
    expect(await answer.text()).toBe('answered')
  }
  await drain.close()
})

it('tells also those whose request came before it was told to leave', async () => {
  const answers: ServerResponse[] = []
  const http = createServer((_request, response) => void answers.push(response))
  const drain = createDrain(http)
  const port = await listen(http)
  const answer = fetch(`http://127.0.0.1:${port}/`)
  await eventually(() => expect(answers).toHaveLength(1))
  drain.sendElsewhere()
  answers[0]?.end('done')
  expect((await answer).headers.get('connection')).toBe('close')
  await drain.close()
})
