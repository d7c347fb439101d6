/** Where copies of archived streams stand: a folder, or anything that keeps bytes under a key. */
export interface ColdStorage {
  /** Durable when it answers; what stood under the key is replaced, never half of it. */
  readonly put: (key: string, bytes: Buffer) => Promise<void>
  /** Undefined when nothing stands under the key. */
  readonly get: (key: string) => Promise<Buffer | undefined>
  /** Also when nothing stood there. */
  readonly delete: (key: string) => Promise<void>
}
