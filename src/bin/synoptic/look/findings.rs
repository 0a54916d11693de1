//! What was found, with the words it rests on.

use super::excerpt::Texts;
use std::collections::BTreeMap;
use std::fmt::Write;
use synoptic::view::View;

pub(super) fn articles(view: &mut View, texts: &Texts) -> String {
    let mut out = String::new();
    for a in view.articles() {
        let headline = a.headline.map_or("(no headline)".to_owned(), |h| texts.words(h));
        let _ = writeln!(out, "{} ({}), input {}, {}\n  headline   {headline}", a.siglum, a.id, a.input, a.language);
        let outlet = a.outlet.as_ref().map_or("unknown".to_owned(), |o| format!("{} ({})", o.name, o.basis));
        let _ = writeln!(out, "  outlet     {outlet}");
        if let Some(byline) = a.byline {
            let _ = writeln!(out, "  byline     {}", texts.words(byline));
        }
        let day = |d: &Option<String>| d.clone().unwrap_or("..".to_owned());
        let p = &a.published;
        let _ = writeln!(out, "  published  {} [{} to {}] ({})", p.edtf, day(&p.earliest), day(&p.latest), p.basis);
        p.evidence.iter().for_each(|&e| out += &texts.pointed(e, "evidence"));
        for d in &a.depends_on {
            let _ = writeln!(
                out,
                "  {:10} {}: {}",
                if d.mutual { "shares" } else { "rests on" },
                texts.siglum(&d.article),
                d.why
            );
        }
        if let Some(why) = &a.other_story {
            let _ = writeln!(out, "  apart      {why}");
        }
        for p in &a.paragraphs {
            let _ = writeln!(out, "  {:10} {}", p.kind, texts.short(p.span));
        }
        for d in &a.dropped {
            let _ = writeln!(out, "  dropped    {} ({})", texts.short(d.span), d.why);
        }
        out.push('\n');
    }
    out
}

pub(super) fn times(view: &mut View, texts: &Texts) -> String {
    let mut out = String::new();
    for t in view.timeline().expressions {
        let _ = writeln!(out, "{} in {}, rule {}", t.id, texts.siglum(&t.article), t.rule);
        let modifier = t.modifier.map_or(String::new(), |m| format!(" {m}"));
        let days = t.edtf.as_deref().unwrap_or("no days");
        out += &texts.pointed(t.span, &format!("{} {}{modifier} → {days} ({})", t.kind, t.value, t.basis));
        for s in &t.steps {
            let _ = writeln!(out, "    - {s}");
        }
    }
    out
}

pub(super) fn entities(view: &mut View, texts: &Texts) -> String {
    let mut out = String::new();
    for e in view.entities() {
        let _ = writeln!(out, "{} {} {}, {} mentions", e.id, e.kind, e.name, e.mentions.len());
        for a in &e.aliases {
            let count: Vec<_> = a.count.iter().map(|(id, n)| format!("{}×{n}", texts.siglum(id))).collect();
            let _ = writeln!(out, "    “{}” {}", a.form, count.join(" "));
        }
        let mut others: BTreeMap<String, usize> = BTreeMap::new();
        for m in e.mentions.iter().filter(|m| m.kind != "name") {
            *others.entry(format!("{} “{}”", m.kind, texts.short(m.span))).or_default() += 1;
        }
        for (words, n) in &others {
            let _ = writeln!(out, "    {words} ×{n}");
        }
        for r in &e.roles {
            let _ = writeln!(out, "    role: {}", r.text);
        }
        for j in &e.joined {
            let _ = writeln!(out, "    joined: {} ({})", j.forms.join(" = "), j.why);
        }
    }
    out
}

pub(super) fn claims(view: &mut View, texts: &Texts) -> String {
    let mut out = String::new();
    for c in view.claims() {
        let source = c.source.as_ref().map_or("the outlet".to_owned(), |s| format!("{} “{}”", s.kind, s.text));
        let cue = c.cue.as_ref().map_or(String::new(), |q| format!(" / {}", q.lemma));
        let _ = writeln!(
            out,
            "{} {}: {source}{cue}, {} {}{}",
            texts.siglum(&c.article),
            c.id,
            c.mode,
            c.polarity,
            c.modality
        );
        for s in &c.content {
            let _ = writeln!(out, "    | {}", texts.short(*s));
        }
        for q in &c.quantities {
            let _ = writeln!(out, "    number {} {} {} (“{}”)", q.bound, q.value, q.unit, texts.words(q.span));
        }
        for p in &c.participants {
            let _ = writeln!(out, "    {} {} (“{}”)", p.role, p.entity, texts.short(p.span));
        }
        let hedges: Vec<_> = c.hedges.iter().map(|&h| texts.words(h)).collect();
        if !hedges.is_empty() {
            let _ = writeln!(out, "    hedged by {}", hedges.join(", "));
        }
        if let Some(inner) = &c.inner {
            let _ = writeln!(out, "    reports {inner}");
        }
    }
    out
}

pub(super) fn timeline(view: &mut View, texts: &Texts) -> String {
    let mut out = String::new();
    for e in view.timeline().entries {
        let aside = [(e.background, " (background)"), (e.other_story, " (other story)")];
        let aside: String = aside.iter().filter(|(is, _)| *is).map(|(_, words)| *words).collect();
        let _ = writeln!(out, "{} {}{aside}", if e.edtf.is_empty() { "undated" } else { &e.edtf }, e.label);
        for m in &e.mentions {
            out += &texts
                .pointed(m.trigger, &format!("{} {}", texts.siglum(&m.article), m.timex.as_deref().unwrap_or("")));
        }
        if let Some(conflict) = &e.date_conflict {
            let _ = writeln!(out, "    dates: {conflict}");
        }
    }
    out
}

pub(super) fn diff(view: &mut View, texts: &Texts) -> String {
    let mut out = String::new();
    let Ok(diff) = view.claim_diff(None) else { return out };
    for g in &diff.groups {
        let voice = if g.same_source { ", one source" } else { "" };
        let within = g.within.as_ref().map_or(String::new(), |a| format!(", {} against itself", texts.siglum(a)));
        let _ = writeln!(out, "{} {} ({}{voice}{within}): {}", g.id, g.relation, g.strength, g.question);
        for s in &g.sides {
            let _ = writeln!(out, "  says {}", s.says);
            s.members.iter().for_each(|m| {
                out += &texts.pointed(m.key, &format!("{} {}", texts.siglum(&m.article), m.claim));
            });
        }
        for d in &g.differs_in {
            let _ = writeln!(out, "  in {}: {}", d.slot, d.why);
        }
    }
    for (article, claims) in &diff.only_in {
        let _ = writeln!(out, "only in {}: {}", texts.siglum(article), claims.join(" "));
    }
    out
}

pub(super) fn notes(view: &mut View, texts: &Texts) -> String {
    let mut out = String::new();
    for n in view.notes() {
        let _ = writeln!(out, "{}: {}", n.code, n.message);
        if let Some(span) = n.span {
            out += &texts.pointed(span, "");
        }
    }
    out
}
