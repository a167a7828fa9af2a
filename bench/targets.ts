/** A figure of docs/accuracy.md: where it comes from, and what is to be reached. */
export interface Target {
  readonly what: string
  readonly on: string
  /** Set, part and figure as the scorers print them. */
  readonly key: string
  readonly atLeast: number
}

export const TARGETS: readonly Target[] = [
  { what: 'LAS, gold tokens', on: 'GUM dev', key: 'syntax/gum/LAS', atLeast: 90.3 },
  { what: 'UAS, gold tokens', on: 'GUM dev', key: 'syntax/gum/UAS', atLeast: 91.9 },
  { what: 'universal tags', on: 'GUM dev', key: 'syntax/gum/UPOS', atLeast: 98.1 },
  { what: 'universal tags', on: 'EWT dev', key: 'syntax/ewt/UPOS', atLeast: 97 },
  { what: 'lemmas', on: 'GUM dev', key: 'syntax/gum/lemma', atLeast: 98.8 },
  { what: 'lemmas', on: 'EWT dev', key: 'syntax/ewt/lemma', atLeast: 97.6 },
  { what: 'LAS, gold tokens', on: 'EWT dev', key: 'syntax/ewt/LAS', atLeast: 90 },
  { what: 'UAS, gold tokens', on: 'EWT dev', key: 'syntax/ewt/UAS', atLeast: 91.8 },
  { what: 'sentence F1, raw text', on: 'GUM dev', key: 'segmentation/GUM dev/sentence F1', atLeast: 97 },
  { what: 'sentence F1, raw text', on: 'EWT dev', key: 'segmentation/EWT dev/sentence F1', atLeast: 86 },
  { what: 'sentence F1, raw text', on: 'GUM dev, news', key: 'segmentation/GUM dev, news/sentence F1', atLeast: 97 },
  { what: 'token F1, raw text', on: 'GUM dev, news', key: 'segmentation/GUM dev, news/token F1', atLeast: 99 },
  {
    what: 'names F1 (person, place, organisation)',
    on: 'CoNLL-2003 testa (never trained on)',
    key: 'names/conll2003/micro F1',
    atLeast: 0.87,
  },
  {
    what: 'names F1 (person, place, organisation)',
    on: 'CrossNER politics dev',
    key: 'names/crossner/micro F1',
    atLeast: 0.86,
  },
  { what: 'time expressions, strict F1', on: 'TimeBank + AQUAINT', key: 'time/timebank/strict F1', atLeast: 0.884 },
  { what: 'time expressions, value F1', on: 'TimeBank + AQUAINT', key: 'time/timebank/value F1', atLeast: 0.792 },
  {
    what: 'attribution, content words F1',
    on: 'PolNeAR dev',
    key: 'attribution/polnear/content words F1',
    atLeast: 0.858,
  },
  {
    what: 'attribution, source exact F1',
    on: 'PolNeAR dev (article and title aside)',
    key: 'attribution/polnear/source exact F1, leading article and title aside',
    atLeast: 0.664,
  },
  {
    what: 'event type, macro-F1',
    on: 'PLV train, source and target given',
    key: 'events/plv/macro-F1',
    atLeast: 0.738,
  },
  {
    what: 'coreference, CoNLL F1',
    on: 'GUM dev, chains with a name or pronoun',
    key: 'coreference/all/CoNLL F1',
    atLeast: 0.66,
  },
  { what: 'factuality, Pearson r', on: 'UW dev', key: 'factuality/uw/Pearson r', atLeast: 0.612 },
  { what: 'relations, micro F1', on: 'DWIE dev', key: 'relations/dwie/micro F1', atLeast: 0.437 },
  { what: 'places found, F1', on: 'LGL half', key: 'places/lgl/toponym F1', atLeast: 0.848 },
  { what: 'places within 161 km', on: 'LGL half', key: 'places/lgl/within 161 km', atLeast: 0.685 },
  {
    what: 'reading score',
    on: 'corpus, development part',
    key: 'corpus/all/reading score',
    atLeast: 0.56,
  },
  { what: 'reading score', on: 'gold reports', key: 'gold/all/reading score', atLeast: 0.721 },
  { what: 'reading precision', on: 'gold reports', key: 'gold/all/precision', atLeast: 0.7 },
]
