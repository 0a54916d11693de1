#!/usr/bin/env python3
"""Learns src/english/lexicon/spelling.tsv: what it costs to write one name in two ways. Needs numpy, the data folder and the scorers.

  spelling.py DATA SCORERS        (as ../shared/data and ../shared/tools/score; takes about five minutes)

Positives: two forms of one group of lexica/person-name-variants, or of one native form of lexica/transliteration, whose orders of
consonant classes differ by one place at most. Negatives: forms within two edits of each other in no common group; those with another
order of consonant classes, and, at a third of the weight since many are unlisted variants, those with the same. Four groups in five
are learnt from, chosen by a hash; the fifth gives the figures that are printed.

Letter groups of up to four letters are taken from plain alignments of the positives, then their costs and those of unlisted exchanges
are fitted by logistic regression on the exchanges of the cheapest alignment, three times over (as Brill and Moore 2000, but fitted to
decide). `bias` is lowered by 0.4 at the end: one half then stands for precision first."""
import collections, hashlib, itertools, math, pathlib, random, sys, unicodedata
import numpy as np

OUT = pathlib.Path(__file__).parent / '../../src/english/lexicon/spelling.tsv'
SOUNDS = {'č': 'ch', 'ć': 'ch', 'ç': 'ch', 'š': 'sh', 'ş': 'sh', 'ș': 'sh', 'ś': 'sh', 'ž': 'zh', 'ź': 'zh', 'ż': 'zh', 'ţ': 'ts', 'ț': 'ts',
          'ß': 'ss', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'æ': 'ae', 'ı': 'i', 'œ': 'oe', 'ə': 'a', 'þ': 'th', 'ð': 'd'}
VOWELS, LONGEST, RARE, MOST, ROUNDS, CAUTION = set('aeiouy'), 4, 10, 9000, 3, 0.4
KINDS = ['vv', 'dv', 'cc', 'dc', 'cv']
FLOOR = {'vv': .3, 'dv': .3, 'cc': 1, 'dc': 1, 'cv': .8}


def letters(s):
    """As `entities::spelling::letters`."""
    s = ''.join(SOUNDS.get(c, c) for c in unicodedata.normalize('NFC', s.lower()))
    return ''.join(c for c in unicodedata.normalize('NFKD', s) if c.isascii() and c.isalpha())


def kind(a, b):
    if not a or not b:
        return 'dv' if set(a or b) <= VOWELS else 'dc'
    va, vb = set(a) <= VOWELS, set(b) <= VOWELS
    return 'vv' if va and vb else 'cv' if va or vb else 'cc'


def pairs(prep, data, train, rnd):
    positive, other, alike = [], [], []
    lists = [('rigour', [f'{data}/lexica/person-name-variants/persons.txt']),
             ('translit', [f'{data}/lexica/transliteration/wd_{x}_80' for x in ('arabic', 'hebrew', 'russian')])]
    for name, files in lists:
        of = collections.defaultdict(set)
        groups = prep.groups(name, files)
        for key in sorted(groups):
            if (int(hashlib.md5(key.encode()).hexdigest(), 16) % 5 != 0) != train:
                continue
            for form in groups[key]:
                of[form].add(key)
            same = [(a, b) for a, b in itertools.combinations(sorted(groups[key]), 2) if prep.bare(a) != prep.bare(b) and prep.near_classes(a, b)]
            positive += rnd.sample(same, min(3 if train else 1, len(same)))
        other += list(prep.hard(of, rnd).items())
        near = collections.defaultdict(list)
        for form in sorted(of):
            bare = prep.bare(form)
            for i in range(len(bare)):
                near[bare[:i] + bare[i + 1:]].append(form)
        found = {}
        for forms in near.values():
            rnd.shuffle(forms)
            for a, b in zip(forms, forms[1:]):
                if not of[a] & of[b] and prep.classes(a) == prep.classes(b) and letters(a) != letters(b):
                    found.setdefault(a, b)
        alike += list(found.items())
    for xs in (positive, other, alike):
        rnd.shuffle(xs)
    return positive, other, alike


def plain_alignment(a, b):
    n, m = len(a), len(b)
    best = [[(0, None)] * (m + 1) for _ in range(n + 1)]
    for i, j in itertools.product(range(n + 1), range(m + 1)):
        ways = []
        if i and j:
            x, y = a[i - 1], b[j - 1]
            ways.append((best[i - 1][j - 1][0] + (0 if x == y else 1 if (x in VOWELS) == (y in VOWELS) else 2.5), 0))
        if i:
            ways.append((best[i - 1][j][0] + 1.2, 1))
        if j:
            ways.append((best[i][j - 1][0] + 1.2, 2))
        if ways:
            best[i][j] = min(ways)
    i, j, out = n, m, []
    while i or j:
        way = best[i][j][1]
        out.append((a[i - 1] if way < 2 else '', b[j - 1] if way != 1 else ''))
        i, j = i - (way < 2), j - (way != 1)
    return out[::-1]


def groups_of(a, b):
    """Letter groups exchanged in the plain alignment, alone and with a neighbouring letter."""
    parts, x, y = [], '', ''
    for p, q in plain_alignment(a, b) + [('#', '#')]:
        if p != q:
            x, y = x + p, y + q
            continue
        if x or y:
            parts.append((x, y))
            x = y = ''
        parts.append(p)
    out = set()
    for i, part in enumerate(parts):
        if isinstance(part, tuple):
            x, y = part
            sides = [('', '')] + [(parts[i - 1], '')] * (i > 0) + [('', parts[i + 1])] * (parts[i + 1] != '#')
            for before, after in sides:
                p, q = before + x + after, before + y + after
                if max(len(p), len(q)) <= LONGEST:
                    out.add(min((p, q), (q, p)))
    return out


