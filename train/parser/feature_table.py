"""Writes test/parser-features/table.json: words, and what features.py makes of them. usage: feature_table.py OUT.json"""
import json
import sys

from features import AFFIXES, learned_key, normalise

WORDS = """the The U.S. U.S.-led Arendia's Arendia’s ’s n’t N'T `` '' “ ” „ « » ‘ ’ ` – — … -- ... 1,500 2026 Nov. 3.5m
$40bn AK-47 A B ab cd é École NAÏVE Đorđe ŁÓDŹ Straße STRASSE ẞ ΣΙΣΥΦΟΣ Σ İzmir I ı ﬁnance ǅungla ١٢٣ ५०० ２０２６ Ⅻ x² ½ 北京
Москва МИД 東京タワー 🕊 🕊🕊🕊 👩‍👩‍👧 a🕊b 🇺🇳 e\u0301te\u0301 \u00a0 a\u00a0b co-operation mother-in-law http://example.org/a?b=1
@ministry #peace aaaaaaaaaaaaaaaaaaaa AAAAAAAAAAAAAAAA AaAaAaAaAaAa 1a1a1a1a1a1a ....... ?!?!?!?!?! ''' ''hello''
pro-Cassian anti-Velmar Borland-backed Velmaris Ministry-of-Defence 𝐁𝐨𝐥𝐝 𝟙𝟚 𐐀𐐨 ᲐᲑ აბ Ǆ ʰ ª º ⓐ Ⓐ ß""".split(' ')


def row(word):
    normal = normalise(word)
    return {'word': word, 'normal': normal, 'learned': learned_key(normal.lower()), 'affixes': [f(normal) for f in AFFIXES]}


words = [w for part in WORDS for w in (part.split('\n') if '\n' in part else [part]) if w] + ['\ud800', 'a\udc00b']
with open(sys.argv[1], 'w', encoding='ascii') as f:
    f.write('[\n' + ',\n'.join(json.dumps(row(w)) for w in words) + '\n]\n')
