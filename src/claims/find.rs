//! From parsed sentences to claims.

use super::attribute::{self, Attribution, Context, in_quote};
use super::carry;
use super::outline::Outline;
use super::propositions::propositions;
use super::quantity::quantities;
use super::quotes::quotes;
use super::stance::{hedges, stance};
use super::{Claim, Cue, Modality, Mode, Participant, Polarity, Quantity, source};
use crate::english::{English, Reports};
use crate::entities::{MentionKind, Mentions};
use crate::syntax::{Deprel as D, Parse};
use crate::tags::{Feats, Upos};
use crate::text::{BlockKind, ClaimIx, SentenceIx, TimexIx};
use crate::times::Timex;
use crate::tokens::Sentence;
use std::ops::Range;

/// The claims of an article in text order: one for every sentence, and one for every attribution inside.
pub fn find(english: &English, parse: &Parse<'_>, mentions: &Mentions, timexes: &[Timex]) -> Vec<Claim> {
    let words = &english.claims;
    let outline = Outline::new(parse);
    let quotes = quotes(parse);
    let mut named: Vec<u32> = (mentions.mentions.iter().zip(&mentions.chain))
        .filter(|(m, _)| m.kind == MentionKind::Name)
        .map(|(_, &c)| c)
        .collect();
    named.sort_unstable();
    named.dedup();
    let cx = Context { words, outline: &outline, quotes: &quotes, named: &named };
    let mut drafts = Vec::new();
    let told = |(_, s): &(usize, &Sentence)| s.kind != BlockKind::Dateline;
    for (i, s) in parse.sentences().iter().enumerate().filter(told) {
        drafts.extend(in_sentence(cx, mentions, SentenceIx::new(i), s.tokens.clone(), s.kind));
    }
    carry::carry(cx, mentions, &mut drafts);
    let numbers = quantities(words, parse, timexes);
    let mut claims: Vec<Claim> = Vec::with_capacity(drafts.len());
    for d in &drafts {
        claims.push(finish(cx, mentions, timexes, &numbers, d));
    }
    nest(&drafts, &mut claims);
    claims
}

/// Fewest tokens beside an attribution that tell something of their own.
const REST: usize = 3;

/// A claim in the making.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) sentence: SentenceIx,
    /// Its tokens: the sentence, or the clause of an attribution inside it.
    pub(super) tokens: Range<usize>,
    pub(super) kind: BlockKind,
    pub(super) attribution: Option<Attribution>,
    pub(super) source: Option<super::Source>,
    pub(super) content: Vec<Range<usize>>,
    /// It stands for its sentence.
    pub(super) main: bool,
    /// Source and content come from the sentences before.
    pub(super) carried: bool,
}

fn in_sentence(
    cx: Context<'_>,
    mentions: &Mentions,
    sentence: SentenceIx,
    tokens: Range<usize>,
    kind: BlockKind,
) -> Vec<Draft> {
    let found = attribute::attributions(cx, tokens.clone());
    let main = (0..found.len())
        .filter(|&i| speaks(cx, &tokens, &found[i]))
        .max_by_key(|&i| (found[i].reach(), usize::MAX - i));
    let draft = |a: Option<&Attribution>, main: bool| Draft {
        sentence,
        tokens: match a {
            Some(a) if !main => extent_of(a),
            _ => tokens.clone(),
        },
        kind,
        source: a.and_then(|a| a.source.as_ref()).map(|s| source::source(cx, mentions, s)),
        content: a.map_or_else(|| vec![tokens.clone()], |a| a.content.clone()),
        attribution: a.cloned(),
        main,
        carried: false,
    };
    let mut out = vec![draft(main.map(|m| &found[m]), true)];
    out.extend(found.iter().enumerate().filter(|(i, _)| Some(*i) != main).map(|(_, a)| draft(Some(a), false)));
    let rest = if main.is_some() { rest(cx, &tokens, &found) } else { Vec::new() };
    if let (Some(first), Some(last)) = (rest.first(), rest.last()) {
        out.push(Draft { tokens: first.start..last.end, content: rest.clone(), ..draft(None, false) });
    }
    out
}

