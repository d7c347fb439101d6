import pino, { type Logger } from 'pino'
import pretty from 'pino-pretty'

export type Log = Logger

/** Lines for people at a terminal, JSON for machines elsewhere. */
export const createLog = (level: string): Log =>
  process.stdout.isTTY
    ? pino({ level }, pretty({ ignore: 'pid,hostname', translateTime: 'HH:MM:ss', sync: true }))
    : pino({ level }, pino.destination({ sync: true }))
