//! The words and entities of a dossier, numbered, with how rare and how alike they are.

mod words;

use crate::english::{CompareWords, Concept, English, MEANINGS};
use crate::entities::same_name;
use crate::linear::{Vector, dot};
use crate::tags::{Similarity, WordIx};
use crate::text::{EntityIx, fold};
use std::cell::Cell;
use std::collections::BTreeMap;

/// A word or entity of the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Term(pub(super) u32);

/// What a named term is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Meaning {
    Entity(EntityIx),
    /// A country with its people and its government, by code.
    Country(&'static str),
}

/// Likeness below this tells nothing: vectors of unrelated words reach it.
const FLOOR: f32 = 0.45;
/// What is left of a likeness for what vectors lack: two that are read from few bits look more alike than they are.
const KEPT: f32 = 0.8836;

/// All terms.
#[derive(Debug)]
pub(super) struct Lexis<'a> {
    words: &'a CompareWords,
    similarity: &'static Similarity,
    english: &'a English,
    person: Vec<bool>,
    anybody: Vec<bool>,
    place: Vec<bool>,
    /// The country whose capital it names, or which it is.
    state: Vec<Option<&'static str>>,
    ids: BTreeMap<Meaning, Term>,
    lemmas: BTreeMap<String, Term>,
    /// It is an entity or a country.
    named: Vec<bool>,
    names: Vec<String>,
    shown: Vec<String>,
    word: Vec<Option<WordIx>>,
    /// The kinds of happenings that it can tell.
    concepts: Vec<[Option<Concept>; MEANINGS]>,
    vector: Vec<Option<Box<Vector>>>,
    weight: Vec<f32>,
    unit: f32,
    /// Kinds that take the same side, or the opposite one, of what is proposed, by number.
    kin: Vec<(u16, u16)>,
    /// How alike two words are, where it was asked last: the same are asked about over and over.
    asked: Vec<Cell<(Term, Term, f32)>>,
}

/// So many likenesses are kept.
const ASKED: usize = 1 << 14;

impl<'a> Lexis<'a> {
    pub(super) fn new(english: &'a English) -> Self {
        let number = |name: &str| english.compare.kinds.iter().position(|k| k.name == name).map(|at| at as u16);
        let kin = english.compare.kin.iter().filter_map(|(a, b)| Some((number(a)?, number(b)?)));
        let kin = kin.flat_map(|(a, b)| [(a, b), (b, a)]).collect();
        Self {
            kin,
            asked: vec![Cell::new((Term(0), Term(0), 1.0)); ASKED],
            words: &english.compare,
            similarity: Similarity::shared(english),
            english,
            person: Vec::new(),
            anybody: Vec::new(),
            place: Vec::new(),
            state: Vec::new(),
            ids: BTreeMap::new(),
            lemmas: BTreeMap::new(),
            named: Vec::new(),
            names: Vec::new(),
            shown: Vec::new(),
            word: Vec::new(),
            concepts: Vec::new(),
            vector: Vec::new(),
            weight: Vec::new(),
            unit: 1.0,
        }
    }

    /// The term of an entity.
    pub(super) fn of_entity(&mut self, e: EntityIx, name: &str) -> Term {
        self.intern(Meaning::Entity(e), name)
    }

    /// The term of a country, its people and its government.
    pub(super) fn of_country(&mut self, code: &'static str, name: &str) -> Term {
        self.intern(Meaning::Country(code), name)
    }

    /// The term of a lemma.
    pub(super) fn of_lemma(&mut self, lemma: &str) -> Term {
        if let Some(&t) = self.lemmas.get(lemma) {
            return t;
        }
        let t = self.push(None, lemma);
        self.lemmas.insert(lemma.to_owned(), t);
        t
    }

    fn intern(&mut self, meaning: Meaning, name: &str) -> Term {
        if let Some(&t) = self.ids.get(&meaning) {
            return t;
        }
        let t = self.push(Some(&meaning), name);
        self.ids.insert(meaning, t);
        t
    }

