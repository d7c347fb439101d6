import type { TabSocket } from './socket'

/** A socket whose server, and whose network, are in the hands of a test. */
export const socketOf = (emit: TabSocket['emit']) => {
  let isConnected = false
  let connects = 0
  const listeners = new Map<string, (...message: never[]) => void>()
  const fire = (name: string, ...message: unknown[]) => listeners.get(name)?.(...(message as never[]))
  const socket: TabSocket = {
    isConnected: () => isConnected,
    on: (name, listener) => void listeners.set(name, listener as () => void),
    off: (name) => void listeners.delete(name),
    emit,
    connect: () => {
      connects += 1
    },
    disconnect: () => {
      isConnected = false
    },
  }
  return {
    socket,
    listeners,
    fire,
    /** How often it was asked to connect. */
    connects: () => connects,
    connect: () => {
      isConnected = true
      fire('connect')
    },
    refuse: () => fire('connect_error'),
    lose: () => {
      isConnected = false
      fire('disconnect')
    },
  }
}
