"""Reads data/models/encoder.bin back into a network, to train it further."""
import json

import numpy as np
import torch

PANEL = 8
TYPES = {'int8': np.int8, 'float32': np.float32}


def read_pack(path):
    """Answers of the heads, and the parts as arrays; texts as lists of lines."""
    raw = open(path, 'rb').read()
    size = int.from_bytes(raw[4:8], 'little')
    head = json.loads(raw[8:8 + size])
    body, parts = raw[8 + size:], {}
    for name, e in head.pop('parts').items():
        data = body[e['start']:e['start'] + e['bytes']]
        parts[name] = data.decode('utf8').split('\n') if e['type'] == 'text' else np.frombuffer(data, TYPES[e['type']]).reshape(e['shape'])
    return head, parts


def rows(parts, name):
    return parts[name].astype(np.float32) * parts[name + '.scale'][:, None]


def weights(parts, name, count):
    """The first `count` rows of a matrix in panels, and its bias."""
    whole, columns = parts[name].shape
    data = parts[name].reshape(whole // PANEL, columns // 2, PANEL, 2).transpose(0, 2, 1, 3).reshape(whole, columns)
    return (data.astype(np.float32) * parts[name + '.scale'][:, None])[:count], parts[name + '.bias'][:count]


def restore(net, path, answers):
    """Sets the weights of the encoder and of the heads that the file has. The lemmas' head is not in it: it starts anew,
    and its parameters are returned by name."""
    head, parts = read_pack(path)
    for name in ('tags', 'relations', 'names'):
        assert head[name] == answers[name], f'{path} has other {name}: it was trained on other data'
    state = {'encoder.pieces.weight': rows(parts, 'pieces'), 'encoder.positions': rows(parts, 'positions'),
             'encoder.shapes.weight': rows(parts, 'shapes'), 'encoder.norm.weight': parts['norm.gain'], 'encoder.norm.bias': parts['norm.bias']}

    def put(key, name, count):
        state[key + '.weight'], state[key + '.bias'] = weights(parts, name, count)

    for i in range(head['layers']):
        at = f'encoder.layers.{i}.'
        for name in ('qkv', 'out', 'widen', 'narrow'):
            put(at + name, f'layer{i}.{name}', net.state_dict()[at + name + '.bias'].shape[0])
        for name in ('norm1', 'norm2'):
            state[at + name + '.weight'], state[at + name + '.bias'] = parts[f'layer{i}.{name}.gain'], parts[f'layer{i}.{name}.bias']
    for key, name in (('tags', 'tags'), ('parse', 'tree'), ('names', 'names')):
        mix = parts[name + '.mix']
        state[f'mixes.{key}.scale'] = np.array([mix.sum()], np.float32)
        state[f'mixes.{key}.share'] = np.log(np.maximum(mix / mix.sum(), 1e-6))
    for name in ('tags', 'names'):
        put(name, name, len(answers[name]))
    arc, rel = head['arcs'], head['labels']
    stacked, bias = weights(parts, 'tree.projection', 2 * (arc + rel))
    ends = np.cumsum([arc, rel, arc, rel])
    for name, w, b in zip(('arc_dep', 'rel_dep', 'arc_head', 'rel_head'), np.split(stacked, ends[:-1]), np.split(bias, ends[:-1])):
        state[name + '.weight'], state[name + '.bias'] = w, b
    bilinear, on_head = weights(parts, 'tree.arc', arc)
    state['arc_bilinear'], state['arc_bias.weight'] = bilinear.T, on_head[None]
    count = len(answers['relations'])
    width = -(-count // 4) * 4
    label, label_bias = weights(parts, 'tree.label', (rel + 1) * width)
    label, label_bias = label.reshape(rel + 1, width, rel)[:, :count], label_bias.reshape(rel + 1, width)[:, :count]
    state['rel_bilinear'] = label[:rel].transpose(1, 2, 0)
    state['rel_linear.weight'] = np.concatenate([label[rel], label_bias[:rel].T], 1)
    state['rel_linear.bias'] = label_bias[rel]
    # The file has the root's projections alone: the vector whose projections are the nearest to them.
    wanted = parts['tree.root']
    wanted = np.where(wanted < 0, wanted * 10, wanted) - np.concatenate([state['arc_head.bias'], state['rel_head.bias']])
    state['root'] = np.linalg.lstsq(np.concatenate([state['arc_head.weight'], state['rel_head.weight']]), wanted, rcond=None)[0]
    known = net.state_dict()
    for k, v in state.items():
        assert k in known and tuple(known[k].shape) == v.shape, k
    tensors = {k: torch.from_numpy(np.array(v, dtype=np.float32, order="C")) for k, v in state.items()}
    return net.load_state_dict(tensors, strict=False).missing_keys
