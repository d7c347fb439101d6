import { createServer, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, it } from 'vitest'
import { eventually } from '../../testing/eventually'
import { createDrain } from './drain'

it('finishes what is under way, and waits for no connection that only stands open', async () => {
  const answers: ServerResponse[] = []
  const http = createServer(
    { keepAliveTimeout: 300_000 },
    (_request, response) => void answers.push(response),
  )
  const close = createDrain(http)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo

  const idle = connect(port, '127.0.0.1')
  idle.on('error', () => undefined)
  const answer = fetch(`http://127.0.0.1:${port}/`).then((response) => response.text())
  await eventually(() => expect(answers).toHaveLength(1))

  let closed = false
  const closing = close().then(() => {
    closed = true
  })
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
  expect(closed).toBe(false)
  answers[0]?.end('done')
  expect(await answer).toBe('done')
  await closing
})
