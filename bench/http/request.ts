interface RequestParts {
  readonly method?: 'GET' | 'POST'
  readonly host: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: object
}

/** A request as its bytes go over the connection. */
export const toRequest = ({ method = 'GET', host, path, headers = {}, body }: RequestParts): string => {
  const content = body === undefined ? '' : JSON.stringify(body)
  const sent = {
    Host: host,
    ...headers,
    ...(body && { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(content)) }),
  }
  const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${content}`
}
