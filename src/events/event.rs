//! Events of an article, entries of the timeline.

use crate::articles::Published;
use crate::dates::DayRange;
use crate::english::events::{Aspect, Tie};
use crate::text::{ArticleIx, EntityIx, EventIx, MentionIx, SentenceIx, Span, TimexIx};
use crate::times::Timex;

/// Whether it is told as a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Yes, by the article or by somebody it names.
    Fact,
    /// As what somebody is charged with, or is only said to have done: shown as such if nobody tells it as a fact.
    Alleged,
    /// No: it was planned, feared, denied, asked for: not on the timeline.
    Unreal,
}

/// One mention of an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The word that names it, as a place in the article.
    pub trigger: usize,
    /// The trigger's words.
    pub span: Span,
    /// The clause it stands in.
    pub clause: Span,
    /// Sentence.
    pub sentence: SentenceIx,
    /// Lemma of the trigger.
    pub lemma: String,
    /// Kind of event, of those that English has a word list for.
    pub class: Option<u16>,
    /// True if a noun names it.
    pub noun: bool,
    /// Whether only its beginning or end is told.
    pub aspect: Aspect,
    /// The verb that says so ("began").
    pub carrier: Option<usize>,
    /// Who takes part.
    pub participants: Vec<MentionIx>,
    /// Whether it is told as a fact.
    pub told: Told,
    /// The expression that dates it.
    pub time: Option<TimexIx>,
    /// How that expression bounds it.
    pub tie: Tie,
    /// The expression that ends the stretch which `time` begins ("from 1962 until 2011").
    pub until: Option<TimexIx>,
    /// The clock time beside the day that dates it ("on Tuesday … at 6:10 a.m.").
    pub clock: Option<TimexIx>,
    /// A further expression that dates it, counted from another event ("on Tuesday, two days after the vote").
    pub counted: Option<TimexIx>,
}

impl Event {
    /// True if it is told as a fact.
    pub fn actual(&self) -> bool {
        self.told == Told::Fact
    }
}

/// A mention of an entry's event.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryMention {
    /// Article.
    pub article: ArticleIx,
    /// Clause.
    pub span: Span,
    /// The word that names the event.
    pub trigger: Span,
    /// The event mention.
    pub event: EventIx,
    /// The expression that dates it there.
    pub timex: Option<TimexIx>,
    /// Whether it is told as a fact there.
    pub told: Told,
}

/// One thing that happened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// The days that all mentions jointly allow.
    pub range: DayRange,
    /// A short description in the articles' words.
    pub label: String,
    /// Long before the story.
    pub background: bool,
    /// Of an article about something else.
    pub other_story: bool,
    /// Nobody tells it as a fact, but somebody is charged with it.
    pub alleged: bool,
    /// Nobody tells it as a fact, but somebody has set out to do it.
    pub planned: bool,
    /// Where it is told.
    pub mentions: Vec<EntryMention>,
    /// Who takes part.
    pub participants: Vec<EntityIx>,
    /// Why the dates cannot all be true.
    pub date_conflict: Option<String>,
}

/// What happened when.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// Every article's expressions, resolved across articles.
    pub timexes: Vec<Vec<Timex>>,
    /// Publication dates, sharpened across articles.
    pub published: Vec<Published>,
    /// In order of time.
    pub entries: Vec<Entry>,
}

impl Timeline {
    /// An article's expressions; none of one that it does not know.
    pub fn timexes_in(&self, article: ArticleIx) -> &[Timex] {
        self.timexes.get(article.ix()).map(Vec::as_slice).unwrap_or_default()
    }
}
