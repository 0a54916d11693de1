#!/usr/bin/env python3
"""Runs `archive.py` for real over the invented dossiers of `tests/dossiers`: every article in one file, shuffled, and the events
told back. Wants pyspark and the native command; says so and ends well where one of them is absent.

    python3 examples/spark/check.py target/tool/synoptic
"""
import json, pathlib, random, re, sys, time

root = pathlib.Path(__file__).resolve().parents[2]
command = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else root / 'target/tool/synoptic').resolve()
try:
    from pyspark import SparkConf, SparkContext
except ImportError:
    sys.exit(print('pyspark is absent (pip install pyspark): nothing was checked'))
if not command.exists():
    sys.exit(print(f'{command} is absent (cargo build --profile tool --bin synoptic): nothing was checked'))
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import archive

articles = []
for file in sorted((root / 'tests/dossiers').glob('*.txt')):
    told = file.read_text(encoding='utf8').split('\n== gold')[0]
    for name, text in re.findall(r'^== (\w+)\n(.*?)(?=\n== |\Z)', told, re.S | re.M):
        articles.append({'id': f'{file.stem}-{name}', 'text': text})
random.Random(7).shuffle(articles)
place = root / '.cache/spark'
place.mkdir(parents=True, exist_ok=True)
source = place / 'archive.jsonl'
source.write_text(''.join(json.dumps(a) + '\n' for a in articles), encoding='utf8')

spark = SparkContext(conf=SparkConf().setAppName('check').setMaster('local[*]').set('spark.ui.enabled', 'false'))
spark.setLogLevel('ERROR')
spark.addPyFile(archive.__file__)
start = time.time()
found = [json.loads(line) for line in archive.run(spark, str(source), str(command), 4).collect()]
spent = time.time() - start
spark.stop()

event = lambda article: article.rsplit('-', 1)[0]
members = [d['id']['articles'] for d in found]
pure = sum(len({event(a) for a in m}) == 1 for m in members)
pairs = lambda sets: {(a, b) for m in sets for a in m for b in m if a < b}
gold = pairs([[a['id'] for a in articles if event(a['id']) == e] for e in {event(a['id']) for a in articles}])
got = pairs(members)
print(f'{len(articles)} articles, {len(members)} events, {pure} of one dossier only, in {spent:.0f} s')
print(f'pairs: precision {len(got & gold) / max(1, len(got)):.2f}, recall {len(got & gold) / len(gold):.2f}')
print(f'{sum(len(d["claimDiff"]["groups"]) for d in found)} agreements and differences')
assert len(got & gold) >= 0.8 * len(got) and len(got & gold) >= 0.5 * len(gold), 'events were told apart badly'
assert all('claimDiff' in d for d in found)
