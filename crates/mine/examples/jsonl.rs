//! scratch
use mine::*;
fn esc(s: &str) -> String {
    let mut o = String::from("\"");
    for c in s.chars() {
        match c {
            '"' => o.push_str("\\\""),
            '\\' => o.push_str("\\\\"),
            c if (c as u32) < 32 => o.push_str(&format!("\\u{:04x}", c as u32)),
            c => o.push(c),
        }
    }
    o.push('"');
    o
}
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let together = args[0] == "-t";
    let verbose = args[0] == "-v";
    let args = if together || verbose { &args[1..] } else { &args[..] };
    let deb = std::fs::read(&args[0]).unwrap();
    let files: Vec<(String, Vec<u8>)> =
        args[1..].iter().map(|a| (a.rsplit('/').next().unwrap().to_string(), std::fs::read(a).unwrap())).collect();
    let src: Vec<SourceFile> = files.iter().map(|(n, b)| SourceFile { name: n, bytes: b }).collect();
    let batches: Vec<Vec<SourceFile>> = if together { vec![src] } else { src.into_iter().map(|s| vec![s]).collect() };
    for b in batches {
        let m = mine(SourceFile { name: "debate.toml", bytes: &deb }, &b);
        for d in &m.diagnostics {
            eprintln!("{d}");
        }
        let Some(c) = m.corpus else { return };
        for v in c.check() {
            eprintln!("VIOLATION {v}");
        }
        for (ai, a) in c.articles.iter().enumerate() {
            let sp = |s: corpus::Span| {
                let (x, y) = s.code_points(&a.text).unwrap();
                format!("{{\"start\":{x},\"end\":{y},\"text\":{}}}", esc(a.words(s)))
            };
            let osp = |s: Option<corpus::Span>| s.map_or("null".into(), sp);
            let sts: Vec<String> = c.statements.iter().filter(|s| s.article.get() == ai).map(|s| {
                let claim = s.components.iter().any(|c| c.kind == corpus::ComponentKind::Claim);
                let prem = s.components.iter().any(|c| c.kind == corpus::ComponentKind::Premise);
                let part = match (claim, prem) { (true, true) => "\"both\"", (true, false) => "\"claim\"", (false, true) => "\"premise\"", _ => "null" };
                if verbose { eprintln!("---- {:?} {:?} {:?} side {:?} arg {}", c.speaker_of(s).map(|s| (s.name.to_string(), s.kind, s.affiliation.as_ref().map(|a|a.to_string()))), s.quotation, s.role.map(|r| a.words(r)), s.side.map(|x| c.debate.sides[x.get()].id.to_string()), s.argument);
                    for x in &s.spans { eprintln!("   > {}", a.words(*x)); }
                    for w in &s.why { eprintln!("      {:?} {} {:?} {:?} {}", w.of, &*w.rule, w.words.map(|w| a.words(w)), w.side, w.weight); } }
                format!("{{\"spans\":[{}],\"kind\":\"{}\",\"source\":{},\"cue\":{},\"speaker\":{},\"role\":{},\"argument\":{},\"side\":{},\"part\":{part}}}",
                    s.spans.iter().map(|s| sp(*s)).collect::<Vec<_>>().join(","),
                    match s.quotation { corpus::Quotation::Direct => "direct", corpus::Quotation::Mixed => "mixed", _ => "indirect" },
                    osp(s.source), osp(s.cue), c.speaker_of(s).map_or("null".into(), |s| esc(&s.name)), s.role.map_or("null".into(), |r| esc(a.words(r))),
                    s.argument, s.side.map_or("null".into(), |x| esc(&c.debate.sides[x.get()].id)))
            }).collect();
            println!("{{\"file\":{},\"statements\":[{}]}}", esc(&a.file), sts.join(","));
        }
    }
}
