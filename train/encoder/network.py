"""The encoder and its heads.

A BERT-like encoder over word pieces gives a vector a word (the mean of its pieces) from each of its layers; each head
reads its own learned mix of the layers.
"""
import json

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from words import SHAPES

ARC, REL = 256, 64  # sizes of the arc and the relation projections


class Noise:
    """Dropout masks cut out of one long row of random numbers: much faster on a processor than drawing each."""

    def __init__(self, size=1 << 24, seed=5):
        self.bank = torch.rand(size, generator=torch.Generator().manual_seed(seed))

    def mask(self, shape, p):
        count = int(np.prod(shape))
        start = int(torch.randint(0, self.bank.numel() - count, (1,)))
        return (self.bank[start:start + count] >= p).float().mul_(1 / (1 - p)).view(shape)


NOISE = Noise()


def drop(x, p, training):
    return x * NOISE.mask(x.shape, p) if training and p else x


def drop_shared(x, p, training):
    """Dropout that is the same for all words of a sentence."""
    return x * NOISE.mask((x.shape[0], 1, x.shape[2]), p) if training else x


def read_safetensors(path):
    raw = open(path, 'rb').read()
    size = int.from_bytes(raw[:8], 'little')
    head, body = json.loads(raw[8:8 + size]), memoryview(raw)[8 + size:]
    kinds = {'F16': np.float16, 'F32': np.float32}
    return {k: np.frombuffer(body[v['data_offsets'][0]:v['data_offsets'][1]], kinds[v['dtype']]).reshape(v['shape']).astype(np.float32)
            for k, v in head.items() if k != '__metadata__'}


class Layer(nn.Module):
    def __init__(self, width, attention_heads, inner):
        super().__init__()
        self.attention_heads = attention_heads
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.widen, self.narrow = nn.Linear(width, inner), nn.Linear(inner, width)

    def forward(self, x, bias, p):
        b, n, width = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.attention_heads, -1).permute(2, 0, 3, 1, 4)
        scores = torch.matmul(q * (q.shape[-1] ** -0.5), k.transpose(-1, -2)) + bias
        mixed = torch.matmul(torch.softmax(scores, -1), v).transpose(1, 2).reshape(b, n, width)
        x = self.norm1(x + drop(self.out(mixed), p, self.training))
        return self.norm2(x + drop(self.narrow(F.gelu(self.widen(x))), p, self.training))


class Encoder(nn.Module):
    """Layers of pretrained weights; returns the output of the embeddings and of each layer."""

    def __init__(self, folder, layers, kept):
        super().__init__()
        c = json.load(open(folder + '/config.json'))
        width = c['hidden_size']
        self.width = width
        w = read_safetensors(folder + '/model.f16.safetensors')
        get = lambda name: torch.tensor(w[name])
        # The one type of segment is always the same: its vector is part of the positions.
        self.pieces = nn.Embedding.from_pretrained(get('embeddings.word_embeddings.weight')[kept].clone(), freeze=True)
        self.positions = nn.Parameter(get('embeddings.position_embeddings.weight')[:256] + get('embeddings.token_type_embeddings.weight')[0])
        self.shapes = nn.Embedding(SHAPES, width)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList([Layer(width, c['num_attention_heads'], c['intermediate_size']) for _ in range(layers)])
        with torch.no_grad():
            self.norm.weight.copy_(get('embeddings.LayerNorm.weight')), self.norm.bias.copy_(get('embeddings.LayerNorm.bias'))
            for i, layer in enumerate(self.layers):
                at = f'encoder.layer.{i}.'
                for part in ('weight', 'bias'):
                    stacked = torch.cat([get(f'{at}attention.self.{n}.{part}') for n in ('query', 'key', 'value')])
                    getattr(layer.qkv, part).copy_(stacked)
                    for name, key in (('out', 'attention.output.dense'), ('norm1', 'attention.output.LayerNorm'),
                                      ('widen', 'intermediate.dense'), ('narrow', 'output.dense'), ('norm2', 'output.LayerNorm')):
                        getattr(getattr(layer, name), part).copy_(get(f'{at}{key}.{part}'))

    def forward(self, ids, shapes, real, p):
        x = self.norm(self.pieces(ids) + self.positions[:ids.shape[1]] + self.shapes(shapes))
        x, out = drop(x, p, self.training), []
        bias = torch.zeros(real.shape).masked_fill(~real, -1e9)[:, None, None, :]
        out.append(x)
        for layer in self.layers:
            x = layer(x, bias, p)
            out.append(x)
        return out