def cheapest(a, b, groups, cost):
    """The features of the cheapest alignment."""
    n, m = len(a), len(b)
    best = [[(math.inf, None)] * (m + 1) for _ in range(n + 1)]
    best[0][0] = (0, None)
    for i, j in itertools.product(range(n + 1), range(m + 1)):
        so_far = best[i][j][0]
        if so_far == math.inf:
            continue
        if i < n and j < m and a[i] == b[j] and so_far < best[i + 1][j + 1][0]:
            best[i + 1][j + 1] = (so_far, (i, j, ()))
        for la, lb in itertools.product(range(min(LONGEST, n - i) + 1), range(min(LONGEST, m - j) + 1)):
            x, y = a[i:i + la], b[j:j + lb]
            key = min((x, y), (y, x))
            if x == y or (key not in groups and (la > 1 or lb > 1)):
                continue
            features = [key if key in groups else kind(x, y)]
            if i == j == 0:
                features.append('^' + kind(x, y))
            elif i + la == n and j + lb == m:
                features.append('$' + kind(x, y))
            total = so_far + sum(cost[f] for f in features)
            if total < best[i + la][j + lb][0]:
                best[i + la][j + lb] = (total, (i, j, tuple(features)))
    total, i, j, out = best[n][m][0], n, m, []
    while i or j:
        i, j, features = best[i][j][1]
        out += features
    return total, out


def main(data, scorers):
    sys.path.insert(0, scorers)
    import prep_names as prep
    rnd = random.Random(7)
    positive, other, alike = (x[:k] for x, k in zip(pairs(prep, data, True, rnd), (MOST, MOST, 5000)))
    yes, no = (collections.Counter(g for a, b in ps for g in groups_of(letters(a), letters(b))) for ps in (positive, other))
    groups = {g for g, n in yes.items() if n >= RARE and n > 1.5 * no[g]}
    names = KINDS + ['^' + k for k in KINDS] + ['$' + k for k in KINDS] + sorted(groups)
    at = {f: i for i, f in enumerate(names)}
    start = dict(zip(names, [1, 1.2, 3, 2.5, 3, .5, .5, 1, 1, 1, 0, 0, .3, .3, .3]))
    start |= {g: max(.2, 1 - .25 * math.log(yes[g] / (1 + no[g]))) for g in groups}
    floor = np.array([FLOOR.get(f, 0) if isinstance(f, str) else .2 if kind(*f) in ('vv', 'dv') else .12 for f in names])
    rows = [(letters(a), letters(b), y) for ps, y in ((positive, 1), (other, 0), (alike, 0)) for a, b in ps]
    weight = np.array([1.] * (len(positive) + len(other)) + [.35] * len(alike))
    long = np.array([max(len(a), len(b)) for a, b, _ in rows], float)
    skeleton = np.array([float(prep.classes(a) == prep.classes(b)) for a, b, _ in rows])
    truth = np.array([y for *_, y in rows], float)
    cost, plain = start, np.array([1., .1, 1.])
    for _ in range(ROUNDS):
        found = [cheapest(a, b, groups, cost)[1] for a, b, _ in rows]
        row = np.array([r for r, fs in enumerate(found) for _ in fs])
        col = np.array([at[f] for fs in found for f in fs])
        w = np.array([cost[f] for f in names])
        m, v, pm, pv = np.zeros_like(w), np.zeros_like(w), np.zeros(3), np.zeros(3)
        for step in range(1, 301):      # Adam
            p = 1 / (1 + np.exp(-(plain[0] + plain[1] * long + plain[2] * skeleton - np.bincount(row, w[col], len(rows)))))
            g = (p - truth) * weight
            gw = -np.bincount(col, g[row], len(w)) / len(rows) * 50 + .002 * (w - 1)
            gp = np.array([g.mean(), (g * long).mean() / 8, (g * skeleton).mean()]) * 5
            m, v, pm, pv = .9 * m + .1 * gw, .99 * v + .01 * gw ** 2, .9 * pm + .1 * gp, .99 * pv + .01 * gp ** 2
            one, two = 1 - .9 ** step, 1 - .99 ** step
            w = np.clip(w - .03 * m / one / (np.sqrt(v / two) + 1e-6), floor, 8)
            plain = plain - .02 * pm / one / (np.sqrt(pv / two) + 1e-6)
        cost = dict(zip(names, w.tolist()))
    positive, other, _ = pairs(prep, data, False, rnd)
    logit = lambda a, b: plain @ [1, max(len(a), len(b)), prep.classes(a) == prep.classes(b)] - cheapest(a, b, groups, cost)[0] - CAUTION
    said = [[logit(letters(a), letters(b)) > 0 for a, b in ps[:2000]] for ps in (positive, other)]
    right = sum(said[0])
    print(f'held-out groups: precision {right / (right + sum(said[1])):.3f}, recall {right / len(said[0]):.3f}')
    lines = {'bias': plain[0] - CAUTION, 'per letter': plain[1], 'same skeleton': plain[2]}
    lines |= {f if isinstance(f, str) else '|'.join(f): c for f, c in cost.items()}
    OUT.write_bytes(b''.join(sorted(f'{k}\t{round(float(c), 2):g}\n'.encode() for k, c in lines.items())))


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
