#!/usr/bin/env python3
"""An archive of articles, read on a cluster: each article analysed once, articles grouped by event, each group compared.

    pip install pyspark                                    (Java 17 or newer)
    cargo build --profile tool --bin synoptic
    python3 examples/spark/archive.py archive.jsonl out --synoptic target/tool/synoptic

`archive.jsonl` holds an article a line: {"id", "text" or "html", "published"?, "outlet"?}. `out/` then holds a dossier a line:
{"id", "articles": [their ids], "claimDiff", ...}, as `synoptic jsonl` writes it. Spark moves the lines; `synoptic` reads them,
one process a partition, in memory bounded by the articles at work. On a cluster, ship the command with `--files`.

Grouping: articles are near by the cosine of their names, weighed by how rare a name is in the archive; two of them within
DAYS of each other and nearer than NEAR are about one event, and so is what hangs together by such pairs. Names that more
than COMMON of the articles bear pair nobody, so the pairs grow with the events, not with the square of the archive.
"""
import argparse, json, math, shlex
from collections import Counter
from datetime import date
from itertools import combinations

NAMES = {'PERSON', 'ORG', 'GPE', 'LOC', 'FAC', 'EVENT'}
PER_ARTICLE = 24   # names kept of an article: the most told of
COMMON = 0.05      # share of the archive from which a name pairs nobody (but never fewer than 20 articles)
NEAR = 0.35        # cosine
DAYS = 4           # between two articles of one event; a date that is not known fits any
LARGEST = 40       # articles in one dossier: a larger event is compared in parts


def profile(line):
    """(id, day or None, {name: how often}) of an analysed article."""
    found = json.loads(line)
    if 'error' in found or not found.get('articles'):
        return None
    names = Counter()
    for e in found.get('entities', ()):
        if e['type'] in NAMES:
            names[e['name'].lower()] = len(e['mentions'])
    published = found['articles'][0]['published']
    return found['id'], day(published.get('latest') or ''), dict(names.most_common(PER_ARTICLE))


def day(text):
    try:
        return date.fromisoformat(text[:10]).toordinal()
    except ValueError:
        return None


def cosine(a, b, weight):
    dot = sum(weight[n] ** 2 * (1 + math.log(a[n])) * (1 + math.log(b[n])) for n in a.keys() & b.keys())
    norm = lambda v: math.sqrt(sum((weight[n] * (1 + math.log(c))) ** 2 for n, c in v.items())) or 1
    return dot / (norm(a) * norm(b))


def groups(pairs, rounds=30):
    """Connected articles by the smallest id that reaches them: an RDD of (smallest id, id)."""
    edges = pairs.flatMap(lambda p: [p, p[::-1]]).cache()
    labels = edges.keys().distinct().map(lambda v: (v, v)).cache()
    for _ in range(rounds):
        told = edges.join(labels).map(lambda e: e[1])
        after = labels.union(told).reduceByKey(min).cache()
        if after.join(labels).filter(lambda v: v[1][0] != v[1][1]).isEmpty():
            break
        labels = after
    return labels.map(lambda v: v[::-1])


def run(spark, source, command, partitions):
    """An RDD of dossiers: lines as `synoptic jsonl` answers them, with the ids of their articles."""
    lines = spark.textFile(source, partitions).repartition(partitions).cache()
    profiles = lines.pipe(f'{command} jsonl --parts articles,entities').map(profile).filter(bool).cache()
    total = profiles.count()
    most = max(20, COMMON * total)
    shared = profiles.flatMap(lambda p: [(n, 1) for n in p[2]]).reduceByKey(int.__add__).filter(lambda n: 2 <= n[1] <= most)
    weight = shared.mapValues(lambda n: math.log(1 + total / n)).collectAsMap()
    weights = spark.broadcast(weight)

    def kept(p):
        return p[0], p[1], {n: c for n, c in p[2].items() if n in weights.value}

    def near(bearers):
        for (i, d, a), (j, e, b) in combinations(sorted(bearers, key=lambda p: p[0]), 2):
            if (d is None or e is None or abs(d - e) <= DAYS) and cosine(a, b, weights.value) >= NEAR:
                yield i, j

    by_name = profiles.map(kept).flatMap(lambda p: [(n, p) for n in p[2]])
    pairs = by_name.groupByKey(partitions).flatMap(lambda bearers: near(bearers[1])).distinct()
    articles = lines.map(lambda line: (json.loads(line)['id'], json.loads(line)))
    members = groups(pairs).map(lambda g: g[::-1]).join(articles).map(lambda m: (m[1][0], m[1][1]))

    def dossiers(event):
        own = sorted(event[1], key=lambda a: a['id'])
        for part in range(0, len(own), LARGEST):
            inputs = own[part:part + LARGEST]
            yield json.dumps({'id': {'event': event[0], 'articles': [a['id'] for a in inputs]}, 'inputs': inputs})

    return members.groupByKey(partitions).flatMap(dossiers).pipe(f'{command} jsonl --parts articles,timeline,claims')


def main():
    options = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    options.add_argument('archive')
    options.add_argument('out')
    options.add_argument('--synoptic', default='synoptic', help='the native command')
    options.add_argument('--master', default='local[*]')
    options.add_argument('--partitions', type=int, default=0, help='four a core unless told')
    given = options.parse_args()
    from pyspark import SparkConf, SparkContext
    spark = SparkContext(conf=SparkConf().setAppName('synoptic').setMaster(given.master))
    spark.setLogLevel('WARN')
    partitions = given.partitions or 4 * spark.defaultParallelism
    run(spark, given.archive, shlex.quote(given.synoptic), partitions).saveAsTextFile(given.out)
    spark.stop()


if __name__ == '__main__':
    main()
