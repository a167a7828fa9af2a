/** A figure of docs/accuracy.md: where it comes from, and what is to be reached. */
export interface Target {
  readonly what: string
  readonly on: string
  /** Set, part and figure as the scorers print them. */
  readonly key: string
  readonly atLeast: number
}

export const TARGETS: readonly Target[] = [
  { what: 'LAS, gold tokens', on: 'GUM dev', key: 'syntax/gum/LAS', atLeast: 86 },
  { what: 'UAS, gold tokens', on: 'GUM dev', key: 'syntax/gum/UAS', atLeast: 89 },
  { what: 'LAS, gold tokens', on: 'EWT dev', key: 'syntax/ewt/LAS', atLeast: 84.5 },
  { what: 'UAS, gold tokens', on: 'EWT dev', key: 'syntax/ewt/UAS', atLeast: 87.5 },
  { what: 'sentence F1, raw text', on: 'GUM dev, news', key: 'segmentation/GUM dev, news/sentence F1', atLeast: 95 },
  { what: 'token F1, raw text', on: 'GUM dev, news', key: 'segmentation/GUM dev, news/token F1', atLeast: 99 },
  {
    what: 'names F1 (person, place, organisation)',
    on: 'CoNLL-2003 testa (never trained on)',
    key: 'names/conll2003/micro F1',
    atLeast: 0.68,
  },
  {
    what: 'names F1 (person, place, organisation)',
    on: 'CrossNER politics dev',
    key: 'names/crossner/micro F1',
    atLeast: 0.72,
  },
  { what: 'time expressions, strict F1', on: 'TimeBank + AQUAINT', key: 'time/timebank/strict F1', atLeast: 0.76 },
  { what: 'time expressions, value F1', on: 'TimeBank + AQUAINT', key: 'time/timebank/value F1', atLeast: 0.68 },
  {
    what: 'attribution, content words F1',
    on: 'PolNeAR dev',
    key: 'attribution/polnear/content words F1',
    atLeast: 0.66,
  },
  {
    what: 'attribution, source exact F1',
    on: 'PolNeAR dev (article and title aside)',
    key: 'attribution/polnear/source exact F1, leading article and title aside',
    atLeast: 0.55,
  },
  { what: 'event type, macro-F1', on: 'PLV train, source and target given', key: 'events/plv/macro-F1', atLeast: 0.6 },
  {
    what: 'coreference, CoNLL F1',
    on: 'GUM dev, chains with a name or pronoun',
    key: 'coreference/all/CoNLL F1',
    atLeast: 0.5,
  },
  { what: 'factuality, Pearson r', on: 'UW dev', key: 'factuality/uw/Pearson r', atLeast: 0.45 },
  { what: 'relations, micro F1', on: 'DWIE dev', key: 'relations/dwie/micro F1', atLeast: 0.35 },
  { what: 'places found, F1', on: 'LGL half', key: 'places/lgl/toponym F1', atLeast: 0.7 },
  { what: 'places within 161 km', on: 'LGL half', key: 'places/lgl/within 161 km', atLeast: 0.55 },
  { what: 'reading score', on: 'gold reports', key: 'gold/all/reading score', atLeast: 0.6 },
  { what: 'reading precision', on: 'gold reports', key: 'gold/all/precision', atLeast: 0.62 },
]
