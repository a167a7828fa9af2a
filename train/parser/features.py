"""What the network sees of a word. src/2-analyse/parse/features.ts computes the same; test/parser-features/table.json holds both to one table."""
import unicodedata

SAME = str.maketrans({'“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '‘': "'", '’': "'", '`': "'",
                      '–': '-', '—': '-', '…': '.', '\u00a0': ' '})


def normalise(word):
    """Typographic variants to the plain sign the treebanks mostly use; `` and '' to the double quote."""
    word = word.translate(SAME)
    return '"' if word in ("''",) else word


def shape(word):
    """Letters to X or x, digits to d, runs cut at two, at most eight signs: 'U.S.-led' -> 'X.X.-xx'."""
    out, last, run = '', '', 0
    for ch in word:
        category = unicodedata.category(ch)
        c = 'X' if category == 'Lu' else 'x' if category == 'Ll' else 'd' if category == 'Nd' else ch
        if c == last:
            run += 1
            if run > 2:
                continue
        else:
            last, run = c, 1
        out += c
        if len(out) >= 8:
            break
    return out


def learned_key(lower):
    """Key of the learned embedding: digits all alike, so that unseen numbers share one row."""
    return ''.join('0' if unicodedata.category(ch) == 'Nd' else ch for ch in lower)


AFFIXES = [lambda w: w.lower()[-3:], lambda w: w.lower()[-2:], lambda w: w.lower()[:3], shape, lambda w: w.lower()[-4:]]
AFFIX_DIMS = [32, 16, 24, 24, 24]
