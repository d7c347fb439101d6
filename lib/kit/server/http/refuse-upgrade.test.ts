import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, it } from 'vitest'
import { refuseUpgrade } from './refuse-upgrade'

it.each([
  { what: 'another protocol', request: 'GET / HTTP/1.1\r\nUpgrade: h2c', status: 400 },
  { what: 'a websocket nobody serves', request: 'GET /nope HTTP/1.1\r\nUpgrade: websocket', status: 404 },
])('answers a request for $what at once, and closes', async ({ request, status }) => {
  const server = createServer().on('upgrade', refuseUpgrade(['/socket.io/']))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write(`${request}\r\nHost: x\r\nConnection: Upgrade\r\n\r\n`)
  let answer = ''
  for await (const chunk of socket) answer += chunk
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  await new Promise((resolve) => server.close(resolve))
})
