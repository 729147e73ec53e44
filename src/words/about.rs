//! What the page about the site says, in every language.

words! {
    /// What this is.
    About {
        heading,
        /// Before the debate's question.
        lead,
        sides,
        holds,
        not_arguments,
        how,
        how_read,
        how_weighed,
        how_sure,
        how_related,
        how_alike,
        how_verbatim,
        searching,
        searching_words,
        searching_exact,
        searching_facets,
        searching_order,
        trust,
        trust_side,
        trust_places,
        trust_edited,
        trust_voice,
        trust_selection,
        right,
        right_marked,
        /// Articles that were looked at while rules were written.
        looked_at,
        held_back,
        found,
        marked,
        speaker,
        side,
        opposite,
        right_reports,
        corrected,
        wrong_speaker,
        wrong_side,
        wrong_opposite,
        wrong_cut,
        missed,
        right_best,
        privacy,
        privacy_requests,
        privacy_kept,
        kept_collection,
        kept_language,
        kept_keys,
        privacy_offline,
        privacy_stays,
    }
}

/// In English.
pub(super) const ENGLISH: About = About {
    heading: "About this site",
    lead: "Who argues what about one question, on which side, in the words of the articles, and where they stand:",
    sides: "The sides",
    holds: "What it holds",
    not_arguments: "of which not arguments",
    how: "How a statement comes to be here",
    how_read: "When the site was built, a program read {0} and looked for words that report what somebody said: quotation \
        marks, verbs such as “said” or “warned”, phrases such as “according to”; a model that had learned from other news \
        looked for more. It settled who is meant by a surname, a title or a pronoun.",
    how_weighed: "It then asked whether the words take a position, which of them claim and which are premises, the reasons \
        given for a claim, which side they argue for and what they turn on. “{0}” on each card shows the words and rules \
        that it went by.",
    how_sure: "How sure a side is says by how much the evidence for it outweighs the rest. It is no measure of how good or how \
        true an argument is. You can leave out what is less sure.",
    how_related: "A card says which argument it answers or supports where the article says so, or where two sides use much \
        the same words on one theme; the latter is a guess, and marked as such.",
    how_alike: "Arguments that share most of their words may be the same one told twice. That, too, is a guess by the words \
        alone, and marked as such.",
    how_verbatim: "A statement has no text of its own. It is a set of places in its article, and the page shows what stands \
        there; the build fails where that is not so.",
    searching: "What a search finds",
    searching_words: "All that you type must be in the words of a statement, or in the name, role or organisation of who says it. \
        A word is found in its forms, the one that you are typing also as the beginning of another. What is spelt so nowhere may \
        be mistyped: then what is nearly so is shown, and the page says so.",
    searching_exact: "Words in quotation marks are found just as they are, next to each other; -\u{2060}word leaves out what has it.",
    searching_facets: "One of these, followed by a value, narrows what is shown: {0}. Of several of \
        one kind, one must fit. With a - before it, it leaves out: -\u{2060}year:2015.",
    searching_order: "In the order “{0}”, what you typed counts for more the rarer it is, in a name more than in a statement, and as \
        it stands more than in another form.",
    trust: "How far to trust it",
    trust_side: "The side is judged from the words of the statement, or else from whom or what it speaks for or against. Where \
        its speaker is known to stand counts as much as a phrase, and settles it where no word speaks against that. Else \
        the statement stands on neither side.",
    trust_places: "A program can miss a statement, cut it too short or too long, or take a name for another. Every card leads \
        to its place in the article: read it there before you rely on it.",
    trust_edited: "“Edited” marks what the publisher corrected or added by hand; “{0}” gives the reason.",
    trust_voice: "What a news report says in its own voice is not shown; what the author of an opinion piece argues is.",
    trust_selection: "The selection of articles is the publisher’s. Counts say how often something was said in them, not how \
        many people hold it or who is right.",
    right: "How often it is right",
    right_marked: "People marked by hand who says what in news articles about one debate, that over access to encrypted \
        communications. Some articles were looked at while the program was written, others held back: an article that is \
        new to it is nearer to these. In percent:",
    looked_at: "Looked at",
    held_back: "Held back",
    found: "Of what people marked, found",
    marked: "Of what is found, marked by people too",
    speaker: "… and with the right speaker",
    side: "Of arguments found, right in speaker and side",
    opposite: "Of arguments on a side, put on the opposite one",
    right_reports: "The background reports that it comes with were written, and marked by hand, by people who had not seen what \
        it makes of them. Rules were then mended with most reports in sight. What still needs a correction, themes included:",
    corrected: "… corrected in any respect",
    wrong_speaker: "… with the wrong speaker",
    wrong_side: "… on the wrong side, or wrongly on a side or on none",
    wrong_opposite: "… of these on the opposite side",
    wrong_cut: "… cut too long or too short",
    missed: "… not found",
    right_best: "It is at its best with words in quotation marks, and at its weakest where a report gives them in its own, \
        where the speaker is named later or not at all, and with irony.",
    privacy: "Your privacy",
    privacy_requests: "The page makes no request to anybody but the site that it came from, and sets no cookie. What you filter \
        and search for stands in the address: whoever hosts the site can see it when you load a page there, nobody else \
        unless you share it.",
    privacy_kept: "Your browser keeps, on your device and only once you use them:",
    kept_collection: "what you collect, with your notes, until you clear it on the page “{0}”;",
    kept_language: "the language that you choose;",
    kept_keys: "whether single keys are shortcuts, if you change that.",
    privacy_offline: "The site itself may be kept there, too, so that it opens without a network: its pages, and nothing of what you do on them.",
    privacy_stays: "None of this is sent to anybody; what you copy, a link to your collection or a report of a mistake, goes where you \
        take it. All of it is gone when you clear the data of this site in your browser.",
};

