//! Every word that the interface says of its own, in every language that it speaks.
//!
//! A language is a value of [`Words`]: one that lacks a text does not compile. Texts are templates: `{0}`, `{1}` stand
//! for what is filled in (see [`fill`]); what is counted has two forms, for one and for any other number, parted by `|`
//! (see [`Site::counted`](crate::Site)). What the corpus says (articles, names, the labels of sides and themes) is data
//! and stays in its own language.

mod english;
mod german;
mod locale;
mod rules;
#[cfg(test)]
mod tests;

pub use locale::Locale;

use std::fmt::Display;

use corpus::Rule;
use yew::prelude::*;

/// The language of what articles say (BCP 47): the miner reads English.
pub(crate) const CORPUS: &str = "en";

/// Declares a set of texts. In tests each tells its texts by name, so that languages can be compared.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$text_doc:meta])* $text:ident,)* }) => {
        $(#[$doc])*
        pub(crate) struct $name {
            $($(#[$text_doc])* pub(crate) $text: &'static str,)*
        }

        impl $name {
            #[cfg(test)]
            pub(super) fn texts(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((concat!(stringify!($name), ".", stringify!($text)), self.$text),)*]
            }
        }
    };
}

/// Declares the sets of texts that make up a language.
macro_rules! rooms {
    ($($(#[$doc:meta])* $room:ident: $set:ident,)*) => {
        /// A language: its texts, by the part of the page that they stand in.
        pub(crate) struct Words {
            /// The names of the months, January first.
            pub(crate) months: [&'static str; 12],
            /// By what an inference was made, said in a line.
            pub(crate) rule: fn(Rule) -> &'static str,
            $($(#[$doc])* pub(crate) $room: $set,)*
        }

        #[cfg(test)]
        impl Words {
            pub(super) fn texts(&self) -> Vec<(&'static str, &'static str)> {
                [$(self.$room.texts()),*].concat()
            }
        }
    };
}

// Behind the macro that it uses.
mod about;

use about::About;

rooms! {
    /// What several parts of the page say.
    common: Common,
    /// Above and below every page.
    frame: Frame,
    /// A statement's card.
    card: Card,
    /// Why a statement stands where it stands.
    why: Why,
    /// Home and what selects among its arguments.
    sides: Sides,
    /// An argument beside what answers it.
    pairs: Pairs,
    /// What the debate turns on.
    themes: Themes,
    /// Arguments over time.
    timeline: Timeline,
    /// Who speaks: all, one, several side by side.
    speakers: Speakers,
    /// Articles: all, one, and how even-handed they are.
    articles: Articles,
    /// What a reader has collected.
    collection: Collection,
    /// Keys and what they do.
    keys: Keys,
    /// What this is.
    about: About,
    /// No page has this address.
    missing: Missing,
}

words! {
    /// What several parts of the page say.
    Common {
        neither,
        neither_summary,
        quoted,
        partly_quoted,
        reported,
        claim,
        premise,
        news_article,
        background_report,
        arguments,
        statements,
        all_statements,
        articles,
        unnamed_speaker,
        /// As the language sets off a reader’s own words.
        in_quotes,
    }
}

words! {
    /// Above and below every page.
    Frame {
        skip_to_content,
        skip_to_arguments,
        parts,
        sides,
        pairs,
        themes,
        timeline,
        articles,
        speakers,
        collection,
        about,
        /// Before the languages.
        language,
        made_with,
        how,
    }
}

words! {
    /// A statement's card.
    Card {
        edited,
        themes,
        not_an_argument,
        claim_and_premise,
        claim,
        premise,
        /// How it is quoted, the reporting words, what its parts do.
        kind_with_cue,
        kind,
    }
}

words! {
    /// Why a statement stands where it stands.
    Why {
        why_here,
        no_speaker,
        speaker_settled,
        speaks,
        speaks_plainly,
        left_open,
        not_an_argument,
        side_settled,
        side_decided,
        /// The side, how surely, how many signs.
        stands,
        very_clearly,
        clearly,
        narrowly,
        signs,
        runner_up,
        no_runner_up,
        /// One is told apart from others by its number alone: what is counted may be a fraction.
        points,
        decimal_mark,
        what_points_are,
        added,
        settled,
        statement,
        speaker,
        argument,
        side,
        themes,
        /// Which one, and the rule.
        theme,
        parts,
        report,
        how_to_report,
        what_is_wrong,
        wrong_side,
        wrong_speaker,
        wrong_themes,
        no_argument,
        wrong_words,
        which_side,
        who_speaks,
        which_themes,
        why_wrong,
        no_reason,
        entry,
        say_who,
        copy,
        copied,
        not_copied,
    }
}

words! {
    /// Home and what selects among its arguments.
    Sides {
        position,
        every_side,
        choose,
        search,
        search_hint,
        more_filters,
        fewer_filters,
        in_use,
        show_results,
        theme,
        speaker,
        affiliation,
        quotation,
        component,
        kind,
        outlet,
        article,
        year,
        month,
        find_value,
        all_values,
        fewer_values,
        no_value,
        leave_out,
        time,
        from,
        to,
        date_hint,
        date_wrong,
        on_timeline,
        certainty,
        sure_any,
        sure_two,
        sure_three,
        sure_settled,
        sort,
        oldest,
        newest,
        by_speaker,
        relevance,
        group,
        no_group,
        group_theme,
        group_speaker,
        group_article,
        no_theme,
        who_argues_what,
        everything,
        lead,
        and,
        unscripted,
        arguments,
        in_turn,
        nothing_here,
        nothing,
        matches_of_arguments,
        matches_of_statements,
        on_neither,
        on_side,
        or,
        that_by,
        that_of,
        that_on,
        that_is,
        that_in,
        not_by,
        not_of,
        not_on,
        not_is,
        not_in,
        span,
        since,
        until,
        matching,
        not_on_site,
        also_neither,
        show_neither,
        in_use_label,
        remove,
        clear,
        more,
        all_on_one_page,
    }
}

words! {
    /// An argument beside what answers it.
    Pairs {
        heading,
        lead,
        unscripted,
        no_pairs,
        filter,
        by_theme,
        by_basis,
        all,
        stated,
        similar,
        stated_lead,
        similar_lead,
        argument,
        answer,
        perhaps_answer,
        article_says,
        our_guess,
        our_guess_plain,
        near_words,
        near_together,
        near_both,
        none_chosen,
        shown_of,
        show_more,
        of_one,
        all_pairs,
        answered_where,
        similar_to_it,
        near_it,
        near_lead,
        nothing_near,
        no_side,
        answers_itself,
        related,
        answers_verb,
        answered_by,
        supports,
        supported_by,
        much_the_same,
        says_so,
        guess_answer,
        guess_same,
        what_answers,
        count_stated,
        count_similar,
    }
}

words! {
    /// What the debate turns on.
    Themes {
        heading,
        lead,
        overlap,
        theme,
        speakers,
        most_heard,
        none,
        speaker_count,
        times,
        crumb,
        summary,
        answered,
        most_heard_here,
        also_unnamed,
        restated,
        restated_lead,
        restated_none,
        made,
        made_unnamed,
        made_named_and_not,
        other_times,
        others,
        all_arguments,
    }
}

words! {
    /// Arguments over time.
    Timeline {
        heading,
        lead,
        without_filters,
        stretch,
        decade,
        read,
        scale,
        by_day,
        by_month,
        by_year,
        by_decade,
        draggable,
        plot,
        range,
        from,
        to,
        from_slider,
        to_slider,
        whole_time,
        hint,
        no_date,
        reversed,
        table,
        time,
        articles,
        more_articles,
        no_article,
    }
}

words! {
    /// Who speaks: all, one, several side by side.
    Speakers {
        heading,
        compare,
        lead,
        speakers,
        show_all,
        named,
        groups,
        groups_lead,
        choose,
        name,
        side,
        any_side,
        kind,
        any_kind,
        order,
        most_said,
        by_name,
        first_heard,
        person,
        organisation,
        group,
        document,
        author,
        years,
        show_more,
        the_rest,
        tick,
        compare_these,
        one_more,
        changes,
        changes_lead,
        turn,
        turn_in_article,
        compare_with,
        choose_two,
        choose_another,
        on_themes,
        shared_themes,
        remove,
        no_theme,
        same_side,
        different_sides,
        mixed_sides,
        nothing,
        more_statements,
        add,
        add_button,
        type_a_name,
        already,
        added,
        several,
        nobody,
    }
}

words! {
    /// Articles: all, one, and how even-handed they are.
    Articles {
        heading,
        news,
        background,
        news_lead,
        background_lead,
        news_articles,
        background_reports,
        by,
        no_publisher,
        at_publisher,
        background_note,
        marked,
        first,
        last,
        previous,
        next,
        step,
        to_margin,
        to_words,
        statements_here,
        sources,
        balance,
        balance_lead,
        by_publisher,
        arguments,
        speakers,
        words_quoted,
        /// A part, the whole, the share in percent.
        part,
        none,
    }
}

words! {
    /// What a reader has collected.
    Collection {
        heading,
        collect,
        collected,
        kept,
        fleeting,
        unscripted,
        empty,
        statements,
        handout,
        print,
        share,
        share_hint,
        link,
        clear,
        undo,
        note,
        up,
        down,
        remove,
        gone,
        shared_heading,
        shared,
        add,
        show_own,
        sources,
        written_from,
        on_this_site,
        was_collected,
        was_removed,
        was_moved,
        was_added,
        was_cleared,
        was_restored,
        was_copied,
    }
}

words! {
    /// Keys and what they do.
    Keys {
        heading,
        show,
        close,
        everywhere,
        cards,
        article,
        search,
        help,
        clear,
        next,
        previous,
        left,
        right,
        collect,
        open,
        next_mark,
        previous_mark,
        arrows,
        singles,
    }
}

words! {
    /// No page has this address.
    Missing {
        title,
        no_such_page,
        reason,
        see_all,
    }
}

/// A template with its `{0}`, `{1}` and so on filled in.
pub(crate) fn fill(template: &str, values: &[&dyn Display]) -> String {
    let mut text = String::new();
    for piece in pieces(template) {
        match piece {
            Piece::Text(words) => text.push_str(words),
            Piece::Slot(n) => text.push_str(&values.get(n).map(ToString::to_string).unwrap_or_default()),
        }
    }
    text
}

/// The same with elements: a link inside a sentence, a name in its own language.
pub(crate) fn fill_html(template: &'static str, values: &[Html]) -> Html {
    pieces(template)
        .map(|piece| match piece {
            Piece::Text(words) => html! { { words } },
            Piece::Slot(n) => values.get(n).cloned().unwrap_or_default(),
        })
        .collect()
}

/// The form of a counted text that goes with a number.
pub(crate) fn form(forms: &'static str, n: usize) -> &'static str {
    let (one, many) = forms.split_once('|').unwrap_or((forms, forms));
    if n == 1 { one } else { many }
}

enum Piece<'t> {
    Text(&'t str),
    Slot(usize),
}

/// A template, taken apart. It has no braces but those of slots.
fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    template.split('{').enumerate().flat_map(|(n, piece)| {
        let slot = piece.split_once('}').and_then(|(slot, rest)| Some((slot.parse().ok()?, rest)));
        let (slot, text) = match slot {
            Some((slot, rest)) if n > 0 => (Some(Piece::Slot(slot)), rest),
            _ => (None, piece),
        };
        slot.into_iter().chain([Piece::Text(text)])
    })
}
