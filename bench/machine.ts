import { cpus, release, totalmem, type } from 'node:os'

/** What the figures were measured on, without naming it. */
export const describeMachine = (): string => {
  const [first] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} cores (${first?.model.trim()}), ${memory} GB, ${type()} ${release().split('-')[0]}, Node ${process.versions.node}`
}
