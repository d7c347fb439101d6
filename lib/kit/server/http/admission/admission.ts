import type { IncomingMessage, ServerResponse } from 'node:http'
import { createGate } from '../../limits/gate'
import type { Limits } from '../../limits/limits'
import type { Log } from '../../log'
import type { Readiness } from '../../outage/readiness'
import type { FindCaller } from '../caller'
import { visitorOf } from '../client-address'
import { refuseEarly } from '../refuse-early'
import { answerBusy, overloaded, tooMany } from './busy'
import { createConnectionTurns } from './connection-turns'
import { createHealthAnswers } from './health'
import { createSpending } from './spend'

/** Where a request comes from. */
interface Origin {
  readonly address: string
  /** Whom its address counts for, with all others that they can have. */
  readonly visitor: string
}

type Answer = (request: IncomingMessage, response: ServerResponse, from: Origin) => Promise<unknown>

interface AdmissionOptions {
  readonly limits: Limits
  readonly addressOf: (request: IncomingMessage) => string
  readonly findCaller: FindCaller
  readonly readiness: Readiness
  readonly log: Log
  /** Answers what was let in. */
  readonly answer: Answer
}

/** Waiting longer than this is worse than being told so. */
const maxWaitMs = 10_000
/** What is still being answered after this long waits for its reader more than it works. */
const maxHeldMs = 5_000

/**
 * What every request passes before anything is done for it: one at a time on its connection, its address's budget, a place
 * among what is done at once, and the budget of who asks.
 */
export const createAdmission = (options: AdmissionOptions) => {
  const { limits, addressOf, findCaller, readiness, log, answer } = options
  const gate = createGate(limits.requests)
  const spending = createSpending(limits, findCaller)
  const answerHealth = createHealthAnswers(readiness)

  const admitted = async (request: IncomingMessage, response: ServerResponse, from: Origin) => {
    const refusal = await spending.byCaller(request, from.visitor).catch((error) => {
      log.warn({ err: error }, 'Who asks could not be looked up; their budget is left alone')
      return undefined
    })
    if (refusal) return answerBusy(request, response, refusal)
    await answer(request, response, from)
  }

  const begin = (request: IncomingMessage, response: ServerResponse, from: Origin, leave: () => void) => {
    const held = setTimeout(leave, maxHeldMs)
    response.once('close', () => {
      clearTimeout(held)
      leave()
    })
    admitted(request, response, from).catch((error) => {
      log.error({ err: error, url: request.url }, 'A request could not be answered')
      response.destroy()
    })
  }

  const enter = (request: IncomingMessage, response: ServerResponse, from: Origin): void => {
    if (response.destroyed || request.socket.destroyed) return
    let patience: NodeJS.Timeout | undefined
    const entered = gate.enter(from.visitor, (leave) => {
      clearTimeout(patience)
      begin(request, response, from, leave)
    })
    if (entered.type === 'inside') return
    if (entered.type === 'full') {
      const isOwn = entered.of === 'key'
      answerBusy(request, response, isOwn ? tooMany('Too many requests at once') : overloaded())
      return
    }
    response.once('close', entered.cancel)
    patience = setTimeout(() => {
      if (entered.cancel()) answerBusy(request, response, overloaded())
    }, maxWaitMs)
  }

  return createConnectionTurns({
    answer: (request, response) => {
      if (answerHealth(request, response) || refuseEarly(request, response)) return
      const address = addressOf(request)
      const visitor = visitorOf(address)
      spending.byAddress(request, visitor).then(
        (refusal) =>
          refusal ? answerBusy(request, response, refusal) : enter(request, response, { address, visitor }),
        (error) => {
          log.error({ err: error }, 'A budget could not be read')
          response.destroy()
        },
      )
    },
    refuse: (request, response) => {
      response.shouldKeepAlive = false
      answerBusy(request, response, tooMany('Too many requests sent ahead of their answers'))
    },
  })
}