/// What a sentence tells beside its attributions, in the outlet's own voice: "The plan, which critics called rash, *won
/// the support of five members*". Only stretches with a verb or a number of their own tell anything.
fn rest(cx: Context<'_>, tokens: &Range<usize>, found: &[Attribution]) -> Vec<Range<usize>> {
    let p = &cx.outline.parse;
    let taken = |t: usize| {
        found.iter().any(|a| {
            let source = a.source.as_ref().is_some_and(|s| s.tokens.contains(&t));
            source || a.cue.contains(&t) || a.head == t || a.content.iter().any(|r| r.contains(&t))
        })
    };
    let tells = |t: usize| match p.upos(t) {
        Upos::Verb => p.feats(t).has(Feats::FINITE) && p.deprel(t) != D::Aux,
        Upos::Num => true,
        _ => false,
    };
    let mut out: Vec<Range<usize>> = Vec::new();
    for t in tokens.clone().filter(|&t| !taken(t)) {
        match out.last_mut() {
            Some(r) if r.end == t => r.end += 1,
            _ => out.push(t..t + 1),
        }
    }
    let bare = |t: usize| p.upos(t) == Upos::Punct;
    for r in &mut out {
        while r.start < r.end && bare(r.start) {
            r.start += 1;
        }
        while r.start < r.end && bare(r.end - 1) {
            r.end -= 1;
        }
    }
    out.retain(|r| r.len() >= REST && r.clone().any(tells));
    out
}

/// From the first to the last token of an attribution's parts.
fn extent_of(a: &Attribution) -> Range<usize> {
    let mut r = a.cue.clone();
    let source = a.source.as_ref().map(|s| s.tokens.clone());
    for part in a.content.iter().cloned().chain(source) {
        r = r.start.min(part.start)..r.end.max(part.end);
    }
    r
}

/// True if the whole sentence is somebody's statement: the cue governs it, or stands beside it.
fn speaks(cx: Context<'_>, sentence: &Range<usize>, a: &Attribution) -> bool {
    let p = &cx.outline.parse;
    if a.source.is_none() && !a.reports.any(Reports::SAYS) {
        return false;
    }
    // A name before a colon, or behind a quotation.
    if a.cue.is_empty() {
        return true;
    }
    let statement = Reports::SAYS.or(Reports::SHOWS);
    let says = a.clausal && a.reports.any(statement)
        || a.clausal && a.reports.any(Reports::HOLDS) && !a.reports.any(Reports::FACTIVE)
        || a.reports.any(Reports::SPOKEN) && top(p, sentence, a.head);
    let meant = a.predicate.is_some_and(|c| p.deprel(c) == D::Xcomp) && a.reports.any(Reports::MEANS.or(Reports::BIDS));
    if !says || meant {
        return false;
    }
    let governs = a.reach() * 2 >= sentence.len();
    let beside = cx.words.according.first().is_some_and(|w| p.form(a.head).eq_ignore_ascii_case(w));
    governs || beside || top(p, sentence, a.head)
}

/// True if the verb governs the sentence: the root, a conjunct of it, set beside it, or the first finite verb.
fn top(p: &Parse<'_>, sentence: &Range<usize>, v: usize) -> bool {
    let finite = |t: &usize| p.upos(*t) == Upos::Verb && p.feats(*t).has(Feats::FINITE);
    if sentence.clone().find(finite) == Some(v) && !p.feats(v).has(Feats::ING) {
        return true;
    }
    let mut t = v;
    for _ in 0..4 {
        match (p.deprel(t), p.head(t)) {
            (D::Root, _) | (_, None) => return true,
            (D::Conj | D::Parataxis, Some(h)) => t = h,
            _ => return false,
        }
    }
    false
}

/// Links each claim to the widest one inside its content.
fn nest(drafts: &[Draft], claims: &mut [Claim]) {
    let mut from = 0;
    while from < drafts.len() {
        let sentence = drafts[from].sentence;
        let to = from + drafts[from..].iter().take_while(|d| d.sentence == sentence).count();
        for i in from..to {
            let inside = |j: usize| {
                let (a, b) = (&drafts[i], &drafts[j]);
                let cue = b.attribution.as_ref().map(|a| a.head);
                let wider = b.content.iter().map(Range::len).sum::<usize>() < a.content.iter().map(Range::len).sum();
                j != i && wider && cue.is_some_and(|c| a.content.iter().any(|r| r.contains(&c)))
            };
            let best = (from..to)
                .filter(|&j| inside(j))
                .max_by_key(|&j| (drafts[j].content.iter().map(Range::len).sum::<usize>(), usize::MAX - j));
            claims[i].inner = best.map(ClaimIx::new);
        }
        from = to;
    }
}

