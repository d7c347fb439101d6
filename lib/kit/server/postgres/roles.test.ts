import { parse } from 'node:querystring'
import { expect, test } from 'vitest'
import { appConnection, maintenanceConnection } from './roles'

const secret = 'a secret of these tests'

const urlOf = (ownerUrl: string) => new URL(appConnection(ownerUrl, secret).connectionString as string)

test('the app connects to the same database with the same options, by a login of its own', () => {
  const url = urlOf('postgresql://me:secret@db.example:5433/app?sslmode=disable&options=-c%20a%3D1')
  expect(url.host).toBe('db.example:5433')
  expect(url.pathname).toBe('/app')
  expect([url.username, url.password]).toEqual(['', ''])
  expect(parse(url.search.slice(1))).toMatchObject({
    user: 'hindsight_app',
    sslmode: 'disable',
    options: '-c a=1',
  })
})

test('a login in the query is replaced, also where there is no host', () => {
  const { searchParams } = urlOf('postgresql:///app?host=/run/postgresql&user=me&password=mine')
  expect(searchParams.getAll('user')).toEqual(['hindsight_app'])
  expect(searchParams.getAll('password')).not.toContain('mine')
})

test('each role and each secret has a password of its own', () => {
  const passwords = [secret, 'another secret'].flatMap((of) =>
    [appConnection, maintenanceConnection].map((connection) =>
      new URL(connection('postgresql://db/app', of).connectionString as string).searchParams.get('password'),
    ),
  )
  expect(new Set(passwords).size).toBe(4)
})
