import { expect, test } from 'vitest'
import { appConnection } from './roles'

test('the app connects with the same URL, as its role', () => {
  expect(appConnection('postgresql://me:secret@db.example:5433/shop?sslmode=disable')).toEqual({
    connectionString: 'postgresql://me:secret@db.example:5433/shop?sslmode=disable',
    options: '-c role=hindsight_app',
  })
})

test('options in the URL are kept', () => {
  expect(appConnection('postgresql://db/shop?options=-c%20statement_timeout%3D5s')).toEqual({
    connectionString: 'postgresql://db/shop',
    options: '-c statement_timeout=5s -c role=hindsight_app',
  })
})
