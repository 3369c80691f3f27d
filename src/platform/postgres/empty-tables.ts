import type { Database } from './database.ts'

/**
 * Empties the regions and every table that belongs to one: for an example whose loading was cut short, never for anything that people entered.
 * Relies on migrations filling no table, which a test checks.
 *
 * @example if (await isCutShort(db)) await emptyTables(db)
 */
export async function emptyTables(db: Database): Promise<void> {
  const client = await db.connect()
  try {
    await client.query(`DO $$ BEGIN
      EXECUTE (SELECT 'TRUNCATE regions, ' || string_agg(quote_ident(t.table_name), ', ')
        FROM information_schema.tables t JOIN information_schema.columns c USING (table_schema, table_name)
        WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.column_name = 'region_id');
    END $$`)
  } finally {
    client.release()
  }
}
