//! The rules by which the miner infers something, for the page to say them in the reader's language.

use serde::{Deserialize, Serialize};

/// Declares the rules, each with its English words.
macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident => $english:literal,)+) => {
        /// What an inference went by. The corpus carries a byte of it, and whoever shows it the words.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Rule {
            $($(#[$doc])* $rule,)+
        }

        impl Rule {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$rule),+];

            /// The rule in English, for people who read newspapers. The words that it went by may follow after a colon.
            pub const fn english(self) -> &'static str {
                match self {
                    $(Self::$rule => $english,)+
                }
            }
        }
    };
}

rules! {
    // Who speaks.
    /// The editor named the speaker.
    NamedByEditor => "the editor named the speaker",
    /// The author argues, not somebody whom he quotes.
    AuthorsVoice => "the article argues this in its author’s own voice",
    /// The words before it have this speaker, and it has no source of its own.
    GoesOn => "it goes on with what the same speaker said just before",
    /// The source is a name.
    Named => "the article names who speaks",
    /// The source is a name or an alias of an actor of the debate.
    ListedName => "one of the names by which this site’s publisher knows the speaker",
    /// The source is the surname of a full name of the article.
    Surname => "the surname of somebody whom the article names in full",
    /// The source is a name that the article treats as a surname.
    PersonsSurname => "a surname by which the article means a person",
    /// The source is an acronym of a full name of the article.
    Abbreviation => "short for a name that the article gives in full",
    /// The source is a description of somebody new.
    Unnamed => "the article describes the speaker but gives no name",
    /// The source is a list of people.
    NamesOfList => "a list of people whom the article names",
    /// “The two officials”: the last two people.
    LastTwoNamed => "the two people named last",
    /// “The four bakers”: a list of four names.
    SoManyTogether => "the article has named so many together",
    /// “The two”: the paragraph has named two people.
    SoManyInParagraph => "the paragraph has named so many people",
    /// “The two”: the last who spoke together.
    HeardTogether => "those who last spoke together",
    /// “The companies”: the last that were named in a list.
    NamedTogether => "those whom the article has named together",
    /// “The bakers”: the article has told of fifteen of them.
    Counted => "a group whose number the article has given",
    /// “The company’s spokesman”: the company.
    Spokesperson => "whom the spokesperson speaks for",
    /// “His letter”: he.
    OwnWords => "whose words they are",
    /// “The letter”: who wrote it, as the article tells.
    DocumentsAuthor => "who wrote the document, as the article tells",
    /// “The letter”: the last document that spoke.
    DocumentLastHeard => "the document cited last",
    /// “The company”: what an earlier sentence is about.
    OrganisationOfSentence => "the organisation that an earlier sentence is about",
    /// “The company”: the last acronym of the paragraph.
    OrganisationOfParagraph => "the organisation that the paragraph has named last",
    /// “The department”: the last name that ends in the word.
    OrganisationCalledSo => "the organisation called so that was named last",
    /// “The company”: the last organisation that spoke.
    OrganisationLastHeard => "the organisation that spoke last",
    /// “It”: what an earlier sentence is about.
    ItSentence => "“it” stands for what an earlier sentence is about",
    /// “It”: the last organisation or document that spoke.
    ItLastHeard => "“it” stands for the organisation or document cited last",
    /// “They”: several whom an earlier sentence is about.
    TheySentence => "“they” stands for those whom an earlier sentence is about",
    /// “They”: the last group or organisation that spoke.
    TheyLastHeard => "“they” stands for those who spoke last",
    /// “He”: the subject of an earlier sentence.
    PersonOfSentence => "the person whom an earlier sentence is about",
    /// “He”: the last person who spoke.
    PersonLastHeard => "the person who spoke last",
    /// “He”: the last person whom the article names.
    PersonLastNamed => "the person named last",
    /// “The official”: the paragraph names one person.
    OnlyPersonNamed => "the only person named in this paragraph",
    /// “The Conservative leader”: the last person, where nobody has been given that role.
    DescribedPerson => "a description of the person who spoke last",
    /// “The official”: the last speaker who was called so.
    HeardInRole => "who last spoke in that role",
    /// “The deputy director”: whose role it is.
    RoleOfNamed => "the role of somebody whom the article names",
    /// Words without a source, after this person’s.
    NobodyElseNamed => "nobody else has been named since this person spoke",
    /// There is a source, and it is not settled whom it means.
    WhoLeftOpen => "left open: the article does not make clear whom these words mean",
    /// There is no source.
    NoSource => "left open: the article does not say who speaks",
    /// Only the learned model found the source.
    LearnedSource => "no fixed rule found the speaker; a program that had learned from other news did",
    /// Only the learned model found the statement.
    LearnedStatement => "no fixed rule found this; a program that had learned from other news did",
    // Whether it is an argument.
    /// The cue is for or against something: “criticised”.
    TakesAStand => "the reporting words speak for or against something",
    /// The cue says that it argues: “argued”, “warned”.
    SaysItArgues => "the reporting word says that the speaker argues",
    /// Some words of it count for a side.
    ArguesForASide => "words that argue for a side",
    /// A word of it takes a stand: “threat”, “must”.
    Judges => "a word that judges, warns or demands",
    /// The position of the speaker is known.
    SpeakerTakesASide => "the speaker is known to take a side, and this is more than news",
    /// Something in it counts, though nothing of the above.
    ToTheQuestion => "it speaks to the question of the debate",
    /// “We do not comment on …”.
    DeclinesToComment => "the speaker declines to comment",
    /// None of the rules for arguments holds.
    NothingArgues => "nothing in it judges, warns, demands or argues about the question of the debate",
    // Which side it takes.
    /// A cue of a side.
    WordsForSide => "words that argue for this side",
    /// A cue of another side, spoken against.
    AgainstWords => "speaks against what argues for the other side",
    /// An actor or an aim of a side, spoken for.
    ForTarget => "speaks for somebody or something on this side",
    /// An actor or an aim of another side, spoken against.
    AgainstTarget => "speaks against somebody or something on the other side",
    /// A cue of a side that is negated.
    Negated => "does not count, as it is negated",
    /// A cue of a side that is put in others’ mouths.
    Disputed => "does not count, as it is what others claim",
    /// A cue of a side that is conceded.
    Conceded => "does not count, as the speaker only concedes it",
    /// The debate lists the speaker with a side.
    KnownPosition => "the speaker is known to hold this position",
    /// The debate lists the speaker’s office or employer with a side.
    KnownOffice => "the speaker’s office or employer is known to hold this position",
    /// The speaker’s other statements are on a side.
    OtherStatements => "the speaker’s other statements in this article argue for this side",
    /// The words and the speaker’s known position disagree.
    LeansAnotherWay => "left open: the words point another way than the speaker is known to stand",
    /// A side leads, but by too little.
    NoneAhead => "left open: not enough speaks for one side rather than another",
    /// Nothing counts for any side.
    NothingSettles => "left open: nothing in it points to a side",
    // What claims and what gives reasons; what it turns on.
    /// “Because”: what follows is a premise.
    Reason => "a word such as “because” introduces a reason",
    /// A sentence that claims nothing, beside one that does, is a premise.
    PlainSentence => "a plain sentence beside the one that claims gives the reason for it",
    /// A cue of a theme.
    ThemeWords => "words of this theme",
}
