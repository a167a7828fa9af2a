import { publicAnalysis } from '../../export/analysis.ts'
import { brief } from '../../export/brief.ts'
import { html } from '../../export/html/index.ts'
import { markdown } from '../../export/markdown.ts'
import { painted, plain } from '../../export/paint.ts'
import { reasons } from '../../export/reasons.ts'
import type { Analysis, Explained, Reading } from '../../model/index.ts'
import { createRuleBook } from '../../read.ts'
import type { AnalysisFormat, ReadingFormat } from './format-names.ts'

export const EXTENSIONS: Readonly<Record<ReadingFormat | AnalysisFormat, string>> = {
  brief: 'txt',
  json: 'json',
  jsonl: 'jsonl',
  md: 'md',
  html: 'html',
  conllu: 'conllu',
}

/** Colours where a person looks on: a terminal, and NO_COLOR unset (FORCE_COLOR sets them anyway). */
export interface Look {
  readonly colour: boolean
  readonly width: number
}

export function renderReading(reading: Reading, format: ReadingFormat, look: Look): string {
  switch (format) {
    case 'brief':
      return brief(reading, { paint: look.colour ? painted : plain, width: look.width })
    case 'json':
      return `${JSON.stringify(reading, null, 2)}\n`
    case 'jsonl':
      return `${JSON.stringify(reading)}\n`
    case 'md':
      return `${markdown(reading)}\n`
    case 'html':
      return html(reading)
  }
}

export const renderReasons = (explained: Explained, { colour }: Look): string =>
  reasons(explained, createRuleBook().find, colour ? painted : plain)

export function renderAnalysis(analysis: Analysis, format: Exclude<AnalysisFormat, 'conllu'>): string {
  const value = publicAnalysis(analysis)
  return format === 'json' ? `${JSON.stringify(value, null, 2)}\n` : `${JSON.stringify(value)}\n`
}