fn finish(cx: Context<'_>, mentions: &Mentions, timexes: &[Timex], numbers: &[(usize, Quantity)], d: &Draft) -> Claim {
    let p = &cx.outline.parse;
    let inside = |t: usize| d.content.iter().any(|r| r.contains(&t));
    let first = d.content.first().map_or(d.tokens.start, |r| r.start);
    let last = d.content.last().map_or(d.tokens.end, |r| r.end);
    let a = d.attribution.as_ref();
    let props = propositions(cx, mentions, timexes, &d.content);
    let head =
        a.and_then(|a| a.predicate).or_else(|| props.first().map(|x| x.predicate)).or_else(|| top_of(p, &d.tokens));
    let mut put = head
        .map(|h| stance(cx.words, cx.outline, h))
        .unwrap_or(super::stance::Stance { polarity: Polarity::Positive, modality: Modality::Certain });
    if a.is_some_and(|a| a.reports.any(Reports::DENIES)) {
        put.polarity = put.polarity.flipped();
    }
    let asked = a.is_some_and(|a| a.reports.any(Reports::ASKS) && !a.reports.any(Reports::BIDS))
        || last > first && p.form(last - 1).starts_with('?');
    if asked {
        put.modality = Modality::Asked;
    } else if a.is_some_and(|a| a.reports.any(Reports::MEANS) && !a.reports.any(Reports::HOLDS)) {
        put.modality = Modality::Planned;
    }
    let from = timexes.partition_point(|t| t.tokens.start < first);
    let times = (timexes[from..].iter().enumerate())
        .take_while(|(_, t)| t.tokens.start < last)
        .filter(|(_, t)| inside(t.tokens.start))
        .map(|(i, _)| TimexIx::new(from + i))
        .collect();
    let from = numbers.partition_point(|(t, _)| *t < first);
    let quantities =
        (numbers[from..].iter()).take_while(|(t, _)| *t < last).filter(|(t, _)| inside(*t)).map(|(_, q)| q.clone());
    let mut participants: Vec<Participant> = Vec::new();
    for slot in props.iter().flat_map(|x| &x.slots) {
        if let Some(mention) = slot.mention
            && !participants.iter().any(|x| x.mention == mention)
        {
            participants.push(Participant { mention, role: slot.name, span: mentions.mentions[mention.ix()].span });
        }
    }
    Claim {
        sentence: d.sentence,
        span: p.span_of(d.tokens.clone()),
        content: d.content.iter().map(|r| p.span_of(r.clone())).collect(),
        source: d.source.clone(),
        cue: a
            .filter(|a| !a.cue.is_empty())
            .map(|a| Cue { span: p.span_of(a.cue.clone()), lemma: p.lemma(a.head).to_owned() }),
        mode: mode(cx, d),
        polarity: put.polarity,
        modality: put.modality,
        hedges: hedges(cx.words, cx.outline, d.tokens.clone()),
        quantities: quantities.collect(),
        times,
        participants,
        inner: None,
        propositions: props,
    }
}

fn top_of(p: &Parse<'_>, tokens: &Range<usize>) -> Option<usize> {
    tokens.clone().find(|&t| p.deprel(t) == D::Root)
}

/// How the content is rendered, from how much of it stands between quotation marks.
fn mode(cx: Context<'_>, d: &Draft) -> Mode {
    match d.kind {
        BlockKind::Headline | BlockKind::Subhead => return Mode::Headline,
        BlockKind::Caption => return Mode::Caption,
        BlockKind::Body | BlockKind::Dateline => {}
    }
    if d.source.is_none() && d.attribution.is_none() {
        return Mode::Unattributed;
    }
    let p = &cx.outline.parse;
    let (mut quoted, mut all, mut run, mut longest) = (0, 0, 0, 0);
    for t in d.content.iter().cloned().flatten() {
        if p.upos(t) == Upos::Punct {
            continue;
        }
        all += 1;
        run = if in_quote(cx, t) { run + 1 } else { 0 };
        quoted += usize::from(run > 0);
        longest = longest.max(run);
    }
    if quoted > 0 && quoted == all {
        Mode::Direct
    } else if longest >= 2 {
        Mode::Mixed
    } else if d.carried {
        Mode::FreeIndirect
    } else {
        Mode::Indirect
    }
}

impl Polarity {
    /// The other one.
    pub(super) fn flipped(self) -> Self {
        match self {
            Polarity::Positive => Polarity::Negative,
            Polarity::Negative => Polarity::Positive,
        }
    }
}