/// In German.
pub(super) const GERMAN: About = About {
    heading: "Über diese Website",
    lead: "Wer zu einer Frage was vertritt, auf welcher Seite, in den Worten der Artikel, und wo sie stehen:",
    sides: "Die Seiten",
    holds: "Was sie enthält",
    not_arguments: "davon keine Argumente",
    how: "Wie eine Aussage hierher kommt",
    how_read: "Als die Website gebaut wurde, las ein Programm {0} und suchte nach Worten, die wiedergeben, was jemand sagte: \
        Anführungszeichen, Verben wie „said“ oder „warned“, Wendungen wie „according to“; ein Modell, das aus anderen \
        Nachrichten gelernt hatte, suchte nach mehr. Es klärte, wen ein Nachname, ein Titel oder ein Pronomen meint.",
    how_weighed: "Dann fragte es, ob die Worte Stellung beziehen, welche von ihnen behaupten und welche begründen, für welche \
        Seite sie sprechen und worum es ihnen geht. „{0}“ auf jeder Karte zeigt die Worte und Regeln, nach denen es \
        ging.",
    how_sure: "Wie sicher eine Seite ist, sagt, um wie viel die Belege für sie das Übrige überwiegen. Wie gut oder wie wahr ein \
        Argument ist, sagt es nicht. Weniger Sicheres können Sie weglassen.",
    how_related: "Eine Karte nennt das Argument, auf das sie antwortet oder das sie stützt, wenn der Artikel das sagt oder wenn \
        zwei Seiten zu einem Thema weitgehend dieselben Worte gebrauchen; Letzteres ist eine Vermutung und so \
        gekennzeichnet.",
    how_alike: "Argumente, die die meisten ihrer Worte teilen, sind vielleicht dasselbe, zweimal erzählt. Auch das ist eine \
        Vermutung allein nach den Worten und so gekennzeichnet.",
    how_verbatim: "Eine Aussage hat keinen eigenen Text. Sie besteht aus Stellen ihres Artikels, und die Seite zeigt, was dort \
        steht; ist das nicht so, lässt sich die Website nicht bauen.",
    searching: "Was eine Suche findet",
    searching_words: "Alles, was Sie eingeben, muss in den Worten einer Aussage stehen oder in Name, Amt oder Organisation dessen, der \
        sie macht. Ein Wort wird in seinen Formen gefunden, das letzte auch als Anfang eines anderen. Was nirgends so steht, ist \
        vielleicht vertippt: Dann erscheint, was beinahe so geschrieben wird, und die Seite sagt es.",
    searching_exact: "Wörter in Anführungszeichen werden genau so gefunden, nebeneinander; -\u{2060}Wort lässt weg, was es enthält.",
    searching_facets: "Eines von diesen mit einem Wert dahinter schränkt ein, was erscheint: {0}. Von mehreren derselben Art \
        muss eines zutreffen. Mit einem - davor lässt es weg: -\u{2060}year:2015.",
    searching_order: "In der Reihenfolge „{0}“ zählt das Eingegebene umso mehr, je seltener es ist, in einem Namen mehr als in einer \
        Aussage, und wie es dasteht mehr als in anderer Form.",
    trust: "Wie weit man ihr trauen kann",
    trust_side: "Die Seite wird nach den Worten der Aussage beurteilt, oder danach, für oder gegen wen oder was sie spricht. Wo \
        ihr Sprecher bekanntlich steht, zählt so viel wie eine Wendung und entscheidet, wenn kein Wort dagegen spricht. \
        Sonst steht die Aussage auf keiner Seite.",
    trust_places: "Ein Programm kann eine Aussage übersehen, sie zu kurz oder zu lang schneiden oder einen Namen mit einem \
        anderen verwechseln. Jede Karte führt zu ihrer Stelle im Artikel: Lesen Sie dort nach, bevor Sie sich darauf \
        verlassen.",
    trust_edited: "„Bearbeitet“ kennzeichnet, was der Herausgeber von Hand berichtigt oder ergänzt hat; „{0}“ nennt den Grund.",
    trust_voice: "Was ein Nachrichtenartikel selbst sagt, wird nicht gezeigt; was der Verfasser eines Meinungsbeitrags \
        vertritt, schon.",
    trust_selection: "Die Artikel hat der Herausgeber ausgewählt. Zahlen sagen, wie oft etwas darin gesagt wurde, nicht, wie \
        viele es vertreten oder wer recht hat.",
    right: "Wie oft es stimmt",
    right_marked: "Menschen haben von Hand gekennzeichnet, wer in Nachrichtenartikeln über eine Debatte, die über Zugriff auf \
        verschlüsselte Kommunikation, was sagt. Manche Artikel wurden beim Schreiben des Programms angesehen, andere \
        verdeckt gehalten: Ein Artikel, der ihm neu ist, kommt diesen näher. In Prozent:",
    looked_at: "Angesehen",
    held_back: "Verdeckt",
    found: "Vom Gekennzeichneten gefunden",
    marked: "Vom Gefundenen auch gekennzeichnet",
    speaker: "… und mit dem richtigen Sprecher",
    side: "Von gefundenen Argumenten richtig in Sprecher und Seite",
    opposite: "Von Argumenten auf einer Seite auf die andere gestellt",
    right_reports: "Die mitgelieferten Hintergrundberichte wurden von Menschen geschrieben und von Hand gekennzeichnet, die nicht \
        gesehen hatten, was das Programm daraus macht. Danach wurden Regeln verbessert, die meisten Berichte vor Augen. Was \
        noch zu berichtigen ist, Themen eingeschlossen:",
    corrected: "… in irgendeiner Hinsicht berichtigt",
    wrong_speaker: "… mit dem falschen Sprecher",
    wrong_side: "… auf der falschen Seite oder zu Unrecht auf einer oder keiner",
    wrong_opposite: "… davon auf der anderen Seite",
    wrong_cut: "… zu lang oder zu kurz geschnitten",
    missed: "… nicht gefunden",
    right_best: "Am besten ist es bei Worten in Anführungszeichen, am schwächsten, wo ein Bericht sie in eigene fasst, wo der \
        Sprecher später oder gar nicht genannt wird, und bei Ironie.",
    privacy: "Ihre Privatsphäre",
    privacy_requests: "Die Seite fragt bei niemandem an als bei der Website, von der sie kommt, und setzt kein Cookie. Wonach Sie \
        filtern und suchen, steht in der Adresse: Wer die Website betreibt, kann es sehen, wenn Sie dort eine Seite laden, \
        sonst niemand, wenn Sie sie nicht weitergeben.",
    privacy_kept: "Ihr Browser behält auf Ihrem Gerät, und erst wenn Sie davon Gebrauch machen:",
    kept_collection: "was Sie sammeln, mit Ihren Notizen, bis Sie es auf der Seite „{0}“ löschen;",
    kept_language: "die Sprache, die Sie wählen;",
    kept_keys: "ob einzelne Tasten etwas auslösen, wenn Sie das ändern.",
    privacy_offline: "Auch die Website selbst kann dort aufbewahrt sein, damit sie ohne Netz aufgeht: ihre Seiten, und nichts von dem, was Sie auf ihnen tun.",
    privacy_stays: "Nichts davon wird an jemanden gesendet; was Sie kopieren, einen Link auf Ihre Sammlung oder eine Fehlermeldung, geht \
        dorthin, wohin Sie es bringen. Alles ist fort, wenn Sie die Daten dieser Website im Browser löschen.",
};