class Mix(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.share, self.scale = nn.Parameter(torch.zeros(layers)), nn.Parameter(torch.ones(1))

    def weights(self):
        return self.scale * torch.softmax(self.share, 0)

    def forward(self, outputs):
        return sum(w * o for w, o in zip(self.weights(), outputs))


class Network(nn.Module):
    def __init__(self, folder, kept, answers, layers=6):
        super().__init__()
        self.encoder = Encoder(folder, layers, kept)
        width, count = self.encoder.width, {k: len(v) for k, v in answers.items()}
        self.mixes = nn.ModuleDict({k: Mix(layers + 1) for k in ('tags', 'parse', 'names')})
        self.tags, self.lemmas, self.names = (nn.Linear(width, count[k]) for k in ('tags', 'lemmas', 'names'))
        self.arc_head, self.arc_dep = nn.Linear(width, ARC), nn.Linear(width, ARC)
        self.rel_head, self.rel_dep = nn.Linear(width, REL), nn.Linear(width, REL)
        self.arc_bilinear = nn.Parameter(torch.zeros(ARC, ARC))
        nn.init.orthogonal_(self.arc_bilinear)
        self.arc_bias = nn.Linear(ARC, 1)
        self.rel_bilinear = nn.Parameter(torch.randn(count['relations'], REL, REL) * 0.02)
        self.rel_linear = nn.Linear(2 * REL, count['relations'])
        self.root = nn.Parameter(torch.randn(width) * 0.1)

    def words(self, b, p=0.1):
        """Vectors of words [batch, words, width], one tensor a layer."""
        return [torch.bmm(b['pool'], o) for o in self.encoder(b['ids'], b['shapes'], b['real'], p)]

    def label(self, outputs):
        """Scores of the heads that say something of each word alone."""
        t = drop_shared(self.mixes['tags'](outputs), 0.2, self.training)
        return {'tags': self.tags(t), 'lemmas': self.lemmas(t), 'names': self.name(outputs)}

    def name(self, outputs):
        return self.names(drop_shared(self.mixes['names'](outputs), 0.2, self.training))

    def parse(self, outputs, word):
        """Arc scores [batch, dependent, head with 0 the root], and what `relate` needs."""
        h = drop_shared(self.mixes['parse'](outputs), 0.2, self.training)
        with_root = torch.cat([self.root.expand(h.shape[0], 1, -1), h], 1)
        project = lambda layer, x: drop_shared(F.leaky_relu(layer(x), 0.1), 0.3, self.training)
        arc_head, arc_dep = project(self.arc_head, with_root), project(self.arc_dep, h)
        arcs = arc_dep @ self.arc_bilinear @ arc_head.transpose(1, 2) + self.arc_bias(arc_head).squeeze(-1).unsqueeze(1)
        real = torch.cat([torch.ones(word.shape[0], 1, dtype=torch.bool), word], 1)
        n = arcs.shape[1]
        own = torch.zeros(n, n + 1, dtype=torch.bool)
        own[torch.arange(n), torch.arange(1, n + 1)] = True
        arcs = arcs.masked_fill(~real.unsqueeze(1) | own, -1e9)
        return arcs, (project(self.rel_head, with_root), project(self.rel_dep, h))

    def relate(self, projected, heads):
        """Relation scores [batch, words, relations] of each word under the given head."""
        rel_head, rel_dep = projected
        chosen = torch.gather(rel_head, 1, heads.unsqueeze(-1).expand(-1, -1, rel_head.shape[-1]))
        r, size, _ = self.rel_bilinear.shape
        left = (rel_dep @ self.rel_bilinear.permute(1, 0, 2).reshape(size, r * size)).view(*rel_dep.shape[:2], r, size)
        return (left * chosen.unsqueeze(2)).sum(-1) + self.rel_linear(torch.cat([rel_dep, chosen], -1))
