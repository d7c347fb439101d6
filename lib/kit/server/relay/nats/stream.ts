import { JetStreamApiError, type JetStreamManager, type StreamInfo } from '@nats-io/jetstream'
import type { NatsTarget } from '../target'

/** The version of the event in its stream. */
export const versionHeader = 'Hindsight-Version'
/** The highest position of an event that was sent up to this message. */
export const highestHeader = 'Hindsight-Highest'

const streamNotFound = 10059

/** The target's stream as it is; made where it isn't there. */
export const ensureStream = async (manager: JetStreamManager, target: NatsTarget): Promise<StreamInfo> => {
  const { stream, subject, replicas } = target
  try {
    return await manager.streams.info(stream)
  } catch (error) {
    if (!(error instanceof JetStreamApiError) || error.code !== streamNotFound) throw error
    return manager.streams.add({ name: stream, subjects: [`${subject}.>`], num_replicas: replicas })
  }
}

/** The highest position of an event that was ever sent to a stream; 0 where its last message can't say. */
export const highestIn = async (
  manager: JetStreamManager,
  { config, state }: StreamInfo,
): Promise<number> => {
  if (state.messages === 0) return 0
  const last = await manager.streams.getMessage(config.name, { seq: state.last_seq })
  return Number(last?.header.get(highestHeader) ?? 0)
}

/** The version of the newest event under a subject; 0 where there is none. */
export const versionUnder = async (
  manager: JetStreamManager,
  stream: string,
  subject: string,
): Promise<number> => {
  const last = await manager.streams.getMessage(stream, { last_by_subj: subject })
  return Number(last?.header.get(versionHeader) ?? 0)
}
