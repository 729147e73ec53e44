//! What the forms of an English word have in common: `encrypt`, `encrypts`, `encrypted`, `encrypting`.
//!
//! Crude on purpose, in the manner of an S-stemmer (Harman 1991, "How effective is suffixing?", JASIS 42): it takes off
//! the endings of verbs and plurals and nothing that makes another word (`encryption` is none of the above).

/// The shortest that a word is cut down to, in bytes.
const SHORTEST: usize = 3;

/// What a word may end in and what stands there in its other forms; the first that fits. `ss` and `us` are no plurals.
const ENDINGS: [(&str, &str); 7] =
    [("ies", "y"), ("ied", "y"), ("ss", "ss"), ("us", "us"), ("ing", ""), ("ed", ""), ("s", "")];

/// Cuts a folded word down to what its forms share: the beginning of each of them, but for a `y` that some write as `i`.
pub(crate) fn cut_to_base(word: &mut String) {
    for (ending, replaced) in ENDINGS {
        let base = word.strip_suffix(ending).map(str::len);
        if let Some(base) = base.filter(|base| *base >= SHORTEST) {
            word.truncate(base);
            word.push_str(replaced);
            break;
        }
    }
    if word.len() > SHORTEST {
        let mut from_end = word.chars().rev();
        let last = from_end.next();
        let doubled =
            last == from_end.next() && last.is_some_and(|last| last.is_ascii_alphabetic() && !"aeious".contains(last));
        if doubled || last == Some('e') {
            word.pop();
        }
    }
}

/// What the forms of a folded word share.
pub(crate) fn base(word: &str) -> String {
    let mut base = word.to_owned();
    cut_to_base(&mut base);
    base
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_base() {
        for forms in [
            &["weaken", "weakens", "weakened", "weakening"][..],
            &["policy", "policies"],
            &["compromise", "compromised", "compromising", "compromises"],
            &["stop", "stops", "stopped", "stopping"],
            &["kill", "kills", "killed", "killing"],
            &["app", "apps"],
            &["key", "keys", "keyed"],
            &["company", "companies"],
            &["address", "addresses", "addressed"],
            &["code", "codes", "coded", "coding"],
            &["rely", "relied", "relies", "relying"],
        ] {
            let bases: Vec<String> = forms.iter().map(|form| base(form)).collect();
            assert!(bases.windows(2).all(|pair| pair[0] == pair[1]), "{forms:?}: {bases:?}");
        }
        for (one, other) in [("police", "policy"), ("all", "al"), ("us", "use"), ("encryption", "encrypt")] {
            assert_ne!(base(one), base(other), "{one} {other}");
        }
        for word in ["", "s", "ing", "é", "éé", "ééé", "ss", "bus"] {
            assert_eq!(base(word), word);
        }
    }
}
