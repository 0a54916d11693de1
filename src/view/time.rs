//! The timeline as JavaScript sees it.

use super::build::{View, show};
use super::contract as v;
use crate::events::Told;
use crate::text::{ArticleIx, TimexIx};
use crate::times::{Anchor, Basis, Timex, TimexKind};

impl View {
    /// All expressions and entries.
    pub fn timeline(&mut self) -> v::Timeline {
        let joint = self.dossier.joint();
        let timeline = joint.timeline.clone();
        let ids: Vec<String> = joint.entities.entities.iter().map(|e| e.id.to_string()).collect();
        let mut expressions = Vec::new();
        for (a, timexes) in timeline.timexes.iter().enumerate() {
            for (t, timex) in timexes.iter().enumerate() {
                expressions.push(self.timex(ArticleIx::new(a), TimexIx::new(t), timex));
            }
        }
        let entries = (timeline.entries.iter().enumerate())
            .map(|(i, e)| v::Entry {
                id: format!("t{}", i + 1),
                edtf: e.range.edtf.clone(),
                earliest: show(e.range.earliest),
                latest: show(e.range.latest),
                label: e.label.clone(),
                background: e.background,
                other_story: e.other_story,
                alleged: e.alleged,
                planned: e.planned,
                mentions: (e.mentions.iter())
                    .map(|m| {
                        let member = &self.dossier.members()[m.article.ix()];
                        v::EntryMention {
                            article: self.article_id(m.article),
                            span: self.span(member, m.span),
                            trigger: self.span(member, m.trigger),
                            timex: m.timex.map(|t| self.timex_id(m.article, t)),
                            told: match m.told {
                                Told::Fact => "fact",
                                Told::Alleged => "alleged",
                                Told::Unreal => "unreal",
                            },
                        }
                    })
                    .collect(),
                participants: e.participants.iter().map(|&p| ids[p.ix()].clone()).collect(),
                date_conflict: e.date_conflict.clone(),
            })
            .collect();
        v::Timeline { expressions, entries }
    }

    fn timex(&self, a: ArticleIx, t: TimexIx, timex: &Timex) -> v::Timex {
        let (kind, reference, article) = match timex.anchor {
            Anchor::None => ("none", None, None),
            Anchor::Publication => ("publication", None, Some(self.article_id(a))),
            Anchor::Timex(b, u) => ("timex", Some(self.timex_id(b, u)), Some(self.article_id(b))),
            Anchor::Event(b, e) => {
                let id = self.article_id(b);
                ("event", Some(format!("{id}e{}", e.ix() + 1)), Some(id))
            }
        };
        v::Timex {
            id: self.timex_id(a, t),
            article: self.article_id(a),
            span: self.span(&self.dossier.members()[a.ix()], timex.span),
            kind: match timex.kind {
                TimexKind::Date => "DATE",
                TimexKind::Time => "TIME",
                TimexKind::Duration => "DURATION",
                TimexKind::Set => "SET",
            },
            value: timex.value.clone(),
            modifier: timex.modifier.map(crate::times::Modifier::name),
            edtf: timex.range.as_ref().map(|r| r.edtf.clone()),
            earliest: timex.range.as_ref().and_then(|r| show(r.earliest)),
            latest: timex.range.as_ref().and_then(|r| show(r.latest)),
            anchor: v::Anchor { kind, reference, article },
            basis: match timex.basis {
                Basis::Stated => "stated",
                Basis::Computed => "computed",
                Basis::Assumed => "assumed",
            },
            steps: timex.steps.clone(),
            rule: timex.rule,
        }
    }

    pub(super) fn timex_id(&self, a: ArticleIx, t: TimexIx) -> String {
        format!("{}t{}", self.article_id(a), t.ix() + 1)
    }
}
