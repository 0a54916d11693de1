//! Claims and their comparison as JavaScript sees them.

use super::Error;
use super::build::View;
use super::contract as v;
use crate::claims::{Bound, Claim, Modality, Mode, Polarity, SlotName, SourceKind};
use crate::compare::{Diff, Relation, SlotKind, Strength};
use crate::text::{ArticleIx, ClaimIx};

impl View {
    /// The claims of all articles.
    pub fn claims(&mut self) -> Vec<v::Claim> {
        self.dossier.joint();
        let mut out = Vec::new();
        for a in 0..self.dossier.members().len() {
            for c in 0..self.dossier.members()[a].claims.len() {
                out.push(self.claim(ArticleIx::new(a), ClaimIx::new(c)));
            }
        }
        out
    }

    fn claim(&mut self, a: ArticleIx, c: ClaimIx) -> v::Claim {
        let claim: Claim = self.dossier.members()[a.ix()].claims[c.ix()].clone();
        let joint = self.dossier.joint();
        let entity = |m| joint.entities.of(a, m).map(|e| joint.entities.entities[e.ix()].id.to_string());
        let source_entity = claim.source.as_ref().and_then(|s| s.mention).and_then(entity);
        let of: Vec<_> = claim.participants.iter().map(|p| entity(p.mention)).collect();
        let m = &self.dossier.members()[a.ix()];
        let span = |s| self.span(m, s);
        v::Claim {
            id: self.claim_id(a, c),
            article: self.article_id(a),
            span: span(claim.span),
            content: claim.content.iter().map(|&s| span(s)).collect(),
            source: claim.source.as_ref().map(|s| v::Source {
                kind: match s.kind {
                    SourceKind::Named => "named",
                    SourceKind::Anonymous => "anonymous",
                    SourceKind::Document => "document",
                    SourceKind::Outlet => "outlet",
                },
                text: s.text.clone(),
                span: s.span.map(span),
                entity: source_entity,
            }),
            cue: claim.cue.as_ref().map(|c| v::Cue { span: span(c.span), lemma: c.lemma.clone() }),
            mode: match claim.mode {
                Mode::Direct => "direct",
                Mode::Indirect => "indirect",
                Mode::Mixed => "mixed",
                Mode::FreeIndirect => "free-indirect",
                Mode::Unattributed => "unattributed",
                Mode::Headline => "headline",
                Mode::Caption => "caption",
            },
            polarity: match claim.polarity {
                Polarity::Positive => "+",
                Polarity::Negative => "-",
            },
            modality: match claim.modality {
                Modality::Certain => "certain",
                Modality::Probable => "probable",
                Modality::Possible => "possible",
                Modality::Planned => "planned",
                Modality::Asked => "asked",
            },
            hedges: claim.hedges.iter().map(|&s| span(s)).collect(),
            quantities: (claim.quantities.iter())
                .map(|q| v::Quantity {
                    span: span(q.span),
                    value: q.value,
                    unit: q.unit.clone(),
                    bound: match q.bound {
                        Bound::Exact => "exact",
                        Bound::About => "about",
                        Bound::AtLeast => "at-least",
                        Bound::AtMost => "at-most",
                    },
                })
                .collect(),
            times: claim.times.iter().map(|&t| self.timex_id(a, t)).collect(),
            participants: (claim.participants.iter().zip(of))
                .filter_map(|(p, entity)| {
                    Some(v::Participant { entity: entity?, role: slot_name(p.role), span: span(p.span) })
                })
                .collect(),
            inner: claim.inner.map(|i| self.claim_id(a, i)),
        }
    }

    /// The comparison of two articles, or of all.
    ///
    /// # Errors
    /// `unknown-article`.
    pub fn claim_diff(&mut self, pair: Option<(&str, &str)>) -> Result<v::ClaimDiff, Error> {
        let only = match pair {
            Some((a, b)) => Some([self.article_ix(a)?, self.article_ix(b)?]),
            None => None,
        };
        let diff = self.dossier.compare(only);
        Ok(self.diff(&diff))
    }

    fn diff(&self, diff: &Diff) -> v::ClaimDiff {
        let groups = (diff.groups.iter().enumerate())
            .map(|(i, g)| v::Group {
                id: format!("g{}", i + 1),
                topic: g.topic.clone(),
                question: g.question.clone(),
                relation: match g.relation {
                    Relation::Conflict => "conflict",
                    Relation::Differ => "differ",
                    Relation::Agree => "agree",
                },
                strength: match g.strength {
                    Strength::Weak => "weak",
                    Strength::Medium => "medium",
                    Strength::Strong => "strong",
                },
                differs_in: (g.differs_in.iter())
                    .map(|d| v::DiffersIn { slot: slot_kind(d.slot), why: d.why.clone() })
                    .collect(),
                sides: (g.sides.iter())
                    .map(|s| v::Side {
                        says: s.says.clone(),
                        members: (s.members.iter())
                            .map(|m| v::GroupMember {
                                claim: self.claim_id(m.article, m.claim),
                                article: self.article_id(m.article),
                                key: self.span(&self.dossier.members()[m.article.ix()], m.key),
                            })
                            .collect(),
                    })
                    .collect(),
                same_source: g.same_source,
                within: g.within.map(|a| self.article_id(a)),
            })
            .collect();
        let only_in = (diff.only_in.iter().enumerate())
            .map(|(a, claims)| {
                let a = ArticleIx::new(a);
                (self.article_id(a), claims.iter().map(|&c| self.claim_id(a, c)).collect())
            })
            .collect();
        v::ClaimDiff { groups, only_in }
    }

    fn claim_id(&self, a: ArticleIx, c: ClaimIx) -> String {
        format!("{}c{}", self.article_id(a), c.ix() + 1)
    }
}

fn slot_name(s: SlotName) -> &'static str {
    match s {
        SlotName::Agent => "agent",
        SlotName::Patient => "patient",
        SlotName::Recipient => "recipient",
        SlotName::Place => "place",
        SlotName::Time => "time",
        SlotName::Purpose => "purpose",
        SlotName::Cause => "cause",
        SlotName::Means => "means",
        SlotName::Manner => "manner",
        SlotName::Outcome => "outcome",
        SlotName::Quantity => "quantity",
    }
}

fn slot_kind(s: SlotKind) -> &'static str {
    match s {
        SlotKind::Quantity => "quantity",
        SlotKind::Time => "time",
        SlotKind::Polarity => "polarity",
        SlotKind::Agent => "agent",
        SlotKind::Patient => "patient",
        SlotKind::Place => "place",
        SlotKind::Purpose => "purpose",
        SlotKind::Means => "means",
        SlotKind::Cause => "cause",
        SlotKind::Modality => "modality",
        SlotKind::Source => "source",
        SlotKind::Quotation => "quotation",
        SlotKind::Outcome => "outcome",
    }
}
