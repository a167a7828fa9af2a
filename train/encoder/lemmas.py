"""Lemmas as edits of a form in small letters: how many letters to take off its end, and what to add.

A second task for the tags' vectors, which is not shipped: word pieces know too little of letters, and the rules of
data/en/lexicon/lemmas make better lemmas of the tags. The lemma of a name keeps its capitals and is not learned.
"""


def edit_of(form, lemma):
    """The edit from a form to its lemma, as "3 y" (parties -> party)."""
    base = form.lower()
    same = 0
    while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
        same += 1
    return f'{len(base) - same} {lemma[same:]}'
