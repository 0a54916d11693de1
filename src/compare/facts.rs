//! Propositions as the comparison reads them: numbered terms in slots.

use super::ages::{self, Age};
use super::aims::{self, Aim};
use super::clauses::{clause, from_subject, key, with_denial};
use super::counts;
use super::lexis::{Lexis, Term};
use super::lines::{self, Line};
use super::nominal;
use super::shallow;
use super::terms::{Dossier, Reader, tidy};
use crate::claims::{Claim, Modality, Mode, Polarity, PredicateKind, Proposition, Quantity, SlotName};
use crate::dates::DayRange;
use crate::english::ClaimsWords;
use crate::syntax::{Deprel as D, Parse};
use crate::tags::{Feats, Upos};
use crate::text::{Arrange, ArticleIx, BlockKind, ClaimIx, EntityIx, Span, TokenIx};

/// Tokens before a clause in which what makes it a condition is looked for.
const LEAD: usize = 2;

/// A filled slot.
#[derive(Clone, Debug)]
pub(super) struct Filler {
    pub(super) name: SlotName,
    pub(super) span: Span,
    /// The head, as entity if it is one.
    pub(super) term: Term,
    /// The head's lemma.
    pub(super) head: Term,
    /// It is called by its name.
    pub(super) named: bool,
    /// The entity is a country or an organisation.
    pub(super) body: bool,
    /// All that it says.
    pub(super) terms: Vec<Term>,
    /// A pronoun, led back to somebody perhaps wrongly.
    pub(super) pronoun: bool,
}

impl Filler {
    /// The phrase at `head`, saying `terms`.
    pub(super) fn of(
        r: &Reader<'_>,
        lexis: &mut Lexis<'_>,
        name: SlotName,
        head: usize,
        span: Span,
        terms: Vec<Term>,
    ) -> Self {
        let named = r.named_phrase(head, span);
        let own = r.term(lexis, head);
        Self {
            name,
            span,
            term: named.map_or(own, |n| n.term),
            head: own,
            named: named.is_some_and(|n| n.by_name),
            body: named.is_some_and(|n| n.body),
            terms,
            pronoun: r.a.parse.upos(head) == Upos::Pron,
        }
    }
}

/// One proposition of one claim.
#[derive(Clone, Debug)]
pub(super) struct Fact {
    pub(super) article: ArticleIx,
    pub(super) claim: ClaimIx,
    /// Sentence of the article.
    pub(super) sentence: u32,
    /// The sentence or clause of its claim.
    pub(super) said: Span,
    /// The token that tells it.
    pub(super) at: usize,
    pub(super) predicate: Term,
    pub(super) negative: bool,
    pub(super) modality: Modality,
    pub(super) fillers: Vec<Filler>,
    /// Content words and entities of the clause, sorted.
    pub(super) terms: Vec<Term>,
    pub(super) quantities: Vec<Quantity>,
    pub(super) times: Vec<(Span, DayRange)>,
    pub(super) speaker: Option<EntityIx>,
    /// Who says so, as written.
    pub(super) source: Option<String>,
    /// The source is named or described, not a pronoun.
    pub(super) clear: bool,
    pub(super) quoted: bool,
    /// The decisive words.
    pub(super) key: Span,
    /// It stands in the headline.
    pub(super) display: bool,
    /// "to do": not told as done.
    pub(super) infinitive: bool,
    /// Its verb tells nothing by itself.
    pub(super) light: bool,
    /// Its key has words enough to be a saying.
    pub(super) long: bool,
    /// What its numbers count.
    pub(super) units: Vec<Term>,
    /// It is told as a denial by somebody.
    pub(super) denied: bool,
    /// A noun tells it ("the collapse of the bank").
    pub(super) nominal: bool,
    /// What is done is told without its doer, as in the passive.
    pub(super) passive: bool,
    /// The verb and its subject, for asking about it.
    pub(super) verb: Option<Verb>,
    /// It stands for an aim rather than for what is done.
    pub(super) aim: Option<Aim>,
}

/// A verb as its clause has it.
#[derive(Clone, Debug)]
pub(super) struct Verb {
    pub(super) lemma: String,
    pub(super) form: Span,
    /// Its subject is more than one.
    pub(super) many: bool,
}

impl Fact {
    pub(super) fn filler(&self, name: SlotName) -> Option<&Filler> {
        self.fillers.iter().find(|f| f.name == name)
    }

    /// The first that is a name.
    pub(super) fn named_filler(&self, name: SlotName) -> Option<&Filler> {
        self.fillers.iter().find(|f| f.name == name && f.named)
    }
}

/// What is read of the articles.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) facts: Vec<Fact>,
    /// Those that are no more than a number with the words around it.
    pub(super) loose: Vec<Fact>,
    pub(super) ages: Vec<Age>,
    pub(super) rows: Vec<Line>,
}

