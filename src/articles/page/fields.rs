//! Fields above an article: the head of an e-mail, front matter.

use super::{Page, Role};
use crate::articles::line::Mark;
use crate::articles::shape::mail_field;
use crate::articles::{Basis, byline, cue, outlet};
use crate::text::Span;

/// Most words that a person writes above what is forwarded.
const COVER_WORDS: u32 = 60;

impl Page<'_> {
    /// The head of an e-mail, or front matter: its subject is the headline, its date a stamp, the rest is dropped. Of a
    /// forward within a forward, only the last is the article; what stands above it was written to go with it.
    pub(super) fn mail(&mut self) {
        let field = |i: usize| mail_field(self.english, self.words(i));
        let (mut fields, mut i, mut prose, mut is_mail) = (Vec::<(usize, &str, usize)>::new(), 0, 0, false);
        while i < self.units.len() && prose < COVER_WORDS {
            let run: Vec<_> = (i..self.units.len()).map_while(|k| field(k).map(|(what, n)| (k, what, n))).collect();
            let has = |what: &str| run.iter().any(|f| f.1 == what);
            let mail = has("from") && (has("subject") || has("date"));
            let front = run.len() >= 2 && (has("subject") || has("author") || has("outlet"));
            if (mail || front && fields.is_empty()) && run.len() >= 2 && (i == 0 || mail || prose == 0) {
                (is_mail, fields) = (mail, run.clone());
            }
            prose += if run.is_empty() && self.units[i].mark != Mark::Rule { self.units[i].words } else { 0 };
            i += run.len().max(1);
        }
        let Some(&(first, ..)) = fields.first() else { return };
        (self.shaped, self.is_mail) = (true, is_mail);
        const WHY: &str = "head of an e-mail";
        let why = if self.is_mail { WHY } else { "front matter" };
        for role in &mut self.roles[..first] {
            *role = Some(Role::Dropped(why));
        }
        for &(i, what, n) in &fields {
            let value = Span::new(self.units[i].span.start as usize + n, self.units[i].span.end as usize);
            let value = value.trim(self.text);
            self.roles[i] = Some(match what {
                "date" if self.stamp(i).is_some() => Role::Stamp,
                "subject" if self.headline.is_none() => {
                    self.headline = Some(i);
                    Role::Headline
                }
                "author" => {
                    self.author = byline::names(self.english, self.text, value);
                    Role::Dropped(why)
                }
                "outlet" => {
                    self.outlet = outlet::named(self.text, value, Basis::Stated);
                    Role::Dropped(why)
                }
                _ => Role::Dropped(why),
            });
        }
        let body = fields.last().map_or(0, |f| f.0 + 1);
        for i in body..self.units.len().min(body + 3) {
            if self.units[i].mark == Mark::Rule && why != WHY {
                self.roles[i] = Some(Role::Dropped(why));
            }
        }
        for i in 0..self.body.0.max(body).min(self.units.len()) {
            let line = cue::plain(self.words(i));
            if self.english.reader.mail_lines.iter().any(|l| line.contains(l)) {
                self.roles[i] = Some(Role::Dropped(why));
            }
        }
        self.find_body();
    }

    /// The words of a line without the name of its field.
    pub(super) fn without_mail_field(&self, span: Span) -> Span {
        let mut at = mail_field(self.english, span.of(self.text)).map_or(0, |(_, n)| n);
        loop {
            let rest = Span::new(span.start as usize + at, span.end as usize).trim(self.text);
            let low = rest.of(self.text).get(..4).unwrap_or("").to_lowercase();
            match self.english.reader.subject_prefixes.iter().find(|p| low.starts_with(**p)) {
                Some(prefix) => at = (rest.start - span.start) as usize + prefix.len(),
                // Front matter may quote its values.
                None => {
                    let bare = rest.of(self.text).strip_prefix('"').and_then(|r| r.strip_suffix('"'));
                    let cut = usize::from(at > 0 && bare.is_some());
                    return Span::new(rest.start as usize + cut, rest.end as usize - cut);
                }
            }
        }
    }
}
