"""Writes test/encoder-words/table.json: words, and what words.py makes of them. usage: word_table.py VOCAB.txt OUT.json

The pieces are those of the kept vocabulary.
"""
import json
import sys

from vocabulary import kept_pieces
from words import normalise, shape, word_pieces

WORDS = """the The U.S. U.S.-led Arendia's Arendia’s ’s n’t N'T `` '' “ ” „ « » ‘ ’ ` – — … -- ... 1,500 2026 Nov. 3.5m
$40bn AK-47 A B ab cd é É École NAÏVE Đorđe ŁÓDŹ Straße STRASSE ẞ ΣΙΣΥΦΟΣ Σ İzmir I ı ﬁnance ǅungla ١٢٣ ५०० ２０２６ Ⅻ x² ½ 北京
Москва МИД 東京タワー 🕊 🕊🕊🕊 👩‍👩‍👧 a🕊b 🇺🇳 e\u0301te\u0301 \u00a0 a\u00a0b co-operation mother-in-law http://example.org/a?b=1
@ministry #peace aaaaaaaaaaaaaaaaaaaa AAAAAAAAAAAAAAAA AaAaAaAaAaAa 1a1a1a1a1a1a ....... ?!?!?!?!?! ''' ''hello''
pro-Cassian anti-Velmar Borland-backed Velmaris Ministry-of-Defence 𝐁𝐨𝐥𝐝 𝟙𝟚 𐐀𐐨 ᲐᲑ აბ Ǆ ʰ ª º ⓐ Ⓐ ß minister ministers
ceasefire Ouagadougou Sheikh-Abdullah antidisestablishmentarianism well\u00adbeing zero\u200bwidth""".split(' ')

rows = {piece: i for i, piece in enumerate(kept_pieces(sys.argv[1])[0])}
words = [w for part in WORDS for w in part.split('\n') if w]
with open(sys.argv[2], 'w', encoding='ascii') as f:
    f.write('[\n' + ',\n'.join(json.dumps({'word': w, 'pieces': word_pieces(w, rows), 'shape': shape(normalise(w))}) for w in words) + '\n]\n')
