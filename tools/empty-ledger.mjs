// An empty PGlite database as an archive, for ledgers to begin from. Usage: node tools/empty-ledger.mjs FILE
import { writeFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'

const db = await PGlite.create()
const archive = await db.dumpDataDir('gzip')
await db.close()
writeFileSync(process.argv[2], Buffer.from(await archive.arrayBuffer()))
