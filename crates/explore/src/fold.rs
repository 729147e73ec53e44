//! Words as the search compares them: without case, diacritics and possessive endings.
//!
//! A word is a run of letters and digits, with apostrophes inside it. Hyphens part words, so that a hyphenated word is
//! found by its parts; found as a whole it is a phrase, and the search treats it as one.

use corpus::Span;

/// The words of `text`, in order, with a gap between any two.
pub(crate) fn words(text: &str) -> impl Iterator<Item = Span> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = &text[from..];
        let start = from + rest.find(begins_word)?;
        let end = start + word_len(&text[start..]);
        from = end;
        Some(Span::new(start, end))
    })
}

/// Appends a word of [`words`] as it is compared: the same for all words that a reader takes for the same.
pub(crate) fn push_folded(out: &mut String, word: &str) {
    let from = out.len();
    for c in word.chars().filter(|c| !is_ignored(*c)) {
        match c {
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c if is_apostrophe(c) => out.push('\''),
            c => match (base(c), LETTERS.iter().find(|(letters, _)| letters.contains(c))) {
                (_, Some((_, spelt))) => out.push_str(spelt),
                (Some(base), None) => out.push(base),
                (None, None) => out.extend(c.to_lowercase().filter(|c| !is_ignored(*c))),
            },
        }
    }
    if out[from..].ends_with("'s") {
        out.truncate(out.len() - "'s".len());
    }
}

/// The base letters of U+00C0 to U+017F (the letters of Latin-1 Supplement, and Latin Extended-A), sixteen a line: what
/// the languages of Europe write with diacritics, and `ð đ ħ ı ĸ ł ŋ ø ŧ ſ`, which look like letters with them.
/// A dot stands for what is not a letter (`× ÷`) or for one that takes two (see [`LETTERS`]).
const BASE: &[u8; 192] = b"aaaaaa.ceeeeiiii\
    dnooooo.ouuuuy..\
    aaaaaa.ceeeeiiii\
    dnooooo.ouuuuy.y\
    aaaaaaccccccccdd\
    ddeeeeeeeeeegggg\
    gggghhhhiiiiiiii\
    ii..jjkkklllllll\
    lllnnnnnn.nnoooo\
    oo..rrrrrrssssss\
    ssttttttuuuuuuuu\
    uuuuwwyyyzzzzzzs";

/// Letters that are spelt with two.
const LETTERS: [(&str, &str); 6] = [("ßẞ", "ss"), ("æÆ", "ae"), ("œŒ", "oe"), ("ĳĲ", "ij"), ("þÞ", "th"), ("ŉ", "'n")];

fn base(c: char) -> Option<char> {
    let ix = usize::try_from(u32::from(c).checked_sub(0xC0)?).ok()?;
    BASE.get(ix).map(|base| char::from(*base)).filter(|base| *base != '.')
}

fn begins_word(c: char) -> bool {
    c.is_alphanumeric() && !is_apostrophe(c) && !is_ignored(c)
}

/// The length of the word that `text` begins with.
fn word_len(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let inside = begins_word(c)
            || is_ignored(c)
            || is_apostrophe(c) && chars.peek().is_some_and(|(_, next)| begins_word(*next));
        if !inside {
            return at;
        }
    }
    text.len()
}

/// Straight, curly (opening too, where it was typed for the other), and the letter that Unicode has for it.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ')
}

/// What is inside a word and makes no difference to it: combining diacritics, soft hyphens and joiners.
fn is_ignored(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of `text`, folded, with spaces between them.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let folded: Vec<String> = words(text)
            .map(|span| {
                let mut word = String::new();
                push_folded(&mut word, &text[span.range()]);
                word
            })
            .collect();
        assert_eq!(folded.join(" "), expected, "{text:?}");
    }

    #[test]
    fn punctuation_and_hyphens_part_words() {
        check(
            "“Warrant-proof” encryption, e.g. 1,000 phones—no more…",
            "warrant proof encryption e g 1 000 phones no more",
        );
        check("", "");
        check("a - ' ’ \u{301} \u{345} b", "a b");
    }

    #[test]
    fn apostrophes_are_one_and_possessives_are_dropped() {
        check("Don’t don't DONʼT", "don't don't don't");
        check("Apple’s APPLE'S apples’ ‘Apple’", "apple apple apples apple");
        check("'s O'Brien's rock'n'roll a''b", "s o'brien rock'n'roll a b");
    }

    #[test]
    fn diacritics_and_ligatures_are_spelt_out() {
        check(
            "Café cafe\u{301} naïve Łódź Šiauliai Ångström İstanbul",
            "cafe cafe naive lodz siauliai angstrom istanbul",
        );
        check("Straße STRASSE GROẞE Æsop œuvre Þór ĳs", "strasse strasse grosse aesop oeuvre thor ijs");
        check("co\u{ad}operate", "cooperate");
        check("2×3÷4 ΑΒΓ Привет 東京", "2 3 4 αβγ привет 東京");
    }

    #[test]
    fn the_table_has_a_letter_for_each_letter() {
        for (c, base) in ('\u{C0}'..='\u{17F}').zip(BASE) {
            let spelt = LETTERS.iter().any(|(letters, _)| letters.contains(c));
            assert_eq!(*base == b'.', spelt || "×÷".contains(c), "{c}");
            let lower: String = c.to_lowercase().filter(|c| !is_ignored(*c)).collect();
            let [mut one, mut other] = [String::new(), String::new()];
            push_folded(&mut one, c.encode_utf8(&mut [0; 4]));
            push_folded(&mut other, &lower);
            assert_eq!(one, other, "{c} and {lower}");
        }
        for (c, expected) in "ÀÿĀďĞğĦıĶłńŏŘşŢŧųŵŷŹžſ".chars().zip("ayadgghiklnorsttuwyzzs".chars())
        {
            assert_eq!(base(c), Some(expected), "{c}");
        }
    }
}
