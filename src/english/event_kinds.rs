//! Words that name events, read from `lexicon/events.tsv`, and how others tie to them.

/// How an expression hangs on an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// "two days before it".
    Before,
    /// "two days after it".
    After,
    /// "within two days of it".
    Within,
}

/// How the clause or phrase of a connective stands to what it hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// What it hangs on came before it.
    Before,
    /// What it hangs on came after it.
    After,
    /// After it, or before it if told in the past perfect.
    When,
}

/// How an expression bounds the event that it is told of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tie {
    /// "on Friday".
    #[default]
    On,
    /// "by Friday", "until Friday": it can have been earlier.
    By,
    /// "since Friday": from then up to publication.
    Since,
    /// "after Friday": not before, up to publication.
    After,
}

/// What a word of its own says of another event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// It names an event itself.
    Event,
    /// It says that one begins.
    Begins,
    /// It says that one ends.
    Ends,
}

/// A word that names an event.
#[derive(Clone, Copy, Debug)]
pub struct EventWord {
    /// Kind of event: words of one kind can tell of one event.
    pub class: u16,
    /// True for a noun.
    pub noun: bool,
    /// Whether it names an event or the beginning or end of one.
    pub aspect: Aspect,
    /// True if one story has several of its kind ("met", "announced").
    pub repeats: bool,
    /// True if words of this kind name many different things ("raid", "bombed").
    pub loose: bool,
    /// True if it is known by the one it happens to ("a judge sentenced him").
    pub undergone: bool,
    /// True if it befalls nobody twice.
    pub once: bool,
    /// True for a disaster.
    pub disaster: bool,
    /// True if each of several can do it for himself: shareholders approve a merger, and so does a regulator.
    pub each: bool,
    /// True for what goes on for hours: a clock time tells its beginning or some moment of it.
    pub lasts: bool,
    /// True for a noun that names one way of it: a shelling is no raid.
    pub special: bool,
    /// True for a word that is of the kind only where an article is about such an event ("the campaign").
    pub weak: bool,
}

/// The regular forms of a verb.
fn forms(base: &str) -> Vec<String> {
    if let Some((verb, with)) = base.split_once('_') {
        return forms(verb).into_iter().map(|form| format!("{form}_{with}")).collect();
    }
    let ends = |suffix: &str| base.ends_with(suffix);
    let stem = base.strip_suffix('e').unwrap_or(base);
    let consonant_y = ends("y") && !base[..base.len() - 1].ends_with(['a', 'e', 'o', 'u']);
    let third = if ends("s") || ends("sh") || ends("ch") || ends("x") {
        format!("{base}es")
    } else if consonant_y {
        format!("{}ies", &base[..base.len() - 1])
    } else {
        format!("{base}s")
    };
    let past = if consonant_y { format!("{}ied", &base[..base.len() - 1]) } else { format!("{stem}ed") };
    vec![base.to_owned(), third, past, format!("{stem}ing")]
}

/// Takes a mark from the end of a word; true if it was there.
fn marked(word: &mut &str, mark: char) -> bool {
    let bare = word.strip_suffix(mark);
    *word = bare.unwrap_or(word);
    bare.is_some()
}

/// The words of a table in their order, and one word for each kind.
pub(super) fn table(source: &str) -> (Vec<(String, EventWord)>, Vec<EventWord>) {
    let mut words: Vec<(String, EventWord)> = Vec::new();
    let mut kinds = Vec::new();
    for (class, line) in source.lines().filter(|l| !l.starts_with('#')).enumerate() {
        let mut fields = line.split('\t');
        let mut name = fields.next().unwrap_or("");
        let lasts = marked(&mut name, '=');
        let each = marked(&mut name, '%');
        let repeats = marked(&mut name, '*');
        let loose = marked(&mut name, '~');
        let disaster = marked(&mut name, '+');
        let once = marked(&mut name, '^');
        let undergone = marked(&mut name, '!');
        let aspect = match name {
            "begin" => Aspect::Begins,
            "end" => Aspect::Ends,
            _ => Aspect::Event,
        };
        let verb = EventWord {
            class: class as u16,
            noun: false,
            aspect,
            repeats,
            loose,
            undergone,
            once,
            disaster,
            each,
            lasts,
            special: false,
            weak: false,
        };
        kinds.push(verb);
        for item in fields.next().unwrap_or("").split(' ').filter(|w| !w.is_empty()) {
            let mut parts = item.split('/');
            words.extend(forms(parts.next().unwrap_or("")).into_iter().map(|w| (w, verb)));
            words.extend(parts.map(|w| (w.to_owned(), verb)));
        }
        for item in fields.next().unwrap_or("").split(' ').filter(|w| !w.is_empty()) {
            let mut item = item;
            let weak = marked(&mut item, '?');
            let special = marked(&mut item, '!');
            let noun = EventWord { noun: true, weak, special, ..verb };
            words.push((item.to_owned(), noun));
            words.push((forms(item).swap_remove(1), noun));
        }
    }
    // Of two readings of one form the noun comes first; the finder tells them apart by what stands before.
    words.sort_by(|a, b| (&a.0, !a.1.noun).cmp(&(&b.0, !b.1.noun)));
    words.dedup_by(|a, b| a.0 == b.0);
    (words, kinds)
}
