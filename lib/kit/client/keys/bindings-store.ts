'use client'

import { useSyncExternalStore } from 'react'
import { type Bindings, defaultBindings, type KeyMap, keyMap } from './bindings'

export interface Keys {
  readonly bindings: Bindings
  readonly map: KeyMap
}

const storageKey = 'hindsight-keys'
const defaults: Keys = { bindings: defaultBindings, map: keyMap(defaultBindings) }
const noneYet: Keys = { bindings: defaultBindings, map: { keysOf: new Map(), commandOf: new Map() } }

let keys = defaults
let changes = 0
const listeners = new Set<() => void>()

const set = (bindings: Bindings): void => {
  changes += 1
  keys = { bindings, map: keyMap(bindings) }
  for (const listener of listeners) listener()
}

/**
 * Who never changed a key doesn't fetch what reads them. For others no key does anything until theirs are read, so
 * that none does what they had it not do.
 */
const load = async (text: string | null): Promise<void> => {
  if (text === null) return keys === defaults ? undefined : set(defaultBindings)
  keys = noneYet
  const before = changes
  const bindings = await import('./stored-bindings').then(
    ({ readBindings }) => readBindings(text),
    () => defaultBindings,
  )
  if (changes === before) set(bindings)
}

const kept = (): string | null => {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

const onStorage = ({ key, newValue }: StorageEvent): void => {
  if (key === storageKey) void load(newValue)
}

const subscribe = (listener: () => void): (() => void) => {
  if (listeners.size === 0) {
    window.addEventListener('storage', onStorage)
    void load(kept())
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.removeEventListener('storage', onStorage)
  }
}

export const currentKeys = (): Keys => keys

/** Changes the keys in all tabs; a browser that keeps nothing has them until the page is left. */
export const saveBindings = (bindings: Bindings): void => {
  set(bindings)
  try {
    localStorage.setItem(storageKey, JSON.stringify(bindings))
  } catch {
    // Storage is full or forbidden: the keys work all the same.
  }
}

/** The keys as this browser's person has set them. */
export const useKeys = (): Keys => useSyncExternalStore(subscribe, currentKeys, () => defaults)
