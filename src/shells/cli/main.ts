#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { publicAnalysis } from '../../export/analysis.ts'
import { createReader } from '../../read.ts'

// A first, bare command line: `analyse|read --jsonl --format jsonl FILE`.
const [command, ...rest] = process.argv.slice(2)
const file = rest.filter((a) => !a.startsWith('--') && a !== 'jsonl').at(-1) ?? '/dev/stdin'
const reader = createReader()
for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
  const report = JSON.parse(line)
  const out = command === 'read' ? reader.read(report) : publicAnalysis(reader.analyse(report))
  process.stdout.write(`${JSON.stringify(out)}\n`)
}