    /// A new term, of a name if it means one.
    fn push(&mut self, meaning: Option<&Meaning>, name: &str) -> Term {
        let t = Term(self.named.len() as u32);
        let named = meaning.is_some();
        let word = if named { None } else { self.similarity.word(name) };
        self.named.push(named);
        let place = if named { self.english.places.get(&fold(name)) } else { None };
        self.state.push(match (meaning, place) {
            (Some(&Meaning::Country(code)), _) => Some(code),
            (_, Some(p)) => self.english.places.capital(p.country).filter(|c| *c == name).map(|_| p.country),
            _ => None,
        });
        self.place.push(matches!(meaning, Some(Meaning::Country(_))) || place.is_some());
        let anybody = !named && self.words.anybody.has(name);
        self.anybody.push(anybody);
        self.person.push(
            anybody || !named && self.english.entities.noun(name).is_some_and(|n| n.person || n.anonymous || n.kin),
        );
        self.names.push(name.to_lowercase());
        self.shown.push(name.to_owned());
        self.word.push(word);
        self.concepts.push(if named { [None; MEANINGS] } else { self.words.concepts(name) });
        self.vector.push(word.map(|w| Box::new(self.similarity.vector(w))));
        self.weight.push(1.0);
        t
    }

    /// True for entities and countries.
    pub(super) fn named(&self, t: Term) -> bool {
        self.named[t.0 as usize]
    }

    /// The kind of happening that the term is a word for.
    pub(super) fn concept(&self, t: Term) -> Option<Concept> {
        self.concepts[t.0 as usize][0]
    }

    /// Sets how much each term tells: rare ones more. `counts` and `n` count facts.
    pub(super) fn weigh(&mut self, counts: &[u32], n: usize) {
        // Four facts tell of it: common enough to be shared, rare enough to tell.
        self.unit = (1.0 + n as f32 / 5.0).ln().max(0.1);
        for (w, &c) in self.weight.iter_mut().zip(counts) {
            *w = (1.0 + n as f32 / (1.0 + c as f32)).ln().max(0.1);
        }
    }

    pub(super) fn len(&self) -> usize {
        self.named.len()
    }

    pub(super) fn weight(&self, t: Term) -> f32 {
        self.weight[t.0 as usize]
    }

    /// A number that alike terms share, for finding candidates.
    pub(super) fn key(&self, t: Term) -> u64 {
        let i = t.0 as usize;
        match (self.concepts[i][0], self.word[i]) {
            (Some(c), _) => 1 << 40 | u64::from(c.class),
            (None, Some(w)) => 2 << 40 | u64::from(self.similarity.cluster(w)),
            _ => 3 << 40 | i as u64,
        }
    }

