"""Clusters of word vectors for the names model: clusters.py VECTORS_FOLDER OUT.tsv

VECTORS_FOLDER holds words.txt (by falling frequency) and vectors.f32 (100 numbers a word), as train/parser/vectors.mjs
writes them. Out comes one line a word: the word and its cluster among 64, 256 and 1000. Spherical k-means, seeded; the
centres are found on the 50,000 most frequent words.
"""

import sys

import numpy as np

WORDS, FITTED, ROUNDS, BLOCK = 110_000, 50_000, 14, 10_000


def nearest(vectors, centres):
    blocks = range(0, len(vectors), BLOCK)
    return np.concatenate([(vectors[at : at + BLOCK] @ centres.T).argmax(1) for at in blocks])


def k_means(vectors, count, random):
    fitted = vectors[:FITTED]
    centres = fitted[random.choice(8_000, count, replace=False)].copy()
    for _ in range(ROUNDS):
        owner = nearest(fitted, centres)
        sums = np.zeros_like(centres)
        np.add.at(sums, owner, fitted)
        norms = np.linalg.norm(sums, axis=1, keepdims=True)
        spare = fitted[random.choice(FITTED, count)]
        centres = np.where(norms > 0, sums / np.maximum(norms, 1e-9), spare)
    return nearest(vectors, centres)


def main(folder, out):
    words = open(f"{folder}/words.txt", encoding="utf8").read().split("\n")[:WORDS]
    vectors = np.fromfile(f"{folder}/vectors.f32", dtype=np.float32, count=len(words) * 100).reshape(-1, 100)
    vectors = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)
    random = np.random.default_rng(1)
    columns = [k_means(vectors, count, random) for count in (64, 256, 1000)]
    with open(out, "w", encoding="utf8") as file:
        for k, word in enumerate(words):
            file.write("\t".join([word, *(str(column[k]) for column in columns)]) + "\n")


main(*sys.argv[1:])
