import type { Sql } from '../sql'

/** A setting of a migrated database; undefined where it has none of this name. */
export const readSetting = async (sql: Sql, key: string): Promise<string | undefined> => {
  const { rows } = await sql.query<{ value: string }>('SELECT value FROM public.settings WHERE key = $1', [
    key,
  ])
  return rows[0]?.value
}

/** Keeps a setting where there is none yet, and answers what stands there: another node may have been quicker. */
export const keepSetting = async (sql: Sql, key: string, value: string): Promise<string | undefined> => {
  await sql.query('INSERT INTO public.settings (key, value) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    key,
    value,
  ])
  return readSetting(sql, key)
}