    /// The same for its further meanings.
    pub(super) fn other_keys(&self, t: Term) -> impl Iterator<Item = u64> + '_ {
        self.kinds_of(t).skip(1).map(|c| 1 << 40 | u64::from(c.class))
    }

    /// The kinds of happenings that a term can tell.
    fn kinds_of(&self, t: Term) -> impl Iterator<Item = Concept> + '_ {
        self.concepts[t.0 as usize].into_iter().flatten()
    }

    /// As first written.
    pub(super) fn name(&self, t: Term) -> &str {
        &self.shown[t.0 as usize]
    }

    /// Notes that a name is a place's.
    pub(super) fn is_place(&mut self, t: Term) {
        self.place[t.0 as usize] = true;
    }

    /// True for a country or another place on the map.
    pub(super) fn place(&self, t: Term) -> bool {
        self.place[t.0 as usize]
    }

    /// True for a common noun for a person or people.
    pub(super) fn person(&self, t: Term) -> bool {
        self.person[t.0 as usize]
    }

    /// True for a word for people of whom nothing else is said.
    pub(super) fn anybody(&self, t: Term) -> bool {
        self.anybody[t.0 as usize]
    }

    /// The side that a term takes in the kind of that name, in either of its meanings.
    pub(super) fn side_of(&self, t: Term, name: &str) -> Option<bool> {
        let own = self.kinds_of(t).find(|c| self.words.kinds[c.class as usize].name == name);
        own.map(|c| c.positive)
    }

    /// True if two names can be spellings of one.
    pub(super) fn spelt_alike(&self, a: &str, b: &str) -> bool {
        // "Tenn", "Tennessee"
        let cut = |x: &str, y: &str| x.len() >= 2 && y.to_lowercase().starts_with(&x.to_lowercase());
        cut(a.trim_end_matches('.'), b) || cut(b.trim_end_matches('.'), a) || same_name(self.english, a, b).same
    }

    /// True if the two are words for one kind of happening, in either of their meanings.
    pub(super) fn same_kind(&self, a: Term, b: Term) -> bool {
        self.kinds_of(a).any(|x| self.kinds_of(b).any(|y| x.class == y.class))
    }

    /// True for one word, words for one side of one kind of happening, and synonyms of the dictionary.
    pub(super) fn synonymous(&self, a: Term, b: Term) -> bool {
        let (i, j) = (a.0 as usize, b.0 as usize);
        let listed = matches!((self.word[i], self.word[j]), (Some(x), Some(y)) if self.similarity.synonymous(x, y));
        a == b || listed || self.sides(a, b).is_some_and(|(x, y)| x == y)
    }

    /// True for a word of the kind of that name, in either of its meanings.
    pub(super) fn means(&self, t: Term, name: &str) -> bool {
        self.kinds_of(t).any(|c| self.words.kinds[c.class as usize].name == name)
    }

    /// True for a word for who or what rather than for a happening.
    pub(super) fn thing(&self, t: Term) -> bool {
        self.concept(t).is_some_and(|c| self.words.kinds[c.class as usize].traits.contains("thing"))
    }

    /// The sides that two words take of one matter: of one kind, or of two that are kin.
    pub(super) fn sides(&self, a: Term, b: Term) -> Option<(bool, bool)> {
        let mut found = None;
        for x in self.kinds_of(a) {
            for y in self.kinds_of(b) {
                if x.class == y.class || self.kin.contains(&(x.class, y.class)) {
                    // What agrees in one meaning is not opposed by another.
                    if x.positive == y.positive {
                        return Some((x.positive, y.positive));
                    }
                    found = found.or(Some((x.positive, y.positive)));
                }
            }
        }
        found
    }

    /// True for kinds between which one acts of himself or is acted on.
    pub(super) fn personal(&self, t: Term) -> bool {
        let name = self.kind_name(t);
        !name.is_empty() && self.words.made_to.iter().any(|&(a, b)| a == name || b == name)
    }

    /// True if the two are on opposite sides of one kind of happening.
    pub(super) fn opposite_kinds(&self, a: Term, b: Term) -> bool {
        self.sides(a, b).is_some_and(|(x, y)| x != y)
    }

    /// True if the two are opposites, of one kind of happening or by the dictionary.
    pub(super) fn opposite(&self, a: Term, b: Term) -> bool {
        let (i, j) = (a.0 as usize, b.0 as usize);
        let listed = matches!((self.word[i], self.word[j]), (Some(x), Some(y)) if self.similarity.opposite(x, y));
        listed || self.opposite_kinds(a, b)
    }

    /// True for a word of the kind of that name.
    pub(super) fn kind_is(&self, t: Term, name: &str) -> bool {
        self.concept(t).is_some_and(|c| self.words.kinds[c.class as usize].name == name)
    }

    /// The name of the term's kind, empty if it has none.
    pub(super) fn kind_name(&self, t: Term) -> &'static str {
        self.concept(t).map_or("", |c| self.words.kinds[c.class as usize].name)
    }

    fn trait_of(&self, t: Term, mark: &str) -> bool {
        self.kinds_of(t).any(|c| self.words.kinds[c.class as usize].traits.split(' ').any(|m| m == mark))
    }

    /// True if two opposites cannot both hold of one thing, the one after the other: so it is with a kind that they share.
    pub(super) fn lasting(&self, a: Term, b: Term) -> bool {
        let lasting = |c: Concept| self.words.kinds[c.class as usize].traits.contains("lasting");
        let shared = |x: Concept| self.kinds_of(b).any(|y| x.class == y.class && x.positive != y.positive);
        if a == b {
            return self.kinds_of(a).any(lasting);
        }
        let own = self.kinds_of(a).any(|x| lasting(x) && shared(x));
        own || !self.kinds_of(a).any(shared) && self.kinds_of(a).chain(self.kinds_of(b)).any(lasting)
    }

    /// True for kinds whose opposites can follow one another, but seldom do within one story.
    pub(super) fn turning(&self, t: Term) -> bool {
        self.trait_of(t, "turning")
    }

    /// True for what is done once to one thing or person.
    pub(super) fn once(&self, t: Term) -> bool {
        self.trait_of(t, "once")
    }

    /// True for taking a side, or working on those who do.
    pub(super) fn stance(&self, t: Term) -> bool {
        self.trait_of(t, "stance")
    }

    /// True if `own` is what somebody does of himself and `made` what others do to him, with the same end.
    pub(super) fn own_act(&self, own: Term, made: Term) -> bool {
        self.words.made_to.iter().any(|&(x, y)| self.means(own, x) && self.means(made, y))
    }

    /// How alike two terms are, from 0 to 1. Opposites are alike: they are about the same.
    pub(super) fn like(&self, a: Term, b: Term) -> f32 {
        if a == b {
            return 1.0;
        }
        let (i, j) = (a.0 as usize, b.0 as usize);
        match (self.named[i], self.named[j]) {
            // A capital speaks and acts for its country.
            (true, true) if self.state[i].is_some() && self.state[i] == self.state[j] => return 0.85,
            (true, true) => {
                // "Kurd" and "Kurdish": names of one stem.
                let (x, y) = (&self.names[i], &self.names[j]);
                let shared = x.bytes().zip(y.bytes()).take_while(|(a, b)| a == b).count();
                let stem = shared >= 4 && shared + 2 >= x.len().min(y.len()) && x.len().abs_diff(y.len()) <= 4;
                return if stem { 0.8 } else { 0.0 };
            }
            (false, false) => {}
            _ => return 0.0,
        }
        let (a, b) = (a.min(b), a.max(b));
        let place = (a.0.wrapping_mul(0x9E37_79B1) ^ b.0.wrapping_mul(0x85EB_CA6B)) >> 16;
        let asked = &self.asked[place as usize % ASKED];
        let (x, y, mut like) = asked.get();
        if (x, y) != (a, b) {
            like = self.alike(a, b);
            asked.set((a, b, like));
        }
        like
    }

    /// How alike two words are that are no names and not the same.
    fn alike(&self, a: Term, b: Term) -> f32 {
        let (i, j) = (a.0 as usize, b.0 as usize);
        if let (Some(x), Some(y)) = (self.concepts[i][0], self.concepts[j][0])
            && x.class == y.class
        {
            return 0.85;
        }
        if self.same_kind(a, b) {
            return 0.82;
        }
        match (self.word[i], self.word[j]) {
            (Some(x), Some(y)) if self.similarity.synonymous(x, y) => 0.9,
            (Some(x), Some(y)) if self.similarity.opposite(x, y) => 0.85,
            _ => match (&self.vector[i], &self.vector[j]) {
                (Some(x), Some(y)) => {
                    let dot = KEPT * dot(&x[..], &y[..]);
                    if dot > FLOOR { dot } else { 0.0 }
                }
                _ => 0.0,
            },
        }
    }

    /// True for a word that no list of common words has.
    pub(super) fn rare(&self, t: Term) -> bool {
        !self.named(t) && self.word[t.0 as usize].is_none()
    }

    /// The direction of all that some terms say, rare ones counting more; of length one, or nothing.
    pub(super) fn direction(&self, terms: &[Term]) -> Box<Vector> {
        let mut sum: Box<Vector> = Box::new([0.0; _]);
        for &t in terms {
            if let Some(v) = &self.vector[t.0 as usize] {
                sum.iter_mut().zip(v.iter()).for_each(|(s, x)| *s += x * self.weight(t));
            }
        }
        let length = sum.iter().map(|x| x * x).sum::<f32>().sqrt();
        if length > 0.0 {
            sum.iter_mut().for_each(|x| *x /= length);
        }
        sum
    }

    /// True if a word of one bag is the opposite of one of the other.
    pub(super) fn any_opposite(&self, a: &[Term], b: &[Term]) -> bool {
        a.iter().any(|&s| b.iter().any(|&t| self.opposite(s, t)))
    }

    /// How much of what two sorted bags say in the same words, 0 to 1, rare words counting more; and the most telling of
    /// these words that `counts`.
    pub(super) fn common(&self, a: &[Term], b: &[Term], counts: impl Fn(Term) -> bool) -> (f32, f32) {
        let (mut both, mut most) = (0.0, 0f32);
        for &t in a.iter().filter(|t| b.binary_search(t).is_ok()) {
            both += 2.0 * self.weight(t);
            if counts(t) {
                most = most.max(self.weight(t));
            }
        }
        if both == 0.0 {
            return (0.0, 0.0);
        }
        let all: f32 = a.iter().chain(b).map(|&t| self.weight(t)).sum();
        (if all > 0.0 { both / all } else { 0.0 }, most / self.unit)
    }

    /// How much of two bags of terms match, each term by its best partner, rare ones counting more (0 to 1).
    pub(super) fn overlap(&self, a: &[Term], b: &[Term]) -> f32 {
        self.matched(a, b).0
    }

    /// How much of what `a` says `b` says as well, each term by its best partner, rare ones counting more (0 to 1).
    pub(super) fn held(&self, a: &[Term], b: &[Term]) -> f32 {
        let (mut got, mut all) = (0.0, 0.0);
        for &t in a {
            got += self.weight(t) * b.iter().map(|&u| self.like(t, u)).fold(0.0, f32::max);
            all += self.weight(t);
        }
        if all > 0.0 { got / all } else { 1.0 }
    }

    /// The same, with the weight that the match rests on: two bags of one common word each match wholly on little.
    pub(super) fn matched(&self, a: &[Term], b: &[Term]) -> (f32, f32) {
        if a.is_empty() || b.is_empty() {
            return (0.0, 0.0);
        }
        // Likeness is mutual, so each pair is asked about once.
        let (mut best_of_a, mut best_of_b) = (vec![0f32; a.len()], vec![0f32; b.len()]);
        for (&t, best) in a.iter().zip(&mut best_of_a) {
            for (&u, back) in b.iter().zip(&mut best_of_b) {
                let like = self.like(t, u);
                (*best, *back) = (best.max(like), back.max(like));
            }
        }
        let side = |from: &[Term], best: &[f32]| {
            let (mut got, mut all) = (0.0, 0.0);
            for (&t, best) in from.iter().zip(best) {
                got += best * self.weight(t);
                all += self.weight(t);
            }
            (if all > 0.0 { got / all } else { 0.0 }, got)
        };
        let ((x, got), (y, back)) = (side(a, &best_of_a), side(b, &best_of_b));
        (if x + y > 0.0 { 2.0 * x * y / (x + y) } else { 0.0 }, got.min(back))
    }

    /// What one telling match brings: the weight of a term that four facts have.
    pub(super) fn unit(&self) -> f32 {
        self.unit
    }
}
