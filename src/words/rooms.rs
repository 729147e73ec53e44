//! Which texts there are, by the part of the page that says them.

use corpus::Rule;
use export::{Format, Part};

use super::about::About;
use super::sides::Sides;
use super::speakers::Speakers;
use super::why::Why;

rooms! {
    /// What several parts of the page say.
    common: Common,
    /// Where words come later than the page.
    arrivals: Arrivals,
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
    /// Taking away what a page shows.
    takeaway: Takeaway,
    /// Arguments in a frame on somebody else's page.
    embed: Embed,
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
        show_more,
        /// Where a list ends on paper: how much of it is there, of how much.
        list_ends,
    }
}

words! {
    /// Where words come later than the page.
    Arrivals {
        on_their_way,
        not_fetched,
        try_again,
        search_waits,
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
        copy,
        copied,
        /// Names the field with what the browser did not let us copy.
        to_copy,
        link,
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
        perhaps_answers,
        perhaps_answered_by,
        supports,
        supported_by,
        much_the_same,
        says_so,
        guess_answer,
        guess_same,
        what_answers,
        nearest_other,
        no_such,
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
        the_rest,
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
        /// Before a note, in whoever's hands.
        noted,
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
        /// What is held; then what was left out.
        was_full,
        left_out,
        was_cleared,
        was_restored,
        was_copied,
    }
}

words! {
    /// Taking away what a page shows.
    Takeaway {
        heading,
        everywhere,
        one_file,
        schema,
        /// What there is: `438 statements`.
        what,
        format,
        /// How a format is made, and what it leaves out.
        leaves_out,
        download,
        writing,
        done,
        failed,
    }
}

words! {
    /// Arguments in a frame on somebody else's page.
    Embed {
        heading,
        /// Where it is told of: with what the button is called.
        everywhere,
        what,
        markup,
        copied,
        look,
        resizing,
        /// Which debate they are of: `From “Encryption”.`
        source,
        open,
        gone,
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
