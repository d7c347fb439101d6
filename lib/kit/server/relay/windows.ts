import type { RelayMessage } from './sender'

interface WindowSize {
  readonly messages: number
  readonly bytes: number
}

/** Messages in their order, in pieces of so many and about so many bytes at most. */
export function* windowsOf(
  messages: readonly RelayMessage[],
  most: WindowSize,
): Generator<RelayMessage[], void, undefined> {
  let window: RelayMessage[] = []
  let bytes = 0
  for (const message of messages) {
    if (window.length === most.messages || (window.length > 0 && bytes + message.body.length > most.bytes)) {
      yield window
      window = []
      bytes = 0
    }
    window.push(message)
    bytes += message.body.length
  }
  if (window.length > 0) yield window
}
