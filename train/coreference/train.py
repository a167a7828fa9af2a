"""Trains the ranker of coreference on what dump.ts wrote, and writes data/models/coreference.json.

    npx tsx train/coreference/dump.ts train pairs.train.bin
    npx tsx train/coreference/dump.ts dev pairs.dev.bin
    python3 train/coreference/train.py pairs.train.bin pairs.dev.bin data/models/coreference.json

Needs XGBoost (1.7 was used: Debian's python3-xgboost) and NumPy. One thread and a fixed seed: the same pairs give the
same trees.

A phrase's candidates compete with each other and with "takes up nothing", whose score is 0: the loss is minus the log
of the share that the right candidates have of the softmax (any right one will do; nothing, where there is none).
"""
import json
import math
import re
import sys
from pathlib import Path

import numpy as np
import xgboost as xgb

ROOT = Path(__file__).resolve().parents[2]
TREES, LEAVES, RATE = 160, 16, 0.25
SCALE = 10_000
# After so many trees a sum below this stands: four candidates in five, and 0.4% of those that would pass in the end.
GLANCE = {"trees": 24, "least": -20_000}


def feature_names():
    source = (ROOT / "src/2-analyse/coreference/pairs.ts").read_text()
    return re.findall(r"'(\w+)'", re.search(r"FEATURES = \[(.*?)\]", source, re.S).group(1))


def load(file, width):
    rows = np.fromfile(file, dtype=np.int16).reshape(-1, width + 1)
    groups = np.fromfile(file + ".groups", dtype=np.int32)
    return rows[:, :-1].astype(np.float32), rows[:, -1].astype(np.float64), groups


def starts(groups):
    return np.concatenate([[0], np.cumsum(groups)[:-1]])


def gradient(scores, data):
    labels, groups = data.get_label().astype(np.float64), data.phrase_groups
    scores = scores.astype(np.float64)
    of, at = np.repeat(np.arange(len(groups)), groups), starts(groups)
    top = np.maximum(np.maximum.reduceat(scores, at), 0)
    e = np.exp(scores - top[of])
    total = np.add.reduceat(e, at) + np.exp(-top)
    right = np.add.reduceat(e * labels, at)
    share = e / total[of]
    wanted = np.where(right[of] > 0, e * labels / np.where(right > 0, right, 1)[of], 0)
    return share - wanted, np.maximum(share * (1 - share), 1e-3)


def quality(scores, labels, groups):
    """F1 of links: chosen candidates that are right, of those chosen and of the phrases that take something up."""
    of, at = np.repeat(np.arange(len(groups)), groups), starts(groups)
    top = np.maximum.reduceat(scores, at)
    right = np.maximum.reduceat(np.where(scores == top[of], labels, 0), at) > 0
    linked = top > 0
    wanted = np.add.reduceat(labels, at) > 0
    return 2 * (linked & right).sum() / (linked.sum() + wanted.sum())


def flatten(tree):
    """A tree as a flat list, four numbers a node: feature, bound (go left where value <= bound), left, right.

    A child below zero is the leaf ~child, whose value stands in the second list."""
    nodes, leaves = [], []

    def visit(node):
        if "leaf" in node:
            leaves.append(round(node["leaf"] * SCALE))
            return ~(len(leaves) - 1)
        at = len(nodes)
        # Features are whole numbers: less than the condition is up to the whole number below it.
        nodes.append([int(node["split"][1:]), math.ceil(node["split_condition"]) - 1, 0, 0])
        sides = {child["nodeid"]: child for child in node["children"]}
        nodes[at][2] = visit(sides[node["yes"]])
        nodes[at][3] = visit(sides[node["no"]])
        return at

    visit(tree)
    return {"nodes": [value for node in nodes for value in node], "leaves": leaves}


def main(train_file, dev_file, out):
    names = feature_names()
    (x, y, groups), (dev_x, dev_y, dev_groups) = load(train_file, len(names)), load(dev_file, len(names))
    data = xgb.DMatrix(x, y)
    data.phrase_groups = groups
    settings = dict(learning_rate=RATE, max_leaves=LEAVES, max_depth=0, grow_policy="lossguide", tree_method="hist",
                    max_bin=64, min_child_weight=2, reg_lambda=5, colsample_bytree=0.7, base_score=0, nthread=1, seed=1)
    model = xgb.train(settings, data, TREES, obj=gradient)
    for part, (a, b, g) in dict(train=(x, y, groups), dev=(dev_x, dev_y, dev_groups)).items():
        print(part, "links F1", round(quality(model.predict(xgb.DMatrix(a), output_margin=True), b, g), 4))
    trees = [flatten(json.loads(tree)) for tree in model.get_dump(dump_format="json")]
    content = {"features": names, "scale": SCALE, "glance": GLANCE, "trees": [t for t in trees if t["nodes"]]}
    Path(out).write_text(json.dumps(content, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