/// Reads the facts of an article.
pub(super) fn facts(d: Dossier<'_>, article: ArticleIx, lexis: &mut Lexis<'_>, read: &mut Read) {
    let Read { facts: out, loose, ages, rows } = read;
    let r = Reader::new(d, article, lexis);
    let a = r.a;
    let first = out.len();
    lines::lines(&r, lexis, rows);
    // A predicate inside several claims, one reported in the other, is read in the narrowest.
    let mut of: Vec<(usize, usize, usize, usize)> = Vec::new();
    for (c, claim) in a.claims.iter().enumerate() {
        let reach = claim.content.iter().map(|s| s.len()).sum();
        // Nouns of happenings are read by `nominal`, which knows more kinds of them.
        let told = claim.propositions.iter().enumerate().filter(|(_, p)| p.kind != PredicateKind::Nominal);
        of.extend(told.map(|(i, p)| (p.predicate, reach, c, i)));
    }
    of.arrange();
    of.dedup_by_key(|x| x.0);
    for (_, _, c, i) in of {
        let claim = &a.claims[c];
        if claim.mode == Mode::Caption {
            continue;
        }
        out.extend(fact(&r, lexis, ClaimIx::new(c), claim, &claim.propositions[i]));
    }
    shallow::facts(&r, lexis, first, out);
    counts::counts(&r, lexis, first, out, loose);
    ages::ages(&r, lexis, ages);
    aims::facts(&r, lexis, first, out);
    nominal::facts(&r, lexis, out);
}

fn fact(r: &Reader<'_>, lexis: &mut Lexis<'_>, ix: ClaimIx, claim: &Claim, prop: &Proposition) -> Option<Fact> {
    let (a, article, words, d) = (r.a, r.article, &r.d.english.compare, r.d);
    let p = &a.parse;
    let clause = clause(p, prop.predicate);
    let mut terms = Vec::new();
    for &t in &clause {
        r.add(lexis, t, &mut terms);
    }
    let mut fillers = Vec::new();
    for s in &prop.slots {
        let party = matches!(s.name, SlotName::Agent | SlotName::Patient | SlotName::Recipient);
        let inside = if party { r.party(lexis, s.head, s.span) } else { r.inside(lexis, s.span) };
        if matches!(s.name, SlotName::Agent | SlotName::Patient) {
            terms.extend(inside.iter().copied());
        }
        fillers.push(Filler::of(r, lexis, s.name, s.head, s.span, inside));
    }
    tidy(&mut terms);
    let key = with_denial(r, key(p, &clause, prop.predicate));
    // "he is said to have fled": told, if not for sure, of whom the verb of hearsay names.
    let hearsay = raised(p, &d.english.claims, prop.predicate).filter(|_| prop.modality != Modality::Certain);
    let key = hearsay.map_or(key, |h| from_subject(p, h, key));
    let lo = clause.iter().map(|&t| p.span(t).start).min()?;
    let hi = clause.iter().map(|&t| p.span(t).end).max()?;
    let extent = Span { start: lo, end: hi };
    let timexes = d.timeline.timexes_in(article);
    let from = timexes.partition_point(|t| t.span.start < lo);
    let times = (timexes[from..].iter())
        .take_while(|t| t.span.end <= hi)
        .filter(|t| clause.binary_search(&t.tokens.start).is_ok())
        .filter_map(|t| Some((t.span, t.range.clone()?)))
        .collect();
    let quantities = claim
        .quantities
        .iter()
        .filter(|q| extent.contains(q.span) && clause.iter().any(|&t| q.span.contains(p.span(t))));
    let quantities: Vec<Quantity> = quantities.cloned().collect();
    if terms.len() < 2 && quantities.is_empty() {
        return None;
    }
    let units = quantities.iter().map(|q| lexis.of_lemma(&q.unit)).collect();
    // "had information", "made a call", "held talks": the noun tells what is done.
    let own = prop.lemma == p.lemma(prop.predicate) || prop.lemma.contains(' ');
    let lemma = if own { r.lemma(prop.predicate).to_owned() } else { prop.lemma.to_lowercase() };
    let noun = prop.slots.iter().find(|s| s.name == SlotName::Patient && p.upos(s.head) == Upos::Noun);
    let predicate = match noun {
        Some(s) if words.light.has(&lemma) || words.support.has(&lemma) => r.term(lexis, s.head),
        _ => lexis.of_lemma(&lemma),
    };
    let happens = lexis.means(predicate, "occur");
    let event = prop.slots.iter().find(|s| s.name == SlotName::Agent && r.happening(s.head).is_some());
    let predicate = match event {
        // "the earthquake struck": the noun tells what happened.
        Some(s) if happens && p.upos(s.head) == Upos::Noun => r.term(lexis, s.head),
        _ => predicate,
    };
    let light = words.light.has(&lemma) && !event.is_some_and(|_| happens);
    // "did not say what she is treated for": what is not said is not denied.
    let asks = (p.subtree(prop.predicate).start..prop.predicate).any(|t| p.feats(t).has(Feats::INTERROGATIVE));
    let marked = p.children(prop.predicate).any(|c| p.deprel(c) == D::Mark && words.conditions.has(p.form(c)));
    // "provided that it ends": the word stands before the clause.
    let first = clause[0];
    let lead = first.saturating_sub(LEAD).max(p.sentence_tokens(first).start)..first;
    let conditional = marked || lead.into_iter().any(|t| words.conditions.has(p.form(t)));
    let own = p.children(prop.predicate).any(|c| d.english.claims.negators.has(p.form(c)));
    // "offered little resistance"
    let scant = |t: usize| p.children(t).any(|c| c < t && words.scant.has(p.form(c)));
    let supported = noun.is_some_and(|s| predicate == r.term(lexis, s.head) && scant(s.head));
    let negative = (prop.polarity == Polarity::Negative && (own || !asks)) != supported;
    let infinitive = is_infinitive(p, prop.predicate) && hearsay.is_none();
    // "is expected to be charged": told as somebody's saying, and not as done.
    let expected = p.deprel(prop.predicate) == D::Xcomp && claim.cue.as_ref().is_some_and(|c| lexis.plans(&c.lemma));
    let open = expected && prop.modality == Modality::Certain;
    let modality = if open { Modality::Planned } else { prop.modality };
    let passive = p.is_passive(prop.predicate);
    let speaker = claim.source.as_ref().and_then(|s| s.mention).and_then(|m| d.entities.of(article, m));
    Some(Fact {
        article,
        claim: ix,
        sentence: p.tokens.tokens[prop.predicate].sentence.0,
        said: claim.span,
        at: prop.predicate,
        predicate,
        negative,
        modality: if conditional { Modality::Asked } else { modality },
        fillers,
        terms,
        quantities,
        times,
        speaker,
        source: claim.source.as_ref().map(|s| s.text.clone()),
        clear: clear(p, claim),
        quoted: claim.mode == Mode::Direct,
        key,
        display: p.tokens.sentence_of(TokenIx::new(prop.predicate)).kind != BlockKind::Body,
        infinitive,
        light,
        long: key.of(p.text).split_whitespace().nth(3).is_some(),
        units,
        denied: denied(r, prop.predicate),
        nominal: false,
        passive,
        verb: verb(p, prop, passive),
        aim: None,
    })
}

