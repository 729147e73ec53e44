//! What a reader takes away: which statements and articles, as what, and under which name. Who writes it is `bin/exporter.rs`, in a
//! worker; who asks for that is a hook.

use corpus::{ArticleIx, StatementIx};
use export::Format;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Array, Uint8Array, Uint32Array};

/// What is taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Taken {
    /// The statements, in order.
    pub(crate) statements: Vec<StatementIx>,
    /// Articles besides those in which these stand.
    pub(crate) articles: Vec<ArticleIx>,
    /// The file's name, without what tells its format.
    pub(crate) name: String,
}

/// What the worker is sent.
pub struct Order {
    /// A corpus as the page embeds it.
    pub corpus: Vec<u8>,
    /// Of one in pieces, the chunks that the page has, each once, by number: those that are needed are among them.
    pub words: Vec<(usize, Vec<u8>)>,
    /// What the file is to be.
    pub format: Format,
    /// What addresses in it begin with.
    pub site: String,
    /// Which statements, in order.
    pub statements: Vec<StatementIx>,
    /// Which articles besides theirs.
    pub articles: Vec<ArticleIx>,
}

impl Order {
    /// The order in a message; none in one that is something else.
    pub fn read(message: &JsValue) -> Option<Self> {
        let [corpus, words, format, site, statements, articles] =
            <[JsValue; 6]>::try_from(message.dyn_ref::<Array>()?.to_vec()).ok()?;
        let bytes = |value: &JsValue| value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
        let numbers = |value: &JsValue| value.dyn_ref::<Uint32Array>().map(Uint32Array::to_vec);
        let words = words.dyn_ref::<Array>()?.iter().map(|pair| {
            let [n, words] = <[JsValue; 2]>::try_from(pair.dyn_ref::<Array>()?.to_vec()).ok()?;
            Some((n.as_f64()? as usize, bytes(&words)?))
        });
        Some(Self {
            corpus: bytes(&corpus)?,
            words: words.collect::<Option<_>>()?,
            format: Format::parse(&format.as_string()?)?,
            site: site.as_string()?,
            statements: numbers(&statements)?.into_iter().map(StatementIx).collect(),
            articles: numbers(&articles)?.into_iter().map(ArticleIx).collect(),
        })
    }
}

/// The message that orders a file: what [`Order::read`] reads.
pub(crate) fn message(corpus: &[u8], words: &[(usize, &[u8])], format: Format, site: &str, taken: &Taken) -> Array {
    let statements: Vec<u32> = taken.statements.iter().map(|ix| ix.0).collect();
    let articles: Vec<u32> = taken.articles.iter().map(|ix| ix.0).collect();
    let pair = |(n, bytes): &(usize, &[u8])| Array::of2(&JsValue::from(*n as u32), &Uint8Array::from(*bytes));
    Array::from_iter([
        Uint8Array::from(corpus).into(),
        words.iter().map(pair).collect::<Array>().into(),
        JsValue::from_str(format.name()),
        JsValue::from_str(site),
        Uint32Array::from(statements.as_slice()).into(),
        Uint32Array::from(articles.as_slice()).into(),
    ])
}
