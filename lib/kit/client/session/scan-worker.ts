/** A worker that answers questions to whole histories, as far as it is used here. */
export type ScanWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>
