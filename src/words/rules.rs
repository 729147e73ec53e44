//! The miner's rules in German. In English they say themselves what they are.

use corpus::Rule;

/// A rule in German, for people who read newspapers.
pub(super) fn in_german(rule: Rule) -> &'static str {
    match rule {
        Rule::NamedByEditor => "die Redaktion hat den Sprecher benannt",
        Rule::AuthorsVoice => "der Artikel vertritt dies in der eigenen Stimme seines Verfassers",
        Rule::GoesOn => "es setzt fort, was derselbe Sprecher eben sagte",
        Rule::Named => "der Artikel nennt, wer spricht",
        Rule::ListedName => "einer der Namen, unter denen der Herausgeber dieser Website den Sprecher kennt",
        Rule::Surname => "der Nachname einer Person, die der Artikel mit vollem Namen nennt",
        Rule::PersonsSurname => "ein Nachname, mit dem der Artikel eine Person meint",
        Rule::Abbreviation => "die Kurzform eines Namens, den der Artikel ausschreibt",
        Rule::Unnamed => "der Artikel beschreibt den Sprecher, nennt aber keinen Namen",
        Rule::NamesOfList => "eine Aufzählung von Personen, die der Artikel nennt",
        Rule::LastTwoNamed => "die beiden zuletzt genannten Personen",
        Rule::SoManyTogether => "so viele hat der Artikel zusammen genannt",
        Rule::SoManyInParagraph => "so viele Personen hat der Absatz genannt",
        Rule::HeardTogether => "diejenigen, die zuletzt zusammen zu Wort kamen",
        Rule::NamedTogether => "diejenigen, die der Artikel zusammen genannt hat",
        Rule::Counted => "eine Gruppe, deren Zahl der Artikel genannt hat",
        Rule::Spokesperson => "für wen die Sprecherin oder der Sprecher spricht",
        Rule::OwnWords => "von wem diese Worte sind",
        Rule::DocumentsAuthor => "wer das Schriftstück verfasst hat, wie der Artikel sagt",
        Rule::DocumentLastHeard => "das zuletzt angeführte Schriftstück",
        Rule::OrganisationOfSentence => "die Organisation, von der ein früherer Satz handelt",
        Rule::OrganisationOfParagraph => "die Organisation, die der Absatz zuletzt genannt hat",
        Rule::OrganisationCalledSo => "die zuletzt genannte Organisation, die so heißt",
        Rule::OrganisationLastHeard => "die Organisation, die zuletzt zu Wort kam",
        Rule::ItSentence => "„it“ steht für das, wovon ein früherer Satz handelt",
        Rule::ItLastHeard => "„it“ steht für die zuletzt angeführte Organisation oder Schrift",
        Rule::TheySentence => "„they“ steht für diejenigen, von denen ein früherer Satz handelt",
        Rule::TheyLastHeard => "„they“ steht für diejenigen, die zuletzt zu Wort kamen",
        Rule::PersonOfSentence => "die Person, von der ein früherer Satz handelt",
        Rule::PersonLastHeard => "die Person, die zuletzt zu Wort kam",
        Rule::PersonLastNamed => "die zuletzt genannte Person",
        Rule::OnlyPersonNamed => "die einzige Person, die dieser Absatz nennt",
        Rule::DescribedPerson => "eine Beschreibung der Person, die zuletzt zu Wort kam",
        Rule::HeardInRole => "wer zuletzt in dieser Rolle zu Wort kam",
        Rule::RoleOfNamed => "die Rolle einer Person, die der Artikel nennt",
        Rule::NobodyElseNamed => "seit dieser Person wurde niemand anderes genannt",
        Rule::WhoLeftOpen => "offen: Der Artikel lässt nicht erkennen, wen diese Worte meinen",
        Rule::NoSource => "offen: Der Artikel sagt nicht, wer spricht",
        Rule::LearnedSource => {
            "keine feste Regel fand den Sprecher, sondern ein Programm, das aus anderen Nachrichten gelernt hat"
        }
        Rule::LearnedStatement => {
            "keine feste Regel fand dies, sondern ein Programm, das aus anderen Nachrichten gelernt hat"
        }
        Rule::TakesAStand => "die einleitenden Worte sprechen für oder gegen etwas",
        Rule::SaysItArgues => "das einleitende Wort sagt, dass argumentiert wird",
        Rule::ArguesForASide => "Worte, die für eine Seite sprechen",
        Rule::Judges => "ein Wort, das urteilt, warnt oder fordert",
        Rule::SpeakerTakesASide => {
            "der Sprecher steht bekanntlich auf einer Seite, und dies ist mehr als eine Nachricht"
        }
        Rule::ToTheQuestion => "es äußert sich zur Frage der Debatte",
        Rule::DeclinesToComment => "der Sprecher will sich nicht äußern",
        Rule::NothingArgues => "nichts darin urteilt, warnt, fordert oder argumentiert zur Frage der Debatte",
        Rule::WordsForSide => "Worte, die für diese Seite sprechen",
        Rule::AgainstWords => "spricht gegen das, was für die andere Seite spricht",
        Rule::ForTarget => "spricht für jemanden oder etwas auf dieser Seite",
        Rule::AgainstTarget => "spricht gegen jemanden oder etwas auf der anderen Seite",
        Rule::Negated => "zählt nicht, denn es ist verneint",
        Rule::Disputed => "zählt nicht, denn es ist die Behauptung anderer",
        Rule::Conceded => "zählt nicht, denn es wird nur eingeräumt",
        Rule::KnownPosition => "der Sprecher vertritt diese Haltung bekanntlich",
        Rule::KnownOffice => "Amt oder Arbeitgeber des Sprechers vertritt diese Haltung bekanntlich",
        Rule::OtherStatements => "andere Aussagen des Sprechers in diesem Artikel sprechen für diese Seite",
        Rule::LeansAnotherWay => {
            "offen: Die Worte weisen in eine andere Richtung als die bekannte Haltung des Sprechers"
        }
        Rule::NoneAhead => "offen: Zu wenig spricht für die eine Seite und nicht für eine andere",
        Rule::NothingSettles => "offen: Nichts darin weist auf eine Seite",
        Rule::Reason => "ein Wort wie „because“ leitet eine Begründung ein",
        Rule::PlainSentence => "ein schlichter Satz neben dem, der behauptet, gibt die Begründung",
        Rule::ThemeWords => "Worte dieses Themas",
    }
}