/// "to do", or a verb joined to one: not told as done.
pub(super) fn is_infinitive(p: &Parse<'_>, v: usize) -> bool {
    let to = |v: usize| {
        p.feats(v).has(Feats::INFINITIVE) && p.children(v).any(|c| p.deprel(c) == D::Mark && p.upos(c) == Upos::Part)
    };
    // "to open talks and prevent a war": the plain form without a subject.
    let plain = p.form(v) == p.lemma(v) && p.child(v, D::Nsubj).is_none() && p.child(v, D::Aux).is_none();
    to(v) || p.deprel(v) == D::Conj && plain
}

/// The verb of hearsay that a verb stands behind and has its subject from: "is said to have fled".
fn raised(p: &Parse<'_>, words: &ClaimsWords, v: usize) -> Option<usize> {
    let head = p.head(v).filter(|_| p.deprel(v) == D::Xcomp);
    head.filter(|&h| words.hearsay(p.lemma(h), p.is_passive(h)))
}

/// Somebody denies it, or it is said by whom it is denied.
pub(super) fn denied(r: &Reader<'_>, t: usize) -> bool {
    let p = &r.a.parse;
    let denies = |t: usize| r.happening(t).is_some_and(|k| k.name == "deny");
    let heads = std::iter::successors(p.head(t), |&h| p.head(h)).take(3);
    heads.into_iter().any(denies)
}

fn verb(p: &Parse<'_>, prop: &Proposition, passive: bool) -> Option<Verb> {
    let subject = if passive { SlotName::Patient } else { SlotName::Agent };
    let head = prop.slots.iter().find(|s| s.name == subject).map(|s| s.head);
    let many = |t: usize| {
        p.feats(t).has(Feats::PLURAL) || p.upos(t) == Upos::Num || p.children(t).any(|c| p.deprel(c) == D::Conj)
    };
    (p.upos(prop.predicate) == Upos::Verb).then(|| Verb {
        lemma: prop.lemma.to_lowercase(),
        form: prop.span,
        many: head.is_some_and(many),
    })
}

/// True if the claim is the outlet's own or its source is named or described.
fn clear(p: &Parse<'_>, claim: &Claim) -> bool {
    match (claim.source.as_ref().map(|s| s.span), claim.mode) {
        (None, mode) => mode == Mode::Unattributed,
        (Some(None), _) => false,
        (Some(Some(span)), _) => {
            let t = p.token_from(span.start);
            t < p.len() && !matches!(p.upos(t), Upos::Pron)
        }
    }
}
