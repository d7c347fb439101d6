import { expect, it } from 'vitest'
import { parseCpuMs } from './process-cpu'

it('reads the CPU of a process whatever it is called', () => {
  const rest = 'S 1 2 2 0 -1 4194560 100 0 0 0 150 25 0 0 20 0 11 0 100 0 0'
  expect(parseCpuMs(`42 (node) ${rest}`)).toBe(1_750)
  expect(parseCpuMs(`42 (a) R 7 (b) ${rest}`)).toBe(1_750)
})
