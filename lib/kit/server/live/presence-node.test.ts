import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StreamName } from '../../events/stream-name'
import type { Look } from './presence-looks'
import { createPresenceNode, type NodeMessage } from './presence-node'

const notebook = (id: string): StreamName => ({ type: 'notebook', id })

const lookAt = (id: string, streamId: string, version: number | null = null): Look => ({
  id,
  stream: notebook(streamId),
  person: `person of ${id}`,
  kind: 'staff',
  name: null,
  version,
  since: 0,
  movedAt: 0,
})

const streams = ['a', 'b']
const lifeMs = 15

/** Nodes on one bus: a message reaches all that can hear, in order, after it was taken from its sender. */
const network = (size: number) => {
  const nodes = Array.from({ length: size }, (_, index) => ({
    name: `n${index}`,
    node: createPresenceNode(`n${index}`, () => undefined),
    own: new Map<string, Look>(),
    deaf: false,
    dead: false,
  }))
  let now = 0
  const deliver = (message: NodeMessage) => {
    for (const { node, deaf, dead } of nodes) if (!deaf && !dead) node.hear(message, now)
  }
  const send = (index: number) => {
    const sender = nodes[index]
    if (sender && !sender.dead) deliver(sender.node.take())
  }
  return {
    nodes,
    send,
    sleep: (ms: number) => {
      now += ms
    },
    /** Everybody hears again; beats until nobody has anything to say; the dead have had their time. */
    settle: () => {
      for (const each of nodes) {
        if (each.deaf) each.node.missedSome()
        each.deaf = false
      }
      now += lifeMs + 1
      for (let round = 0; round < 4; round++) nodes.forEach((_, index) => void send(index))
      for (const { node } of nodes) node.expire(now - lifeMs)
    },
  }
}

const sorted = (looks: Iterable<Look>) => [...looks].sort((a, b) => (a.id < b.id ? -1 : 1))

const index = fc.nat(2)
const step = fc.oneof(
  fc.record({
    type: fc.constant('look' as const),
    index,
    tab: fc.nat(3),
    notebook: fc.constantFrom(...streams),
    version: fc.option(fc.nat(9)),
  }),
  fc.record({ type: fc.constant('leave' as const), index, tab: fc.nat(3) }),
  fc.record({ type: fc.constantFrom('send', 'lose', 'deafen', 'kill', 'sleep'), index }),
)

describe('presence over nodes', () => {
  it('comes to the same on all nodes that live, whatever was lost', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const net = network(3)
        for (const each of steps) {
          const here = net.nodes[each.index]
          if (!here || here.dead) continue
          if (each.type === 'look' && 'notebook' in each) {
            const look = lookAt(`${here.name}-${each.tab}`, each.notebook, each.version)
            here.own.set(look.id, look)
            here.node.look(look)
          } else if (each.type === 'leave' && 'tab' in each) {
            here.own.delete(`${here.name}-${each.tab}`)
            here.node.leave(`${here.name}-${each.tab}`)
          } else if (each.type === 'send') net.send(each.index)
          else if (each.type === 'lose') {
            here.node.take()
            here.node.notSent()
          } else if (each.type === 'deafen') here.deaf = true
          else if (each.type === 'kill') here.dead = true
          else net.sleep(4)
        }
        net.settle()
        const alive = net.nodes.filter(({ dead }) => !dead)
        const all = alive.flatMap(({ own }) => [...own.values()])
        for (const { node } of alive) {
          for (const streamId of streams) {
            expect(sorted(node.at(notebook(streamId)))).toEqual(
              sorted(all.filter(({ stream }) => stream.id === streamId)),
            )
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('asks a node it does not know for all it has', () => {
    const one = createPresenceNode('one', () => undefined)
    const two = createPresenceNode('two', () => undefined)
    one.look(lookAt('x', 'a'))
    one.take()
    one.look(lookAt('y', 'a'))
    expect(two.hear(one.take(), 0)).toBe(true)
    expect(two.at(notebook('a')).map(({ id }) => id)).toEqual(['y'])
    expect(one.hear(two.take(), 0)).toBe(true)
    two.hear(one.take(), 0)
    expect(two.at(notebook('a')).map(({ id }) => id)).toEqual(['y', 'x'])
  })

  it('tells of a move once, by its last place', () => {
    const { look, take } = createPresenceNode('one', () => undefined)
    take()
    for (let version = 0; version < 1_000; version++) look(lookAt('x', 'a', version))
    expect(take().looks).toEqual([lookAt('x', 'a', 999)])
    expect(take()).toEqual({ node: 'one', fresh: false, asks: false, looks: [], left: [] })
  })

  it('tells which streams changed', () => {
    const changed: string[] = []
    const node = createPresenceNode('one', ({ id }) => changed.push(id))
    node.look(lookAt('x', 'a'))
    node.look(lookAt('x', 'b'))
    node.leave('x')
    node.leave('x')
    expect(changed).toEqual(['a', 'a', 'b', 'b'])
    expect(node.at(notebook('a'))).toEqual([])
  })

  it('has nothing to say while nobody looks', () => {
    const node = createPresenceNode('one', () => undefined)
    expect(node.hasNews()).toBe(true)
    node.take()
    expect(node.hasNews()).toBe(false)
    node.look(lookAt('x', 'a'))
    node.take()
    expect(node.hasNews()).toBe(true)
  })
})
