export const READING_FORMATS = ['brief', 'json', 'jsonl', 'md', 'html'] as const
export type ReadingFormat = (typeof READING_FORMATS)[number]
export const ANALYSIS_FORMATS = ['conllu', 'json', 'jsonl'] as const
export type AnalysisFormat = (typeof ANALYSIS_FORMATS)[number]
