//! The first words of a text, for whoever has no room for all of them.

/// The first words, at most about `length` characters, with an ellipsis where something is left out.
pub fn opening(text: &str, length: usize) -> String {
    let mut opening = String::new();
    for word in text.split_whitespace() {
        if !opening.is_empty() {
            if opening.chars().count() + word.chars().count() >= length {
                return opening + "…";
            }
            opening.push(' ');
        }
        opening.push_str(word);
    }
    opening
}

#[cfg(test)]
mod tests {
    use super::opening;

    #[test]
    fn an_opening_ends_with_a_word() {
        assert_eq!(opening("One two  three", 50), "One two three");
        assert_eq!(opening("One two three", 8), "One two…");
        assert_eq!(opening("Unbelievablylongword and more", 8), "Unbelievablylongword…");
        assert_eq!(opening("", 8), "");
    }
}
