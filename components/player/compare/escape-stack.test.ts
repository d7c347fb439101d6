import { expect, test, vi } from 'vitest'
import { createEscapeStack } from './escape-stack'

test('one Escape is for one: whoever came last, until they leave', () => {
  const { wait, press, isEmpty } = createEscapeStack()
  const [panel, following] = [vi.fn(), vi.fn()]
  const leavePanel = wait(panel)
  const leaveFollowing = wait(following)
  press()
  expect([panel.mock.calls.length, following.mock.calls.length]).toEqual([0, 1])
  leaveFollowing()
  press()
  expect([panel.mock.calls.length, following.mock.calls.length]).toEqual([1, 1])
  leavePanel()
  press()
  expect([panel.mock.calls.length, isEmpty()]).toEqual([1, true])
})

test('who leaves out of turn takes nobody else along', () => {
  const { wait, press } = createEscapeStack()
  const [panel, following] = [vi.fn(), vi.fn()]
  const leavePanel = wait(panel)
  wait(following)
  leavePanel()
  press()
  expect([panel.mock.calls.length, following.mock.calls.length]).toEqual([0, 1])
})
